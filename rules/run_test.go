package rules

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

func TestTheHeartIsShared(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	share := Command{User: "b", Verb: Share}
	if got := refusal(t, w, share); got != "no_heart" {
		t.Errorf("without the Heart it is refused with %q", got)
	}
	give(t, w, "b", "heart", 1)
	do(t, w, share)
	p := w.parties[0]
	if p.Run.State != Won || !strings.Contains(p.Run.Tale.story(nil), "a and b") {
		t.Errorf("the run is %+v", p.Run)
	}
	if hall := w.Hall("a"); len(hall) != 1 || !hall[0].Won || len(hall[0].Heroes) != 2 {
		t.Errorf("the hall says %+v", hall)
	}
	checkHeard(t, w, "a", "wins")
	if got := refusal(t, w, share); got != "run_over" {
		t.Errorf("shared twice, it is refused with %q", got)
	}
	kill(w, "a", "b")
	if hall := w.Hall("a"); p.Run.State != Lost || len(hall) != 2 || hall[1].Won == false {
		t.Errorf("after the victory: %+v", hall)
	}
}

func TestNewRun(t *testing.T) {
	w := campWith(t, Options{Seed: 5}, "a", "b", "c")
	for _, user := range []string{"b", "c"} {
		at, _ := w.levels[0].freeField(w.levels[0].Links.Down)
		stand(w, user, at)
	}
	again := Command{User: "a", Verb: NewRun}
	if got := refusal(t, w, again); got != "run_going" {
		t.Errorf("at the beginning it is refused with %q", got)
	}
	do(t, w, Command{User: "b", Verb: ChooseKit, Name: "rogue"}, climb("a", true))
	old := w.level(geom.LevelID{Z: 1}).Ground
	do(t, w, Command{User: "a", Verb: MarkPlace, Name: "gather"})
	give(t, w, "b", "heart", 1)
	do(t, w, hold("a", true))
	p := w.parties[0]
	p.learn(w.hero("a").Pack[0].Kind)
	p.meet(1)
	kill(w, "a", "b", "c")
	w.Changed()
	do(t, w, again)
	if len(p.Known) != 0 || !slices.Equal(p.Met, []content.FoeKind{1}) {
		t.Errorf("the party knows %v and has met %v", p.Known, p.Met)
	}
	if p.Run.Number != 2 || p.Run.State != Going || p.Run.Deepest != 0 || w.Epoch != 1 {
		t.Errorf("the run is %+v", p.Run)
	}
	for _, h := range w.heroes {
		if !h.level.safe() || h.Wisp || h.Went || h.Place != nil || h.Fate != nil || !h.whole() || h.holdsHeart() || len(h.Known) > 1 {
			t.Errorf("%s is %+v", h.Name, h)
		}
	}
	if b := w.hero("b"); b.Kit != content.Rogue || !b.Chosen || !slices.ContainsFunc(w.Changed(), func(r Record) bool { return r.Key == "level/0:0:1" && r.Value == nil }) {
		t.Error("the kit is lost, or the old level kept")
	}
	checkHeard(t, w, "c", "new_run")
	checkLedger(t, w)
	checkParties(t, w)
	checkBodies(t, w)
	for _, user := range []string{"a", "b", "c"} {
		at, _ := w.levels[0].freeField(w.levels[0].Links.Down)
		stand(w, user, at)
	}
	h := w.heroes[slices.IndexFunc(w.heroes, func(h *hero) bool { return h.Pos == h.level.Links.Down })]
	do(t, w, climb(h.Name, true))
	if w.level(geom.LevelID{Z: 1}).Ground == old {
		t.Error("the caves are the same again")
	}
	for _, rec := range w.Changed() {
		if rec.Key == "level/0:0:1" && rec.Value == nil {
			t.Error("the new level is not kept")
		}
	}
}

// TestNewRunSparesOthers lets one of two parties begin anew.
func TestNewRunSparesOthers(t *testing.T) {
	w := campWith(t, Options{Invite: true}, "a", "b")
	do(t, w, climb("a", true))
	stand(w, "b", w.levels[0].Links.Down)
	do(t, w, climb("b", true))
	b := w.hero("b")
	b.Wait = 0
	stand(w, "b", b.level.Links.Down)
	do(t, w, climb("b", true))
	kill(w, "a")
	l := b.level
	do(t, w, Command{User: "a", Verb: NewRun})
	if b.level != l || w.level(l.ID) != l || w.level(geom.LevelID{Z: 1}) != nil {
		t.Error("what b stands on is gone, or what nobody stands on is not")
	}
	if b.party.Run.Number != 1 || b.party.Run.Deepest != 2 {
		t.Errorf("the run of b is %+v", b.party.Run)
	}
	checkLedger(t, w)
	checkParties(t, w)
}

