package rules

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"codeberg.org/anaseto/gruid"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/mapgen"
)

// foeAt puts a foe of that key there.
func foeAt(t testing.TB, w *World, key string, p geom.Pos) *foe {
	t.Helper()
	k, ok := content.FoeByKey(key)
	if !ok {
		t.Fatalf("there is no %s", key)
	}
	l := w.levels[0]
	f := &foe{Actor: Actor{ID: l.newID(), Kind: KindFoe, Foe: k, Pos: p, Health: 5, MaxHealth: 5}}
	l.addFoe(f)
	l.settleLight()
	return f
}

// TestStopRules has something happen in the third tick of each intent.
func TestStopRules(t *testing.T) {
	const hall = `
########################################################
#a.....................................................#
#......................................................#
#b....................................................<#
########################################################`
	intents := map[string]Command{
		"travel": travelTo("a", geom.Pos{X: 50, Y: 1}), "explore": {User: "a", Verb: Explore}, "rest": {User: "a", Verb: Rest},
		"search": {User: "a", Verb: Search}, "follow": {User: "a", Verb: Follow, Name: "b"},
	}
	happenings := []struct {
		name string
		do   func(w *World, h *hero)
		why  map[string]string // by intent, "" for any other
	}{
		{"nothing", func(*World, *hero) {}, map[string]string{"travel": "", "explore": "", "rest": "", "search": "", "follow": ""}},
		{"an enemy comes near", func(w *World, h *hero) {
			foeAt(t, w, "screech_cap", geom.Pos{X: 5, Y: 3})
		}, map[string]string{
			"travel": "stop_danger", "explore": "stop_danger", "rest": "stop_danger", "search": "stop_danger", "follow": "stop_danger",
		}},
		{"an enemy is seen asleep", func(w *World, h *hero) {
			foeAt(t, w, "screech_cap", geom.Pos{X: 5, Y: 3}).Asleep = true
		}, map[string]string{"travel": "", "explore": "stop_asleep", "rest": "", "search": "", "follow": ""}},
		{"a hidden enemy is not seen", func(w *World, h *hero) {
			foeAt(t, w, "screech_cap", geom.Pos{X: 5, Y: 3}).Hidden = true
		}, map[string]string{"travel": "", "explore": "", "rest": "", "search": "", "follow": ""}},
		{"it is hurt", func(w *World, h *hero) {
			h.level.hurt(&h.Actor, harm{amount: 2, cause: "a stone"})
		}, map[string]string{
			"travel": "stop_hit", "explore": "stop_hit", "rest": "stop_hit", "search": "stop_hit", "follow": "stop_hit",
		}},
		{"little health is left", func(w *World, h *hero) { h.Health = 5 },
			map[string]string{"travel": "", "explore": "stop_health", "rest": "", "search": "", "follow": ""}},
	}
	for _, x := range happenings {
		for name, c := range intents {
			t.Run(x.name+", "+name, func(t *testing.T) {
				w := unseen(t, hall)
				w.levels[0].Kind = mapgen.Rooms
				h := w.hero("a")
				h.Prefs.StopHealth, h.Health = 40, 20
				if name == "travel" {
					w.opts.Fog = false
				}
				do(t, w, c)
				w.Step(nil)
				w.Step(nil)
				if h.Intent.Kind == Idle {
					t.Fatalf("it ended by %q before anything happened", reason(h))
				}
				w.Forget()
				x.do(w, h)
				w.Step(nil)
				want := x.why[name]
				if stopped := h.Intent.Kind == Idle; stopped != (want != "") || reason(h) != want {
					t.Errorf("idle: %v, because of %q, want %q", stopped, reason(h), want)
				}
			})
		}
	}
}

