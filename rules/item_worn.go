package rules

import (
	"slices"

	"laneya/geom"
	"laneya/rules/content"
)

// arms are what a hero fights with.
type arms struct {
	damage   int // of a hit, on average
	ticks    int // that a blow takes
	hit      int // percent
	reach    int // fields
	skills   content.Skills
	inflicts []Condition
}

// bareDamage is what a hero deals who holds nothing.
const bareDamage = 2

// arms returns what h fights with next to her.
func (h *hero) arms() arms {
	w := arms{damage: bareDamage + h.edge(), ticks: content.Pace.Fist, hit: heroHit, reach: 1}
	it := h.worn(content.MainHand)
	if it == nil || it.row().Class != content.Weapon {
		return w
	}
	r := it.row()
	rr := it.Rune.Row()
	w.damage = max(r.Damage+it.Bonus+rr.Damage+h.edge(), 1)
	w.ticks = max(r.Speed, 1)
	w.skills = r.Skills | rr.Skills
	if w.skills&content.Reach != 0 {
		w.reach = 2
	}
	for _, e := range r.Effects {
		if e.Kind == content.Inflict {
			w.inflicts = append(w.inflicts, Condition{Kind: e.Status, Ticks: e.Ticks, Power: e.Power})
		}
	}
	return w
}

// edge returns what h's rings add to the damage of all that she hits with.
func (h *hero) edge() int {
	n := 0
	for _, s := range [2]content.Slot{content.LeftRing, content.RightRing} {
		if it := h.worn(s); it != nil {
			n += it.row().Damage
		}
	}
	return n
}

// bow returns the bow that h holds and what she shoots with it, nil for none.
func (h *hero) bow() (bow, ammo *Item) {
	for _, s := range [2]content.Slot{content.MainHand, content.OffHand} {
		if it := h.worn(s); it != nil && it.row().Class == content.Bow {
			bow = it
		}
	}
	if bow == nil {
		return nil, nil
	}
	for _, it := range h.Pack {
		if it.row().Class == content.Ammo && it.row().Calibre == bow.row().Calibre && it.Junk == 0 {
			return bow, it
		}
	}
	return bow, nil
}

// shots returns how often h can shoot with the bow that she holds, -1 without one.
func (h *hero) shots() int {
	bow, _ := h.bow()
	if bow == nil {
		return -1
	}
	n := 0
	for _, it := range h.Pack {
		if it.row().Class == content.Ammo && it.row().Calibre == bow.row().Calibre && it.Junk == 0 {
			n += it.Count
		}
	}
	return n
}

// armour returns what is taken off each hit on h.
func (h *hero) armour() int {
	n := 0
	for _, it := range h.Pack {
		if it.Slot == content.NoSlot {
			continue
		}
		r := it.row()
		n += r.Armour
		if r.Class == content.Armour || r.Class == content.Shield {
			n += it.Bonus
		}
		if it.Rune != 0 {
			n += it.Rune.Row().Armour
		}
	}
	return max(n, 0)
}

// block returns the percent of hits that h's shield stops.
func (h *hero) block() int {
	if it := h.worn(content.OffHand); it != nil && it.row().Block > 0 {
		return min(it.row().Block+3*it.Bonus, 75)
	}
	return 0
}

// light returns the radius and the colour of the brightest light that h carries:
// of what she wears, or of the Heart.
func (h *hero) light() (radius int, tint string) {
	for _, it := range h.Pack {
		if it.Slot == content.NoSlot && it.Kind != heartKind {
			continue
		}
		if r := it.row(); r.Light > radius && (it.Fuel > 0 || r.Fuel == 0) {
			radius, tint = r.Light, r.Tint
		}
	}
	return radius, tint
}

// bearsFlame reports whether h carries an open flame.
func (h *hero) bearsFlame() bool {
	it := h.worn(content.LightSlot)
	return it != nil && it.row().Flame && it.Fuel > 0
}

// bestowEvery is how often what is worn renews the statuses that it bestows,
// and how long each then lasts, in ticks.
const bestowEvery, bestowed = 20, 41

// ageHeroes lets a tick pass for what heroes carry and eat.
func (l *level) ageHeroes() {
	for _, h := range l.heroes {
		h.forget()
		if h.Asleep || h.Wisp {
			continue
		}
		l.burnLight(h)
		l.digest(h)
		for _, it := range h.Pack {
			if l.refill(it) {
				h.dirty = true
				if it.Charges == 1 && it.Refill == 0 {
					h.tell(Event{Code: "charge_back", thing: it})
				}
			}
		}
		if l.Tick%bestowEvery == h.ID%bestowEvery {
			l.bestow(h)
		}
	}
}

// bestow lets h have the statuses that what she wears gives.
func (l *level) bestow(h *hero) {
	give := func(effects []content.Effect) {
		for _, e := range effects {
			if e.Kind == content.Inflict {
				l.inflict(&h.Actor, e.Status, bestowed, e.Power, nil)
			}
		}
	}
	for _, it := range h.Pack {
		if it.Slot != content.NoSlot {
			give(it.row().Worn)
			give(it.Rune.Row().Worn)
		}
	}
}

