package rules

import (
	"slices"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/dice"
)

// deal says which of the content's looks each unknown kind has in one world.
type deal struct{ look map[content.ItemKind]int }

// newDeal deals the looks of every class to its kinds, by the seed.
func newDeal(seed uint64) *deal {
	d := &deal{look: make(map[content.ItemKind]int)}
	for class, looks := range content.Looks {
		if len(looks) == 0 {
			continue
		}
		order := make([]int, len(looks))
		for i := range order {
			order[i] = i
		}
		chance := dice.New(dice.Mix(seed), uint64(class))
		for i := len(order) - 1; i > 0; i-- {
			j := chance.Below(i + 1)
			order[i], order[j] = order[j], order[i]
		}
		n := 0
		for k := range content.Items {
			if r := &content.Items[k]; int(r.Class) == class && r.Unknown {
				d.look[content.ItemKind(k)] = order[n%len(order)]
				n++
			}
		}
	}
	return d
}

// looksOf returns what an unknown thing of that kind seems to be.
func (d *deal) looksOf(k content.ItemKind) *content.Look {
	return &content.Looks[k.Row().Class][d.look[k]]
}

// familiar reports whether h knows what things of that kind are.
func (h *hero) familiar(k content.ItemKind) bool {
	return !k.Row().Unknown || h.party != nil && slices.Contains(h.party.Known, k)
}

// itemName returns what h calls a stack.
func (w *World) itemName(h *hero, it *Item) string { return h.level.itemName(h, it) }

// kindKey returns the key by which h knows a stack's kind.
func (h *hero) kindKey(it *Item) string {
	if h.familiar(it.Kind) {
		return it.row().Key
	}
	return it.row().Class.UnknownKey()
}

// soundOf returns the sound of what h uses, "" where it would tell what that is.
func (h *hero) soundOf(it *Item) string {
	if h.familiar(it.Kind) {
		return it.row().Sound
	}
	return ""
}

// oneOf returns what h calls one of a stack, without an article.
func (l *level) oneOf(h *hero, it *Item) string {
	of := h.labelOf(it)
	return of.words(h.say, 1)
}

// thing returns an item that lies at p as h knows it.
func (l *level) thing(h *hero, it *Item, p geom.Pos, in string) Thing {
	return Thing{ID: it.ID, Kind: h.kindKey(it), Name: l.itemName(h, it), Label: h.labelOf(it), Count: it.Count, Pos: p, Seen: true, In: in}
}

// carried returns an item as h, who carries it or stands next to it, knows it.
func (w *World) carried(h *hero, it *Item) Carried {
	r := it.row()
	c := Carried{
		ID: it.ID, Kind: h.kindKey(it), Name: w.itemName(h, it), Class: r.Class, Count: it.Count, Slot: it.Slot,
		Charges: -1, Fuel: it.Fuel, Known: h.familiar(it.Kind) && (it.Shown || r.Slot == content.NoSlot), Junk: it.Junk != 0 && it.Junk == h.Party,
	}
	if h.familiar(it.Kind) && r.Charges > 0 {
		c.Charges, c.MaxCharges = it.Charges, r.Charges
	}
	if it.Shown {
		c.Cursed, c.Bonus = it.Cursed, it.Bonus
		if it.Rune != 0 {
			c.Rune = it.Rune.Row().Key
		}
	}
	return c
}

// noticeItem lets h find out about a thing what wearing or using it shows.
func (l *level) noticeItem(h *hero, it *Item) {
	if it.Shown {
		return
	}
	it.Shown = true
	h.dirty = true
	if it.Cursed {
		h.tell(Event{Code: "curse_shows", thing: it})
	} else if it.Rune != 0 {
		h.tell(Event{Code: "rune_shows", thing: it})
	}
}

// discover lets h's party find out what things of that kind are.
func (l *level) discover(h *hero, k content.ItemKind) {
	if h.familiar(k) {
		return
	}
	l.teach(h, k)
	// She may have left the level by what she found out about.
	h.tell(Event{Code: "identifies", User: h.Name, Item: content.A(h.say, k.Row().Name, h.caseOf("identifies", "item"))})
	for _, o := range l.heroes {
		if o != h && o.Party == h.Party {
			o.tell(Event{Code: "learns", User: h.Name, Item: content.A(o.say, k.Row().Name, o.caseOf("learns", "item"))})
		}
	}
}
