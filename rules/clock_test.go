package rules

import (
	"testing"

	"laneya/geom"
)

// passes reports whether a Step changes the world, and fails if Tick doesn't
// tell.
func passes(t *testing.T, w *World) bool {
	t.Helper()
	hash, tick, busy := w.Hash(), w.Tick(), w.Busy()
	w.Step(nil)
	changed := w.Hash() != hash
	if w.Tick()-tick != map[bool]uint64{true: 1}[changed] {
		t.Fatalf("the tick went from %d to %d while the world changed: %v", tick, w.Tick(), changed)
	}
	if busy != changed {
		t.Fatalf("Busy foretold %v", busy)
	}
	return changed
}

func TestClock(t *testing.T) {
	asleep := func(user string) Command { return Command{User: user, Verb: Sleep} }
	for name, test := range map[string]struct {
		adaptive, realTime bool
		commands           []Command
	}{
		"nobody":                   {false, false, nil},
		"one who wants nothing":    {false, true, []Command{join("a")}},
		"one who walks":            {true, true, []Command{join("a"), walk("a", geom.North)}},
		"one who tapped":           {true, true, []Command{join("a"), walk("a", geom.North), walk("a", geom.Stop)}},
		"one asleep":               {false, false, []Command{join("a"), asleep("a")}},
		"one walked, then slept":   {false, false, []Command{join("a"), walk("a", geom.North), asleep("a")}},
		"two who want nothing":     {true, true, []Command{join("a"), join("b")}},
		"one of two asleep":        {false, true, []Command{join("a"), join("b"), asleep("b")}},
		"one of two asleep, walks": {true, true, []Command{join("a"), join("b"), asleep("a"), walk("b", geom.East)}},
		"both asleep":              {false, false, []Command{join("a"), join("b"), asleep("a"), asleep("b")}},
		"two on two levels": {false, true, []Command{
			join("a"), {User: "b", Verb: Join, Level: geom.LevelID{Z: 1}},
		}},
		"one left": {false, false, []Command{join("a"), {User: "a", Verb: Leave}}},
	} {
		for clock, want := range map[Clock]bool{Adaptive: test.adaptive, RealTime: test.realTime} {
			w := NewWorld(Options{Seed: 4, Clock: clock})
			do(t, w, test.commands...)
			if got := passes(t, w); got != want {
				t.Errorf("%s, clock %d: time passes: %v", name, clock, got)
			}
		}
	}
}

// TestTimePassesByLevel lets two be on one level and one, who waits, on
// another.
func TestTimePassesByLevel(t *testing.T) {
	w := NewWorld(Options{Seed: 4})
	do(t, w, join("a"), join("b"), Command{User: "c", Verb: Join, Level: geom.LevelID{Z: 1}})
	for range 5 {
		w.Step(inParallel)
	}
	if up, down := w.levels[0].Tick, w.levels[1].Tick; up != 5 || down != 0 {
		t.Errorf("%d and %d ticks passed, want 5 and 0", up, down)
	}
}
