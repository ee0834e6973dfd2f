package rules

import (
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestWhatIsWornDoesWhatItsRowSays puts on one of every kind that is worn, and
// takes it off again.
func TestWhatIsWornDoesWhatItsRowSays(t *testing.T) {
	for k := range content.Items {
		r := &content.Items[k]
		if r.Slot == content.NoSlot {
			continue
		}
		w := inCaves(t, Options{Clock: RealTime}, "######\n#....#\n#.a..#\n#....#\n######")
		h, l := w.hero("a"), w.levels[0]
		h.Fed = fedAtFirst
		bare, dark := figuresOf(h), h.glow()
		it := give(t, w, "a", r.Key, 1)
		do(t, w, Command{User: "a", Verb: Equip, Item: it.ID})
		on := figuresOf(h)
		damage := bareDamage
		if r.Class == content.Weapon {
			damage = r.Damage
		} else if r.Class == content.Ring {
			damage += r.Damage
		}
		if on.damage != damage {
			t.Errorf("%s: a hit deals %d and not %d", r.Key, on.damage, damage)
		}
		if on.armour-bare.armour != r.Armour || on.block-bare.block != r.Block {
			t.Errorf("%s takes %d off and stops %d", r.Key, on.armour, on.block)
		}
		if radius, tint := h.light(); radius != r.Light || tint != r.Tint {
			t.Errorf("%s shines %d far in %q", r.Key, radius, tint)
		}
		for _, e := range r.Worn {
			checkBestowed(t, w, r.Key, it, e)
		}
		h.Wait = 0
		if it.Slot != content.NoSlot {
			do(t, w, Command{User: "a", Verb: Unequip, Item: it.ID})
		}
		for range bestowed + 1 {
			w.Step(nil)
		}
		if len(h.Status) > 0 || h.glow() != dark {
			t.Errorf("%s: taken off, it leaves her %v", r.Key, h.Status)
		}
		checkLedger(t, w)
		l.settleLight()
	}
}

// checkBestowed fails unless who wears it is in the status that e says at once,
// and stays so.
func checkBestowed(t *testing.T, w *World, key string, it *Item, e content.Effect) {
	t.Helper()
	h := w.hero("a")
	for range 5 * bestowEvery {
		if c := h.condition(e.Status); c == nil || c.Power != e.Power {
			t.Errorf("%s: she is in %v and not %v with a strength of %d", key, h.Status, e.Status, e.Power)
			return
		}
		w.Step(nil)
	}
}

// TestEveryRuneDoesWhatItsRowSays etches each rune onto what it goes onto.
func TestEveryRuneDoesWhatItsRowSays(t *testing.T) {
	for k := range content.Runes {
		r := &content.Runes[k]
		if k == 0 {
			continue
		}
		w := inCaves(t, Options{Clock: RealTime}, "######\n#....#\n#.a..#\n#....#\n######")
		h := w.hero("a")
		key := "leather_coat"
		if r.Weapon {
			key = "short_sword"
		}
		it := give(t, w, "a", key, 1)
		plain := *it
		it.Rune, it.Cursed, it.Shown = content.RuneKind(k), r.Bad, false
		do(t, w, Command{User: "a", Verb: Equip, Item: it.ID})
		if !it.Shown {
			t.Errorf("%s: wearing it does not show it", r.Key)
		}
		a := h.arms()
		if r.Weapon && (a.damage != plain.row().Damage+r.Damage || a.skills != plain.row().Skills|r.Skills) {
			t.Errorf("%s: a hit deals %d, with skills %v", r.Key, a.damage, a.skills.Traits(nil))
		}
		if !r.Weapon && h.armour() != plain.row().Armour+r.Armour {
			t.Errorf("%s takes %d off", r.Key, h.armour())
		}
		for _, e := range r.Worn {
			checkBestowed(t, w, r.Key, it, e)
		}
		got := ""
		h.Wait = 0
		if got = refusal(t, w, Command{User: "a", Verb: Unequip, Item: it.ID}); (got == "cursed_stuck") != r.Bad {
			t.Errorf("%s: taking it off: %q", r.Key, got)
		}
	}
}

// TestCursesShowAndHold puts on what is cursed, and is rid of it by a scroll.
func TestCursesShowAndHold(t *testing.T) {
	for k := range content.Items {
		r := &content.Items[k]
		if r.Cursed == 0 {
			continue
		}
		w := inCaves(t, Options{}, "######\n#....#\n#.a..#\n#....#\n######")
		h := w.hero("a")
		it := give(t, w, "a", r.Key, 1)
		it.Shown, it.Cursed = false, true
		do(t, w, Command{User: "a", Verb: Equip, Item: it.ID})
		checkHeard(t, w, "a", "curse_shows")
		h.Wait = 0
		for _, verb := range []Verb{Unequip, Drop, Throw} {
			if got := refusal(t, w, Command{User: "a", Verb: verb, Item: it.ID, At: h.Pos.Step(geom.East)}); got != "cursed_stuck" {
				t.Errorf("%v of a cursed %s: %q", verb, r.Key, got)
			}
		}
		h.level.uncurse(h)
		do(t, w, Command{User: "a", Verb: Unequip, Item: it.ID})
	}
}

// TestEdgesSharpenWhatIsHeld hits and shoots with a ring that makes sharper.
func TestEdgesSharpenWhatIsHeld(t *testing.T) {
	w := inCaves(t, Options{}, "######\n#....#\n#.a..#\n#....#\n######")
	h := w.hero("a")
	give(t, w, "a", "mace", 1).Slot = content.MainHand
	bow, arrow := give(t, w, "a", "short_bow", 1), give(t, w, "a", "arrow", 1)
	blow, shot := h.arms().damage, h.shotDamage(bow, arrow)
	give(t, w, "a", "ring_of_edges", 1).Slot = content.LeftRing
	give(t, w, "a", "ring_of_edges", 1).Slot = content.RightRing
	if h.arms().damage != blow+2 || h.shotDamage(bow, arrow) != shot+2 {
		t.Errorf("a blow deals %d after %d, a shot %d after %d", h.arms().damage, blow, h.shotDamage(bow, arrow), shot)
	}
}

// TestLightsFillTheirPlace checks what of all that is carried shines.
func TestLightsFillTheirPlace(t *testing.T) {
	w := inCaves(t, Options{}, "######\n#....#\n#.a..#\n#....#\n######")
	h := w.hero("a")
	check := func(what string, want int) {
		t.Helper()
		if got, _ := h.light(); got != want {
			t.Errorf("%s: she shines %d far and not %d", what, got, want)
		}
	}
	blade := give(t, w, "a", "ember_blade", 1)
	check("with a blade in the pack", 0)
	blade.Slot = content.MainHand
	check("with the blade in hand", blade.row().Light)
	torch := give(t, w, "a", "torch", 1)
	torch.Slot = content.LightSlot
	check("with a torch as well", torch.row().Light)
	torch.Fuel = 0
	check("with a burnt torch", blade.row().Light)
	heart := give(t, w, "a", "heart", 1)
	check("with the Heart", heart.row().Light)
}

// TestSatedDoesNotGetHungry lets time pass for who is fed by what she wears.
func TestSatedDoesNotGetHungry(t *testing.T) {
	w := inCaves(t, Options{Clock: RealTime}, "######\n#....#\n#.a..#\n#....#\n######")
	h := w.hero("a")
	h.Fed = 10
	give(t, w, "a", "ring_of_plenty", 1).Slot = content.LeftRing
	for range 200 {
		w.Step(nil)
	}
	if !h.has(content.Sated) || h.has(content.Hungry) {
		t.Errorf("she is %v, fed for %d", h.Status, h.Fed)
	}
}

// TestWhoGlowsIsShownToGlow looks at a hero who shines by a spell and not by what
// she carries.
func TestWhoGlowsIsShownToGlow(t *testing.T) {
	w := inCaves(t, Options{}, "######\n#....#\n#.a..#\n#....#\n######")
	h := w.hero("a")
	h.level.inflict(&h.Actor, content.Lit, 100, 12, nil)
	v := view(t, w, "a")
	if e := v.Entities[v.Hero]; e.Light != 12 || e.Tint != content.Lit.Row().Colour || v.Self.Light != 12 {
		t.Errorf("she shines %d and %d far in %q", e.Light, v.Self.Light, e.Tint)
	}
}

// TestTheNextLightIsLit lets a torch burn down, and looks what takes its place.
func TestTheNextLightIsLit(t *testing.T) {
	for next := range content.Items {
		r := &content.Items[next]
		if r.Class != content.Light {
			continue
		}
		w := inCaves(t, Options{Clock: RealTime}, "######\n#....#\n#.a..#\n#....#\n######")
		h := w.hero("a")
		out := give(t, w, "a", "torch", 1)
		out.Slot, out.Fuel = content.LightSlot, 1
		it := give(t, w, "a", r.Key, 1)
		w.Step(nil)
		if it.Slot != content.LightSlot || h.glow() != r.Light {
			t.Errorf("the %s is not lit: she shines %d far", r.Name, h.glow())
		}
		checkHeard(t, w, "a", "light_next")
		checkLedger(t, w)
		h.Wait, h.heard = 0, nil
		do(t, w, Command{User: "a", Verb: Equip, Item: give(t, w, "a", "torch", 3).ID})
		if e := h.heard[0]; e.Code != "light_on" || e.Item != "the torch" {
			t.Errorf("she reads %+v", e)
		}
	}
}
