package rules

import (
	"slices"
	"strings"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/mapgen"
)

// reasons are the codes of events that end an intent.
var reasons = map[string]bool{
	"stop_danger": true, "stop_asleep": true, "stop_hit": true, "stop_health": true, "stop_no_way": true,
	"stop_blocked": true, "stop_moved": true, "stop_unknown": true, "stop_level": true, "stop_item": true, "stop_thing": true, "stop_doors": true, "search_found": true,
	"arrived": true, "explored": true, "explored_but": true, "rested": true, "rest_long": true,
	"danger_near": true, "danger_explore": true, "searched": true, "follow_lost": true, "follow_gone": true, "follow_self": true,
	"stop_water":  true,
	"target_gone": true, "target_down": true, "target_away": true, "target_friend": true, "no_target": true, "no_reach": true,
}

// reason returns the code of the last event heard that ends an intent, "" for
// none.
func reason(h *hero) string {
	for i := len(h.heard) - 1; i >= 0; i-- {
		if reasons[h.heard[i].Code] {
			return h.heard[i].Code
		}
	}
	return ""
}

// run steps the world until the hero has no intent, and returns how many ticks
// that took and why it ended.
func run(t testing.TB, w *World, user string, atMost int) (ticks int, why string) {
	t.Helper()
	h := w.hero(user)
	for ; h.Intent.Kind != Idle; ticks++ {
		if ticks == atMost {
			t.Fatalf("%s still has the intent %+v after %d ticks\n%s", user, h.Intent, ticks, draw(h.level))
		}
		w.Step(nil)
	}
	return ticks, reason(h)
}

// setOut performs a command and runs until its intent is over.
func setOut(t testing.TB, w *World, c Command, atMost int) (ticks int, why string) {
	t.Helper()
	w.Forget()
	do(t, w, c)
	return run(t, w, c.User, atMost)
}

// unseen returns the picture's world with fog, of which the heroes know what
// they see.
func unseen(t testing.TB, picture string) *World {
	t.Helper()
	w := fromPicture(t, picture)
	for _, h := range w.heroes {
		h.Known = nil
	}
	return fog(w)
}

func travelTo(user string, p geom.Pos) Command {
	return Command{User: user, Verb: Travel, Name: "place", At: p}
}

func TestTravel(t *testing.T) {
	for name, test := range map[string]struct {
		picture string
		to      string // what is sought, or "" for the field of x
		x       geom.Pos
		ticks   int
		why     string
		end     geom.Pos
	}{
		"straight": {`
##########
#a......<#
##########`, "", geom.Pos{X: 6, Y: 1}, 5, "arrived", geom.Pos{X: 6, Y: 1}},
		"to where one is": {`
##########
#a......<#
##########`, "", geom.Pos{X: 1, Y: 1}, 0, "arrived", geom.Pos{X: 1, Y: 1}},
		"round water and lava": {`
##########
#a~.^.<..#
#.~.^....#
#........#
##########`, "", geom.Pos{X: 5, Y: 1}, 8, "arrived", geom.Pos{X: 5, Y: 1}},
		"rather far than through rubble": {`
##########
#a.RR.<..#
#........#
##########`, "", geom.Pos{X: 5, Y: 1}, 6, "arrived", geom.Pos{X: 5, Y: 1}},
		"next to an altar": {`
##########
#a..._<..#
##########`, "altar", geom.Pos{}, 3, "arrived", geom.Pos{X: 4, Y: 1}},
		"onto the nearest ladder": {`
##########
#>.a....>#
##########`, "down", geom.Pos{}, 2, "arrived", geom.Pos{X: 1, Y: 1}},
		"to what there is none of": {`
##########
#>.a....>#
##########`, "shrine", geom.Pos{}, 0, "stop_unknown", geom.Pos{X: 3, Y: 1}},
		"nonsense": {`
##########
#>.a....>#
##########`, "the moon", geom.Pos{}, 0, "stop_unknown", geom.Pos{X: 3, Y: 1}},
		"into a wall": {`
##########
#>.a....>#
##########`, "", geom.Pos{X: 3, Y: 0}, 0, "stop_no_way", geom.Pos{X: 3, Y: 1}},
		"across deep water": {`
##########
#a.~...<.#
##########`, "", geom.Pos{X: 5, Y: 1}, 0, "stop_water", geom.Pos{X: 1, Y: 1}},
		"across lava": {`
##########
#a.^...<.#
##########`, "", geom.Pos{X: 5, Y: 1}, 0, "stop_no_way", geom.Pos{X: 1, Y: 1}},
		"past a ghost": {`
##########
#a..&..<.#
#........#
##########`, "", geom.Pos{X: 6, Y: 1}, 7, "arrived", geom.Pos{X: 6, Y: 1}},
		"behind a ghost, when it has moved on": {`
##########
#a..&..<.#
##########`, "", geom.Pos{X: 6, Y: 1}, 20, "arrived", geom.Pos{X: 5, Y: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			w := fromPicture(t, test.picture)
			c := travelTo("a", test.x)
			if test.to != "" {
				c = Command{User: "a", Verb: Travel, Name: test.to}
			}
			ticks, why := setOut(t, w, c, 100)
			if ticks != test.ticks || why != test.why {
				t.Errorf("it took %d ticks and ended by %q, want %d and %q", ticks, why, test.ticks, test.why)
			}
			if got := w.hero("a").Pos; got != test.end {
				t.Errorf("the hero is at %v, want %v", got, test.end)
			}
		})
	}
}

