package rules

import (
	"fmt"
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestFoesKeepTheirPlaces plays generated levels with all their foes and looks
// at everybody after every tick; played again with the levels stepped in another
// order, and from what was kept of it, it comes out the same.
func TestFoesKeepTheirPlaces(t *testing.T) {
	for seed := range uint64(6) {
		o := Options{Seed: seed, Clock: RealTime, Fog: true}
		play := func(run Runner, look, keep bool) string {
			w := NewWorld(o)
			id := geom.LevelID{Z: 1 + int(seed*2)%11}
			for _, user := range []string{"a", "b", "c"} {
				do(t, w, Command{User: user, Verb: Join, Level: id})
			}
			for i := range 400 {
				for j, user := range []string{"a", "b", "c"} {
					if i%7 == j {
						_ = w.Perform(walk(user, geom.Dirs[(i/7+j*3)%4])) // the dead may refuse
					}
				}
				w.Step(run)
				if look {
					checkFoes(t, w)
				}
				w.Forget()
				if keep && i%90 == 50 {
					w = reborn(t, w, o)
				}
			}
			return fmt.Sprint(w.Hash())
		}
		backwards := func(n int, do func(int)) {
			for i := n - 1; i >= 0; i-- {
				do(i)
			}
		}
		want := play(nil, true, false)
		if play(backwards, false, false) != want {
			t.Errorf("seed %d: the order in which levels are stepped matters", seed)
		}
		if play(nil, false, true) != want {
			t.Errorf("seed %d: it goes on otherwise after it was read", seed)
		}
	}
}

// checkFoes fails unless all bodies are where they may be and have health
// within bounds.
func checkFoes(t testing.TB, w *World) {
	t.Helper()
	for _, l := range w.levels {
		var taken geom.CellSet
		for _, a := range l.bodies {
			f, h := l.foeOf(a), l.heroOf(a)
			if h != nil && h.Wisp {
				continue
			}
			through := f != nil && f.row().Has(content.Ethereal)
			switch {
			case taken.Has(a.Pos):
				t.Fatalf("two stand on %v", a.Pos)
			case !through && !l.walk.Has(a.Pos) && !l.terrain(a.Pos).Fly:
				t.Fatalf("somebody stands in a wall at %v", a.Pos)
			case !through && l.Ground.At(a.Pos) == content.DoorClosed:
				t.Fatalf("somebody stands in a closed door at %v", a.Pos)
			case a.Health < 1 || a.Health > a.MaxHealth:
				t.Fatalf("somebody has %d of %d health", a.Health, a.MaxHealth)
			case f != nil && len(l.Foes) > maxFoes:
				t.Fatalf("there are %d foes", len(l.Foes))
			}
			taken.Add(a.Pos)
		}
	}
}

func TestQuietCavesHaveNoFoes(t *testing.T) {
	w := NewWorld(Options{Seed: 3, Quiet: true})
	do(t, w, Command{User: "b", Verb: Join, Level: geom.LevelID{Z: 4}})
	if l := w.hero("b").level; len(l.Foes) > 0 {
		t.Errorf("%v has %d foes", l.ID, len(l.Foes))
	}
}

// BenchmarkStep steps a level with 60 foes that are awake.
func BenchmarkStep(b *testing.B) {
	for _, heroes := range []int{1, 4, 50} {
		b.Run(fmt.Sprint(heroes, " heroes"), func(b *testing.B) {
			w := NewWorld(Options{Seed: 4, Clock: RealTime, Fog: true, Quiet: true})
			id := geom.LevelID{Z: 5}
			for i := range heroes {
				do(b, w, Command{User: fmt.Sprintf("u%02d", i), Verb: Join, Level: id})
			}
			l := w.level(id)
			kinds := []string{"cave_rat", "hob", "hob_slinger", "tunnel_hound", "web_spinner", "echo"}
			for i := 0; len(l.Foes) < 60; i++ {
				if p := geom.CellAt(l.Dice.Below(geom.LevelCells)); l.open(p) && !l.terrain(p).Avoid {
					putFoe(b, l, kinds[i%len(kinds)], p.X, p.Y)
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				for _, h := range w.heroes {
					h.Health = h.MaxHealth
				}
				w.Step(nil)
				w.Forget()
			}
		})
	}
}

// TestFoesGiveUp lets a foe lose whom it was after, and watches what becomes of
// it: it goes back to where it came from, and who slept there sleeps again.
func TestFoesGiveUp(t *testing.T) {
	const cave = `
####################
#a.......+.........#
####################`
	for _, c := range []struct {
		key    string
		sleeps bool
	}{{"hob", true}, {"hob", false}, {"tollmaster", true}, {"cave_rat", true}} {
		w, l := fight(t, cave)
		h := w.hero("a")
		l.set(geom.Pos{X: 9, Y: 1}, content.DoorOpen)
		f := putFoe(t, l, c.key, 14, 1)
		f.Asleep = c.sleeps
		l.wake(f)
		f.Mood, f.Target, f.Goal, f.Patience = Hunting, h.ID, geom.Pos{X: 8, Y: 1}, patienceOfHunters
		l.leave(h)
		h.Pos = geom.Pos{X: 1, Y: 1}
		h.Asleep = true // time passes for somebody, nobody is to be found
		l.enter(h)
		l.Ground[geom.CellIndex(geom.Pos{X: 4, Y: 1})] = content.Wall
		gone, back := false, false
		for range 1200 {
			l.step()
			gone = gone || f.Pos.X < 11
			back = back || gone && f.Pos == f.Home
		}
		if !gone || !back {
			t.Errorf("%s: it went to look: %v, it came back: %v; it is at %v", c.key, gone, back, f.Pos)
		}
		if f.Target != 0 || f.Mood != Wandering {
			t.Errorf("%s: it is still after somebody, in mood %d", c.key, f.Mood)
		}
		if f.Asleep != c.sleeps {
			t.Errorf("%s slept: %v, sleeps: %v", c.key, c.sleeps, f.Asleep)
		}
	}
}

// TestLevelsComeToRest wakes all that sleeps on generated levels, and sees it
// asleep again once nobody is there.
func TestLevelsComeToRest(t *testing.T) {
	const ticks = 2500
	for seed := range uint64(8) {
		w := NewWorld(Options{Seed: seed, Clock: RealTime, Fog: true})
		do(t, w, Command{User: "a", Verb: Join, Level: geom.LevelID{Z: 1 + int(seed)}})
		h := w.hero("a")
		l := h.level
		h.Wisp = true
		slept, alarmed := map[uint64]bool{}, 0
		for _, f := range l.Foes {
			slept[f.ID] = f.Asleep && !f.row().Has(content.Guardian)
		}
		l.noise(h.Pos, 200, nil)
		for _, f := range l.Foes {
			if l.wake(f); f.Mood == Seeking {
				alarmed++
			}
		}
		if alarmed == 0 {
			t.Fatalf("seed %d: nobody heard anything", seed)
		}
		for range ticks {
			l.step()
		}
		for _, f := range l.Foes {
			if slept[f.ID] && !f.Asleep && f.Mood != Hunting && f.Mood != Fleeing {
				t.Errorf("seed %d: the %s does not sleep, in mood %d at %v, of %v", seed, f.row().Name, f.Mood, f.Pos, f.Home)
			}
		}
	}
}

// TestAmbushersHideAgain lets one that has struck lose its prey.
func TestAmbushersHideAgain(t *testing.T) {
	for _, c := range []struct{ key, cave string }{
		{"roof_spider", "##########\n#a.......#\n##########"},
		{"pool_leech", "##########\n#a....,~~#\n##########"},
	} {
		w, l := fight(t, c.cave)
		f := putFoe(t, l, c.key, 8, 1)
		f.Hidden = true
		l.unmask(f)
		f.Mood, f.Target, f.Goal, f.Patience = Seeking, w.hero("a").ID, geom.Pos{X: 7, Y: 1}, 40
		w.hero("a").Wisp = true // nobody to attack
		for range 900 {
			l.step()
		}
		if !f.Hidden {
			t.Errorf("%s shows itself at %v", c.key, f.Pos)
		}
	}
}

// actOnce lets f, and nobody and nothing else, have its tick.
func actOnce(l *level, f *foe) {
	l.forgetFlows()
	if f.Wait == 0 {
		l.act(f)
	}
	f.Wait, f.Cool = max(f.Wait-1, 0), max(f.Cool-1, 0)
}

// TestFoesLeaveHarm puts foes into bad air and onto bad ground, in the middle of
// a fight.
func TestFoesLeaveHarm(t *testing.T) {
	for _, c := range []struct {
		key    string
		air    content.CloudKind
		ground content.TerrainKind
		leaves bool
	}{
		{"hob", content.PoisonGas, content.Floor, true},
		{"hob", content.Fire, content.Floor, true},
		{"hob", content.Frost, content.Floor, true},
		{"hob", content.Steam, content.Floor, true},
		{"hob", content.Spores, content.Floor, true},
		{"hob", content.MarshGas, content.Floor, false},
		{"hob", content.HealingMist, content.Floor, false},
		{"hob", content.NoCloud, content.Lava, true},
		{"tollmaster", content.PoisonGas, content.Floor, true},
		{"moss_bear", content.Fire, content.Floor, true},
		{"moss_bear", content.Spores, content.Floor, false},
		{"risen_digger", content.PoisonGas, content.Floor, false},
		{"ember_hound", content.Fire, content.Floor, false},
		{"ember_hound", content.NoCloud, content.Lava, false},
		{"magma_worm", content.Fire, content.Floor, false},
		{"drowned_abbot", content.Frost, content.Floor, false},
		{"grasping_root", content.Fire, content.Floor, false},
	} {
		_, l := fight(t, arena)
		h := l.heroes[0]
		f := putFoe(t, l, c.key, 2, 2)
		f.Mood, f.Target, f.Goal, f.Patience = Hunting, h.ID, h.Pos, patienceOfHunters
		l.eachNear(f.Pos, 1, func(p geom.Pos) {
			if p != h.Pos {
				l.air.set(p, c.air, 40)
				l.set(p, c.ground)
			}
		})
		for range 40 {
			actOnce(l, f)
		}
		if left := f.Pos.Sub(h.Pos).Taxicab() > 1; left != c.leaves {
			t.Errorf("%s in %s on %s leaves: %v", c.key, c.air.Row().Name, c.ground.Row().Name, left)
		}
	}
}

// TestPacksGoRound lets a pack come at a hero in a corridor from one end: it
// takes the other end, too, where the way round is not too long, and does not
// leave who has no fellow at the prey, or no other way.
func TestPacksGoRound(t *testing.T) {
	const ring = `
########
#..a...#
#.####.#
#......#
########`
	const long = `
################
#..a...#########
#.####.#########
#.####.........#
#.############.#
#..............#
################`
	for _, c := range []struct {
		name, cave, key string
		fellows         int
		round           bool
	}{
		{"a pack in a ring", ring, "tunnel_hound", 2, true},
		{"rats in a ring", ring, "cave_rat", 2, true},
		{"one of a pack", ring, "tunnel_hound", 1, false},
		{"others", ring, "cave_brute", 2, false},
		{"a way that is too long", long, "tunnel_hound", 2, false},
	} {
		w, l := fight(t, c.cave)
		h := w.hero("a")
		h.Health, h.MaxHealth = 9000, 9000
		for i := range c.fellows {
			f := putFoe(t, l, c.key, 5+i, 1)
			f.Mood, f.Target, f.Goal, f.Patience = Hunting, h.ID, h.Pos, patienceOfHunters
		}
		round := false
		for range 150 {
			w.Step(nil)
			round = round || l.bodyAt(h.Pos.Step(geom.West)) != nil
			if c.round && round && l.bodyAt(h.Pos.Step(geom.East)) == nil {
				t.Errorf("%s: nobody holds the other end", c.name)
			}
		}
		if round != c.round {
			t.Errorf("%s: they come from both ends: %v\n%s", c.name, round, draw(l)[:400])
		}
	}
}

// roundabout is a way round that never ends.
const roundabout = `
###########
#a........#
#.#######.#
#.#######.#
#.........#
###########`

// TestNobodyFleesForEver has a foe that is hurt and as quick as the hero run
// round and round: she gives up, and in the end it turns and fights.
func TestNobodyFleesForEver(t *testing.T) {
	w, l := fight(t, roundabout)
	f := putFoe(t, l, "cave_rat", 3, 1)
	f.Health = 1
	l.startToFlee(f)
	if ticks, why := setOut(t, w, Command{User: "a", Verb: Attack, Target: f.ID}, 300); why != "target_away" {
		t.Errorf("after %d ticks attacking ended by %q", ticks, why)
	}

	w, l = fight(t, "########\n#a.....#\n#......#\n########")
	f = putFoe(t, l, "cave_rat", 5, 2)
	f.Health = 1
	l.startToFlee(f)
	until(t, w, 4*fleeTicks, "it fights", func() bool { return f.Mood == Hunting && f.Bold >= maxBold })
}

// TestFoesKeepOffWhatHarmsThem lets every kind of foe hunt a hero beyond lava, a
// chasm, deep water and fire, with a long way round, and none goes where it
// would be harmed.
func TestFoesKeepOffWhatHarmsThem(t *testing.T) {
	const cave = `
##############
#...^..:..~..#
#...^..:..~..#
#a..^..:..~..#
#...^..:..~..#
#............#
##############`
	for i := range content.Foes {
		r := &content.Foes[i]
		w, l := fight(t, cave)
		h := w.hero("a")
		h.Health, h.MaxHealth = 9000, 9000
		f := putFoe(t, l, r.Key, 12, 2)
		f.Mood, f.Target, f.Goal, f.Patience = Hunting, h.ID, h.Pos, 500
		l.air.set(geom.Pos{X: 3, Y: 5}, content.PoisonGas, 20)
		l.air.set(geom.Pos{X: 6, Y: 5}, content.Fire, 20)
		for range 200 {
			actOnce(l, f)
			if l.foeOf(&f.Actor) == nil {
				if !r.Has(content.Exploder) {
					t.Errorf("%s is gone", r.Name)
				}
				break
			}
			k := l.Ground.At(f.Pos)
			if l.harmedAt(f, f.Pos) || k == content.DeepWater && !r.Has(content.Swimmer) && !l.airborne(&f.Actor) {
				air, _ := l.air.at(f.Pos)
				t.Errorf("%s is in %s, in %s", r.Name, k.Row().Name, air.Row().Name)
				break
			}
		}
	}
}

// TestFoesFleeWhenItIsWise hurts every kind of foe badly: those whose tables say
// so get away from her, the others don't, and who is cornered fights.
func TestFoesFleeWhenItIsWise(t *testing.T) {
	for i := range content.Foes {
		r := &content.Foes[i]
		if r.Has(content.Harmless) || r.Has(content.Stationary) || r.Has(content.Screamer) {
			continue
		}
		_, l := fight(t, arena)
		h := l.heroes[0]
		f := putFoe(t, l, r.Key, 3, 2)
		f.MaxHealth = 100
		f.Health = max(r.Flees-1, 1)
		f.Mood, f.Target, f.Goal, f.Patience = Hunting, h.ID, h.Pos, 500
		wise := r.Flees > 0 && !r.Has(content.Mindless) && !r.Has(content.Boss)
		if l.losesHeart(f) != wise {
			t.Errorf("%s loses heart: %v, its table says %d", r.Name, !wise, r.Flees)
		}
		if !wise {
			continue
		}
		l.act(f)
		if f.Mood != Fleeing || f.Pos.Sub(h.Pos).Taxicab() <= 2 {
			t.Errorf("%s is in mood %d at %v", r.Name, f.Mood, f.Pos)
		}
	}
	_, l := fight(t, "####\n#a.#\n####")
	h := l.heroes[0]
	f := putFoe(t, l, "hob", 2, 1)
	f.Health, f.Mood, f.Target = 1, Hunting, h.ID
	if !within(l, 60, func() bool { return h.Health < h.MaxHealth }) {
		t.Error("cornered, it lets itself be killed")
	}
}

// TestShotsLeaveRespite shoots at a hero all the time: what a shot does to her
// passes before it comes again, or a few archers would hold her helpless.
func TestShotsLeaveRespite(t *testing.T) {
	for _, shot := range content.Shots {
		if shot.Ticks == 0 {
			continue
		}
		_, l := fight(t, arena)
		h := l.heroes[0]
		h.MaxHealth, h.Health = 5000, 5000
		f := putFoe(t, l, "husk_archer", 8, 2)
		on, free := 0, 0
		for range 4 * shot.Ticks {
			l.shootAt(f, &h.Actor, shot.Key)
			l.ageStatuses()
			switch {
			case h.has(shot.Status):
				on++
			case on > 0:
				free++
			}
		}
		if on == 0 || free == 0 {
			t.Errorf("%s: of %d ticks, %s for %d and free for %d after that", shot.Key, 4*shot.Ticks, shot.Status.Row().Key, on, free)
		}
	}
}

// TestDoorsKeepOutWhoCannotOpenThem lets every kind of foe come at a hero who
// sits behind a closed door.
func TestDoorsKeepOutWhoCannotOpenThem(t *testing.T) {
	for i := range content.Foes {
		r := &content.Foes[i]
		if r.Has(content.Stationary) || r.Has(content.Harmless) || r.Has(content.Guardian) {
			continue
		}
		w, l := fight(t, "##########\n#a..+....#\n##########")
		h, door := w.hero("a"), geom.Pos{X: 4, Y: 1}
		f := putFoe(t, l, r.Key, 7, 1)
		through := false
		for range 300 {
			f.Mood, f.Goal, f.Patience = Seeking, h.Pos, 500
			f.Cool = 50
			actOnce(l, f)
			if l.foeOf(&f.Actor) == nil {
				break
			}
			if f.Pos == door && l.Ground.At(door) == content.DoorClosed && !r.Has(content.Ethereal) {
				t.Errorf("%s stands in the door", r.Name)
				break
			}
			through = through || f.Pos.X < 4
		}
		opens, breaks := r.Has(content.Opener) || r.Has(content.Boss), r.Has(content.Ethereal) || r.Has(content.Burrower)
		if through != (opens || breaks) && !r.Has(content.Ambusher) && !r.Has(content.Archer) {
			t.Errorf("%s comes through: %v", r.Name, through)
		}
		if k := l.Ground.At(door); (k == content.DoorOpen) != opens {
			t.Errorf("%s leaves the door as %s", r.Name, k.Row().Name)
		}
	}
}

// TestBossesFightTheirOwnWay stands up to each boss for a minute, and looks for
// what its text promises.
func TestBossesFightTheirOwnWay(t *testing.T) {
	for _, c := range []struct {
		key      string
		codes    []string
		statuses []content.StatusKind
	}{
		{"tollmaster", []string{"summons", "hit_hero"}, nil},
		{"old_weaver", []string{"summons", "web", "hit_hero"}, []content.StatusKind{content.Stuck, content.Poisoned}},
		{"drowned_abbot", []string{"summons", "hit_hero"}, []content.StatusKind{content.Slowed}},
		{"heartwarden", []string{"hit_hero"}, []content.StatusKind{content.Burning}},
	} {
		w, l := fight(t, arena)
		h := w.hero("a")
		h.MaxHealth, h.Health = 9000, 9000
		f := putFoe(t, l, c.key, 8, 2)
		f.Asleep = true
		l.noise(h.Pos, 200, nil)
		l.wake(f)
		in := map[content.StatusKind]bool{}
		var got []string
		for range 600 {
			got = append(got, heard(t, w, "a")...)
			w.Forget()
			l.step()
			for _, s := range h.Status {
				in[s.Kind] = true
			}
		}
		for _, code := range append(c.codes, "boss_wakes") {
			if !slices.Contains(got, code) {
				t.Errorf("%s: no %q", c.key, code)
			}
		}
		for _, k := range c.statuses {
			if !in[k] {
				t.Errorf("%s: she is never %s", c.key, k.Row().Name)
			}
		}
		if f.Health < f.MaxHealth && c.key != "drowned_abbot" || l.foeOf(&f.Actor) != f {
			t.Errorf("%s is hurt by its own", c.key)
		}
	}
	t.Run("the Heartwarden comes through rock", func(t *testing.T) {
		_, l, h, f := meets(t, "############\n#a...####..#\n############", "heartwarden", 9, 1)
		f.Mood = Seeking
		if !within(l, 300, func() bool { return f.Pos.Sub(h.Pos).Taxicab() == 1 }) {
			t.Errorf("it is at %v", f.Pos)
		}
	})
}

// TestNoDance has a foe slip from beside a slow hero each time that she gets next
// to it, before she can strike: she waits for it now and then, and gives up.
func TestNoDance(t *testing.T) {
	w, l := fight(t, arena)
	h := w.hero("a")
	f := putFoe(t, l, "screech_cap", 5, 3)
	f.Wait = 10000
	do(t, w, Command{User: "a", Verb: Attack, Target: f.ID})
	waited := 0
	for tick := 0; h.Intent.Kind == Attacking; tick++ {
		if tick == 200 {
			t.Fatal("she dances on")
		}
		was := h.Pos
		w.Step(nil)
		if h.Pos == was && h.Wait > 0 {
			waited++
		}
		if f.Pos.Sub(h.Pos).Taxicab() > 1 {
			continue
		}
		for _, p := range []geom.Pos{{X: h.Pos.X + 1, Y: h.Pos.Y + 1}, {X: h.Pos.X + 1, Y: h.Pos.Y - 1}, {X: h.Pos.X - 1, Y: h.Pos.Y + 1}, {X: h.Pos.X - 1, Y: h.Pos.Y - 1}} {
			if l.open(p) {
				vacate(&l.taken, f.Pos)
				l.moveTo(&f.Actor, p)
				break
			}
		}
	}
	if waited == 0 || reason(h) != "target_away" {
		t.Errorf("she waited %d times, and attacking ended by %q", waited, reason(h))
	}
}
