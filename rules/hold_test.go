package rules

import (
	"slices"
	"testing"

	"laneya/geom"
)

func hold(user string, on bool) Command { return Command{User: user, Verb: Hold, On: on} }

// TestHoldWaitsForAll counts the Steps until time passes.
func TestHoldWaitsForAll(t *testing.T) {
	tap := func(user string) []Command { return []Command{walk(user, geom.North), walk(user, geom.Stop)} }
	away := func(user string) []Command { return []Command{{User: user, Verb: Sleep}} }
	for name, test := range map[string]struct {
		commands [][]Command
		steps    int // without a tick; -1 for ever
	}{
		"nobody wants anything":       {nil, patienceOfHold},
		"one does":                    {[][]Command{tap("a")}, patienceOfHold},
		"all do":                      {[][]Command{tap("a"), tap("b"), tap("c")}, 0},
		"all who are there do":        {[][]Command{tap("a"), tap("b"), away("c")}, 0},
		"one is alone and idle":       {[][]Command{away("b"), away("c")}, -1},
		"one is alone and wants that": {[][]Command{away("b"), away("c"), tap("a")}, 0},
		"let go":                      {[][]Command{{hold("a", false)}}, 0},
		"another never held":          {[][]Command{{hold("b", false)}}, patienceOfHold},
		"one of two lets go":          {[][]Command{{hold("b", true), hold("a", false)}}, patienceOfHold},
		"who held is away":            {[][]Command{away("a")}, 0},
	} {
		for clock := range Clock(2) {
			w := campWith(t, Options{Clock: clock}, "a", "b", "c")
			do(t, w, hold("a", true))
			checkHeard(t, w, "b", "hold_on")
			for _, commands := range test.commands {
				do(t, w, commands...)
			}
			waited := 0
			for ; w.Tick() == 0 && waited < 100; waited++ {
				busy, hash := w.Busy(), w.Hash()
				w.Step(nil)
				if changed := w.Hash() != hash; busy != changed {
					t.Fatalf("%s: Busy foretold %v", name, busy)
				}
				if test.steps < 0 && busy {
					t.Fatalf("%s: the world is busy", name)
				}
			}
			if want := test.steps + 1; waited != want && test.steps >= 0 {
				t.Errorf("%s, clock %d: time passed with step %d, want %d", name, clock, waited, want)
			}
		}
	}
}

// TestHoldIsShown follows what a hold tells of itself.
func TestHoldIsShown(t *testing.T) {
	w := campWith(t, Options{}, "a", "b")
	var v View
	if w.View("a", &v); v.Run.Hold || v.Run.Turned || len(v.Run.Waiting) > 1 || len(v.Run.Holding) > 0 {
		t.Errorf("with no hold the run is %+v", v.Run)
	}
	do(t, w, hold("a", true), walk("b", geom.North), walk("b", geom.Stop))
	w.View("a", &v)
	if !v.Run.Hold || !v.Run.Turned || !slices.Equal(v.Run.Waiting, []string{"a"}) || !slices.Equal(v.Run.Holding, []string{"a"}) || v.Party[0].Acted || !v.Party[1].Acted {
		t.Errorf("in a hold, a is told %+v, %+v", v.Run, v.Party)
	}
	if w.View("b", &v); v.Run.Turned {
		t.Error("b, who has acted, is waited for")
	}
	do(t, w, Command{User: "b", Verb: Sleep})
	if w.View("a", &v); !v.Run.Turned {
		t.Error("alone, time doesn't wait for a")
	}
}

// TestNobodyAliveHoldsNothing leaves only a wisp awake, in real time: nobody asked
// for a hold, so time goes on.
func TestNobodyAliveHoldsNothing(t *testing.T) {
	for clock := range Clock(2) {
		w := inCaves(t, Options{Clock: clock, Death: Lenient}, tomb)
		l := w.levels[0]
		w.hero("a").Wisp = true
		w.hero("b").Asleep = true
		if got, want := l.timePasses(clock), clock == RealTime; got != want {
			t.Errorf("clock %d: time passes for a wisp alone: %v", clock, got)
		}
	}
}

// TestHoldNeedsEachParty has two parties on a level, of which one asks first.
func TestHoldNeedsEachParty(t *testing.T) {
	w := campWith(t, Options{Invite: true}, "a", "b")
	l := w.levels[0]
	for _, step := range []struct {
		c     Command
		holds bool
		code  string
	}{
		{hold("a", true), false, "hold_asked"}, {hold("b", true), true, "hold_on"}, {hold("a", false), false, "hold_off"},
	} {
		w.Forget()
		do(t, w, step.c)
		checkHeard(t, w, "b", step.code)
		var v View
		if w.View("a", &v); l.holds() != step.holds || v.Run.Hold != step.holds || slices.Contains(v.Run.Holding, "b") {
			t.Errorf("after %+v the run is %+v", step.c, v.Run)
		}
	}
}

// TestLettingGoLeavesOthers tells that others still ask for the hold.
func TestLettingGoLeavesOthers(t *testing.T) {
	w := campWith(t, Options{}, "a", "b")
	do(t, w, hold("a", true), hold("b", true), hold("a", false))
	checkHeard(t, w, "b", "hold_stays")
	if !w.levels[0].holds() {
		t.Error("one let go of another's hold")
	}
	w.opts.NoHold = true // the host thinks better of it
	if w.levels[0].holds() {
		t.Error("the host doesn't allow what was asked for before")
	}
}

func TestHoldOfTheHost(t *testing.T) {
	w := campWith(t, Options{NoHold: true}, "a")
	if got := refusal(t, w, hold("a", true)); got != "no_hold" {
		t.Errorf("refused with %q", got)
	}
}

// TestWispsAndTime lets wisps count for the clock, and a hold not wait for them.
func TestWispsAndTime(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	kill(w, "a")
	if !passes(t, w) {
		t.Error("two, one of them a wisp, don't share time")
	}
	do(t, w, hold("a", true))
	tick := w.Tick()
	if w.Step(nil); w.Tick() != tick {
		t.Error("in a hold with one who lives, time doesn't wait for her")
	}
	do(t, w, walk("b", geom.East))
	if !passes(t, w) {
		t.Error("a hold waits for a wisp")
	}
}
