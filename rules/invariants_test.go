package rules

import (
	"testing"

	"laneya/geom"
)

// checkBodies fails unless every field holds one mover at most, all stand on
// floor, and what the levels note about them fits.
func checkBodies(t testing.TB, w *World) {
	t.Helper()
	for _, l := range w.levels {
		var taken geom.CellSet
		last := uint64(0)
		for _, e := range l.bodies {
			switch {
			case e.Kind == KindHero && l.heroOf(e).Wisp:
				last = e.ID
				continue
			case !l.walk.Has(e.Pos) && !l.terrain(e.Pos).Fly:
				t.Fatalf("%s stands in a wall at %v", e.Name, e.Pos)
			case taken.Has(e.Pos):
				t.Fatalf("%s shares the field %v", e.Name, e.Pos)
			case e.ID <= last:
				t.Fatalf("%s is out of order", e.Name)
			}
			taken.Add(e.Pos)
			last = e.ID
		}
		if taken != l.taken || len(l.bodies) != len(l.heroes)+len(l.Foes) {
			t.Fatal("the level has lost track of who stands where")
		}
		for i, h := range l.heroes {
			if h.level != l || i > 0 && l.heroes[i-1].ID >= h.ID {
				t.Fatal("the level has lost track of its heroes")
			}
		}
	}
}

// TestInvariantsHold plays random logs and looks after every tick.
func TestInvariantsHold(t *testing.T) {
	for seed := range uint64(8) {
		o := Options{Seed: seed, Clock: Clock(seed % 2), Fog: seed%4 < 2, Quiet: true}
		s := newScript(seed)
		s.users, s.levels = 60, s.levels[:2]
		w := NewWorld(o)
		was := map[uint64]geom.Pos{}
		s.play(w, 600, nil, func(w *World) *World {
			checkBodies(t, w)
			now := map[uint64]geom.Pos{}
			for _, l := range w.levels {
				for _, e := range l.bodies {
					now[e.ID] = e.Pos
					if before, ok := was[e.ID]; ok && before.Sub(e.Pos).Taxicab() > 1 {
						t.Fatalf("%s moved from %v to %v in one tick", e.Name, before, e.Pos)
					}
				}
			}
			was = now
			for _, h := range w.heroes {
				if h.Asleep && h.Intent.Kind != Idle {
					t.Fatalf("%s walks asleep", h.Name)
				}
			}
			return w
		})
	}
}
