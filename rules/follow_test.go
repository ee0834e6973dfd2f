package rules

import (
	"testing"

	"laneya/geom"
)

func TestFollowStaysNextToTheFriend(t *testing.T) {
	w := fromPicture(t, `
####################
#a.b..............<#
#........#.........#
#........#.........#
####################`)
	a, b := w.hero("a"), w.hero("b")
	do(t, w, Command{User: "a", Verb: Follow, Name: "b"}, travelTo("b", geom.Pos{X: 17, Y: 3}))
	for range 60 {
		w.Step(nil)
	}
	if d := a.Pos.Sub(b.Pos).Taxicab(); d > 1 || b.Pos != (geom.Pos{X: 17, Y: 3}) {
		t.Errorf("the friend is at %v and the follower at %v", b.Pos, a.Pos)
	}
	if a.Intent.Kind != Following {
		t.Errorf("it ended by %q", reason(a))
	}
	do(t, w, Command{User: "b", Verb: Leave})
	if _, why := run(t, w, "a", 10); why != "follow_lost" {
		t.Errorf("with the friend gone, it ended by %q", why)
	}
}

// TestFollowOverLevels follows a friend down a ladder, and back through it.
func TestFollowOverLevels(t *testing.T) {
	w := cavers(t, 5, "a", "b")
	a, b := w.hero("a"), w.hero("b")
	do(t, w, Command{User: "a", Verb: Follow, Name: "b"})
	setOut(t, w, Command{User: "b", Verb: Travel, Name: "down"}, 2000)
	do(t, w, Command{User: "b", Verb: Climb, On: true})
	for range 40 {
		w.Step(nil)
	}
	if a.level != b.level || a.Intent.Kind != Following || a.Pos.Sub(b.Pos).Taxicab() > 1 {
		t.Errorf("the friend is on %v at %v, the follower on %v at %v: %v", b.Level, b.Pos, a.Level, a.Pos, reason(a))
	}
}

// TestFollowWhoFell follows a friend who falls a level: not without knowing a way
// there, of which she is told, and over the ladder if she knows it.
func TestFollowWhoFell(t *testing.T) {
	for _, known := range []bool{false, true} {
		w := cavers(t, 5, "a", "b")
		a, b := w.hero("a"), w.hero("b")
		below := geom.LevelID{Z: 2}
		if known {
			for z := 1; z <= 2; z++ {
				k := a.knows(geom.LevelID{Z: z})
				k.Explored, k.Terrain = everything, w.levelFor(geom.LevelID{Z: z}).Ground
			}
		}
		do(t, w, Command{User: "a", Verb: Follow, Name: "b"})
		w.Step(nil)
		b.level.depart(b, below, b.level.Entrance, "fall")
		w.deliver()
		for tick := 0; a.Intent.Kind == Following && a.level != b.level && tick < 1000; tick++ {
			w.Step(nil)
		}
		switch {
		case known:
			until(t, w, 300, "she is with b again", func() bool { return a.level == b.level && a.Pos.Sub(b.Pos).Taxicab() == 1 })
		case reason(a) != "follow_gone" || a.heard[len(a.heard)-1].Text != below.String() || a.Level.Z != 1:
			t.Errorf("on %v it ended by %q: %v", a.Level, reason(a), a.heard)
		}
	}
}
