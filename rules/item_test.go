package rules

import (
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// hall has room for two heroes, a door and a chasm.
const hall = `
##########
#a.b..:..#
#........#
#...+....#
##########`

// fill gives a hero things of her own kinds until her pack is full.
func fill(t testing.TB, w *World, user string) {
	t.Helper()
	h := w.hero(user)
	for len(h.Pack) < packSize {
		give(t, w, user, "dagger", 1)
	}
}

// TestPacksKeepTheirLimit takes, lights and is given what is almost like a
// thing in a full pack.
func TestPacksKeepTheirLimit(t *testing.T) {
	tests := map[string]func(w *World, h *hero){
		"walking onto it": func(w *World, h *hero) {
			h.level.pickUp(h)
		},
		"taking": func(w *World, h *hero) {
			_ = w.Perform(Command{User: "a", Verb: Take, Item: h.level.Lying[0].Item.ID})
		},
		"lighting": func(w *World, h *hero) {
			for _, it := range h.Pack {
				if it.row().Class == content.Light && it.Slot == content.NoSlot {
					_ = w.Perform(Command{User: "a", Verb: Equip, Item: it.ID})
				}
			}
		},
	}
	for name, act := range tests {
		t.Run(name, func(t *testing.T) {
			w := inCaves(t, Options{}, hall)
			h, l := w.hero("a"), w.levels[0]
			h.Prefs.Pickup = true
			lit := give(t, w, "a", "torch", 1)
			lit.Slot, lit.Fuel = content.LightSlot, 7
			if name == "lighting" {
				lit.Slot = content.NoSlot
				lit.Count, w.Made = 3, w.Made+2
			}
			fill(t, w, "a")
			l.lay(l.newItem(kindOf(t, "torch"), 1), h.Pos)
			act(w, h)
			if len(h.Pack) > packSize {
				t.Errorf("she carries %d stacks of at most %d", len(h.Pack), packSize)
			}
			checkLedger(t, w)
		})
	}
}

// TestKnowingNamesAll reads the scroll of all and the scroll of one.
func TestKnowingNamesAll(t *testing.T) {
	for scroll, want := range map[string]int{"scroll_naming": 1, "scroll_knowing": 3} {
		w := inCaves(t, Options{}, hall)
		kinds := []string{"potion_tar", "potion_haste", "wand_sparks"}
		for _, k := range kinds {
			give(t, w, "a", k, 1)
		}
		do(t, w, Command{User: "a", Verb: Use, Item: give(t, w, "a", scroll, 1).ID})
		n := 0
		for _, k := range kinds {
			if w.hero("a").familiar(kindOf(t, k)) {
				n++
			}
		}
		if n != want {
			t.Errorf("%s named %d of 3 kinds and not %d", scroll, n, want)
		}
	}
}

// TestLandingLeavesDoorsAlone draws many fields to land on, on a level where
// closed doors are most of what can be walked on.
func TestLandingLeavesDoorsAlone(t *testing.T) {
	w := inCaves(t, Options{}, "#########\n#a+++++.#\n#########")
	h := w.hero("a")
	for range 200 {
		if p, ok := h.level.landing(h, false); ok && h.level.Ground.At(p) == content.DoorClosed {
			t.Fatalf("she lands in the door at %v", p)
		}
	}
}

// TestBottlesSpareFriends breaks bottles over a friend: what harms her needs
// friendly fire, what helps her doesn't.
func TestBottlesSpareFriends(t *testing.T) {
	for _, fire := range []bool{false, true} {
		for potion, want := range map[string]bool{"potion_tar": fire, "potion_haste": true} {
			w := inCaves(t, Options{FriendlyFire: fire}, hall)
			b := w.hero("b")
			do(t, w, Command{User: "a", Verb: Throw, Item: give(t, w, "a", potion, 1).ID, At: b.Pos})
			if got := len(b.Status) > 0; got != want {
				t.Errorf("with friendly fire %v, %s on a friend: %v", fire, potion, b.Status)
			}
			checkLedger(t, w)
		}
	}
}

// TestReaderLearnsWhatTookHerAway reads scrolls that take their reader off the
// level.
func TestReaderLearnsWhatTookHerAway(t *testing.T) {
	for _, scroll := range []string{"scroll_trapdoor", "scroll_home", "scroll_away"} {
		w := inCaves(t, Options{}, hall)
		do(t, w, Command{User: "a", Verb: Use, Item: give(t, w, "a", scroll, 1).ID})
		if !w.hero("a").familiar(kindOf(t, scroll)) {
			t.Errorf("%s is still unknown", scroll)
		}
		checkHeard(t, w, "a", "identifies")
	}
}

// TestSlots wears things, and what else that takes off.
func TestSlots(t *testing.T) {
	equip := func(it *Item) Command { return Command{User: "a", Verb: Equip, Item: it.ID} }
	w := inCaves(t, Options{}, hall)
	h := w.hero("a")
	ready := func() { h.Wait = 0 }
	mace, shield, great := give(t, w, "a", "mace", 1), give(t, w, "a", "buckler", 1), give(t, w, "a", "greatsword", 1)
	for _, it := range []*Item{mace, shield} {
		do(t, w, equip(it))
		ready()
	}
	if mace.Slot != content.MainHand || shield.Slot != content.OffHand || h.block() == 0 {
		t.Fatalf("mace in %v, shield in %v", mace.Slot, shield.Slot)
	}
	do(t, w, equip(great))
	ready()
	if great.Slot != content.MainHand || mace.Slot != content.NoSlot || shield.Slot != content.NoSlot || h.block() != 0 {
		t.Errorf("two hands hold mace %v, shield %v, sword %v", mace.Slot, shield.Slot, great.Slot)
	}
	great.Cursed = true
	before := w.Hash()
	for _, c := range []Command{
		equip(mace), equip(shield), {User: "a", Verb: Unequip, Item: great.ID}, {User: "a", Verb: Drop, Item: great.ID},
		{User: "a", Verb: Give, Item: great.ID, Name: "b"}, {User: "a", Verb: Throw, Item: great.ID, At: h.Pos.Step(geom.South)},
	} {
		if got := refusal(t, w, c); got != "cursed_stuck" {
			t.Errorf("%v of what is cursed: %q", c.Verb, got)
		}
	}
	if w.Hash() != before {
		t.Error("refusals changed the world")
	}
	do(t, w, Command{User: "a", Verb: Use, Item: give(t, w, "a", "scroll_absolution", 1).ID})
	ready()
	do(t, w, Command{User: "a", Verb: Unequip, Item: great.ID})
	checkLedger(t, w)
}

// TestAmmunitionIsSpent shoots all there is, and counts what is left.
func TestAmmunitionIsSpent(t *testing.T) {
	w := inCaves(t, Options{}, hall)
	h := w.hero("a")
	shoot := Command{User: "a", Verb: Shoot, At: geom.Pos{X: 1, Y: 3}}
	if got := refusal(t, w, shoot); got != "no_bow" {
		t.Errorf("without a bow: %q", got)
	}
	give(t, w, "a", "short_bow", 1).Slot = content.MainHand
	give(t, w, "a", "bolt", 5)
	if got := refusal(t, w, shoot); got != "no_ammo" {
		t.Errorf("with bolts for a bow: %q", got)
	}
	give(t, w, "a", "arrow", 3)
	for range 3 {
		h.Wait = 0
		do(t, w, shoot)
		checkLedger(t, w)
	}
	h.Wait = 0
	if got := refusal(t, w, shoot); got != "no_ammo" {
		t.Errorf("with no arrows left: %q", got)
	}
	n := 0
	for _, g := range w.levels[0].Lying {
		n += g.Item.Count
	}
	if n != 3 {
		t.Errorf("%d of 3 arrows that hit nobody lie there", n)
	}
}

// TestEveryEffectKeepsTheLedger uses, throws and zaps one of every kind there
// is, at a foe, a friend and nobody.
func TestEveryEffectKeepsTheLedger(t *testing.T) {
	done := 0
	for k := range content.Items {
		for _, verb := range []Verb{Use, Throw, Zap, Equip} {
			for _, at := range []geom.Pos{{X: 3, Y: 1}, {X: 1, Y: 3}, {X: 8, Y: 1}} {
				w := inCaves(t, Options{}, hall)
				l := w.levels[0]
				putFoe(t, l, "ghost", 1, 3)
				it := w.hand(w.hero("a"), content.ItemKind(k), 1)
				c := Command{User: "a", Verb: verb, Item: it.ID, Other: give(t, w, "a", "mace", 1).ID, At: at}
				if refusal(t, w, c) != "" {
					continue
				}
				do(t, w, c)
				done++
				for range 5 {
					if err := w.Ledger(); err != nil {
						t.Fatalf("%v of %s: %v", verb, content.Items[k].Key, err)
					}
					w.Step(nil)
				}
			}
		}
	}
	if done < 2*len(content.Items) {
		t.Errorf("only %d things could be done with %d kinds", done, len(content.Items))
	}
}

// TestLooksAreDealtByTheSeed looks at unknown things in several worlds.
func TestLooksAreDealtByTheSeed(t *testing.T) {
	of := func(seed uint64) (looks []string) {
		d := newDeal(seed)
		for k := range content.Items {
			if content.Items[k].Unknown {
				looks = append(looks, d.looksOf(content.ItemKind(k)).Name)
			}
		}
		return looks
	}
	if !slices.Equal(of(1), of(1)) {
		t.Error("one world deals its looks twice")
	}
	if slices.Equal(of(1), of(2)) {
		t.Error("two worlds deal the same looks")
	}
}

// TestMimicsAreMarkedAndCountedLikeThings compares a mimic in hiding with a real
// thing of every kind that it may pass for.
func TestMimicsAreMarkedAndCountedLikeThings(t *testing.T) {
	for k := range content.Items {
		r := &content.Items[k]
		if r.Weight == 0 {
			continue
		}
		w := inCaves(t, Options{}, hall)
		f := putFoe(t, w.levels[0], "false_find", 7, 2)
		f.Hidden, f.Disguise = true, content.ItemKind(k)
		if got := refusal(t, w, Command{User: "a", Verb: MarkJunk, Item: f.ID, On: true}); got != "" {
			t.Errorf("%s: marking it is refused with %q", r.Key, got)
		}
		n := f.seems().Count
		if many := r.Class == content.Ammo || r.Class == content.Thrown; n < 1 || n > max(r.Stack, 1) || many && n < r.Stack/4 || !many && n != 1 {
			t.Errorf("%s: it passes for %d", r.Key, n)
		}
	}
}

// TestGiftsStack gives to friends with full packs.
func TestGiftsStack(t *testing.T) {
	for key, want := range map[string]string{"arrow": "", "rope": "friend_full"} {
		w := inCaves(t, Options{}, "#####\n#ab.#\n#####")
		give(t, w, "b", "arrow", 3)
		fill(t, w, "b")
		it := give(t, w, "a", key, 5)
		c := Command{User: "a", Verb: Give, Item: it.ID, Name: "b"}
		if got := refusal(t, w, c); got != want {
			t.Errorf("%s: %q", key, got)
		}
		if want == "" {
			do(t, w, c)
			if n := len(w.hero("b").Pack); n != packSize || w.hero("b").pieces(it.Kind) != 8 {
				t.Errorf("she has %d stacks and %d arrows", n, w.hero("b").pieces(it.Kind))
			}
		}
		checkLedger(t, w)
	}
}

// TestTheDeadGetNothingBack kills a hero by what she throws, and by thorns in
// the middle of a sweep.
func TestTheDeadGetNothingBack(t *testing.T) {
	t.Run("throw", func(t *testing.T) {
		w := inCaves(t, Options{}, hall)
		h, l := w.hero("a"), w.levels[0]
		one := l.split(h, give(t, w, "a", "bent_wing", 1), 1)
		kill(w, "a")
		l.comeDown(h, one, geom.Pos{X: 4, Y: 1}, true)
		if len(h.Pack) != 0 {
			t.Errorf("a wisp carries %v", h.Pack)
		}
		checkLedger(t, w)
	})
	t.Run("sweep", func(t *testing.T) {
		w := inCaves(t, Options{}, "#####\n#...#\n#.a.#\n#...#\n#####")
		h, l := w.hero("a"), w.levels[0]
		h.Health = 1
		give(t, w, "a", "sickle_sword", 1).Slot = content.MainHand
		thorny, other := putFoe(t, l, "cave_brute", 3, 2), putFoe(t, l, "cave_brute", 1, 2)
		l.inflict(&thorny.Actor, content.Thorny, 100, 3, nil)
		thorny.Asleep, other.Asleep = true, true
		l.strike(&h.Actor, &thorny.Actor)
		if !h.Wisp || other.Health != other.MaxHealth {
			t.Errorf("dead: %v, and the other has %d", h.Wisp, other.Health)
		}
	})
}

// TestThingsDontGoThroughWalls lays things where none can lie.
func TestThingsDontGoThroughWalls(t *testing.T) {
	w := inCaves(t, Options{}, "#########\n#.#^^^.a#\n#########")
	l := w.levels[0]
	l.lay(l.newItem(kindOf(t, "rope"), 1), geom.Pos{X: 3, Y: 1})
	if p := l.Lying[0].Pos; p != (geom.Pos{X: 6, Y: 1}) {
		t.Errorf("it lies at %v", p)
	}
}

// TestTheHeartReturns lets who carries it leave the world, and lets a new run
// begin.
func TestTheHeartReturns(t *testing.T) {
	for name, end := range map[string]func(t *testing.T, w *World){
		"she leaves": func(t *testing.T, w *World) { do(t, w, Command{User: "a", Verb: Leave}) },
		"all fail": func(t *testing.T, w *World) {
			w.opts.Invite = true
			w.move(w.hero("c"), w.newParty())
			w.hero("a").level.fell(w.hero("b"), harm{})
			w.lose(w.hero("a").party, nil)
			do(t, w, Command{User: "a", Verb: NewRun})
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := inCaves(t, Options{}, "#########\n#a.b.c..#\n#########")
			l := w.levels[0]
			plinth := geom.Pos{X: 7, Y: 1}
			l.set(plinth, content.HeartPlinth)
			give(t, w, "a", "heart", 1)
			end(t, w)
			if len(l.Lying) != 1 || l.Lying[0].Pos != plinth || l.Lying[0].Item.row().Class != content.HeartClass {
				t.Errorf("there lies %v", l.Lying)
			}
			checkHeard(t, w, "b", "heart_returns")
			if err := w.Ledger(); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestPickaxesDig walks into rock, a wall, a secret door and rubble with one in
// hand, and without.
func TestPickaxesDig(t *testing.T) {
	for _, armed := range []bool{true, false} {
		w := inCaves(t, Options{Clock: RealTime}, "########\n#a##S#R#\n########")
		h := w.hero("a")
		if armed {
			give(t, w, "a", "pickaxe", 1).Slot = content.MainHand
		}
		do(t, w, walk("a", geom.East))
		if armed {
			until(t, w, 200, "she is through", func() bool { return h.Pos.X == 6 })
			checkPicture(t, w, "########\n#.../.a#\n########")
			continue
		}
		for range 50 {
			w.Step(nil)
		}
		if h.Pos.X != 1 {
			t.Errorf("without a pickaxe she gets to %v", h.Pos)
		}
	}
}

// TestOpenFlamesBurnWebs walks into webs by the light of each kind.
func TestOpenFlamesBurnWebs(t *testing.T) {
	for k := range content.Items {
		r := &content.Items[k]
		if r.Class != content.Light {
			continue
		}
		w := inCaves(t, Options{}, "######\n#a%..#\n######")
		h := w.hero("a")
		give(t, w, "a", r.Key, 1).Slot = content.LightSlot
		h.level.walkTo(h, geom.Pos{X: 2, Y: 1})
		if h.has(content.Stuck) == r.Flame {
			t.Errorf("with a %s she is %v", r.Name, h.Status)
		}
	}
}

// TestThingsSoundLikeThemselves uses, zaps, throws, shoots and lights things.
func TestThingsSoundLikeThemselves(t *testing.T) {
	tests := []struct {
		item, code, sound string
		verb              Verb
		known             bool
	}{
		{"bread", "eats_food", "eat", Use, true},
		{"scroll_clamour", "reads", "alarm", Use, false},
		{"wand_fire", "zaps", "zap_fire", Zap, true},
		{"wand_fire", "zaps", "", Zap, false},
		{"net", "throws", "shot_web", Throw, true},
		{"frost_bomb", "bottle_breaks", "glass_ice", Throw, true},
		{"potion_fire", "bottle_breaks", "", Throw, false},
		{"fire_arrow", "shoots_at_nothing", "shot_fire", Shoot, true},
		{"lantern", "light_on", "light_lantern", Equip, true},
	}
	for _, tt := range tests {
		w := inCaves(t, Options{}, hall)
		give(t, w, "a", "short_bow", 1).Slot = content.OffHand
		it := give(t, w, "a", tt.item, 1)
		if tt.known {
			w.hero("a").party.learn(it.Kind)
		}
		do(t, w, Command{User: "a", Verb: tt.verb, Item: it.ID, At: geom.Pos{X: 1, Y: 3}})
		i := slices.IndexFunc(w.hero("a").heard, func(e Event) bool { return e.Code == tt.code })
		if i < 0 || w.hero("a").heard[i].Sound != tt.sound {
			t.Errorf("%s is heard as %+v", tt.item, w.hero("a").heard)
		}
	}
}

// TestBonusIsToldOnceItIsKnown looks at what is told of a weapon before and
// after it was worn.
func TestBonusIsToldOnceItIsKnown(t *testing.T) {
	w := inCaves(t, Options{}, hall)
	it := give(t, w, "a", "mace", 1)
	it.Bonus, it.Shown = -1, false
	if c := w.carried(w.hero("a"), it); c.Bonus != 0 {
		t.Errorf("before it is worn it is told as %d", c.Bonus)
	}
	do(t, w, Command{User: "a", Verb: Equip, Item: it.ID})
	if c := w.carried(w.hero("a"), it); c.Bonus != -1 {
		t.Errorf("worn, it is told as %d", c.Bonus)
	}
}

// TestPlinthsWantRoom reaches for the Heart with a full pack, and with room.
func TestPlinthsWantRoom(t *testing.T) {
	w := inCaves(t, Options{}, hall)
	l, plinth := w.levels[0], geom.Pos{X: 2, Y: 1}
	l.set(plinth, content.HeartPlinth)
	l.putHeart(l.newItem(kindOf(t, "heart"), 1), plinth)
	fill(t, w, "a")
	touch := Command{User: "a", Verb: Touch, At: plinth}
	if got := refusal(t, w, touch); got != "full_pack" {
		t.Errorf("with a full pack: %q", got)
	}
	w.hero("a").Pack = w.hero("a").Pack[1:]
	w.Unmade++
	do(t, w, touch)
	if !w.hero("a").holdsHeart() {
		t.Error("she has not got it")
	}
	checkLedger(t, w)
}

// TestLaidDownForAll lets one drop a thing and another walk over it, and then
// herself.
func TestLaidDownForAll(t *testing.T) {
	for _, who := range []string{"a", "b"} {
		w := inCaves(t, Options{Clock: RealTime}, "##########\n#.a.b....#\n##########")
		it := give(t, w, "a", "bread", 1)
		do(t, w, Command{User: "a", Verb: Drop, Item: it.ID})
		at := w.hero("a").Pos
		stand(w, "a", geom.Pos{X: 7, Y: 1})
		stand(w, who, at.Step(geom.East))
		do(t, w, walk(who, geom.West))
		for range 5 {
			w.Step(nil)
		}
		if got := w.hero(who).item(it.ID) != nil; got != (who == "b") {
			t.Errorf("%s picked up what a laid down: %v", who, got)
		}
	}
}

// TestJunkIsAPartysOwn marks a thing on the ground.
func TestJunkIsAPartysOwn(t *testing.T) {
	w := inCaves(t, Options{Clock: RealTime, Invite: true}, "##########\n#.a.b....#\n##########")
	w.move(w.hero("b"), w.newParty())
	l := w.hero("a").level
	it := l.newItem(kindOf(t, "bread"), 1)
	l.lay(it, geom.Pos{X: 3, Y: 1})
	do(t, w, Command{User: "a", Verb: MarkJunk, Item: it.ID, On: true}, walk("b", geom.West))
	for range 5 {
		w.Step(nil)
	}
	if w.hero("b").item(it.ID) == nil {
		t.Error("what one party calls junk is left by another")
	}
}

// TestOldKeysOpenNothing digs a level anew.
func TestOldKeysOpenNothing(t *testing.T) {
	w := inCaves(t, Options{}, "####\n#a.#\n####")
	h := w.hero("a")
	it := give(t, w, "a", "key", 1)
	it.Lock, it.Of, it.Dug = 1, h.Level, h.level.Serial
	if h.keyTo(h.level, 1) != it {
		t.Fatal("the key does not fit")
	}
	h.level.Serial++
	if h.keyTo(h.level, 1) != nil {
		t.Error("the key fits a level that was dug later")
	}
}