// TestTheFrailGetAway has a hero with little health go on, to get away or because
// her player asks for it, and not attack.
func TestTheFrailGetAway(t *testing.T) {
	for _, c := range []struct {
		do  Command
		why string
	}{
		{travelTo("a", geom.Pos{X: 7, Y: 1}), "arrived"}, {Command{User: "a", Verb: Explore}, "explored"},
		{Command{User: "a", Verb: Attack}, "stop_health"},
	} {
		w := unseen(t, `
##########
#a.......#
##########`)
		h := w.hero("a")
		h.Prefs.StopHealth, h.Health = 40, 5
		if c.do.Verb == Travel {
			w.opts.Fog = false
		}
		if c.do.Verb == Attack {
			foeAt(t, w, "screech_cap", geom.Pos{X: 2, Y: 1})
		}
		if _, why := setOut(t, w, c.do, 100); why != c.why {
			t.Errorf("%v ended by %q, want %q", c.do.Verb, why, c.why)
		}
	}
}

// TestKnownEnemiesDontStop begins with an enemy in view.
func TestKnownEnemiesDontStop(t *testing.T) {
	w := fromPicture(t, `
##########
#a......<#
#........#
##########`)
	foeAt(t, w, "screech_cap", geom.Pos{X: 4, Y: 2})
	if _, why := setOut(t, w, travelTo("a", geom.Pos{X: 7, Y: 1}), 100); why != "arrived" {
		t.Errorf("travelling ended by %q", why)
	}
	for _, v := range []Verb{Rest, Search} {
		if ticks, why := setOut(t, w, Command{User: "a", Verb: v}, 100); why != "danger_near" || ticks != 0 {
			t.Errorf("%v took %d ticks and ended by %q", v, ticks, why)
		}
	}
}

// TestExploringInSpiteOfEnemies wants to explore again and again with an enemy in
// view: the first time she is warned of it, and when it has hurt her.
func TestExploringInSpiteOfEnemies(t *testing.T) {
	w := unseen(t, `
########################################
#a.....................................#
#.....................................<#
########################################`)
	h := w.hero("a")
	foeAt(t, w, "screech_cap", geom.Pos{X: 4, Y: 2})
	explore := Command{User: "a", Verb: Explore}
	again := func(want string) {
		t.Helper()
		w.Forget()
		do(t, w, explore)
		if got := reason(h); got != want {
			t.Fatalf("exploring ended by %q, want %q", got, want)
		}
		if want == "" {
			w.Step(nil)
			do(t, w, walk("a", geom.Stop))
		}
	}
	again("danger_explore")
	again("")
	again("")
	foeAt(t, w, "screech_cap", geom.Pos{X: 5, Y: 2}).Asleep = true
	again("")
	foeAt(t, w, "screech_cap", geom.Pos{X: 6, Y: 2})
	again("danger_explore")
	do(t, w, explore)
	h.level.hurt(&h.Actor, harm{amount: 1, cause: "a stone"})
	w.Step(nil)
	again("danger_explore")
	again("")
}

// TestDangerToOneStopsAll has a friend in another room see an enemy.
func TestDangerToOneStopsAll(t *testing.T) {
	for _, own := range []bool{false, true} {
		w := unseen(t, `
####################
#a.......#b........#
#........#.........#
#........#........<#
####################`)
		w.opts.OwnSight = own
		w.hero("a").Health = 10
		do(t, w, Command{User: "a", Verb: Rest})
		w.Step(nil)
		w.Forget()
		foeAt(t, w, "screech_cap", geom.Pos{X: 14, Y: 3})
		w.Step(nil)
		want := map[bool]string{false: "stop_danger", true: ""}[own]
		if got := reason(w.hero("a")); got != want {
			t.Errorf("with own sight %v it ended by %q, want %q", own, got, want)
		}
	}
}

func TestAttackGoesOnUntilItIsOver(t *testing.T) {
	for _, target := range []bool{true, false} {
		w := fromPicture(t, `
##########
#a.....<.#
##########`)
		h := w.hero("a")
		f := foeAt(t, w, "screech_cap", geom.Pos{X: 5, Y: 1})
		c := Command{User: "a", Verb: Attack}
		if target {
			c.Target = f.ID
		}
		if _, why := setOut(t, w, c, 500); why != "target_down" {
			t.Errorf("it ended by %q", why)
		}
		if len(h.level.Foes) != 0 || h.Pos != (geom.Pos{X: 4, Y: 1}) {
			t.Errorf("%d foes are left, the hero is at %v", len(h.level.Foes), h.Pos)
		}
		if ticks, why := setOut(t, w, Command{User: "a", Verb: Attack}, 10); why != "no_target" || ticks != 0 {
			t.Errorf("with nobody there it took %d ticks and ended by %q", ticks, why)
		}
	}
}

