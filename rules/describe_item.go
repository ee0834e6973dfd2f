package rules

import (
	"strconv"

	"laneya/lang"
	"laneya/rules/content"
)

func (w *World) describeItem(h *hero, id uint64) (Description, error) {
	say := h.say
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
		d.fact(say.Text("charges"), say.Format("%d of %d", it.Charges, max(it.Charges, r.Charges)))
	}
	if r.Fuel > 0 {
		d.fact(say.Text("burns"), say.Format("for %s more", spanInWords(it.Fuel)))
	}
	if it.Lock > 0 {
		d.fact(say.Text("opens"), say.Format("door number %d of %s", it.Lock, it.Of))
	}
	if r.Slot != content.NoSlot {
		describeMagic(say, &d, it)
		w.changes(h, it, &d)
	}
	if it.Junk != 0 && it.Junk == h.Party {
		d.fact(say.Text("junk"), say.Text("you don't pick it up by walking"))
	}
	w.useChanges(h, it, &d)
	return d, nil
}

// describeMagic tells bonus, rune and curse of what is worn, as far as they are
// known.
func describeMagic(say *lang.Language, d *Description, it *Item) {
	if !it.Shown {
		d.fact(say.Text("magic"), say.Text("not known: it may be better or worse than it looks, or cursed"))
		return
	}
	if it.Bonus != 0 {
		d.fact(say.Text("bonus"), signed(it.Bonus))
	}
	if it.Rune != 0 {
		d.fact(say.Format("rune %s", say.Text(it.Rune.Row().Name)), say.Text(it.Rune.Row().Text))
	}
	if it.Cursed {
		d.fact(say.Text("cursed"), say.Text("once on, it does not come off by itself"))
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
	d.fact(h.say.Text("seen"), h.say.Text("remembered from before, not in sight now"))
	return d
}

// describeKind describes any item of that kind, as far as h knows the kind.
func (w *World) describeKind(h *hero, k content.ItemKind) Description {
	r, say := k.Row(), h.say
	if !h.familiar(k) {
		return Description{
			Title: say.Format("unknown %s", say.Text(r.Class.String())),
			Text:  say.Format("You don't know what it does. %s", tryOut(say, r.Class)),
		}
	}
	return Description{Title: content.Name(say, r.Name), Text: say.Text(r.Text), Facts: rowFacts(say, r)}
}

// tryOut says how one finds out what a thing of that class is.
func tryOut(say *lang.Language, c content.Class) string {
	switch c {
	case content.Potion:
		return say.Text("Drinking it tells, and so does throwing it.")
	case content.Scroll:
		return say.Text("Reading it tells.")
	case content.Wand, content.Staff:
		return say.Text("Zapping it at somebody tells.")
	case content.Ring:
		return say.Text("Wearing it tells.")
	}
	return say.Text("Using it tells.")
}

// rowFacts tells the numbers of a kind of item.
func rowFacts(say *lang.Language, r *content.Item) []Fact {
	var d Description
	d.fact(say.Text("class"), say.Text(r.Class.String()))
	if r.Damage > 0 && r.Class != content.Ring {
		d.fact(say.Text("damage"), say.Format("about %d", r.Damage))
	}
	if r.Speed > 0 {
		d.fact(say.Text("takes"), ticksInWords(say, r.Speed))
	}
	if r.Armour > 0 {
		d.fact(say.Text("armour"), say.Format("%d taken off each hit", r.Armour))
	}
	if r.Block > 0 {
		d.fact(say.Text("block"), say.Format("%s of hits", percent(say, r.Block)))
	}
	if r.Range > 0 {
		d.fact(say.Text("range"), cells(say, r.Range))
	}
	if r.Calibre != "" {
		d.fact(say.Text("calibre"), content.Name(say, r.Calibre))
	}
	if r.Light > 0 {
		d.fact(say.Text("light"), cells(say, r.Light))
	}
	if r.Refill > 0 {
		d.fact(say.Text("refills"), say.Format("a charge in %s", ticksInWords(say, r.Refill)))
	}
	for _, skill := range r.Skills.Traits(say) {
		d.fact(say.Text("skill"), skill)
	}
	for _, what := range r.Does(say) {
		d.fact(say.Text("effect"), what)
	}
	if r.Breaks > 0 {
		d.fact(say.Text("breaks"), say.Format("%s of times", percent(say, r.Breaks)))
	}
	if r.Noise > 0 {
		d.fact(say.Text("loud"), say.Format("heard over %s", cells(say, r.Noise)))
	}
	return d.Facts
}
