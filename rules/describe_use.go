package rules

import (
	"slices"
	"strconv"

	"laneya/rules/content"
)

// itemsUpon tells what the things that h carries and knows would do to f.
func (w *World) itemsUpon(h *hero, f *foe, d *Description) {
	const most = 40 // more than a pack holds, less than what one answer may
	n := 0
	for _, it := range h.Pack {
		text := w.upon(h, f, it)
		if text == "" {
			continue
		}
		if n++; n <= most {
			d.fact(w.itemName(h, it), text)
		}
	}
	if n > most {
		d.fact("more things", strconv.Itoa(n-most)+" would do something")
	}
}

// upon returns what an item would do to f if it were thrown, shot, pointed, read
// or taken in hand, "" if it is nothing for that.
func (w *World) upon(h *hero, f *foe, it *Item) string {
	r := it.row()
	if !h.familiar(it.Kind) {
		return ""
	}
	switch r.Class {
	case content.Wand, content.Staff, content.Bomb, content.Potion, content.Scroll:
		return content.List(effectsUpon(f, r.Effects))
	case content.Weapon:
		if it.Slot != content.NoSlot {
			return "" // what she holds is told first of all
		}
		damage, skills := r.Damage, r.Skills
		if it.Shown {
			damage, skills = damage+it.Bonus, skills|it.Rune.Row().Skills
		}
		return hitBy(h, f, damage, skills, nil)
	case content.Thrown:
		return hitBy(h, f, r.Damage+it.Bonus, r.Skills|it.Rune.Row().Skills, r.Effects)
	case content.Ammo:
		bow, _ := h.bow()
		if bow == nil || bow.row().Calibre != r.Calibre {
			return ""
		}
		return hitBy(h, f, h.shotDamage(bow, it), bow.row().Skills|r.Skills|bow.Rune.Row().Skills, r.Effects)
	}
	return ""
}

// hitBy returns what something that h throws or shoots does to f where it hits.
func hitBy(h *hero, f *foe, damage int, skills content.Skills, effects []content.Effect) string {
	var does []string
	if damage > 0 {
		damage = power(&h.Actor, damage)
		if f.row().Undead && skills&content.Holy != 0 {
			damage *= 2
		}
		does = append(does, hurtBy(f, damage, false))
	}
	for _, s := range [...]struct {
		skill  content.Skills
		status content.StatusKind
	}{{content.Fiery, content.Burning}, {content.Icy, content.Slowed}} {
		if skills&s.skill != 0 && !immune(f, s.status) {
			does = append(does, s.status.Row().Name)
		}
	}
	for i := range effects {
		if e := &effects[i]; e.Kind == content.Inflict {
			if text := effectUpon(f, e); text != "" {
				does = append(does, text)
			}
		}
	}
	return content.List(does)
}

// effectsUpon returns what each of the effects does to f that is meant for foes.
func effectsUpon(f *foe, effects []content.Effect) (does []string) {
	for i := range effects {
		if text := effectUpon(f, &effects[i]); text != "" {
			does = append(does, text)
		}
	}
	return does
}

// hurtBy returns what hits of that damage do to f as it is now.
func hurtBy(f *foe, damage int, pierces bool) string {
	armour := f.row().Armour
	if pierces {
		armour = 0
	}
	n := max(afterArmour(damage, armour), 1)
	kills := "1 hit kills it"
	if hits := hitsOf(&f.Actor, damage, armour); hits > 1 {
		kills = strconv.Itoa(hits) + " hits kill it"
	}
	if f.has(content.Marked) {
		n += n / 2
	}
	if f.has(content.Frozen) {
		n *= 2
	}
	return "about " + strconv.Itoa(n) + " damage; " + kills
}