func TestAttackHasItsLimits(t *testing.T) {
	w := fromPicture(t, `
###########
#a.~.b...<#
###########`)
	a, b := w.hero("a"), w.hero("b")
	a.Prefs.StopHealth = 50
	f := foeAt(t, w, "screech_cap", geom.Pos{X: 7, Y: 1})
	for name, test := range map[string]struct {
		c      Command
		health int
		why    string
	}{
		"out of reach":  {Command{User: "a", Verb: Attack}, 30, "no_reach"},
		"a friend":      {Command{User: "a", Verb: Attack, Target: b.ID}, 30, "target_friend"},
		"oneself":       {Command{User: "a", Verb: Attack, Target: a.ID}, 30, "target_friend"},
		"nobody":        {Command{User: "a", Verb: Attack, Target: 77}, 30, "target_gone"},
		"little health": {Command{User: "a", Verb: Attack, Target: f.ID}, 14, "stop_health"},
	} {
		a.Health = test.health
		if ticks, why := setOut(t, w, test.c, 50); ticks != 0 || why != test.why {
			t.Errorf("%s: it took %d ticks and ended by %q, want %q", name, ticks, why, test.why)
		}
	}
}

func TestRestEndsHealed(t *testing.T) {
	w := fromPicture(t, lane)
	h := w.hero("a")
	h.Fed = 10_000
	h.Health = h.MaxHealth - 2
	ticks, why := setOut(t, w, Command{User: "a", Verb: Rest}, longestRest+1)
	if why != "rested" || h.Health != h.MaxHealth || ticks == 0 {
		t.Errorf("after %d ticks it ended by %q with %d health", ticks, why, h.Health)
	}
	if ticks, why := setOut(t, w, Command{User: "a", Verb: Rest}, 10); why != "rested" || ticks != 0 {
		t.Errorf("healthy, it rested %d ticks and ended by %q", ticks, why)
	}
}

func TestSearchFindsSecretDoors(t *testing.T) {
	w := unseen(t, `
#########
#a.S...<#
#########`)
	h := w.hero("a")
	for range 20 {
		if _, why := setOut(t, w, Command{User: "a", Verb: Search}, 100); why == "search_found" {
			if k := h.knows(h.Level).Terrain.At(geom.Pos{X: 3, Y: 1}); k == content.Wall || k == content.SecretDoor {
				t.Error("what was found isn't known")
			}
			return
		} else if why != "searched" {
			t.Fatalf("searching ended by %q", why)
		}
	}
	t.Error("100 searches next to a secret door found nothing")
}

func TestPassIsOneTick(t *testing.T) {
	w := fromPicture(t, lane)
	if ticks, _ := setOut(t, w, Command{User: "a", Verb: Pass}, 10); ticks != 1 {
		t.Errorf("passing took %d ticks", ticks)
	}
}

// cavers returns a world without foes in which the users are on a level, and
// know it and what is beside it as far as given.
func cavers(t testing.TB, seed uint64, users ...string) *World {
	t.Helper()
	w := NewWorld(Options{Seed: seed, Quiet: true, FreeDescent: true, Clock: RealTime})
	for _, user := range users {
		do(t, w, Command{User: user, Verb: Join, Level: geom.LevelID{Z: 1}})
	}
	return w
}

