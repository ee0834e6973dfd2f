package rules

import (
	"strconv"

	"laneya/rules/content"
)

func (w *World) describeItem(h *hero, id uint64) (Description, error) {
	it := w.perceived(h, id)
	if it == nil {
		// It was taken from where it is remembered; who wasn't there can't know.
		for _, th := range w.thingsOf(h) {
			if th.ID == id {
				return w.describeRemembered(h, &th), nil
			}
		}
		return Description{}, refuse("not_in_sight")
	}
	d := w.describeKind(h, it.Kind)
	d.Title = w.itemName(h, it)
	if !h.familiar(it.Kind) {
		return d, nil
	}
	r := it.row()
	if r.Charges > 0 {
		d.fact("charges", strconv.Itoa(it.Charges)+" of "+strconv.Itoa(max(it.Charges, r.Charges)))
	}
	if r.Fuel > 0 {
		d.fact("burns", "for "+spanInWords(it.Fuel)+" more")
	}
	if it.Lock > 0 {
		d.fact("opens", "door number "+strconv.Itoa(it.Lock)+" of "+it.Of.String())
	}
	if r.Slot != content.NoSlot {
		w.describeMagic(&d, it)
		w.changes(h, it, &d)
	}
	if it.Junk != 0 && it.Junk == h.Party {
		d.fact("junk", "you don't pick it up by walking")
	}
	w.useChanges(h, it, &d)
	return d, nil
}

// describeMagic tells bonus, rune and curse of what is worn, as far as they are
// known.
func (w *World) describeMagic(d *Description, it *Item) {
	if !it.Shown {
		d.fact("magic", "not known: it may be better or worse than it looks, or cursed")
		return
	}
	if it.Bonus != 0 {
		d.fact("bonus", signed(it.Bonus))
	}
	if it.Rune != 0 {
		d.fact("rune "+it.Rune.Row().Name, it.Rune.Row().Text)
	}
	if it.Cursed {
		d.fact("cursed", "once on, it does not come off by itself")
	}
}

// signed returns n with its sign.
func signed(n int) string {
	if n > 0 {
		return "+" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// perceived returns the item with that ID if h may look at it: in the pack, or
// where h knows it to be and it still is; also if it is a mimic.
func (w *World) perceived(h *hero, id uint64) *Item {
	for _, it := range h.Pack {
		if it.ID == id {
			return it
		}
	}
	l := h.level
	if a := l.body(id); a != nil && l.aware(h, a) {
		return l.foeOf(a).seems()
	}
	inSight := l.inSight(h)
	for i := range l.Lying {
		if g := &l.Lying[i]; g.Item.ID == id && inSight.Has(g.Pos) {
			return g.Item
		}
	}
	for _, s := range l.Stores {
		if s.Pos.Sub(h.Pos).Taxicab() > 1 {
			continue
		}
		for _, it := range s.Items {
			if it.ID == id {
				return it
			}
		}
	}
	return nil
}

// describeRemembered describes a thing that isn't in sight by what is
// remembered of it.
func (w *World) describeRemembered(h *hero, th *Thing) Description {
	d := Description{Title: th.Name}
	if k, ok := content.ItemByKey(th.Kind); ok {
		d = w.describeKind(h, k)
	}
	d.Title = th.Name
	d.fact("seen", "remembered from before, not in sight now")
	return d
}

// describeKind describes any item of that kind, as far as h knows the kind.
func (w *World) describeKind(h *hero, k content.ItemKind) Description {
	r := k.Row()
	if !h.familiar(k) {
		return Description{
			Title: "unknown " + r.Class.String(),
			Text:  "You don't know what it does. " + tryOut(r.Class),
		}
	}
	return Description{Title: r.Name, Text: r.Text, Facts: rowFacts(r)}
}

// tryOut says how one finds out what a thing of that class is.
func tryOut(c content.Class) string {
	switch c {
	case content.Potion:
		return "Drinking it tells, and so does throwing it."
	case content.Scroll:
		return "Reading it tells."
	case content.Wand, content.Staff:
		return "Zapping it at somebody tells."
	case content.Ring:
		return "Wearing it tells."
	}
	return "Using it tells."
}

// rowFacts tells the numbers of a kind of item.
func rowFacts(r *content.Item) []Fact {
	var d Description
	d.fact("class", r.Class.String())
	if r.Damage > 0 && r.Class != content.Ring {
		d.fact("damage", "about "+strconv.Itoa(r.Damage))
	}
	if r.Speed > 0 {
		d.fact("takes", ticksInWords(r.Speed))
	}
	if r.Armour > 0 {
		d.fact("armour", strconv.Itoa(r.Armour)+" taken off each hit")
	}
	if r.Block > 0 {
		d.fact("block", percent(r.Block)+" of hits")
	}
	if r.Range > 0 {
		d.fact("range", cells(r.Range))
	}
	if r.Calibre != "" {
		d.fact("calibre", r.Calibre)
	}
	if r.Light > 0 {
		d.fact("light", cells(r.Light))
	}
	if r.Refill > 0 {
		d.fact("refills", "a charge in "+ticksInWords(r.Refill))
	}
	for _, skill := range r.Skills.Traits() {
		d.fact("skill", skill)
	}
	for _, what := range r.Does() {
		d.fact("effect", what)
	}
	if r.Breaks > 0 {
		d.fact("breaks", percent(r.Breaks)+" of times")
	}
	if r.Noise > 0 {
		d.fact("loud", "heard over "+cells(r.Noise))
	}
	return d.Facts
}
