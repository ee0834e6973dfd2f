package rules

import (
	"slices"

	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// need returns what h carries under that ID.
func (h *hero) need(id uint64) (*Item, error) {
	if it := h.item(id); it != nil {
		return it, nil
	}
	return nil, refuse("no_item")
}

// named returns a refusal that names an item.
func (l *level) named(code string, h *hero, it *Item) *Refusal {
	return &Refusal{Code: code, Params: Params{Item: l.theItem(h, it, h.caseOf(code, "item"))}}
}

// storeBeside returns the store that holds an item and that h stands next to
// or on.
func (l *level) storeBeside(h *hero, id uint64) (*store, int) {
	for _, s := range l.Stores {
		if s.Pos.Sub(h.Pos).Taxicab() > 1 {
			continue
		}
		for i, it := range s.Items {
			if it.ID == id {
				return s, i
			}
		}
	}
	return nil, 0
}

func planTake(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	for i, g := range l.Lying {
		if g.Item.ID != c.Item {
			continue
		}
		switch {
		case g.Pos != h.Pos:
			// Like what isn't there, or only looks like an item: where it lies by
			// now, or that it does, she need not know.
			return nil, refuse("not_here")
		case !h.fits(g.Item):
			return nil, refuse("full_pack")
		}
		return func() { w.took(h, l.lifted(i), "picks_up") }, nil
	}
	s, i := l.storeBeside(h, c.Item)
	switch {
	case s == nil:
		return nil, refuse("not_here")
	case !h.fits(s.Items[i]):
		return nil, refuse("full_pack")
	}
	return func() {
		it := s.Items[i]
		s.Items = slices.Delete(s.Items, i, i+1)
		l.dirty = true
		w.took(h, it, "takes_out")
	}, nil
}

// took gives h what she has taken from somewhere, told with that code.
func (w *World) took(h *hero, it *Item, code string) {
	l := h.level
	it.Junk = 0
	e := at(code, &h.Actor)
	e.word = called(h, it)
	heart := it.row().Class == content.HeartClass
	if heart {
		e.Code = "heart_lifted"
		e.Loud = content.Loudness.Blast
		l.rouse(h)
	}
	l.show(e)
	h.gain(it)
	h.spend(content.Pace.Take)
}

// pieces returns how many of a stack a command names, 0 standing for all.
func (c *Command) pieces(it *Item) (int, error) {
	n := c.Count
	if n == 0 {
		n = it.Count
	}
	if n > it.Count {
		return 0, refuse("too_many")
	}
	return n, nil
}

// parts reports whether h can let go of an item: not of what is worn and
// cursed.
func (l *level) parts(h *hero, it *Item) error {
	if it.Slot != content.NoSlot && it.Cursed {
		return l.named("cursed_stuck", h, it)
	}
	return nil
}

func planDrop(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	it, err := h.need(c.Item)
	if err != nil {
		return nil, err
	}
	n, err := c.pieces(it)
	if err != nil {
		return nil, err
	}
	if err := l.parts(h, it); err != nil {
		return nil, err
	}
	return func() {
		part := l.split(h, it, n)
		e := at("drops", &h.Actor)
		e.word = called(h, part)
		if part.row().Class == content.HeartClass {
			e.Code = "heart_dropped"
		}
		l.show(e)
		l.layDown(part, h.Pos, h.ID)
		h.spend(content.Pace.Take)
		l.darkened = true
	}, nil
}

func planPut(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	it, err := h.need(c.Item)
	if err != nil {
		return nil, err
	}
	n, err := c.pieces(it)
	if err != nil {
		return nil, err
	}
	if err := l.parts(h, it); err != nil {
		return nil, err
	}
	if c.At.Sub(h.Pos).Taxicab() > 1 {
		return nil, refuseAt("not_adjacent", c.At)
	}
	if l.Ground.At(c.At) == content.Altar {
		return l.planOffer(h, it, n, c.At)
	}
	for _, s := range l.Stores {
		if s.Pos != c.At || s.Kind == CoffinStore {
			continue
		}
		if it.row().Class == content.HeartClass {
			return nil, l.named("cannot_offer", h, it)
		}
		return func() {
			part := l.split(h, it, n)
			e := at("puts_in", &h.Actor)
			e.word = called(h, part)
			l.show(e)
			for _, o := range s.Items {
				if alike(o, part) && o.Count+part.Count <= stackSize(o.Kind) {
					o.Count += part.Count
					part = nil
					break
				}
			}
			if part != nil {
				s.Items = append(s.Items, part)
			}
			l.dirty, l.darkened = true, true
			h.spend(content.Pace.Take)
		}, nil
	}
	return nil, refuseAt("no_store", c.At)
}

func planGive(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	it, err := h.need(c.Item)
	if err != nil {
		return nil, err
	}
	n, err := c.pieces(it)
	if err != nil {
		return nil, err
	}
	if err := l.parts(h, it); err != nil {
		return nil, err
	}
	o := w.hero(c.Name)
	gift := *it
	gift.Count, gift.Slot = n, content.NoSlot
	switch {
	case o == nil, o == h:
		return nil, &Refusal{Code: "no_friend", Params: Params{User: c.Name}}
	case o.level != l, o.Pos.Sub(h.Pos).Taxicab() > 1:
		return nil, refuse("not_adjacent")
	case o.Wisp:
		return nil, refuse("wisp_cannot")
	case !o.fits(&gift):
		return nil, &Refusal{Code: "friend_full", Params: Params{Target: o.Name}}
	}
	return func() {
		part := l.split(h, it, n)
		e := upon("gives", &h.Actor, &o.Actor)
		e.word = called(h, part)
		l.show(e)
		part.Junk = 0
		o.gain(part)
		h.spend(content.Pace.Give)
		l.darkened = true
	}, nil
}

func planMark(_ *World, h *hero, c *Command) (func(), error) {
	it, err := h.need(c.Item)
	if err == nil {
		return func() { h.level.mark(h, it, c.On) }, nil
	}
	for _, g := range h.level.Lying {
		if g.Item.ID == c.Item && h.sight.Has(g.Pos) {
			return func() { h.level.mark(h, g.Item, c.On); h.level.dirty = true }, nil
		}
	}
	for _, f := range h.level.Foes {
		if it := f.seems(); it != nil && it.ID == c.Item && h.sight.Has(f.Pos) {
			return func() { h.level.mark(h, it, c.On) }, nil
		}
	}
	return nil, err
}

// mark notes whether the walking of h's party leaves a thing where it lies.
func (l *level) mark(h *hero, it *Item, junk bool) {
	if (it.Junk == h.Party) == junk {
		return
	}
	it.Junk = 0
	code := "unmarked_junk"
	if junk {
		it.Junk = h.Party
		code = "marked_junk"
	}
	h.tell(Event{Code: code, thing: it})
}

// slotOf returns where an item goes that is to be worn there, or at its usual
// place if name is "".
func (h *hero) slotOf(it *Item, name string) (content.Slot, error) {
	usual := it.row().Slot
	if usual == content.NoSlot {
		return 0, h.level.named("cannot_equip", h, it)
	}
	want := usual
	if name != "" {
		i := slices.Index(content.SlotNames[:], name)
		if i <= 0 {
			return 0, refuse("no_such_slot")
		}
		want = content.Slot(i)
	}
	ring := usual == content.LeftRing || usual == content.RightRing
	switch {
	case ring && name == "":
		if h.worn(content.LeftRing) != nil && h.worn(content.RightRing) == nil {
			return content.RightRing, nil
		}
		return content.LeftRing, nil
	case ring && (want == content.LeftRing || want == content.RightRing), want == usual:
		return want, nil
	}
	return 0, refuse("wrong_slot")
}

func planEquip(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	it, err := h.need(c.Item)
	if err != nil {
		return nil, err
	}
	s, err := h.slotOf(it, c.Name)
	if err != nil {
		return nil, err
	}
	if it.Slot == s {
		return nil, l.named("already_worn", h, it)
	}
	if r := it.row(); r.Class == content.Light && it.Fuel == 0 && r.Fuel > 0 {
		return nil, l.named("no_fuel", h, it)
	}
	off, err := l.inTheWay(h, it, s)
	if err != nil {
		return nil, err
	}
	return func() {
		for _, o := range off {
			o.Slot = content.NoSlot
		}
		h.wear(l, it, s)
		e := at("equips", &h.Actor)
		e.word = called(h, it)
		switch {
		case it.row().Class == content.Light:
			e.Code, e.Sound = "light_on", it.row().Sound
			e.word = calledThis(h, it) // of a stack, one is lit
		case s == content.MainHand || s == content.OffHand:
			e.Code = "wields"
		}
		l.show(e)
		l.noticeItem(h, it)
		l.discover(h, it.Kind)
		l.bestow(h)
		h.spend(wearTicks(it))
	}, nil
}

// inTheWay returns what h has to take off to wear an item in a slot, or why
// that can't be.
func (l *level) inTheWay(h *hero, it *Item, s content.Slot) (off []*Item, err error) {
	need := []content.Slot{s}
	if s == content.MainHand && twoHanded(it) {
		need = append(need, content.OffHand)
	}
	if s == content.OffHand {
		if o := h.worn(content.MainHand); o != nil && twoHanded(o) {
			need = append(need, content.MainHand)
		}
	}
	for _, slot := range need {
		o := h.worn(slot)
		if o == nil {
			continue
		}
		if o.Cursed {
			return nil, l.named("cursed_stuck", h, o)
		}
		off = append(off, o)
	}
	return off, nil
}

func twoHanded(it *Item) bool { return (it.row().Skills|it.Rune.Row().Skills)&content.TwoHands != 0 }

func wearTicks(it *Item) int {
	if it.row().Class == content.Armour {
		return content.Pace.Armour
	}
	return content.Pace.Wear
}

func planUnequip(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	it, err := h.need(c.Item)
	if err != nil {
		return nil, err
	}
	if it.Slot == content.NoSlot {
		return nil, l.named("not_worn", h, it)
	}
	if err := l.parts(h, it); err != nil {
		return nil, err
	}
	return func() {
		it.Slot = content.NoSlot
		e := at("unequips", &h.Actor)
		e.word = called(h, it)
		if it.row().Class == content.Light {
			e.Code = "light_off"
		}
		l.show(e)
		h.spend(wearTicks(it))
		l.darkened = true
	}, nil
}

// planOffer gives n pieces of it to an altar.
func (l *level) planOffer(h *hero, it *Item, n int, p geom.Pos) (func(), error) {
	switch it.row().Class {
	case content.HeartClass, content.Key:
		return nil, l.named("cannot_offer", h, it)
	}
	return func() {
		part := l.split(h, it, n)
		e := at("offers", &h.Actor)
		e.word = called(h, part)
		l.show(e)
		worth := part.row().Value * part.Count
		l.unmake(part)
		l.bless(h, worth)
		h.spend(content.Pace.Touch)
	}, nil
}

// bless gives the first of what an altar gives that the offering is worth and h
// has a use for: it lifts curses, makes a weapon or armour better, heals, or
// shields.
func (l *level) bless(h *hero, worth int) {
	const forCurse, forHealth, forBetter = 8, 15, 30
	answer := ""
	switch {
	case worth >= forCurse && l.uncurse(h) > 0:
		answer = lang.Mark("what was cursed is clean.")
	case worth >= forBetter && l.temper(h):
		answer = lang.Mark("what you fight with is better by one.")
	case worth >= forHealth && l.heal(&h.Actor, h.MaxHealth) > 0:
		answer = lang.Mark("your wounds close.")
	case worth >= forCurse:
		l.inflict(&h.Actor, content.Shielded, 600, worth/2, nil)
		answer = lang.Mark("a shell closes around you.")
	}
	e := at("blesses", &h.Actor)
	e.word = func(o *hero, e *Event) { e.Text = o.say.Text(answer) }
	if answer == "" {
		e.Code = "altar_silent"
	}
	l.show(e)
}

// uncurse lifts the curses from what h carries, and returns how many.
func (l *level) uncurse(h *hero) int {
	n := 0
	for _, it := range h.Pack {
		if it.Cursed {
			it.Cursed = false
			n++
			h.tell(Event{Code: "curse_lifted", thing: it})
		}
	}
	h.dirty = true
	return n
}

// temper makes what h wears in her hand, or else on her body, better by one.
func (l *level) temper(h *hero) bool {
	const most = 5
	for _, s := range [...]content.Slot{content.MainHand, content.Body, content.OffHand} {
		if it := h.worn(s); it != nil && it.Bonus < most {
			it.Bonus++
			it.Shown = true
			h.dirty = true
			h.tell(Event{Code: "tempered", thing: it})
			return true
		}
	}
	return false
}
