package client

import (
	"testing"

	"laneya/geom"
)

func TestNothingKnown(t *testing.T) {
	s := NewState()
	w, h := s.Size()
	if w != 0 || h != 0 || s.Hero() != nil || len(s.Entities()) != 0 || s.Level() != "" {
		t.Errorf("a new state knows %dx%d, hero %v, entities %v, level %q", w, h, s.Hero(), s.Entities(), s.Level())
	}
	if s.Terrain(geom.Pos{}) != Unknown || s.InSight(geom.Pos{}) {
		t.Error("a new state knows a field")
	}
}
