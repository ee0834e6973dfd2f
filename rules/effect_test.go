package rules

import (
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// trial is a little cave in which one effect of one kind of item is tried.
type trial struct {
	testing.TB
	w    *World
	l    *level
	a, b *hero // b is a friend of a, and may be nil
	f    *foe  // may be nil
	it   *Item // a's, yet to be used
	e    content.Effect
}

// ring is a room with a way for shots.
const ring = `
################
#..............#
#.a..........b.#
#..............#
################`

// begin makes a trial of that picture. A foe that sees nobody stands at x, 2.
func begin(t testing.TB, k content.ItemKind, e content.Effect, picture string, x int) *trial {
	t.Helper()
	w := inCaves(t, Options{Clock: RealTime}, picture)
	tr := &trial{TB: t, w: w, l: w.levels[0], a: w.hero("a"), b: w.hero("b"), e: e}
	if x > 0 {
		tr.f = putFoe(t, tr.l, "cave_brute", x, 2)
		tr.f.MaxHealth, tr.f.Health, tr.f.Asleep = 900, 800, true
	}
	tr.it = give(t, w, "a", k.Row().Key, 1)
	tr.it.Shown = true
	return tr
}

// use lets a use the thing as it is meant to be used, on what is at p.
func (tr *trial) use(p geom.Pos) {
	tr.Helper()
	c := Command{User: "a", Verb: Use, Item: tr.it.ID, At: p}
	switch r := tr.it.row(); r.Class {
	case content.Wand, content.Staff:
		c.Verb = Zap
	case content.Bomb, content.Thrown:
		c.Verb = Throw
	case content.Ammo:
		for _, k := range content.Items {
			if k.Class == content.Bow && k.Calibre == r.Calibre {
				give(tr, tr.w, "a", k.Key, 1).Slot = content.OffHand
				break
			}
		}
		c.Verb = Shoot
	}
	do(tr, tr.w, c)
	checkLedger(tr, tr.w)
}

// throw lets a throw the thing at p.
func (tr *trial) throw(p geom.Pos) {
	tr.Helper()
	do(tr, tr.w, Command{User: "a", Verb: Throw, Item: tr.it.ID, At: p})
}

// aimed reports whether the thing is pointed, thrown or shot at others.
func (tr *trial) aimed() bool {
	switch tr.it.row().Class {
	case content.Wand, content.Staff, content.Bomb, content.Thrown, content.Ammo:
		return true
	}
	return false
}

// that fails the test unless ok.
func (tr *trial) that(ok bool, format string, args ...any) {
	tr.Helper()
	if !ok {
		tr.Errorf(format, args...)
	}
}

// effectTrials show for each effect what the content's texts promise of it.
var effectTrials = map[content.EffectKind]func(t *testing.T, k content.ItemKind, e content.Effect){
	content.Heal: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, "#########\n#.......#\n#.a..b..#\n#.......#\n#########", 0)
		tr.a.Health, tr.b.Health = 1, 1
		who := tr.a
		if tr.aimed() {
			who = tr.b
		}
		tr.use(tr.b.Pos)
		tr.that(who.Health == min(1+e.Power, who.MaxHealth), "she has %d health and not %d more than 1", who.Health, e.Power)
		if tr.aimed() {
			checkHeard(tr, tr.w, "a", "healed")
		}
	},
	content.Inflict: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 6)
		who := &tr.a.Actor
		if tr.aimed() {
			who = &tr.f.Actor
		}
		tr.use(tr.f.Pos)
		c := who.condition(e.Status)
		tr.that(c != nil && c.Ticks == e.Ticks && c.Power == e.Power, "%s is in %v, and not %v for %d ticks", who.Name, who.Status, e.Status, e.Ticks)
		if k.Row().Class == content.Potion {
			tr = begin(t, k, e, ring, 6)
			tr.throw(tr.f.Pos)
			tr.that(tr.f.has(e.Status), "thrown at a foe, it leaves it %v", tr.f.Status)
		}
	},
	content.Cure: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		for _, s := range badStatuses {
			if s != content.Frozen && s != content.Burning && s != content.Asleep {
				tr.l.inflict(&tr.a.Actor, s, 100, 1, nil)
			}
		}
		tr.use(tr.b.Pos)
		tr.that(len(tr.a.Status) == 0, "she is still %v", tr.a.Status)
	},
	content.Gas: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 6)
		p := tr.a.Pos
		if tr.aimed() {
			p = tr.f.Pos
		}
		tr.use(tr.f.Pos)
		c, n := tr.l.air.at(p)
		tr.that(c == e.Cloud && n == min(e.Power, thickest), "over %v hangs %d of %v", p, n, c)
		if k.Row().Class == content.Potion {
			tr = begin(t, k, e, ring, 6)
			tr.throw(tr.f.Pos)
			c, _ = tr.l.air.at(tr.f.Pos)
			tr.that(c == e.Cloud, "thrown, it makes %v", c)
		}
	},
	content.Explode: func(t *testing.T, k content.ItemKind, e content.Effect) {
		for far := range 4 {
			tr := begin(t, k, e, "############\n#..........#\n#.a........#\n#..........#\n############", 6)
			tr.throw(geom.Pos{X: 6 - far, Y: 2})
			hurt := tr.f.Health < 800
			tr.that(hurt == (far <= e.Radius), "%d fields away it hurts: %v", far, hurt)
		}
	},
	content.Strike: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 6)
		second := putFoe(t, tr.l, "cave_brute", 8, 2)
		tr.use(second.Pos)
		lost := 800 - tr.f.Health
		tr.that(lost > 0 && lost <= e.Power*5/4+1 && second.Health == second.MaxHealth, "the first lost %d, the second has %d", lost, second.Health)
		if k.Row().Key == "staff_embers" {
			tr = begin(t, k, e, "#########\n#'''''''#\n#'a'''''#\n#'''''''#\n#########", 5)
			tr.use(tr.f.Pos)
			tr.that(tr.l.air.Over == (geom.CellSet{}), "it sets the grass alight")
		}
	},
	content.Ray: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 4)
		second := putFoe(t, tr.l, "cave_brute", 8, 2)
		second.MaxHealth, second.Health = 900, 800
		tr.use(tr.f.Pos)
		tr.that(tr.f.Health < 800 && second.Health < 800, "in a line, they have %d and %d", tr.f.Health, second.Health)
	},
	content.Blink: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		tr.l.opts.Fog = true
		tr.l.lit = everything
		tr.l.look(tr.a)
		seen, from := tr.a.sight, tr.a.Pos
		tr.use(geom.Pos{X: 8, Y: 2})
		if tr.aimed() {
			tr.that(tr.a.Pos == geom.Pos{X: 8, Y: 2}, "she stands at %v", tr.a.Pos)
		}
		tr.that(tr.a.Pos != from && seen.Has(tr.a.Pos), "from %v she gets to %v", from, tr.a.Pos)
	},
	content.Teleport: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 6)
		who := &tr.a.Actor
		if tr.aimed() {
			who = &tr.f.Actor
		}
		from := who.Pos
		tr.use(tr.f.Pos)
		tr.that(who.Pos != from, "it is still at %v", from)
	},
	content.MapLevel: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, "############\n#....#.....#\n#.a..S..>..#\n#....#.....#\n############", 0)
		tr.fog()
		tr.use(tr.a.Pos)
		known, ground := tr.l.mapOf(tr.a)
		tr.that(known.Has(geom.Pos{X: 8, Y: 2}), "the ladder is unknown")
		tr.that(ground.At(geom.Pos{X: 5, Y: 2}) == content.DoorClosed, "the secret door is %v", ground.At(geom.Pos{X: 5, Y: 2}).Row().Name)
	},
	content.Detect: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, "############\n#....#.....#\n#.a..#.....#\n#....#.....#\n############", 0)
		tr.fog()
		lies := tr.l.newItem(kindOf(t, "mace"), 1)
		tr.l.lay(lies, geom.Pos{X: 9, Y: 1})
		f := putFoe(t, tr.l, "false_find", 8, 3)
		f.Hidden, f.Disguise = true, kindOf(t, "rope")
		tr.use(tr.a.Pos)
		for _, id := range []uint64{lies.ID, f.ID} {
			tr.that(slices.ContainsFunc(tr.w.thingsOf(tr.a), func(th Thing) bool { return th.ID == id }), "she knows %v", tr.w.thingsOf(tr.a))
		}
	},
	content.Identify: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		kinds := []string{"potion_tar", "ring_of_the_mole", "wand_fire"}
		for _, key := range kinds {
			it := give(t, tr.w, "a", key, 1)
			it.Shown = false
		}
		tr.use(tr.a.Pos)
		n := 0
		for _, it := range tr.a.Pack {
			if tr.a.familiar(it.Kind) && it.Shown {
				n++
			}
		}
		want := len(kinds)
		if e.Power == 1 {
			want = 1
		}
		tr.that(n == want, "of %d things she knows %d", len(kinds), n)
	},
	content.Enchant: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		it := give(t, tr.w, "a", "mace", 1)
		it.Slot = content.MainHand
		before := tr.a.arms().damage
		tr.use(tr.a.Pos)
		tr.that(it.Bonus == 1 && tr.a.arms().damage == before+1, "its bonus is %d", it.Bonus)
	},
	content.Uncurse: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		worn, loose := give(t, tr.w, "a", "mace", 1), give(t, tr.w, "a", "buckler", 1)
		worn.Slot, worn.Cursed, loose.Cursed = content.MainHand, true, true
		tr.use(tr.a.Pos)
		tr.that(!worn.Cursed && !loose.Cursed, "cursed still: %v and %v", worn.Cursed, loose.Cursed)
	},
	content.DigWall: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, "################\n#..############.\n#.a#############\n#..############.\n################", 0)
		tr.use(geom.Pos{X: 10, Y: 2})
		for x := 3; x <= 10; x++ {
			dug := tr.l.Ground.At(geom.Pos{X: x, Y: 2}) == content.Rubble
			tr.that(dug == (x < 3+e.Power), "field %d is dug: %v", x, dug)
		}
		tr = begin(t, k, e, "################\n#....#.........#\n#.a..S.........#\n#....#.........#\n################", 0)
		tr.use(geom.Pos{X: 8, Y: 2})
		tr.that(tr.l.Ground.At(geom.Pos{X: 5, Y: 2}) == content.DoorClosed, "a secret door stops it")
	},
	content.Grow: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 4)
		tr.l.walkTo(tr.b, geom.Pos{X: 3, Y: 3})
		tr.use(tr.a.Pos)
		tr.that(tr.l.Ground.At(geom.Pos{X: 5, Y: 2}) == content.TallGrass, "no grass grows")
		tr.that(tr.f.has(content.Stuck), "the foe is %v", tr.f.Status)
		tr.that(!tr.a.has(content.Stuck) && !tr.b.has(content.Stuck), "the heroes are %v and %v", tr.a.Status, tr.b.Status)
	},
	content.Summon: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		tr.use(geom.Pos{X: 5, Y: 2})
		if len(tr.l.Foes) != 1 {
			t.Fatalf("%d come", len(tr.l.Foes))
		}
		f := tr.l.Foes[0]
		tr.that(f.row().Key == e.Foe && tr.l.attitude(tr.a, &f.Actor) == Friend, "%s comes as %v", f.row().Key, tr.l.attitude(tr.a, &f.Actor))
		for range e.Ticks + 1 {
			tr.w.Step(nil)
		}
		tr.that(len(tr.l.Foes) == 0, "it stays for longer than %d ticks", e.Ticks)
	},
	content.Sleepen: foesInSight(content.Asleep),
	content.Scare:   foesInSight(content.Feared),
	content.Charm: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 6)
		tr.use(tr.f.Pos)
		tr.that(tr.l.attitude(tr.a, &tr.f.Actor) == Friend, "it is no friend")
		checkHeard(t, tr.w, "a", "charmed")
		until(t, tr.w, e.Ticks+1, "it is a foe again", func() bool { return tr.l.attitude(tr.a, &tr.f.Actor) == Enemy })
	},
	content.Polymorph: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 6)
		was := tr.f.Foe
		tr.use(tr.f.Pos)
		tr.that(tr.f.Foe != was, "it stays a %s", tr.f.row().Name)
	},
	content.Push: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 4)
		tr.use(tr.f.Pos)
		tr.that(tr.f.Pos == geom.Pos{X: 4 + e.Power, Y: 2}, "it is at %v", tr.f.Pos)
		tr = begin(t, k, e, "#########\n#.......#\n#.a..:::#\n#.......#\n#########", 4)
		tr.use(tr.f.Pos)
		tr.that(tr.l.foeOf(&tr.f.Actor) == nil, "it does not fall into the chasm")
	},
	content.Pull: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 8)
		tr.use(tr.f.Pos)
		tr.that(tr.f.Pos == geom.Pos{X: 3, Y: 2}, "it is at %v", tr.f.Pos)
	},
	content.Swap: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 6)
		a, f := tr.a.Pos, tr.f.Pos
		tr.use(f)
		tr.that(tr.a.Pos == f && tr.f.Pos == a, "they are at %v and %v", tr.a.Pos, tr.f.Pos)
	},
	content.Alarm: func(t *testing.T, k content.ItemKind, e content.Effect) {
		long := "##########################################\n" +
			"#........................................#\n" +
			"#.a......................................#\n" +
			"#........................................#\n" +
			"##########################################"
		for _, far := range []int{e.Power*3/4 - 1, e.Power + 8} {
			p := geom.Pos{X: 2, Y: 2}
			if p.X+far > 40 {
				continue
			}
			tr := begin(t, k, e, long, p.X+far)
			tr.f.Asleep = false
			tr.l.opts.Fog = true // it doesn't see her
			tr.l.lit = geom.CellSet{}
			tr.use(p.Step(geom.South))
			hears := tr.f.Mood == Seeking
			tr.that(hears == (far < e.Power), "%d fields away it is heard: %v", far, hears)
		}
	},
	content.Darken: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, "#####T###########\n#...............#\n#.a..b..........#\n#...............#\n#################", 0)
		mine, hers := give(t, tr.w, "a", "torch", 1), give(t, tr.w, "b", "glow_jar", 1)
		mine.Slot, hers.Slot = content.LightSlot, content.LightSlot
		tr.use(tr.a.Pos)
		tr.that(tr.l.Ground.At(geom.Pos{X: 5, Y: 0}) == content.Wall, "the torch in the wall burns")
		tr.that(tr.a.glow() == 0, "her torch shines")
		tr.that(tr.b.glow() > 0, "a jar that never goes out goes out")
		checkHeard(t, tr.w, "a", "light_out")
	},
	content.Brighten: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		shade := foeOfWay(t, tr.l, content.Nocturnal, 10, 2)
		tr.fog()
		tr.use(tr.a.Pos)
		tr.that(tr.l.lit.Has(geom.Pos{X: 2 + e.Radius - 1, Y: 2}), "it is dark %d fields away", e.Radius-1)
		tr.that(shade.has(content.Feared), "what hates the light is %v", shade.Status)
	},
	content.Recharge: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		it := give(t, tr.w, "a", "wand_fire", 1)
		it.Charges = 0
		tr.use(tr.a.Pos)
		tr.that(it.Charges == it.row().Charges, "it has %d charges", it.Charges)
	},
	content.Revive: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, "#########\n#.......#\n#.a.b...#\n#.......#\n#########", 0)
		kill(tr.w, "b")
		do(t, tr.w, Command{User: "a", Verb: Use, Item: tr.it.ID})
		tr.that(!tr.b.Wisp && tr.b.Health == tr.b.MaxHealth*e.Power/100, "she has %d of %d", tr.b.Health, tr.b.MaxHealth)
	},
	content.Drain: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, "#########\n#.......#\n#.a.~~,.#\n#.......#\n#########", 0)
		tr.l.puff(geom.Pos{X: 3, Y: 1}, content.Smoke, 20)
		tr.use(tr.a.Pos)
		tr.that(tr.l.clear.Has(geom.Pos{X: 3, Y: 1}), "one cannot see where the smoke was")
		for x := 4; x < 7; x++ {
			tr.that(tr.l.Ground.At(geom.Pos{X: x, Y: 2}) == content.Floor, "there is water at %d", x)
		}
		tr.that(tr.l.air.Over == (geom.CellSet{}), "there is gas")
	},
	content.Flood: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, "####T####\n#.......#\n#.a.....#\n#.......#\n#########", 0)
		torch := give(t, tr.w, "a", "torch", 1)
		torch.Slot = content.LightSlot
		tr.l.puff(geom.Pos{X: 3, Y: 1}, content.Fire, 20)
		tr.use(tr.a.Pos)
		tr.that(tr.l.Ground.At(geom.Pos{X: 4, Y: 2}) == content.ShallowWater, "there is no water")
		tr.that(tr.l.Ground.At(geom.Pos{X: 4, Y: 0}) != content.Torch, "the torch in the wall burns")
		tr.that(tr.a.glow() == 0, "her torch burns")
		tr.that(tr.l.air.Over == (geom.CellSet{}), "the fire burns")
	},
	content.Freeze: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, "#########\n#.......#\n#.a.~~,.#\n#.....b.#\n#########", 4)
		tr.l.walkTo(tr.b, geom.Pos{X: 6, Y: 2})
		tr.use(tr.a.Pos)
		for x := 4; x < 7; x++ {
			tr.that(tr.l.Ground.At(geom.Pos{X: x, Y: 2}) == content.Floor, "one cannot walk at %d", x)
		}
		tr.that(tr.f.has(content.Frozen), "what swims is %v", tr.f.Status)
		tr.that(!tr.b.has(content.Frozen), "her friend is %v", tr.b.Status)
	},
	content.ShieldAll: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		tr.use(tr.a.Pos)
		for _, h := range []*hero{tr.a, tr.b} {
			c := h.condition(content.Shielded)
			tr.that(c != nil && c.Power == e.Power && c.Ticks == e.Ticks, "%s is in %v", h.Name, h.Status)
		}
	},
	content.Feed: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		tr.l.inflict(&tr.a.Actor, content.Hungry, 40, 0, nil)
		tr.use(tr.a.Pos)
		tr.that(tr.a.Fed == e.Power && !tr.a.has(content.Hungry) && tr.a.has(content.Sated), "she is fed for %d and %v", tr.a.Fed, tr.a.Status)
	},
	content.Descend: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		tr.use(tr.a.Pos)
		tr.that(tr.a.Level.Z == 2 && tr.b.Level.Z == 1, "they are on %v and %v", tr.a.Level, tr.b.Level)
	},
	content.Recall: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		tr.use(tr.a.Pos)
		tr.that(tr.a.Level == geom.LevelID{}, "she is on %v", tr.a.Level)
	},
	content.Duplicate: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		it, heart := give(t, tr.w, "a", "bandage", 2), give(t, tr.w, "a", "heart", 1)
		tr.use(tr.a.Pos)
		tr.that(it.Count == 3 && heart.Count == 1, "there are %d bandages and %d hearts", it.Count, heart.Count)
	},
	content.MakeRope: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, "######\n#....#\n#.a:.#\n#....#\n######", 0)
		tr.use(tr.a.Pos)
		tr.that(tr.a.Level.Z == 2 && tr.a.Health == tr.a.MaxHealth, "she is on %v with %d health", tr.a.Level, tr.a.Health)
	},
	content.Etch: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		rune, _ := content.RuneByKey(e.Rune)
		on, wrong := give(t, tr.w, "a", "mace", 1), give(t, tr.w, "a", "leather_coat", 1)
		if !rune.Row().Weapon {
			on, wrong = wrong, on
		}
		c := Command{User: "a", Verb: Use, Item: tr.it.ID, Other: wrong.ID}
		tr.that(refusal(t, tr.w, c) == "wrong_target", "it goes onto the %s", wrong.row().Name)
		bow := give(t, tr.w, "a", "short_bow", 1)
		c.Other = bow.ID
		useful := rune.Row().Weapon && rune.Row().Skills&meleeOnly == 0
		tr.that(refusal(t, tr.w, c) == "" == useful, "onto a bow: %q", refusal(t, tr.w, c))
		c.Other = on.ID
		do(t, tr.w, c)
		tr.that(on.Rune == rune && on.Shown, "it bears %v", on.Rune)
	},
	content.MaxHealth: func(t *testing.T, k content.ItemKind, e content.Effect) {
		tr := begin(t, k, e, ring, 0)
		a, b := tr.a.MaxHealth, tr.b.MaxHealth
		tr.use(tr.a.Pos)
		tr.that(tr.a.MaxHealth == a+e.Power && tr.b.MaxHealth == b+e.Power, "they have %d and %d", tr.a.MaxHealth, tr.b.MaxHealth)
	},
}

