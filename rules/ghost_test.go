package rules

import (
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestGhostWanders watches a drifting light for long: every step is
// onto a free field next to the last, mostly straight on, and back only where
// there is no other way.
func TestGhostWanders(t *testing.T) {
	const ticks = 4000
	w := NewWorld(Options{Seed: 5, Clock: RealTime})
	do(t, w, join("anna"))
	l := w.levels[0]
	putFoe(t, l, "ghost", 30, 22)
	var been geom.CellSet
	moves, straight := 0, 0
	last, facing := l.Foes[0].Pos, geom.Stop
	for range ticks {
		w.Step(nil)
		w.Forget()
		g := l.Foes[0]
		if far := g.Pos.Sub(last).Taxicab(); far == 1 {
			moves++
			if g.Facing == facing {
				straight++
			}
			if last.Step(g.Facing) != g.Pos {
				t.Fatal("it faces another way than it goes")
			}
			if facing != geom.Stop && g.Facing == opposite(facing) && exits(l, g, last) > 1 {
				t.Fatalf("it turns back at %v without need", last)
			}
		} else if far > 1 {
			t.Fatalf("it jumps from %v to %v", last, g.Pos)
		}
		last, facing = g.Pos, g.Facing
		been.Add(last)
	}
	walk := max(l.Foes[0].row().Walk, 1)
	if moves < ticks/walk/3 || moves > ticks/walk+1 {
		t.Errorf("it moves in %d of %d ticks", moves, ticks)
	}
	if straight < moves*6/10 || straight > moves*95/100 {
		t.Errorf("of %d moves %d are straight on", moves, straight)
	}
	if been.Len() < 150 {
		t.Errorf("it gets about no more than %d fields", been.Len())
	}
	if w.hero("anna").Health < w.hero("anna").MaxHealth {
		t.Error("it hurt somebody")
	}
}

// exits returns how many fields next to p the ghost could go to.
func exits(l *level, g *foe, p geom.Pos) int {
	n := 0
	for _, d := range geom.Dirs {
		if q := p.Step(d); q == g.Pos || l.mayStep(g, q) {
			n++
		}
	}
	return n
}

func TestGhostTurnsBackInADeadEnd(t *testing.T) {
	w := fromPicture(t, `
#####
#..&#
##a##
#####`)
	w.opts.Clock = RealTime
	w.levels[0].Foes[0].Facing = geom.East
	w.Step(nil)
	checkPicture(t, w, `
#####
#.&.#
##a##
#####`)
}

// TestWanderersKeepOffLadders lets a drifting light and a rat roam by ladders.
func TestWanderersKeepOffLadders(t *testing.T) {
	for _, key := range []string{"ghost", "cave_rat"} {
		w, l := fight(t, `
##########
#a#...>..#
###......#
###.<....#
##########`)
		f := putFoe(t, l, key, 4, 2)
		for range 2000 {
			w.Step(nil)
			if k := l.Ground.At(f.Pos); k == content.LadderDown || k == content.LadderUp {
				t.Fatalf("%s stands on a ladder", key)
			}
		}
	}
}