// TestTravelToOtherLevels goes two levels down and back again by one command
// each, over ladders that the hero has seen before.
func TestTravelToOtherLevels(t *testing.T) {
	w := cavers(t, 5, "a")
	h := w.hero("a")
	start := h.Pos
	for range 2 {
		if _, why := setOut(t, w, Command{User: "a", Verb: Travel, Name: "down"}, 2000); why != "arrived" {
			t.Fatalf("on the way down it ended by %q", why)
		}
		// Known is what fog would have left.
		k := h.knows(h.Level)
		k.Explored, k.Terrain = everything, h.level.Ground
		for h.Wait > patience {
			w.Step(nil)
		}
		do(t, w, Command{User: "a", Verb: Climb, On: true})
	}
	k := h.knows(h.Level)
	k.Explored, k.Terrain = everything, h.level.Ground
	there := h.Pos
	up := Command{User: "a", Verb: Travel, Name: "place", At: start, Level: geom.LevelID{Z: 1}, On: true}
	if _, why := setOut(t, w, up, 5000); why != "arrived" || h.Level.Z != 1 || h.Pos != start {
		t.Fatalf("on the way up it ended by %q on %v at %v", why, h.Level, h.Pos)
	}
	back := Command{User: "a", Verb: Travel, Name: "place", At: there, Level: geom.LevelID{Z: 3}, On: true}
	if _, why := setOut(t, w, back, 5000); why != "arrived" || h.Level.Z != 3 || h.Pos != there {
		t.Fatalf("on the way back it ended by %q on %v at %v", why, h.Level, h.Pos)
	}
	nowhere := Command{User: "a", Verb: Travel, Name: "place", Level: geom.LevelID{X: 40, Z: 1}, On: true}
	if ticks, why := setOut(t, w, nowhere, 10); why != "stop_level" || ticks != 0 {
		t.Errorf("to a level that isn't known it took %d ticks and ended by %q", ticks, why)
	}
}

// TestGoalIsOfTheLevel looks at where a travel is said to lead.
func TestGoalIsOfTheLevel(t *testing.T) {
	w := cavers(t, 5, "a")
	h := w.hero("a")
	here := travelTo("a", h.level.Links.Down)
	there := here
	there.Level, there.On = geom.LevelID{Z: 2}, true
	k := h.knows(there.Level)
	k.Explored, k.Terrain = everything, w.levelFor(there.Level).Ground
	for i, c := range []Command{here, there, {User: "a", Verb: Rest}} {
		var v View
		do(t, w, c)
		w.Step(nil)
		if w.View("a", &v); (v.Self.To != nil) != (i == 0) || v.Self.To != nil && *v.Self.To != c.At {
			t.Errorf("%+v leads to %v", h.Intent, v.Self.To)
		}
	}
}

// TestTravelHomeToTheChest seeks from below what only the camp has.
func TestTravelHomeToTheChest(t *testing.T) {
	w := NewWorld(Options{Seed: 5, Quiet: true, FreeDescent: true, Clock: RealTime})
	do(t, w, join("a"))
	h := w.hero("a")
	k := h.knows(h.Level)
	k.Explored, k.Terrain = everything, h.level.Ground
	setOut(t, w, Command{User: "a", Verb: Travel, Name: "down"}, 1000)
	do(t, w, Command{User: "a", Verb: Climb, On: true})
	k = h.knows(h.Level)
	k.Explored, k.Terrain = everything, h.level.Ground
	if ticks, why := setOut(t, w, Command{User: "a", Verb: Travel, Name: "shrine"}, 1000); why == "arrived" && ticks == 0 {
		t.Error("it is at a shrine at once")
	}
	if _, why := setOut(t, w, Command{User: "a", Verb: Travel, Name: "chest"}, 1000); why != "arrived" || h.Level != (geom.LevelID{}) {
		t.Fatalf("it ended by %q on %v", why, h.Level)
	}
	if _, ok := h.level.nextTo(h, content.Chest); !ok {
		t.Errorf("at %v is no chest", h.Pos)
	}
}

// TestTravelAsksThePartyToGather lets one of two travel to a level below, who
// may not go alone.
func TestTravelAsksThePartyToGather(t *testing.T) {
	w := cavers(t, 5, "a", "b")
	w.opts.FreeDescent = false
	h := w.hero("a")
	for z := 1; z <= 2; z++ {
		k := h.knows(geom.LevelID{Z: z})
		k.Explored, k.Terrain = everything, w.levelFor(geom.LevelID{Z: z}).Ground
	}
	w.Forget()
	do(t, w, Command{User: "a", Verb: Travel, Name: "place", At: geom.Pos{X: 5, Y: 5}, Level: geom.LevelID{Z: 2}, On: true})
	run(t, w, "a", 2000)
	if !slices.ContainsFunc(h.heard, func(e Event) bool { return e.Code == "party_not_gathered" && e.Text == "b" }) || h.Level.Z != 1 {
		t.Errorf("on %v, it was told %v", h.Level, h.heard)
	}
}

