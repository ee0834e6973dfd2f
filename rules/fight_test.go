package rules

import (
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// putFoe puts an awake foe of that kind onto a field.
func putFoe(t testing.TB, l *level, key string, x, y int) *foe {
	t.Helper()
	k, ok := content.FoeByKey(key)
	if !ok {
		t.Fatalf("there is no %q", key)
	}
	f := l.newFoe(k, geom.Pos{X: x, Y: y})
	l.addFoe(f)
	return f
}

// foeOfWay puts an awake foe that has this way onto a field, of the first kind
// that does.
func foeOfWay(t testing.TB, l *level, way content.Ways, x, y int) *foe {
	t.Helper()
	for i := range content.Foes {
		if content.Foes[i].Has(way) && !content.Foes[i].Has(content.Boss) {
			return putFoe(t, l, content.Foes[i].Key, x, y)
		}
	}
	t.Fatalf("no foe has the way %v", way.Traits(nil))
	return nil
}

// arena is a lit cave with room for a fight, and a hero at its left.
const arena = `
##############
#............#
#a...........#
#............#
##############`

// fight returns a world of that picture and its level, in which time passes.
func fight(t testing.TB, picture string) (*World, *level) {
	t.Helper()
	w := inCaves(t, Options{Clock: RealTime}, picture)
	for _, h := range w.heroes {
		h.MaxHealth, h.Health = 500, 500
	}
	return w, w.levels[0]
}

// until steps the world until ok, and fails if that takes more ticks.
func until(t testing.TB, w *World, ticks int, what string, ok func() bool) {
	t.Helper()
	for range ticks {
		if ok() {
			return
		}
		w.Step(nil)
	}
	if !ok() {
		t.Fatalf("after %d ticks still not: %s\n%s", ticks, what, draw(w.levels[0]))
	}
}

// TestWaysChangeWhatFoesDo tries ways of behaving in a little cave each.
func TestWaysChangeWhatFoesDo(t *testing.T) {
	t.Run("an archer shoots from afar", func(t *testing.T) {
		w, l := fight(t, arena)
		f := putFoe(t, l, "hob_slinger", 6, 2)
		until(t, w, 200, "a shot hits", func() bool { return w.hero("a").Health < 500 })
		if f.Pos.Sub(w.hero("a").Pos).Taxicab() < 2 {
			t.Error("it came close")
		}
	})
	t.Run("a thief takes a thing, runs, and gives it back when killed", func(t *testing.T) {
		w, l := fight(t, arena)
		give(t, w, "a", "rope", 1)
		f := putFoe(t, l, "gleaner", 4, 2)
		until(t, w, 200, "it steals", func() bool { return len(f.Carries) == 1 })
		if len(w.hero("a").Pack) != 0 || f.Mood != Fleeing {
			t.Errorf("she has %d things, it is in mood %d", len(w.hero("a").Pack), f.Mood)
		}
		l.slay(f, harm{})
		checkLedger(t, w)
		if !slices.ContainsFunc(l.Lying, func(g lying) bool { return g.Item.row().Key == "rope" }) {
			t.Error("the rope is gone")
		}
	})
	t.Run("a summoner calls", func(t *testing.T) {
		w, l := fight(t, arena)
		putFoe(t, l, "bone_caller", 8, 2)
		until(t, w, 200, "somebody comes", func() bool { return len(l.Foes) > 1 })
	})
	t.Run("a burrower comes through rock, others don't", func(t *testing.T) {
		const walled = `
############
#a..####...#
############`
		w, l := fight(t, walled)
		f := putFoe(t, l, "rock_gnawer", 9, 1)
		rat := putFoe(t, l, "cave_brute", 10, 1)
		f.Mood, f.Goal, f.Patience = Seeking, w.hero("a").Pos, 500
		rat.Mood, rat.Goal, rat.Patience = Seeking, w.hero("a").Pos, 500
		until(t, w, 300, "it digs", func() bool { return l.Ground.At(geom.Pos{X: 7, Y: 1}) == content.Rubble })
	})
	t.Run("an echo goes through walls", func(t *testing.T) {
		w, l := fight(t, `
############
#a..####...#
############`)
		f := putFoe(t, l, "echo", 9, 1)
		f.Mood, f.Goal, f.Patience = Seeking, w.hero("a").Pos, 500
		until(t, w, 300, "it is through", func() bool { return f.Pos.X <= 3 })
		if l.Ground.At(geom.Pos{X: 6, Y: 1}) != content.Wall {
			t.Error("the wall is broken")
		}
	})
	t.Run("an opener opens a door", func(t *testing.T) {
		w, l := fight(t, "########\n#a.+...#\n########")
		f := putFoe(t, l, "hob", 6, 1)
		f.Mood, f.Goal, f.Patience = Seeking, w.hero("a").Pos, 500
		until(t, w, 100, "the door is open", func() bool { return l.Ground.At(geom.Pos{X: 3, Y: 1}) == content.DoorOpen })
	})
	t.Run("others wait behind it", func(t *testing.T) {
		w, l := fight(t, "########\n#a.+...#\n########")
		f := putFoe(t, l, "carrion_beetle", 6, 1)
		f.Mood, f.Goal, f.Patience = Seeking, w.hero("a").Pos, 500
		for range 100 {
			w.Step(nil)
		}
		if l.Ground.At(geom.Pos{X: 3, Y: 1}) != content.DoorClosed || f.Pos.X < 4 {
			t.Error("it got through the door")
		}
	})
	t.Run("a shaman heals", func(t *testing.T) {
		w, l := fight(t, arena)
		foeOfWay(t, l, content.Shaman, 9, 2)
		hurt := putFoe(t, l, "cave_brute", 8, 1)
		hurt.Health = 5
		until(t, w, 100, "it is healed", func() bool { return hurt.Health > 5 })
	})
	t.Run("an exploder bursts", func(t *testing.T) {
		w, l := fight(t, arena)
		f := putFoe(t, l, "frost_moth", 3, 2)
		until(t, w, 300, "it bursts", func() bool { return l.foeOf(&f.Actor) == nil })
		if k, n := l.air.at(geom.Pos{X: 2, Y: 2}); k != content.Frost || n == 0 {
			t.Errorf("the air is %v", k)
		}
	})
	t.Run("a webber holds with webs", func(t *testing.T) {
		w, l := fight(t, arena)
		putFoe(t, l, "web_spinner", 6, 2)
		until(t, w, 200, "she is stuck", func() bool { return w.hero("a").has(content.Stuck) })
	})
	t.Run("a splitter becomes two", func(t *testing.T) {
		w, l := fight(t, arena)
		f := foeOfWay(t, l, content.Splitter, 6, 2)
		before := f.Health
		l.hurt(&f.Actor, harm{amount: 2, by: &w.hero("a").Actor})
		if len(l.Foes) != 2 || l.Foes[0].Health+l.Foes[1].Health >= before {
			t.Errorf("there are %d foes", len(l.Foes))
		}
	})
	t.Run("an eater eats what lies there", func(t *testing.T) {
		w, l := fight(t, "##############\n#............#\n##############\n#a...........#\n##############")
		l.lay(l.newItem(kindOf(t, "rope"), 1), geom.Pos{X: 8, Y: 1})
		putFoe(t, l, "amber_jelly", 5, 1)
		until(t, w, 300, "it is eaten", func() bool { return len(l.Lying) == 0 })
		checkLedger(t, w)
	})
	t.Run("a guardian moves only when a hero does", func(t *testing.T) {
		w, l := fight(t, arena)
		f := putFoe(t, l, "worn_sentinel", 7, 2)
		for range 60 {
			w.Step(nil)
		}
		if f.Pos.X != 7 {
			t.Fatalf("it moved to %v while she stood", f.Pos)
		}
		do(t, w, walk("a", geom.North), walk("a", geom.Stop))
		until(t, w, 10, "it moves", func() bool { return f.Pos.X != 7 || f.Pos.Y != 2 })
	})
	t.Run("a reviver rises once", func(t *testing.T) {
		_, l := fight(t, arena)
		f := foeOfWay(t, l, content.Reviver, 7, 2)
		l.hurt(&f.Actor, harm{amount: 500, pierces: true})
		if l.foeOf(&f.Actor) == nil {
			t.Fatal("it stays dead")
		}
		l.hurt(&f.Actor, harm{amount: 500, pierces: true})
		if l.foeOf(&f.Actor) != nil {
			t.Fatal("it rises again and again")
		}
	})
	t.Run("an ambusher is unseen until it strikes", func(t *testing.T) {
		w, l := fight(t, "#######\n#a..,.#\n#######")
		w.opts.Fog = true
		f := putFoe(t, l, "pool_leech", 4, 1)
		f.Hidden = true
		l.settleLight()
		if l.sees(w.hero("a"), &f.Actor) {
			t.Error("it is seen")
		}
		for range 30 {
			w.Step(nil)
		}
		if got := heard(t, w, "a"); slices.Contains(got, "notices") || slices.Contains(got, "loses_track") {
			t.Errorf("it gives itself away: %v", got)
		}
		do(t, w, walk("a", geom.East))
		until(t, w, 60, "it strikes", func() bool { return !f.Hidden })
	})
	t.Run("a mimic gets the first blow", func(t *testing.T) {
		w, l := fight(t, "#####\n#a..#\n#####")
		f := putFoe(t, l, "false_find", 2, 1)
		f.Hidden, f.Disguise = true, kindOf(t, "rope")
		for range 20 {
			w.Step(nil)
		}
		if !f.Hidden {
			t.Fatal("it could not wait")
		}
		do(t, w, walk("a", geom.East))
		w.Step(nil)
		if f.Hidden || w.hero("a").Health == 500 || f.Health < f.MaxHealth {
			t.Errorf("hidden: %v, she has %d, it has %d", f.Hidden, w.hero("a").Health, f.Health)
		}
	})
	t.Run("those who feud fight each other, and back", func(t *testing.T) {
		w, l := fight(t, "##############\n#............#\n##############\n#a...........#\n##############")
		hob, hound := putFoe(t, l, "hob", 3, 1), putFoe(t, l, "tunnel_hound", 6, 1)
		until(t, w, 300, "both are hurt", func() bool {
			return hob.Health < hob.MaxHealth && hound.Health < hound.MaxHealth || hob.Health <= 0 || hound.Health <= 0
		})
	})
	t.Run("who is attacked by its like defends itself", func(t *testing.T) {
		_, l := fight(t, arena)
		hob, brute := putFoe(t, l, "hob", 5, 2), putFoe(t, l, "cave_brute", 6, 2)
		if l.hostile(hob, &brute.Actor) {
			t.Fatal("it is hostile without need")
		}
		brute.Target, brute.Mood = hob.ID, Hunting
		if !l.hostile(hob, &brute.Actor) {
			t.Error("it lets itself be killed")
		}
	})
	t.Run("a pack leaves its fellows room, and alone and hurt it flees", func(t *testing.T) {
		w, l := fight(t, "##########\n#........#\n#...a....#\n#........#\n##########")
		h := w.hero("a")
		fellow := putFoe(t, l, "tunnel_hound", 5, 2)
		f := putFoe(t, l, "tunnel_hound", 7, 2)
		if p := l.flank(f, &h.Actor); p == h.Pos || p.Sub(h.Pos).Taxicab() != 1 || l.taken.Has(p) {
			t.Errorf("it would go to %v", p)
		}
		f.Health = f.MaxHealth/2 - 1
		if l.losesHeart(f) {
			t.Error("it flees although it is not alone")
		}
		l.removeFoe(fellow)
		if !l.losesHeart(f) {
			t.Error("it stays alone")
		}
	})
	t.Run("an ally fights for its hero", func(t *testing.T) {
		w, l := fight(t, arena)
		bear := putFoe(t, l, "moss_bear", 2, 2)
		bear.Master = w.hero("a").ID
		f := putFoe(t, l, "hob", 6, 2)
		until(t, w, 300, "it is hurt", func() bool { return f.Health < f.MaxHealth })
		if w.hero("a").Facing != geom.Stop {
			t.Error("she did something")
		}
	})
	t.Run("who was called leaves, who was charmed turns", func(t *testing.T) {
		w, l := fight(t, arena)
		for _, called := range []bool{true, false} {
			f := putFoe(t, l, "moss_bear", 8, 2)
			f.Master, f.Called = w.hero("a").ID, called
			l.inflict(&f.Actor, content.Allied, 3, 0, nil)
			for range 4 {
				w.Step(nil)
			}
			if there := l.foeOf(&f.Actor) == f; there == called || f.Master != 0 {
				t.Errorf("called: %v, there: %v, bound to %d", called, there, f.Master)
			}
		}
	})
	t.Run("a leech stays by the water", func(t *testing.T) {
		w, l := fight(t, "##############\n#a........,~~#\n##############")
		f := putFoe(t, l, "pool_leech", 10, 1)
		f.Mood, f.Goal, f.Patience = Seeking, w.hero("a").Pos, 500
		for range 200 {
			w.Step(nil)
		}
		if f.Pos.X < 9 || w.hero("a").Health < 500 {
			t.Errorf("it is at %v", f.Pos)
		}
	})
	t.Run("a bell wretch rings and runs", func(t *testing.T) {
		w, l := fight(t, arena)
		f := putFoe(t, l, "bell_wretch", 4, 2)
		until(t, w, 300, "it rings", func() bool { return slices.Contains(heard(t, w, "a"), "screams") })
		until(t, w, 60, "it is away", func() bool { return f.Pos.X >= 8 })
	})
	t.Run("a pack comes from several sides", func(t *testing.T) {
		w, l := fight(t, "##########\n#........#\n#........#\n#...a....#\n#........#\n#........#\n##########")
		for i := range 3 {
			putFoe(t, l, "tunnel_hound", 6+i, 1)
		}
		until(t, w, 300, "three sides are taken", func() bool {
			n := 0
			for _, d := range geom.Dirs {
				if l.bodyAt(w.hero("a").Pos.Step(d)) != nil {
					n++
				}
			}
			return n == 3
		})
	})
	t.Run("the harmless hurt nobody", func(t *testing.T) {
		w, l := fight(t, "####\n#a.#\n####")
		putFoe(t, l, "ghost", 2, 1)
		for range 200 {
			w.Step(nil)
		}
		if w.hero("a").Health < 500 {
			t.Error("it did")
		}
	})
}

// TestBossesFollowTheParty looks at each boss as heroes come and go.
func TestBossesFollowTheParty(t *testing.T) {
	var depths []int
	for i := range content.Foes {
		r := &content.Foes[i]
		if !r.Has(content.Boss) {
			continue
		}
		depths = append(depths, r.Depth)
		_, l := fight(t, "########\n#ab....#\n#cd....#\n########")
		f := putFoe(t, l, r.Key, 6, 1)
		for n := 1; n <= 4; n++ {
			for j, h := range l.heroes {
				h.Wisp = j >= n
			}
			before, blow := f.MaxHealth, f.damageOf()
			l.grow(f)
			if n == 1 && f.MaxHealth != r.Health || n > 1 && f.MaxHealth <= before || f.Health != f.MaxHealth || f.damageOf() < blow {
				t.Errorf("%s has %d of %d for %d, and had %d", r.Key, f.Health, f.MaxHealth, n, before)
			}
		}
		f.Health = f.MaxHealth / 2
		for _, h := range l.heroes[1:] {
			h.Wisp = true
		}
		if l.grow(f); f.MaxHealth != r.Health || f.Health*2 < r.Health || f.Health*2 > r.Health+2 {
			t.Errorf("half a %s that three of four died of has %d of %d", r.Key, f.Health, f.MaxHealth)
		}
	}
	if want := []int{3, 6, 9, 10}; !slices.Equal(depths, want) {
		t.Errorf("there are bosses at %v", depths)
	}
}

// TestNothingHiddenIsInAHit counts how often blows hit, and what they deal.
func TestNothingHiddenIsInAHit(t *testing.T) {
	const blows = 3000
	_, l := fight(t, arena)
	h := l.heroes[0]
	for _, key := range []string{"cave_rat", "cave_brute", "hob"} {
		f := putFoe(t, l, key, 2, 2)
		r := f.row()
		hits := 0
		for range blows {
			h.Health = h.MaxHealth
			l.foeStrikes(f, &h.Actor)
			lost := h.MaxHealth - h.Health
			if lost == 0 {
				continue
			}
			hits++
			if lost < r.Damage*3/4 || lost > (r.Damage*5+3)/4 {
				t.Fatalf("%s deals %d, %d on average", key, lost, r.Damage)
			}
		}
		if share := hits * 100 / blows; share < max(60, r.Hit-5) || share > r.Hit+5 {
			t.Errorf("%s hits in %d of 100, it says %d", key, share, r.Hit)
		}
		l.removeFoe(f)
	}
}

// TestArmourNeverTakesAll holds armour to the quarter that gets through.
func TestArmourNeverTakesAll(t *testing.T) {
	for n := 1; n < 60; n++ {
		for armour := range 60 {
			if left := afterArmour(n, armour); left*4 < n || left > n || left < 1 {
				t.Fatalf("of %d, %d is left after %d", n, left, armour)
			}
		}
	}
}

// TestStatusesDoWhatTheySay tries statuses on a hero.
func TestStatusesDoWhatTheySay(t *testing.T) {
	blow := func(k content.StatusKind, power int) int {
		_, l := fight(t, arena)
		h := l.heroes[0]
		l.inflict(&h.Actor, k, 50, power, nil)
		l.hurt(&h.Actor, harm{amount: 10, cause: "a test"})
		return h.MaxHealth - h.Health
	}
	for k, want := range map[content.StatusKind]int{content.Marked: 15, content.Frozen: 20, content.Shielded: 6, content.Lit: 10} {
		if got := blow(k, 4); got != want {
			t.Errorf("10 come to %d for who is %s, want %d", got, k.Row().Name, want)
		}
	}
	t.Run("who is stuck struggles free sooner than by waiting", func(t *testing.T) {
		free := func(struggle bool) int {
			w, l := fight(t, arena)
			h := w.hero("a")
			l.inflict(&h.Actor, content.Stuck, 30, 0, nil)
			if struggle {
				do(t, w, walk("a", geom.East))
			}
			start := h.Pos
			for n := range 100 {
				if !h.has(content.Stuck) {
					return n
				}
				if h.Pos != start {
					t.Fatal("she walks")
				}
				w.Step(nil)
			}
			return 100
		}
		if a, b := free(true), free(false); a >= b {
			t.Errorf("struggling takes %d ticks, waiting %d", a, b)
		}
	})
	t.Run("who is confused goes astray", func(t *testing.T) {
		w, l := fight(t, arena)
		h := w.hero("a")
		l.inflict(&h.Actor, content.Confused, 200, 0, nil)
		do(t, w, walk("a", geom.East))
		for range 60 {
			w.Step(nil)
		}
		if !slices.Contains(heard(t, w, "a"), "confused_step") {
			t.Error("she never does")
		}
		if h.Pos.X == 12 && h.Pos.Y == 2 {
			t.Error("she walked as if nothing were")
		}
	})
	t.Run("what does not last ends", func(t *testing.T) {
		w, l := fight(t, arena)
		h := w.hero("a")
		for k := range content.Statuses {
			if k := content.StatusKind(k); k != content.Hungry {
				l.inflict(&h.Actor, k, 20, 1, nil)
			}
		}
		for range 45 {
			w.Step(nil)
		}
		for _, c := range h.Status {
			if c.Kind != content.Hungry && c.Kind != content.Burning {
				t.Errorf("she is still %s", c.Kind.Row().Name)
			}
		}
	})
	t.Run("the immune stay as they are", func(t *testing.T) {
		_, l := fight(t, arena)
		for i := range content.Foes {
			f := putFoe(t, l, content.Foes[i].Key, 6, 2)
			for _, k := range content.Foes[i].Immune {
				l.inflict(&f.Actor, k, 20, 1, nil)
				if f.has(k) {
					t.Errorf("%s is %s", f.row().Name, k.Row().Name)
				}
			}
			l.removeFoe(f)
		}
	})
}

// TestNoiseGoesAroundWalls lets foes hear a noise, or not.
func TestNoiseGoesAroundWalls(t *testing.T) {
	_, l := fight(t, `
##################
#a...............#
################.#
#................#
##################`)
	l.carry(&l.heard, geom.Pos{X: 1, Y: 1}, 20)
	near, behind := l.heard[geom.CellIndex(geom.Pos{X: 10, Y: 1})], l.heard[geom.CellIndex(geom.Pos{X: 1, Y: 3})]
	if near == 0 || behind != 0 {
		t.Errorf("it is %d loud near by and %d behind the wall", near, behind)
	}
	woken := func(loud int) int {
		n := 0
		for range 400 {
			f := putFoe(t, l, "cave_brute", 6, 1)
			f.Asleep = true
			l.noise(geom.Pos{X: 1, Y: 1}, loud, nil)
			if !f.Asleep {
				n++
			}
			l.removeFoe(f)
		}
		return n
	}
	if faint, loud := woken(content.Loudness.Walk), woken(content.Loudness.Blast); faint >= loud || loud < 200 {
		t.Errorf("steps wake %d of 400, blasts %d", faint, loud)
	}
}

// TestFriendlyBlows attacks a friend, whom the host lets be hurt or not.
func TestFriendlyBlows(t *testing.T) {
	for _, on := range []bool{false, true} {
		w := inCaves(t, Options{FriendlyFire: on, Clock: RealTime}, "########\n#.ab...#\n########")
		b := w.hero("b")
		for range 30 {
			do(t, w, Command{User: "a", Verb: Attack, Target: b.ID})
			w.Step(nil)
		}
		if hurt := b.Health < b.MaxHealth; hurt != on {
			t.Errorf("friendly fire %v: b is hurt: %v", on, hurt)
		}
	}
}

// TestSleepingBossesAreToldAsTheyAre describes one that sleeps to four heroes.
func TestSleepingBossesAreToldAsTheyAre(t *testing.T) {
	w := inCaves(t, Options{Clock: RealTime}, "##############\n#abcd........#\n#............#\n##############")
	f := putFoe(t, w.levels[0], "tollmaster", 10, 2)
	f.Asleep = true
	w.Step(nil)
	if f.MaxHealth <= f.row().Health || f.Health != f.MaxHealth {
		t.Errorf("with four near it has %d of %d", f.Health, f.MaxHealth)
	}
}

// TestCallersStopAtThree lets one call as often as it likes.
func TestCallersStopAtThree(t *testing.T) {
	for seed := range uint64(40) {
		w := inCaves(t, Options{Clock: RealTime, Seed: seed}, "################\n#a.............#\n#..............#\n#..............#\n################")
		l := w.levels[0]
		f := putFoe(t, l, "drowned_abbot", 8, 2)
		for range 8 {
			l.summon(f)
		}
		if n := len(l.Foes) - 1; n != 3 {
			t.Fatalf("seed %d: it has called %d", seed, n)
		}
	}
}

// TestHeroesHearByOpenGround opens a door behind solid rock, and round a corner.
func TestHeroesHearByOpenGround(t *testing.T) {
	for wall, want := range map[string]bool{"#": false, ".": true} {
		w := inCaves(t, Options{Clock: RealTime, Fog: true, OwnSight: true}, "##########\n#..a####.#\n#######"+wall+"..#\n######b..#\n##########")
		l := w.levels[0]
		l.set(geom.Pos{X: 7, Y: 1}, wallOrFloor(want))
		for x := 4; x < 8; x++ {
			l.set(geom.Pos{X: x, Y: 1}, wallOrFloor(want))
		}
		l.settleLight()
		w.Forget()
		l.show(Event{Code: "door_opens", Placed: true, At: geom.Pos{X: 6, Y: 3}, Loud: 12})
		if got := slices.Contains(heard(t, w, "a"), "noise_heard"); got != want {
			t.Errorf("with an open way: %v, she hears it: %v", want, got)
		}
		for _, e := range w.hero("a").heard {
			if e.Code == "noise_heard" && (e.Placed || e.From != geom.ToSouthEast || e.Far) {
				t.Errorf("she hears it from %q, far: %v, at %v", e.From, e.Far, e.At)
			}
		}
		l.show(Event{Code: "door_opens", Placed: true, At: geom.Pos{X: 6, Y: 3}, Loud: 8})
		if all := w.hero("a").heard; want && !all[len(all)-1].Far {
			t.Error("what is hardly heard isn't far")
		}
	}
}

func wallOrFloor(floor bool) content.TerrainKind {
	if floor {
		return content.Floor
	}
	return content.Wall
}
