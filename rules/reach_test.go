package rules

import (
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestBarredLaddersAreFound walls the way to a ladder up.
func TestBarredLaddersAreFound(t *testing.T) {
	w := NewWorld(Options{Seed: 2, Quiet: true})
	do(t, w, Command{User: "a", Verb: Join, Level: geom.LevelID{Z: 2}})
	if n, barred := w.Barred(); n == 0 || len(barred) > 0 {
		t.Fatalf("%v of %d are barred", barred, n)
	}
	l := w.level(geom.LevelID{Z: 2})
	for i, k := range l.Ground {
		if k == content.Chasm {
			l.set(geom.CellAt(i), content.Floor)
		}
	}
	for _, d := range geom.Dirs {
		l.set(l.Links.Down.Step(d), content.Wall)
	}
	if _, barred := w.Barred(); len(barred) != 1 || barred[0] != l.ID {
		t.Errorf("barred are %v", barred)
	}
}
