package rules

import (
	"testing"

	"laneya/geom"
)

// TestNoFoeIsInTheCamp makes many camps, and lets time pass in them.
func TestNoFoeIsInTheCamp(t *testing.T) {
	for seed := range uint64(30) {
		w := NewWorld(Options{Seed: seed, Clock: RealTime})
		do(t, w, join("a"))
		for range 20 {
			w.Step(nil)
		}
		if l := w.hero("a").level; !l.safe() || len(l.Foes) > 0 {
			t.Errorf("seed %d: %s has %d foes", seed, l.name(nil), len(l.Foes))
		}
	}
}

// TestNoFoeFollowsIntoTheCamp climbs up with a foe at one's heels.
func TestNoFoeFollowsIntoTheCamp(t *testing.T) {
	for depth, want := range map[int]int{1: 0, 2: 1} {
		w := NewWorld(Options{Seed: 3, Quiet: true, Clock: RealTime})
		do(t, w, Command{User: "a", Verb: Join, Level: geom.LevelID{Z: depth}})
		h := w.hero("a")
		l := h.level
		stand(w, "a", l.Links.Up)
		at := l.atFoot(l.Links.Up)
		f := putFoe(t, l, "hob", at.X, at.Y)
		f.Mood, f.Target, f.Goal = Hunting, h.ID, h.Pos
		do(t, w, climb("a", false))
		for range 20 {
			w.Step(nil)
		}
		if up := h.level; up.ID.Z != depth-1 || len(up.Foes) != want {
			t.Errorf("from depth %d to %v come %d foes, not %d", depth, up.ID, len(up.Foes), want)
		}
	}
}