// effectUpon returns what an effect does to f, "" if it isn't meant for foes.
func effectUpon(f *foe, e *content.Effect) string {
	boss := f.row().Has(content.Boss)
	switch e.Kind {
	case content.Strike, content.Explode:
		return hurtBy(f, e.Power, false)
	case content.Ray:
		return hurtBy(f, e.Power, true) + ", whatever it wears"
	case content.Inflict:
		if immune(f, e.Status) {
			return "it is immune to " + e.Status.Row().Name
		}
		if e.Status.Row().Good {
			return ""
		}
		return e.Status.Row().Name + " for " + ticksInWords(e.Ticks)
	case content.Charm:
		if boss || f.row().Has(content.Mindless) {
			return "it does not take to friends"
		}
		return "it fights for you for a while"
	case content.Sleepen, content.Scare:
		status := content.Asleep
		if e.Kind == content.Scare {
			status = content.Feared
		}
		if boss || immune(f, status) {
			return "it does not mind"
		}
		return status.Row().Name
	case content.Gas:
		if s, hurts := statusOf(e.Cloud); hurts && immune(f, s) {
			return e.Cloud.Row().Name + " does not bother it"
		}
		return "stands in " + e.Cloud.Row().Name
	case content.Heal:
		return "heals it"
	case content.Push, content.Pull, content.Swap, content.Polymorph, content.Teleport:
		return e.Words()
	}
	return ""
}

// statusOf returns what such a cloud does to who stands in it, if it is harm.
func statusOf(k content.CloudKind) (s content.StatusKind, hurts bool) {
	switch k {
	case content.Fire:
		return content.Burning, true
	case content.PoisonGas:
		return content.Poisoned, true
	case content.Frost:
		return content.Frozen, true
	case content.Spores:
		return content.Confused, true
	}
	return 0, false
}

// figures are the numbers of a hero that what she wears changes.
type figures struct{ damage, ticks, armour, block, light int }

func figuresOf(h *hero) figures {
	a := h.arms()
	light, _ := h.light()
	return figures{a.damage, a.ticks, h.armour(), h.block(), light}
}

// changes tells what wearing an item, or taking it off, would change.
func (w *World) changes(h *hero, it *Item, d *Description) {
	bonus, magic := it.Bonus, it.Rune
	if !it.Shown && it.Slot == content.NoSlot {
		// What isn't known of it must not show in what it would change.
		it.Bonus, it.Rune = 0, 0
		defer func() { it.Bonus, it.Rune = bonus, magic }()
	}
	if n := len(h.Pack); h.item(it.ID) != it {
		h.Pack = append(h.Pack, it)
		defer func() { h.Pack = slices.Delete(h.Pack, n, n+1) }()
	}
	now := figuresOf(h)
	was := make([]content.Slot, len(h.Pack))
	for i, o := range h.Pack {
		was[i] = o.Slot
	}
	// The hero tries it on and puts everything back: nothing else sees it.
	if it.Slot != content.NoSlot {
		it.Slot = content.NoSlot
	} else if s, err := h.slotOf(it, ""); err == nil {
		off, err := h.level.inTheWay(h, it, s)
		if err != nil {
			d.fact("to wear it", err.Error())
			return
		}
		for _, o := range off {
			o.Slot = content.NoSlot
		}
		it.Slot = s
	}
	then := figuresOf(h)
	for i, o := range h.Pack {
		o.Slot = was[i]
	}
	for _, c := range [...]struct {
		name      string
		now, then int
		unit      func(int) string
	}{
		{"damage of a hit", now.damage, then.damage, strconv.Itoa}, {"an attack takes", now.ticks, then.ticks, ticksInWords},
		{"armour", now.armour, then.armour, strconv.Itoa}, {"hits blocked", now.block, then.block, percent},
		{"light", now.light, then.light, cells},
	} {
		if c.now != c.then {
			d.Changes = append(d.Changes, Change{c.name, c.unit(c.now), c.unit(c.then)})
		}
	}
}

// useChanges tells what using an item would change.
func (w *World) useChanges(h *hero, it *Item, d *Description) {
	r := it.row()
	if r.Slot != content.NoSlot || r.Class == content.Wand || r.Class == content.Staff || !h.familiar(it.Kind) {
		return // what is pointed changes others
	}
	for i := range r.Effects {
		e := &r.Effects[i]
		switch e.Kind {
		case content.Heal:
			d.Changes = append(d.Changes, Change{"health", strconv.Itoa(h.Health), strconv.Itoa(min(h.Health+e.Power, h.MaxHealth))})
		case content.MaxHealth:
			d.Changes = append(d.Changes, Change{"health at most", strconv.Itoa(h.MaxHealth), strconv.Itoa(h.MaxHealth + e.Power)})
		}
	}
}