// TestNewRunKeepsGraves lets one begin anew while another has a grave below.
func TestNewRunKeepsGraves(t *testing.T) {
	w := campWith(t, Options{Invite: true}, "a", "b", "c")
	w.move(w.hero("c"), w.hero("b").party)
	at, _ := w.levels[0].freeField(w.levels[0].Entrance)
	do(t, w, climb("a", true))
	w.hero("c").rouse(false)
	stand(w, "b", w.levels[0].Links.Down)
	do(t, w, climb("b", true))
	stand(w, "b", w.hero("b").level.Links.Down)
	kill(w, "a")
	w.hero("c").rouse(true)
	kill(w, "b")
	b := w.hero("b")
	b.level.depart(b, geom.LevelID{}, at, "climbs_up")
	w.deliver()
	do(t, w, Command{User: "a", Verb: NewRun})
	if g := grave(w, "b"); g == nil || len(g.Items) == 0 {
		t.Error("the grave of b is gone")
	}
	checkLedger(t, w)
	do(t, w, Command{User: "c", Verb: Sleep}, Command{User: "b", Verb: NewRun})
	if grave(w, "b") != nil {
		t.Error("a run leaves its own graves behind")
	}
}

// TestGoingAwayLosesNothing lets the last who lives leave, while one who is away
// might still come.
func TestGoingAwayLosesNothing(t *testing.T) {
	w := inCaves(t, Options{}, `
#########
#.<.c...#
#.ab..:.#
#########`)
	do(t, w, Command{User: "c", Verb: Sleep})
	kill(w, "a")
	do(t, w, Command{User: "b", Verb: Leave})
	if got := w.parties[0].Run.State; got != Going {
		t.Errorf("the run is %v", got)
	}
	do(t, w, Command{User: "c", Verb: Leave})
	if got := w.parties[0].Run.State; got != Lost {
		t.Errorf("with nobody left who lives the run is %v", got)
	}
}

// TestForsakenRunCanEnd leaves a wisp alone with a friend who is away.
func TestForsakenRunCanEnd(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	kill(w, "a")
	again := Command{User: "a", Verb: NewRun}
	if got := refusal(t, w, again); got != "run_going" {
		t.Errorf("refused with %q", got)
	}
	do(t, w, Command{User: "b", Verb: Sleep}, again)
	if len(w.Hall("a")) != 1 || w.parties[0].Run.Number != 2 || !w.hero("b").level.safe() {
		t.Errorf("the run is %+v", w.parties[0].Run)
	}
}

// TestNewRunByAgreement has three win, of whom two are awake: both have to want a
// new run. So do wisps who leave behind a friend that sleeps.
func TestNewRunByAgreement(t *testing.T) {
	again := func(user string) Command { return Command{User: user, Verb: NewRun} }
	for _, won := range []bool{true, false} {
		w := inCaves(t, Options{}, `
#########
#.<.c...#
#.ab..:.#
#########`)
		do(t, w, Command{User: "c", Verb: Sleep})
		if won {
			give(t, w, "b", "heart", 1)
			do(t, w, Command{User: "b", Verb: Share})
		} else {
			w.parties[0].Run.State = Going
			for _, user := range []string{"a", "b"} {
				h := w.hero(user)
				w.hero("c").Asleep = false // so that the run isn't lost by these deaths
				kill(w, h.Name)
			}
			w.hero("c").Asleep = true
		}
		p := w.parties[0]
		do(t, w, again("a"), again("a"))
		if p.Run.Number != 1 || !slices.Equal(p.Run.Again, []string{"a"}) {
			t.Fatalf("one wants it: %+v", p.Run)
		}
		checkHeard(t, w, "b", "wants_new_run")
		if n := len(slices.DeleteFunc(heard(t, w, "b"), func(code string) bool { return code != "wants_new_run" })); n != 1 {
			t.Errorf("b is told %d times", n)
		}
		do(t, w, again("b"))
		if p.Run.Number != 2 || len(p.Run.Again) != 0 || !w.hero("c").level.safe() {
			t.Errorf("both want it: %+v", p.Run)
		}
	}
}

