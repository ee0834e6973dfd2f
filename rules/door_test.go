package rules

import (
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/mapgen"
)

// TestWalkingOpensDoors lets heroes walk, travel and explore through a closed
// door: that takes the time of opening it, and it stands open behind them.
func TestWalkingOpensDoors(t *testing.T) {
	door := geom.Pos{X: 3, Y: 1}
	for name, c := range map[string]Command{
		"walk":    walk("a", geom.East),
		"travel":  travelTo("a", geom.Pos{X: 6, Y: 1}),
		"explore": {User: "a", Verb: Explore},
	} {
		t.Run(name, func(t *testing.T) {
			w, l := fight(t, "########\n#a.+..<#\n########")
			w.opts.Fog = true
			l.settleLight()
			w.hero("a").Pack = append(w.hero("a").Pack, l.newItem(kindOf(t, "day_stone"), 1))
			w.hero("a").wear(l, w.hero("a").Pack[0], content.LightSlot)
			l.settleLight()
			if name == "travel" {
				l.reveal(w.hero("a"))
			}
			do(t, w, c)
			until(t, w, 60, "the door is open", func() bool { return l.Ground.At(door) == content.DoorOpen })
			if !slices.Contains(heard(t, w, "a"), "door_opens") || w.hero("a").Wait == 0 {
				t.Error("nobody was told, or it took no time")
			}
			if name == "explore" {
				return // from the door she sees all that there is
			}
			until(t, w, 60, "she is beyond the door", func() bool { return w.hero("a").Pos.X > door.X })
		})
	}
	t.Run("a wisp slips through", func(t *testing.T) {
		w, l := fight(t, "########\n#ab+...#\n########")
		kill(w, "b")
		do(t, w, walk("b", geom.East))
		until(t, w, 20, "it is beyond the door", func() bool { return w.hero("b").Pos.X > door.X })
		if l.Ground.At(door) != content.DoorClosed {
			t.Error("it opened the door")
		}
	})
}

// TestKeysOpenTheirOwnDoors tries keys by every way to open a door: that of this
// lock is used up by it, those of another lock or level are not.
func TestKeysOpenTheirOwnDoors(t *testing.T) {
	door := geom.Pos{X: 3, Y: 1}
	for name, c := range map[string]Command{
		"walk":   walk("a", geom.East),
		"travel": travelTo("a", geom.Pos{X: 6, Y: 1}),
		"door":   {User: "a", Verb: Door, At: door, On: true},
	} {
		for _, key := range []struct {
			lock  int
			of    geom.LevelID
			opens bool
		}{{1, geom.LevelID{Z: 1}, true}, {2, geom.LevelID{Z: 1}, false}, {1, geom.LevelID{Z: 2}, false}} {
			w, l := fight(t, "########\n#.aL..<#\n########")
			l.Locks = []mapgen.Lock{{Pos: door, Number: 1}}
			h := w.hero("a")
			it := l.newItem(kindOf(t, "key"), 1)
			it.Lock, it.Of, it.Dug = key.lock, key.of, l.Serial
			h.Pack = append(h.Pack, it)
			_ = w.Perform(c) // what doesn't open it may be refused
			for range 30 {
				w.Step(nil)
			}
			if open := l.Ground.At(door) == content.DoorOpen; open != key.opens || open != (h.item(it.ID) == nil) {
				t.Errorf("%s with key %d of %v: open: %v, used up: %v", name, key.lock, key.of, open, h.item(it.ID) == nil)
			}
		}
	}
}