// TestTravelToPassages stops before passages, whoever asks, and goes through
// them on the way to a level beside.
func TestTravelToPassages(t *testing.T) {
	tried := 0
	for seed := range uint64(6) {
		w := cavers(t, seed, "a")
		h := w.hero("a")
		l := h.level
		side := geom.Stop
		for _, d := range geom.Dirs {
			if l.Links.HasSide[d] {
				side = d
			}
		}
		if side == geom.Stop {
			continue
		}
		tried++
		start := h.Pos
		if _, why := setOut(t, w, Command{User: "a", Verb: Travel, Name: "passage"}, 2000); why != "arrived" || h.level != l {
			t.Fatalf("seed %d: it ended by %q on %v", seed, why, h.Level)
		}
		if _, why := setOut(t, w, travelTo("a", l.Links.Sides[side]), 2000); why != "arrived" || h.level != l {
			t.Fatalf("seed %d: it ended by %q on %v", seed, why, h.Level)
		}
		k := h.knows(h.Level)
		k.Explored, k.Terrain = everything, l.Ground
		do(t, w, walk("a", side), walk("a", geom.Stop))
		for range 5 {
			w.Step(nil)
		}
		if h.level == l {
			t.Fatalf("seed %d: it doesn't stand before the passage but at %v", seed, h.Pos)
		}
		home := Command{User: "a", Verb: Travel, Name: "place", At: start, Level: l.ID, On: true}
		k = h.knows(h.Level)
		k.Explored, k.Terrain = everything, h.level.Ground
		if _, why := setOut(t, w, home, 2000); why != "arrived" || h.level != l || h.Pos != start {
			t.Fatalf("seed %d: on the way home it ended by %q on %v", seed, why, h.Level)
		}
	}
	if tried == 0 {
		t.Fatal("no level has a passage")
	}
}

// TestIntentsNeverEndSilently gives heroes of a world with everything in it all
// kinds of intents, and wants to be told why each of them ended; also that
// none of their ways leads over a field that the hero doesn't know.
func TestIntentsNeverEndSilently(t *testing.T) {
	for seed := range uint64(6) {
		w := NewWorld(Options{Seed: seed, Fog: true, Clock: RealTime, Death: Lenient, FreeDescent: true})
		rng := rand.New(rand.NewPCG(seed, 9))
		for i := range 3 {
			do(t, w, Command{User: fmt.Sprint(i), Verb: Join, Level: geom.LevelID{Z: 1 + int(seed)%4}})
		}
		for range 1500 {
			for _, h := range w.heroes {
				if h.Intent.Kind != Idle && rng.IntN(40) > 0 {
					continue
				}
				c := Command{User: h.Name, Verb: Travel + Verb(rng.IntN(int(Pass-Travel)+1))}
				switch c.Verb {
				case Travel:
					c.Name = []string{"place", "down", "up", "passage", "door"}[rng.IntN(5)]
					c.At = geom.Pos{X: rng.IntN(geom.LevelWidth), Y: rng.IntN(geom.LevelHeight)}
				case Follow:
					c.Name = fmt.Sprint(rng.IntN(3))
				}
				w.Forget()
				if err := w.Perform(c); err != nil {
					continue
				}
				if h.Intent.Kind == Idle && reason(h) == "" {
					t.Fatalf("seed %d: %v ended at once without a reason: %v", seed, c.Verb, h.heard)
				}
			}
			w.Forget()
			was := make([]Intent, len(w.heroes))
			on := make([]*level, len(w.heroes))
			for i, h := range w.heroes {
				was[i], on[i] = h.Intent, h.level
			}
			w.Step(nil)
			for i, h := range w.heroes {
				if was[i].Kind > Walking && was[i].Kind != Passing && h.Intent.Kind == Idle && reason(h) == "" && h.level == on[i] {
					t.Fatalf("seed %d: %v ended without a reason: %v", seed, was[i].Kind, h.heard)
				}
				known := &h.knows(h.Level).Explored
				for _, p := range h.Intent.path(h.Pos, nil) {
					if !known.Has(p) {
						t.Fatalf("seed %d: a way leads over %v, which isn't known", seed, p)
					}
				}
			}
		}
	}
}

