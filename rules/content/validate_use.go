package content

import (
	"math/bits"
	"slices"
	"strings"
)

// used checks that nothing which the rules can do lies idle: that a foe has each
// of the ways, a weapon each of the skills, and an item each of the effects.
func (c *checker) used() {
	var ways Ways
	for i := range Foes {
		ways |= Foes[i].Ways
	}
	for i, words := range wayWords {
		c.that(ways&(1<<i) != 0, "no foe %s", words)
	}
	var skills Skills
	var effects [effectKinds]bool
	for i := range Items {
		skills |= Items[i].Skills
		for _, e := range slices.Concat(Items[i].Effects, Items[i].Worn) {
			effects[e.Kind] = true
		}
	}
	for i, words := range skillWords {
		c.that(skills&(1<<i) != 0, "no weapon %s", words)
	}
	for k, words := range effectWords {
		c.that(EffectKind(k) == NoEffect || effects[k], "no item %s", words)
		c.that(EffectKind(k) == NoEffect || words != "", "the effect %d has no words", k)
	}
}

// described checks that each way and skill that a row has can be said.
func (c *checker) described(what, key string, set uint32, all int) {
	c.that(bits.Len32(set) <= all, "%s %s can do what has no words", what, key)
}

// effects checks what a row's effects name.
func (c *checker) effects(what, key string, effects, worn []Effect) {
	for _, e := range slices.Concat(effects, worn) {
		_, foe := FoeByKey(e.Foe)
		c.that(foe || e.Foe == "" && e.Kind != Summon, "%s %s calls the foe %q", what, key, e.Foe)
		_, rune := RuneByKey(e.Rune)
		c.that(rune && e.Rune != "" || e.Kind != Etch, "%s %s writes the rune %q", what, key, e.Rune)
		c.that(e.Kind != Gas || e.Cloud != NoCloud && e.Power > 0, "%s %s makes %d of no cloud", what, key, e.Power)
	}
	for _, e := range effects {
		c.that(e.Kind != Inflict || e.Ticks > 0, "%s %s inflicts %s for no time", what, key, e.Status.Row().Key)
		c.that(e.Kind != Summon && e.Kind != Charm || e.Ticks > 0, "%s %s makes an ally for no time", what, key)
	}
	for _, e := range worn {
		c.that(e.Kind == Inflict, "%s %s does what only using does while it is worn", what, key)
	}
}

// fights checks what a foe fights with.
func (c *checker) fights(f *Foe) {
	c.described("foe", f.Key, uint32(f.Ways), len(wayWords))
	idle := f.Has(Harmless) || f.Has(Screamer)
	c.that(idle || f.Damage > 0, "foe %s deals no damage", f.Key)
	c.that(f.Has(Exploder) == (f.Bursts != NoCloud), "foe %s bursts into %s", f.Key, f.Bursts.Row().Key)
	c.that(f.Cost > 0, "foe %s costs nothing", f.Key)
	c.that(!f.Has(Boss) || f.Weight == 0 && f.Depth == f.Last, "boss %s is found like any foe", f.Key)
}

// wares checks what an item is used with.
func (c *checker) wares(i *Item) {
	c.described("item", i.Key, uint32(i.Skills), len(skillWords))
	c.effects("item", i.Key, i.Effects, i.Worn)
	armed := i.Class == Weapon || i.Class == Bow
	c.that(!armed || i.Damage > 0 && i.Speed > 0, "item %s deals %d in %d ticks", i.Key, i.Damage, i.Speed)
	c.that(i.Speed > 0 || len(i.Effects) == 0 || i.Class == Ammo, "using item %s takes no time", i.Key)
	worn := armed || i.Class == Shield || i.Class == Armour || i.Class == Ring || i.Class == Light
	c.that(worn == (i.Slot != NoSlot), "item %s is worn nowhere, or should not be", i.Key)
	c.that(i.Class != Bow || slices.ContainsFunc(Items, func(a Item) bool { return a.Class == Ammo && a.Calibre == i.Calibre }),
		"nothing can be shot with %s", i.Key)
	c.that(i.Class != Wand && i.Class != Staff || i.Charges > 0 && i.Range > 0, "item %s has %d charges over %d", i.Key, i.Charges, i.Range)
	c.that(i.Class != Staff || i.Refill > 0, "staff %s is never full again", i.Key)
}

// placeholders are what may stand in braces in a message.
var placeholders = []string{"actor", "target", "item", "n", "status", "user", "text", "kind"}

// sentence checks what a message's text names.
func (c *checker) sentence(what, code, text string, known []string) {
	for rest := text; ; {
		_, after, found := strings.Cut(rest, "{")
		if !found {
			return
		}
		name, tail, closed := strings.Cut(after, "}")
		others, yours, forms := strings.Cut(name, "|")
		ok := slices.Contains(known, name) || forms && others != "" && yours != "" && strings.Contains(text[:len(text)-len(after)], "{")
		c.that(closed && ok, "%s %s names {%s}", what, code, name)
		rest = tail
	}
}

// tones are the tones of messages.
var tones = []string{"good", "bad", "danger", "info", "quiet"}