// TestTravelSwimsWhenAskedAgain wants a place behind deep water twice.
func TestTravelSwimsWhenAskedAgain(t *testing.T) {
	for _, c := range []Command{travelTo("a", geom.Pos{X: 9, Y: 1}), {User: "a", Verb: Travel, Name: "down"}} {
		w := fromPicture(t, `
###########
#a..~~~..>#
#.###~###.#
#.......~^#
###########`)
		h := w.hero("a")
		if ticks, why := setOut(t, w, c, 100); ticks != 0 || why != "stop_water" {
			t.Fatalf("it took %d ticks and ended by %q", ticks, why)
		}
		other := travelTo("a", geom.Pos{X: 7, Y: 3})
		if _, why := setOut(t, w, other, 100); why != "arrived" || h.level.terrain(h.Pos).Avoid {
			t.Fatalf("along the shore it ended by %q", why)
		}
		if _, why := setOut(t, w, c, 100); why != "stop_water" {
			t.Fatalf("after another wish it ended by %q", why)
		}
		swum := 0
		do(t, w, c)
		for h.Intent.Kind != Idle {
			w.Step(nil)
			if h.level.Ground.At(h.Pos) == content.Lava {
				t.Fatal("she goes through lava")
			}
			if h.level.Ground.At(h.Pos) == content.DeepWater && h.Wait == 0 {
				swum++
			}
		}
		if h.level.Ground.At(h.Pos) != content.LadderDown || swum > 4 {
			t.Errorf("she is at %v after %d ticks in the water: %q", h.Pos, swum, reason(h))
		}
	}
}

// TestTravelAroundSleepers lets a friend sleep on the only way, and on one of
// two.
func TestTravelAroundSleepers(t *testing.T) {
	for _, test := range []struct {
		picture string
		why     string
	}{
		{`
########
#a.b..<#
########`, "arrived"},
		{`
########
#a.b..<#
#......#
########`, "arrived"},
	} {
		w := fromPicture(t, test.picture)
		do(t, w, Command{User: "b", Verb: Sleep})
		_, why := setOut(t, w, travelTo("a", geom.Pos{X: 5, Y: 1}), 100)
		if why != test.why {
			t.Errorf("it ended by %q, want %q", why, test.why)
		}
	}
}

// TestTravelPassesFriends has an idle friend in a corridor, who goes on after a
// while or changes places.
func TestTravelPassesFriends(t *testing.T) {
	for _, after := range []int{0, 10, 1000} {
		w := fromPicture(t, `
###########
#a..b....<#
###########`)
		do(t, w, travelTo("a", geom.Pos{X: 6, Y: 1}))
		for tick := range 200 {
			if tick == after {
				do(t, w, walk("b", geom.East))
			}
			w.Step(nil)
		}
		if got := reason(w.hero("a")); got != "arrived" {
			t.Errorf("with a friend who goes after %d ticks it ended by %q", after, got)
		}
	}
}

// TestWaysWaitForWhoWanders has a light that does nobody harm in the only way on,
// while time waits for who goes there.
func TestWaysWaitForWhoWanders(t *testing.T) {
	for _, c := range []Command{travelTo("a", geom.Pos{X: 8, Y: 1}), {User: "a", Verb: Explore}} {
		w := unseen(t, "###########\n#a........#\n###########")
		w.opts.Clock = Adaptive
		putFoe(t, w.levels[0], "ghost", 3, 1)
		h := w.hero("a")
		if c.Verb == Travel {
			k := h.knows(w.levels[0].ID)
			k.Explored, k.Terrain = everything, w.levels[0].Ground
		}
		if _, why := setOut(t, w, c, 600); why == "stop_blocked" && w.Ticks < 150 {
			t.Errorf("%v gave up after %d ticks, at %v", c.Verb, w.Ticks, h.Pos)
		}
		if len(h.heard) > 20 {
			t.Errorf("she is told %d things", len(h.heard))
		}
	}
}