func TestTurnsAreCountedBelow(t *testing.T) {
	w := campWith(t, Options{Clock: RealTime}, "a")
	w.Step(nil)
	if n := w.parties[0].Run.Turns; n != 0 {
		t.Errorf("in the camp %d turns passed", n)
	}
	do(t, w, climb("a", true))
	for range 3 {
		w.Step(nil)
	}
	if n := w.parties[0].Run.Turns; n != 3 {
		t.Errorf("below %d turns passed, want 3", n)
	}
}

// meddle is a random command of a party.
func meddle(rng *rand.Rand, w *World) Command {
	users := []string{"a", "b", "c", "d", "e"}
	c := Command{User: users[rng.IntN(5)], Name: users[rng.IntN(5)], On: rng.IntN(2) == 0}
	verbs := []Verb{
		Walk, Walk, Walk, Climb, Climb, Climb, Climb, Invite, JoinParty, JoinParty, LeaveParty, ChooseKit, Hold, Say, MarkPlace,
		Colour, NewRun, NewRun, Share, Write, Ignore, Sneak, Wake, Wake, Sleep, Join, Join, Leave,
	}
	c.Verb = verbs[rng.IntN(len(verbs))]
	c.Dir = geom.Dir(rng.IntN(5))
	switch c.Verb {
	case ChooseKit:
		c.Name = content.Kits[rng.IntN(4)].Key
	case Say:
		c.Name, c.Text = "party", "x"
	case MarkPlace:
		c.Name = []string{"", "look", "gather", "danger"}[rng.IntN(4)]
	case Colour:
		c.Name = partyColours()[rng.IntN(3)]
	case Climb:
		c.On = rng.IntN(3) > 0
	}
	return c
}

// shove does with the world what foes and floors do.
func shove(t *testing.T, rng *rand.Rand, w *World) {
	defer w.settle()
	if len(w.heroes) == 0 {
		return
	}
	h := w.heroes[rng.IntN(len(w.heroes))]
	switch rng.IntN(12) {
	case 0:
		h.level.fell(h, harm{cause: "a shove"})
		w.reckon()
	case 1:
		w.revive(h, h.Pos)
	case 2:
		h.level.depart(h, geom.LevelID{Z: 1 + rng.IntN(3)}, geom.Pos{X: 30, Y: 20}, "fall")
		w.deliver()
	case 3:
		if !h.Wisp && rng.IntN(20) == 0 {
			give(t, w, h.Name, "heart", 1)
		}
	default:
		for _, o := range h.party.heroes {
			if o.level != h.level {
				continue
			}
			at := h.level.Links.Down
			if rng.IntN(3) == 0 && h.level.Links.HasUp {
				at = h.level.Links.Up
			}
			if free, ok := h.level.freeField(at); ok {
				stand(w, o.Name, free)
			}
		}
	}
}

// TestPartiesHoldTogether plays random parties under all options.
func TestPartiesHoldTogether(t *testing.T) {
	lost, won, deepest := 0, 0, 0
	for seed := range uint64(12) {
		o := Options{
			Seed: seed, Death: Death(seed % 3), Clock: Clock(seed / 3 % 2), Invite: seed%4 < 2, FreeDescent: seed%5 == 0,
			Fog: true, Quiet: seed%2 == 0,
		}
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			rng := rand.New(rand.NewPCG(seed, 2))
			w := NewWorld(o)
			kept := map[string]string{}
			for i := range 400 {
				for range 3 {
					_ = w.Perform(meddle(rng, w))
				}
				shove(t, rng, w)
				w.Step(nil)
				checkParties(t, w)
				checkBodies(t, w)
				checkLedger(t, w)
				for _, h := range w.heroes {
					heard(t, w, h.Name)
				}
				w.Forget()
				if i%10 != 0 {
					continue
				}
				for _, rec := range w.Changed() {
					if rec.Value == nil {
						delete(kept, rec.Key)
					} else {
						kept[rec.Key] = string(rec.Value)
					}
				}
				recs := w.Records()
				if len(recs) != len(kept) {
					t.Fatalf("%d records are kept of %d", len(kept), len(recs))
				}
				for _, rec := range recs {
					if kept[rec.Key] != string(rec.Value) {
						t.Fatalf("%s is not as it was kept", rec.Key)
					}
				}
				if i%50 == 0 {
					w = reborn(t, w, o)
				}
			}
			for _, run := range w.Hall("a") {
				lost++
				if run.Won {
					won++
				}
				deepest = max(deepest, run.Depth)
			}
		})
	}
	if lost < 5 || won == 0 || deepest < 2 {
		t.Errorf("the script reaches little: %d runs ended, %d were won, %d is the deepest", lost, won, deepest)
	}
}
