package rules

import (
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

func climb(user string, down bool) Command { return Command{User: user, Verb: Climb, On: down} }

// stand puts a hero onto a field.
func stand(w *World, user string, p geom.Pos) {
	h := w.hero(user)
	if h.Wisp {
		h.Pos, h.dirty, h.level.darkened = p, true, true
		return
	}
	h.level.moveTo(&h.Actor, p)
}

// campWith returns a world with these heroes in the camp, the first of them on the
// ladder down.
func campWith(t testing.TB, o Options, users ...string) *World {
	t.Helper()
	o.Quiet = true
	w := NewWorld(o)
	for _, user := range users {
		do(t, w, join(user))
	}
	stand(w, users[0], w.levels[0].Links.Down)
	return w
}

func TestDescentAsksForAll(t *testing.T) {
	for name, test := range map[string]struct {
		o       Options
		away    func(w *World)
		want    string
		missing string
	}{
		"one is far":            {Options{}, func(*World) {}, "party_not_gathered", "b and c"},
		"free descent":          {Options{FreeDescent: true}, func(*World) {}, "", ""},
		"each her own party":    {Options{Invite: true}, func(*World) {}, "", ""},
		"the others are asleep": {Options{}, func(w *World) { w.hero("b").rouse(false); w.hero("c").rouse(false) }, "", ""},
		"one is here": {Options{}, func(w *World) {
			stand(w, "b", w.levels[0].Links.Down.Step(geom.North))
		}, "party_not_gathered", "c"},
		"all are here": {Options{}, func(w *World) {
			stand(w, "b", w.levels[0].Links.Down.Step(geom.North))
			stand(w, "c", w.levels[0].Links.Down.Step(geom.North).Step(geom.North))
		}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			w := campWith(t, test.o, "a", "b", "c")
			test.away(w)
			if got := refusal(t, w, climb("a", true)); got != test.want {
				t.Fatalf("refused with %q, want %q", got, test.want)
			}
			if r, ok := w.Check(climb("a", true)).(*Refusal); ok && r.Params.Text != test.missing {
				t.Errorf("missing are said to be %q, want %q", r.Params.Text, test.missing)
			}
		})
	}
}

func TestAllGoDownTogether(t *testing.T) {
	w := campWith(t, Options{}, "a", "b", "c", "d")
	ladder := w.levels[0].Links.Down
	stand(w, "b", ladder.Step(geom.North))
	stand(w, "c", ladder.Step(geom.West))
	w.hero("d").rouse(false)
	do(t, w, hold("b", true), climb("a", true))
	if !w.hero("a").level.holds() {
		t.Error("a hold ends with a climb")
	}
	down := w.level(geom.LevelID{Z: 1})
	for _, user := range []string{"a", "b", "c"} {
		h := w.hero(user)
		if h.level != down || h.Wait != content.Pace.Climb || !h.Went || h.Pos.Sub(down.Links.Up).Taxicab() > 4 {
			t.Errorf("%s is on %v at %v and waits %d", user, h.Level, h.Pos, h.Wait)
		}
		if h.Pos == down.Links.Up {
			t.Errorf("%s stands on the ladder", user)
		}
		checkHeard(t, w, user, "level_enters")
	}
	if w.hero("d").Level.Z != 0 {
		t.Error("who sleeps was taken along")
	}
	if run := w.parties[0].Run; run.Deepest != 1 {
		t.Errorf("the run is %+v", run)
	}
	checkParties(t, w)
	checkBodies(t, w)

	stand(w, "a", down.Links.Up)
	w.hero("a").Wait = 0
	do(t, w, climb("a", false))
	if a, b := w.hero("a"), w.hero("b"); !a.level.safe() || b.level.safe() || a.Pos.Sub(ladder).Taxicab() > 2 {
		t.Error("up goes who wants to, and nobody else")
	}
}

func TestClimbNeedsALadder(t *testing.T) {
	w := campWith(t, Options{}, "a")
	if got := refusal(t, w, climb("a", false)); got != "no_ladder" {
		t.Errorf("up from the camp is refused with %q", got)
	}
	stand(w, "a", w.levels[0].Links.Down.Step(geom.North))
	if got := refusal(t, w, climb("a", true)); got != "no_ladder" {
		t.Errorf("beside the ladder it is refused with %q", got)
	}
}

// TestDescentRevives takes wisps along and lets them live below, where the party
// has not been and where it has.
func TestDescentRevives(t *testing.T) {
	w := campWith(t, Options{}, "a", "b")
	stand(w, "b", w.levels[0].Links.Down.Step(geom.North))
	do(t, w, climb("a", true))
	kill(w, "b")
	l := w.level(geom.LevelID{Z: 1})
	if got := refusal(t, w, climb("b", true)); got != "no_ladder" {
		t.Errorf("a wisp off the ladder is refused with %q", got)
	}
	stand(w, "b", l.Links.Down)
	if got := refusal(t, w, climb("b", true)); got != "wisp_ahead" {
		t.Errorf("a wisp that goes ahead is refused with %q", got)
	}
	for _, z := range []int{2, 3} {
		a, b := w.hero("a"), w.hero("b")
		stand(w, "a", a.level.Links.Down)
		a.Wait = 0
		do(t, w, climb("a", true))
		if a.Level.Z != z || b.level != a.level || b.Wisp || b.Health < 1 {
			t.Fatalf("at depth %d: %+v and %+v", z, a.Actor, b.Actor)
		}
		checkBodies(t, w)
		if z == 2 {
			checkHeard(t, w, "b", "revived_by_descent")
			kill(w, "b")
		}
	}
	a, b := w.hero("a"), w.hero("b")
	for _, follows := range []bool{true, false} {
		kill(w, "b")
		stand(w, "a", a.level.Links.Up)
		a.Wait = 0
		do(t, w, climb("a", false))
		if b.level == a.level {
			t.Error("a wisp went up by itself")
		}
		if follows { // and else it waits below
			stand(w, "b", b.level.Links.Up)
			do(t, w, climb("b", false))
		}
		stand(w, "a", a.level.Links.Down)
		a.Wait = 0
		do(t, w, climb("a", true))
		if b.level != a.level || b.Wisp {
			t.Errorf("the next descent doesn't revive, follows %v", follows)
		}
	}
}