// TestTravelGetsOutFromAmongFollowers has a hero in a dead end on whose way out,
// over rubble, her followers stand: they must not step in her way for ever.
func TestTravelGetsOutFromAmongFollowers(t *testing.T) {
	for first := range 64 { // who waits for whom goes by their IDs, who is where by chance
		w := fromPicture(t, `
######
##ac##
#.bR##
#.d.##
#....#
#....#
######`)
		l := w.levels[0]
		l.set(geom.Pos{X: 2, Y: 2}, content.Rubble)
		for i, user := range []string{"a", "b", "c", "d"} {
			w.hero(user).ID = uint64(1000 + 10*((i+first)%4))
		}
		for _, user := range []string{"b", "c", "d"} {
			do(t, w, Command{User: user, Verb: Follow, Name: "a"})
		}
		for range first / 4 {
			w.Step(nil)
		}
		if ticks, why := setOut(t, w, travelTo("a", geom.Pos{X: 3, Y: 5}), 300); why != "arrived" || ticks > 60 {
			t.Errorf("%d: after %d ticks it ended by %q", first, ticks, why)
		}
	}
}

// TestExploreGoesToWhomItSenses has a telepath explore where a foe that she
// can't see sleeps in the only way to what she doesn't know. She goes up to it.
func TestExploreGoesToWhomItSenses(t *testing.T) {
	w := unseen(t, `
##########
#a......##
#######.##
#.......##
#.########
#.......##
##########`)
	l, h := w.levels[0], w.hero("a")
	k := h.knows(l.ID)
	k.Explored, k.Terrain = everything, l.Ground
	vacate(&k.Explored, geom.Pos{X: 7, Y: 5})
	l.inflict(&h.Actor, content.Telepathic, 500, 0, nil)
	f := putFoe(t, l, "hob", 1, 4)
	l.inflict(&f.Actor, content.Asleep, 500, 0, nil)
	_, why := setOut(t, w, Command{User: "a", Verb: Explore}, 100)
	if why != "stop_blocked" || !l.sights(h, &f.Actor) && h.Pos.Sub(f.Pos).Taxicab() > 1 {
		t.Errorf("at %v she stops by %q", h.Pos, why)
	}
}

func TestExplore(t *testing.T) {
	for name, test := range map[string]struct {
		picture string
		why     string
	}{
		"rooms and corridors": {`
####################
#a...#.....#...#...#
#....+.....#...#...#
#....#.....#.......#
###.########...##.##
###........+...#...#
####################`, "explored"},
		"a locked door": {`
############
#a...L.....#
#....#.....#
############`, "explored_but"},
		"a chasm on the way": {`
##########
#a...:...#
#....:...#
##########`, "explored_but"},
	} {
		t.Run(name, func(t *testing.T) {
			w := unseen(t, test.picture)
			if _, why := setOut(t, w, Command{User: "a", Verb: Explore}, 500); why != test.why {
				t.Errorf("it ended by %q, want %q", why, test.why)
			}
			checkExplored(t, w, w.hero("a"))
		})
	}
}

// TestExploreGoesOnWhenTheWayIsFree has somebody asleep in the only way on: that
// ends exploring, but not as if everything had been seen.
func TestExploreGoesOnWhenTheWayIsFree(t *testing.T) {
	w := unseen(t, `
################
#a.............#
############.###
############...#
################`)
	l := w.levels[0]
	f := putFoe(t, l, "cave_brute", 9, 1)
	f.Asleep = true
	l.settleLight()
	explore := Command{User: "a", Verb: Explore}
	why := ""
	for range 3 { // the first time, the sight of it ends exploring
		_, why = setOut(t, w, explore, 100)
	}
	if why != "stop_blocked" {
		t.Errorf("it ended by %q", why)
	}
	l.removeFoe(f)
	if _, why = setOut(t, w, explore, 100); why != "explored" {
		t.Errorf("once the way was free it ended by %q", why)
	}
	checkExplored(t, w, w.hero("a"))
}

