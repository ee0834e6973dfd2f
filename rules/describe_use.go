package rules

import (
	"slices"
	"strconv"

	"laneya/lang"
	"laneya/rules/content"
)

// itemsUpon tells what the things that h carries and knows would do to f.
func (w *World) itemsUpon(h *hero, f *foe, d *Description) {
	say := h.say
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
		d.fact(say.Text("more things"), say.Format("%d would do something", n-most))
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
		return content.List(h.say, effectsUpon(h.say, f, r.Effects))
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
	say := h.say
	var does []string
	if damage > 0 {
		damage = power(&h.Actor, damage)
		if f.row().Undead && skills&content.Holy != 0 {
			damage *= 2
		}
		does = append(does, hurtBy(say, f, damage, false))
	}
	for _, s := range [...]struct {
		skill  content.Skills
		status content.StatusKind
	}{{content.Fiery, content.Burning}, {content.Icy, content.Slowed}} {
		if skills&s.skill != 0 && !immune(f, s.status) {
			does = append(does, s.status.Row().Called(say))
		}
	}
	for i := range effects {
		if e := &effects[i]; e.Kind == content.Inflict {
			if text := effectUpon(say, f, e); text != "" {
				does = append(does, text)
			}
		}
	}
	return content.List(say, does)
}

// effectsUpon returns what each of the effects does to f that is meant for foes.
func effectsUpon(say *lang.Language, f *foe, effects []content.Effect) (does []string) {
	for i := range effects {
		if text := effectUpon(say, f, &effects[i]); text != "" {
			does = append(does, text)
		}
	}
	return does
}

// hurtBy returns what hits of that damage do to f as it is now.
func hurtBy(say *lang.Language, f *foe, damage int, pierces bool) string {
	armour := f.row().Armour
	if pierces {
		armour = 0
	}
	n := max(afterArmour(damage, armour), 1)
	hits := max(hitsOf(&f.Actor, damage, armour), 1)
	kills := say.Count(hits, "%d hit kills it", "%d hits kill it")
	if f.has(content.Marked) {
		n += n / 2
	}
	if f.has(content.Frozen) {
		n *= 2
	}
	return say.Format("about %d damage; %s", n, kills)
}

// effectUpon returns what an effect does to f, "" if it isn't meant for foes.
func effectUpon(say *lang.Language, f *foe, e *content.Effect) string {
	boss := f.row().Has(content.Boss)
	switch e.Kind {
	case content.Strike, content.Explode:
		return hurtBy(say, f, e.Power, false)
	case content.Ray:
		return say.Format("%s, whatever it wears", hurtBy(say, f, e.Power, true))
	case content.Inflict:
		if immune(f, e.Status) {
			return say.Format("it is immune to %s", e.Status.Row().Called(say))
		}
		if e.Status.Row().Good {
			return ""
		}
		return say.Format("%s for %s", e.Status.Row().Called(say), ticksInWords(say, e.Ticks))
	case content.Charm:
		if boss || f.row().Has(content.Mindless) {
			return say.Text("it does not take to friends")
		}
		return say.Text("it fights for you for a while")
	case content.Sleepen, content.Scare:
		status := content.Asleep
		if e.Kind == content.Scare {
			status = content.Feared
		}
		if boss || immune(f, status) {
			return say.Text("it does not mind")
		}
		return status.Row().Called(say)
	case content.Gas:
		if s, hurts := statusOf(e.Cloud); hurts && immune(f, s) {
			return say.Format("%s does not bother it", content.Name(say, e.Cloud.Row().Name))
		}
		return say.Format("stands in %s", content.Name(say, e.Cloud.Row().Name))
	case content.Heal:
		return say.Text("heals it")
	case content.Push, content.Pull, content.Swap, content.Polymorph, content.Teleport:
		return e.Words(say)
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
	say := h.say
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
			d.fact(say.Text("to wear it"), wordsOf(say, err))
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
		unit      func(*lang.Language, int) string
	}{
		{lang.Mark("damage of a hit"), now.damage, then.damage, plain}, {lang.Mark("an attack takes"), now.ticks, then.ticks, ticksInWords},
		{lang.Mark("armour"), now.armour, then.armour, plain}, {lang.Mark("hits blocked"), now.block, then.block, percent},
		{lang.Mark("light"), now.light, then.light, cells},
	} {
		if c.now != c.then {
			d.Changes = append(d.Changes, Change{say.Text(c.name), c.unit(say, c.now), c.unit(say, c.then)})
		}
	}
}

// plain returns a number, for a person.
func plain(_ *lang.Language, n int) string { return strconv.Itoa(n) }

// wordsOf returns what an error says to a person.
func wordsOf(say *lang.Language, err error) string {
	if r, ok := err.(*Refusal); ok {
		return r.In(say)
	}
	return err.Error()
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
			d.Changes = append(d.Changes, Change{h.say.Text("health"), strconv.Itoa(h.Health), strconv.Itoa(min(h.Health+e.Power, h.MaxHealth))})
		case content.MaxHealth:
			d.Changes = append(d.Changes, Change{h.say.Text("health at most"), strconv.Itoa(h.MaxHealth), strconv.Itoa(h.MaxHealth + e.Power)})
		}
	}
}