// TestIntentsGoOnRestored restores a world again and again while heroes explore
// and follow, and wants it to go on as the one that was never put away.
func TestIntentsGoOnRestored(t *testing.T) {
	for seed := range uint64(3) {
		w := NewWorld(Options{Seed: seed, Fog: true, Clock: RealTime, Death: Lenient})
		for _, user := range []string{"a", "b", "c"} {
			do(t, w, Command{User: user, Verb: Join, Level: geom.LevelID{Z: 2}})
		}
		for round := range 12 {
			again, err := Restore(w.Records(), w.opts)
			if err != nil {
				t.Fatal(err)
			}
			for tick := range 25 {
				for _, h := range w.heroes {
					if h.Intent.Kind != Idle {
						continue
					}
					c := Command{User: h.Name, Verb: []Verb{Explore, Attack, Rest}[tick%3]}
					if h.Name == "c" {
						c.Verb, c.Name = Follow, "a"
					}
					_, _ = w.Perform(c), again.Perform(c)
				}
				w.Step(nil)
				again.Step(nil)
				if w.Hash() != again.Hash() {
					t.Fatalf("seed %d, round %d: restored, it goes another way after %d ticks", seed, round, tick+1)
				}
			}
		}
	}
}

// TestWaysAreShortest compares ways with the distances that come of trying
// every step until none shortens anything.
func TestWaysAreShortest(t *testing.T) {
	for seed := range uint64(4) {
		w := NewWorld(Options{Seed: seed, Quiet: true})
		do(t, w, Command{User: "a", Verb: Join, Level: geom.LevelID{Z: 1 + 2*int(seed)}})
		h := w.hero("a")
		l := h.level
		l.air = Air{}
		ways := l.waysOf(h)
		const far = 1 << 30
		var dist [geom.LevelCells]int
		for i := range dist {
			dist[i] = far
		}
		dist[geom.CellIndex(h.Pos)] = 0
		cost := func(p geom.Pos) int { return ways.Cost(gruid.Point{}, gruid.Point{X: p.X, Y: p.Y}) }
		for changed := true; changed; {
			changed = false
			for i, d := range dist {
				for _, dir := range geom.Dirs {
					p := geom.CellAt(i).Step(dir)
					if d == far || !l.walk.Has(p) || l.terrain(p).Avoid {
						continue
					}
					if j := geom.CellIndex(p); d+cost(p) < dist[j] {
						dist[j], changed = d+cost(p), true
					}
				}
			}
		}
		rng := rand.New(rand.NewPCG(seed, 3))
		for range 60 {
			to := geom.Pos{X: rng.IntN(geom.LevelWidth), Y: rng.IntN(geom.LevelHeight)}
			_, way, ok := ways.nearest(func(p geom.Pos) bool { return p == to })
			if want := dist[geom.CellIndex(to)]; ok != (want < far) {
				t.Fatalf("seed %d: a way to %v is found: %v", seed, to, ok)
			} else if !ok {
				continue
			}
			p, sum := h.Pos, 0
			for i := range len(way) {
				p = p.Step(geom.Dir(way[i] - '0'))
				sum += cost(p)
			}
			if p != to || sum != dist[geom.CellIndex(to)] {
				t.Fatalf("seed %d: the way to %v ends at %v after %d ticks, want %d", seed, to, p, sum, dist[geom.CellIndex(to)])
			}
		}
	}
}

// TestAttackWhoIsSensed has a telepath attack what hides before her and bars her
// way.
func TestAttackWhoIsSensed(t *testing.T) {
	w, l := fight(t, "##########\n#a.......#\n##########")
	f := putFoe(t, l, "roof_spider", 3, 1)
	f.Hidden = true
	fog(w)
	if _, why := setOut(t, w, Command{User: "a", Verb: Attack}, 20); why != "no_target" {
		t.Errorf("she attacks what she doesn't know of: %q", why)
	}
	l.inflict(&w.hero("a").Actor, content.Telepathic, 500, 0, nil)
	if _, why := setOut(t, w, Command{User: "a", Verb: Attack}, 300); why != "target_down" {
		t.Errorf("it ended by %q", why)
	}
}