// checkExplored fails unless the hero has seen every field that it can get to
// without stepping where it wouldn't.
func checkExplored(t testing.TB, w *World, h *hero) {
	t.Helper()
	l := h.level
	var seen geom.CellSet
	seen.Add(h.Pos)
	for queue := []geom.Pos{h.Pos}; len(queue) > 0; queue = queue[1:] {
		if !h.knows(l.ID).Explored.Has(queue[0]) {
			t.Fatalf("%v can be reached and is not explored\n%s", queue[0], draw(l))
		}
		for _, d := range geom.Dirs {
			p := queue[0].Step(d)
			if l.walk.Has(p) && !l.terrain(p).Avoid && !seen.Has(p) {
				seen.Add(p)
				queue = append(queue, p)
			}
		}
	}
}

// TestExploreWholeLevels explores generated levels, from which the foes have
// gone, to the end: again and again, until nothing is left.
func TestExploreWholeLevels(t *testing.T) {
	for seed := range uint64(30) {
		w := NewWorld(Options{Seed: seed, Fog: true})
		do(t, w, Command{User: "a", Verb: Join, Level: geom.LevelID{X: int(seed % 3), Z: 1 + int(seed)%10}})
		h := w.hero("a")
		h.MaxHealth, h.Health = 1000, 1000
		for l := h.level; len(l.Foes) > 0; {
			l.removeFoe(l.Foes[0])
		}
		ticks, why := 0, ""
		for tries := 0; why != "explored" && why != "explored_but"; tries++ {
			if tries == 30 {
				t.Fatalf("seed %d: exploring %v goes on and on by %q at %v", seed, h.Level, why, h.Pos)
			}
			var n int
			if n, why = setOut(t, w, Command{User: "a", Verb: Explore}, 3000); why == "" {
				t.Fatalf("seed %d: exploring ended without a reason", seed)
			}
			ticks += n
		}
		if ticks > 2000 {
			t.Errorf("seed %d: exploring %v took %d ticks", seed, h.Level, ticks)
		}
		checkExplored(t, w, h)
	}
}

// TestWaitsForAirToClear has a cloud in the only way, which goes in time or
// never.
func TestWaitsForAirToClear(t *testing.T) {
	for _, goes := range []bool{true, false} {
		w := fromPicture(t, `
##########
#a......<#
##########`)
		h := w.hero("a")
		spot := geom.Pos{X: 4, Y: 1}
		fill := func() { h.level.air.set(spot, content.PoisonGas, 200) }
		fill()
		do(t, w, travelTo("a", geom.Pos{X: 7, Y: 1}))
		for tick := range 1000 {
			h.level.air = Air{}
			if !goes || tick < 20 {
				fill()
			}
			w.Step(nil)
			if h.level.air.Over.Has(h.Pos) {
				t.Fatal("it goes through the gas")
			}
		}
		want := map[bool]string{true: "arrived", false: "stop_blocked"}[goes]
		if got := reason(h); got != want {
			t.Errorf("with gas that goes %v, it ended by %q, want %q", goes, got, want)
		}
	}
}

// TestExploreStopsForChoices has doors and things come into sight round a corner:
// each stops exploring once.
func TestExploreStopsForChoices(t *testing.T) {
	const cave = `
##############
#a...........#
############.#
#+##+#######.#
#...........!#
##############`
	for name, c := range map[string]struct {
		prepare func(w *World, h *hero)
		want    []string
	}{
		"two doors": {func(*World, *hero) {}, []string{"stop_doors", "explored"}},
		"a thing that is not picked up": {func(w *World, h *hero) {
			h.Prefs.Pickup = false
		}, []string{"stop_thing", "stop_doors", "explored"}},
		"a thing that does not fit": {func(w *World, h *hero) {
			for len(h.Pack) < packSize {
				h.Pack = append(h.Pack, h.level.newItem(kindOf(t, "mace"), 1))
			}
		}, []string{"stop_thing", "stop_doors", "explored"}},
		"a known thing": {func(w *World, h *hero) {
			h.Prefs.Pickup = false
			h.knows(h.Level).Left = []uint64{h.level.Lying[0].Item.ID}
		}, []string{"stop_doors", "explored"}},
	} {
		t.Run(name, func(t *testing.T) {
			w := unseen(t, strings.Replace(cave, "!", ".", 1))
			l, h := w.levels[0], w.hero("a")
			l.lay(l.newItem(kindOf(t, "dagger"), 1), geom.Pos{X: 12, Y: 4})
			l.Kind = mapgen.Rooms
			c.prepare(w, h)
			var got []string
			for range 6 {
				_, why := setOut(t, w, Command{User: "a", Verb: Explore}, 300)
				if got = append(got, why); strings.HasPrefix(why, "explored") {
					break
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("it stopped for %q, want %q", got, c.want)
			}
		})
	}
}