// bestows reports whether something that h wears gives her that status.
func (h *hero) bestows(k content.StatusKind) bool {
	gives := func(effects []content.Effect) bool {
		return slices.ContainsFunc(effects, func(e content.Effect) bool { return e.Kind == content.Inflict && e.Status == k })
	}
	return slices.ContainsFunc(h.Pack, func(it *Item) bool {
		return it.Slot != content.NoSlot && (gives(it.row().Worn) || gives(it.Rune.Row().Worn))
	})
}

// burnLight lets the light that h carries burn down.
func (l *level) burnLight(h *hero) {
	const low = 300 // ticks of fuel at which she is told
	it := h.worn(content.LightSlot)
	if it == nil || it.Fuel <= 0 || l.safe() {
		return
	}
	it.Fuel--
	h.dirty = true
	switch it.Fuel {
	case low:
		h.tell(Event{Code: "light_low", Item: l.oneOf(h, it)})
	case 0:
		l.darkened = true
		l.lightNext(h, it)
	}
}

// lightNext lights another of what burns, in the place of one that has burnt
// down.
func (l *level) lightNext(h *hero, out *Item) {
	h.tell(Event{Code: "light_out", Item: l.oneOf(h, out)})
	if out.Count > 1 {
		// The others of the stack are whole.
		l.Unmade++
		out.Count--
		out.Fuel = out.row().Fuel
		h.tell(Event{Code: "light_next", Item: h.say.Text("one of them")})
		return
	}
	if out.row().Breaks > 0 || out.row().Stack > 1 {
		l.use(h, out, 1)
	} else {
		out.Slot = content.NoSlot
	}
	for _, it := range h.Pack {
		if r := it.row(); r.Class == content.Light && (it.Fuel > 0 || r.Fuel == 0) && !it.Cursed {
			h.wear(l, it, content.LightSlot)
			h.tell(Event{Code: "light_next", word: calledThis(h, it)})
			return
		}
	}
}

// digest lets h get hungry in time. Food matters little: wounds close by
// themselves, twice as fast for who has just eaten, half as fast for who is
// hungry, and faster for who rests.
func (l *level) digest(h *hero) {
	const healEvery = 60 // ticks for a point of health
	if l.safe() {
		if h.Health < h.MaxHealth && l.Tick%5 == 0 {
			l.heal(&h.Actor, 1)
		}
		return
	}
	fed := h.has(content.Sated)
	if h.Fed > 0 && !fed {
		h.Fed--
		h.dirty = true
		if h.Fed == 0 {
			h.tell(Event{Code: "hungry", Actor: h.Name})
		}
	}
	if h.Fed == 0 && !fed && l.Tick%bestowEvery == 0 {
		l.inflict(&h.Actor, content.Hungry, bestowed, 0, nil)
	}
	every := uint64(healEvery)
	if h.Intent.Kind == Resting {
		every /= 3
	}
	switch {
	case h.has(content.Sated):
		every /= 2
	case h.has(content.Hungry):
		every *= 2
	}
	if !h.has(content.Poisoned) && l.Tick%every == 0 {
		l.heal(&h.Actor, 1)
	}
}

// refill lets a staff gain charges, and reports whether it changed. It has just
// gained one when it.Refill is 0.
func (l *level) refill(it *Item) bool {
	r := it.row()
	if r.Refill == 0 || it.Charges >= r.Charges {
		return false
	}
	if it.Refill++; it.Refill >= r.Refill {
		it.Refill = 0
		it.Charges++
	}
	return true
}

// wear puts an item that h carries into a slot, taking off what is there.
func (h *hero) wear(l *level, it *Item, s content.Slot) {
	if old := h.worn(s); old != nil {
		old.Slot = content.NoSlot
	}
	if it.Count > 1 && s == content.LightSlot && len(h.Pack) < packSize {
		// One is lit; the others stay as they are. In a full pack there is no
		// place for them but the same one.
		one := *it
		one.named = nil
		one.ID, one.Count = l.newID(), 1
		it.Count--
		h.Pack = append(h.Pack, &one)
		it = &one
	}
	it.Slot = s
	h.dirty = true
	l.darkened = true
}

// pickUp lets h take what lies on its field, as far as it wants to.
func (l *level) pickUp(h *hero) {
	if h.Wisp || !h.Prefs.Pickup {
		return
	}
	for i := 0; i < len(l.Lying); i++ {
		g := l.Lying[i]
		if g.Pos != h.Pos || h.shuns(&g) || g.Item.row().Class == content.HeartClass || !h.fits(g.Item) {
			continue
		}
		name := called(h, g.Item)
		h.gain(l.lifted(i))
		i--
		e := at("picks_up", &h.Actor)
		e.word = name
		l.show(e)
	}
}

// loosen lets the water take one thing that h carries and doesn't wear, with
// that chance in percent.
func (l *level) loosen(h *hero, chance int) {
	if !l.Dice.Percent(chance) {
		return
	}
	var loose []*Item
	for _, it := range h.Pack {
		if it.Slot == content.NoSlot && it.row().Class != content.Key {
			loose = append(loose, it)
		}
	}
	if len(loose) == 0 {
		return
	}
	it := loose[l.Dice.Below(len(loose))]
	e := at("drown_items", &h.Actor)
	e.word = called(h, it)
	l.show(e)
	h.lose(it)
	p := h.Pos
	for range 3 {
		if q := p.Step(geom.Dirs[l.Dice.Below(4)]); l.walk.Has(q) {
			p = q
		}
	}
	l.lay(it, p)
}
