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