// foesInSight tries what puts the foes in sight into a status, and no others.
func foesInSight(k content.StatusKind) func(t *testing.T, kind content.ItemKind, e content.Effect) {
	return func(t *testing.T, kind content.ItemKind, e content.Effect) {
		tr := begin(t, kind, e, "############\n#....#.....#\n#.a..#.....#\n#....#.....#\n############", 4)
		tr.fog()
		away := putFoe(t, tr.l, "cave_brute", 8, 2)
		tr.use(tr.a.Pos)
		c := tr.f.condition(k)
		tr.that(c != nil && c.Ticks == e.Ticks, "in sight, it is %v", tr.f.Status)
		tr.that(!away.has(k), "behind a wall, it is %v", away.Status)
	}
}

// fog lets a see only what she can, by a torch.
func (tr *trial) fog() {
	tr.w.opts.Fog, tr.l.opts.Fog = true, true
	give(tr, tr.w, "a", "torch", 1).Slot = content.LightSlot
	tr.l.settleLight()
}

// TestEveryEffectDoesWhatItSays tries each effect of each kind of item.
func TestEveryEffectDoesWhatItSays(t *testing.T) {
	for k := range content.Items {
		r := &content.Items[k]
		for _, e := range r.Effects {
			try := effectTrials[e.Kind]
			if try == nil {
				t.Errorf("no trial shows what %s of %s does", e.Words(nil), r.Key)
				continue
			}
			t.Run(r.Key, func(t *testing.T) { try(t, content.ItemKind(k), e) })
		}
	}
}