// TestFreeDescentRevives lets each climb alone: the last to go takes the wisps.
func TestFreeDescentRevives(t *testing.T) {
	w := campWith(t, Options{FreeDescent: true}, "a", "b", "c")
	down := func(user string) {
		h := w.hero(user)
		stand(w, user, h.level.Links.Down)
		h.Wait = 0
		do(t, w, climb(user, true))
	}
	down("a")
	down("b")
	down("c")
	kill(w, "c")
	down("a")
	if c := w.hero("c"); !c.Wisp || c.Level.Z != 1 {
		t.Errorf("with the first of the living goes %+v", c.Actor)
	}
	down("b")
	if c := w.hero("c"); c.Wisp || c.Level.Z != 2 {
		t.Errorf("with the last of the living comes %+v", c.Actor)
	}
}

// TestFallIsNoDescent lets one fall first.
func TestFallIsNoDescent(t *testing.T) {
	w := campWith(t, Options{}, "a", "b", "c")
	for _, user := range []string{"b", "c"} {
		at, _ := w.levels[0].freeField(w.levels[0].Links.Down)
		stand(w, user, at)
	}
	do(t, w, climb("a", true))
	l := w.level(geom.LevelID{Z: 1})
	kill(w, "b")
	l.depart(w.hero("c"), geom.LevelID{Z: 2}, geom.Pos{X: 9, Y: 9}, "fall")
	w.deliver()
	if w.parties[0].Run.Deepest != 2 {
		t.Error("a fall doesn't count as deep")
	}
	stand(w, "a", l.Links.Down)
	w.hero("a").Wait = 0
	do(t, w, climb("a", true))
	if w.hero("b").Wisp {
		t.Error("the descent after a fall doesn't revive")
	}
}

func TestFoesFollow(t *testing.T) {
	w := campWith(t, Options{}, "a")
	do(t, w, climb("a", true))
	h := w.hero("a")
	h.Wait = 0
	stand(w, "a", h.level.Links.Down)
	k, _ := content.FoeByKey("rat")
	at, _ := h.level.freeField(h.Pos)
	f := &foe{Actor: Actor{ID: h.level.newID(), Kind: KindFoe, Foe: k, Pos: at, Health: 5, MaxHealth: 5}, Mood: Hunting, Target: h.ID}
	h.level.addFoe(f)
	do(t, w, climb("a", true))
	if h.Level.Z != 2 || !slices.Contains(h.level.Foes, f) || len(w.level(geom.LevelID{Z: 1}).Foes) != 0 {
		t.Error("the rat has not followed")
	}
	checkBodies(t, w)
}

// TestWhoWaitsAtTheLadderCalls lets one of three step onto the ladder down, about
// on it, away and back, with friends near and far.
func TestWhoWaitsAtTheLadderCalls(t *testing.T) {
	for _, free := range []bool{false, true} {
		w := inCaves(t, Options{FreeDescent: free}, `
##############
#a>.........b#
#.......<...c#
##############`)
		calls := 0
		step := func(d geom.Dir) {
			t.Helper()
			do(t, w, walk("a", d), walk("a", geom.Stop))
			until(t, w, 20, "she has stepped", func() bool { return !w.hero("a").wishing() })
			for _, e := range w.hero("b").heard {
				if e.Code != "wants_down" {
					continue
				}
				calls++
				if e.User != "a" || e.Text != "you and c" || e.At != w.levels[0].Links.Down {
					t.Errorf("b is told %+v", e)
				}
			}
			w.Forget()
		}
		for _, d := range []geom.Dir{geom.East, geom.West, geom.East} {
			step(d)
		}
		if want := map[bool]int{false: 1, true: 0}[free]; calls != want {
			t.Errorf("free descent %v: at the ladder she calls %d times, want %d", free, calls, want)
		}
		for _, d := range []geom.Dir{geom.East, geom.East, geom.East, geom.West, geom.West, geom.West} {
			step(d)
		}
		if want := map[bool]int{false: 2, true: 0}[free]; calls != want {
			t.Errorf("free descent %v: back again she has called %d times, want %d", free, calls, want)
		}
		stand(w, "b", geom.Pos{X: 3, Y: 1})
		stand(w, "c", geom.Pos{X: 3, Y: 2})
		w.hero("a").calls = false
		step(geom.West)
		step(geom.East)
		if want := map[bool]int{false: 2, true: 0}[free]; calls != want {
			t.Errorf("with all there she calls")
		}
	}
}
