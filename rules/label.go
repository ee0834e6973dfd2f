package rules

import (
	"strconv"
	"strings"

	"laneya/lang"
	"laneya/rules/content"
)

// Label is what somebody calls a stack of things, besides their number.
type Label struct {
	Kind   content.ItemKind
	Look   uint8            `json:",omitzero"` // 1 and more: the kind is unknown, and this is the number of its look
	Rune   content.RuneKind `json:",omitzero"`
	Cursed bool             `json:",omitzero"`
	Bonus  int16            `json:",omitzero"`
	Lock   int16            `json:",omitzero"` // number of the lock that a key opens
}

// named is the name that was made for a stack in one language, and what it was made
// of.
type named struct {
	name  string
	of    Label
	count int
	say   *lang.Language
	next  *named // in another language
}

// labelOf returns what h calls a stack.
func (h *hero) labelOf(it *Item) Label {
	b := Label{Kind: it.Kind, Lock: int16(it.Lock)}
	if it.Shown {
		b.Rune, b.Cursed, b.Bonus = it.Rune, it.Cursed, int16(it.Bonus)
	}
	if !h.familiar(it.Kind) {
		b.Look = uint8(h.party.deal.look[it.Kind] + 1)
	}
	return b
}

// base returns the name in the table of what a label is about, and its plural, if that
// isn't regular.
func (b *Label) base() (one, many string) {
	r := b.Kind.Row()
	if looks := content.Looks[r.Class]; b.Look > 0 && int(b.Look) <= len(looks) {
		return looks[b.Look-1].Name, looks[b.Look-1].Plural
	}
	return r.Name, r.Plural
}

// words returns the name of so many things, without an article for one and with the
// number for more: "potion of healing", "3 cloudy potions".
func (b *Label) words(say *lang.Language, count int) string {
	var s strings.Builder
	if b.Bonus != 0 {
		s.WriteString(signed(int(b.Bonus)) + " ")
	}
	if one, many := b.base(); count > 1 {
		s.WriteString(strconv.Itoa(count) + " " + content.Several(say, one, many))
	} else {
		s.WriteString(content.Name(say, one))
	}
	if b.Rune != 0 {
		s.WriteString(" " + say.Text(b.Rune.Row().Name))
	}
	if b.Lock > 0 {
		s.WriteString(" " + say.Format("no. %d", b.Lock))
	}
	if b.Cursed {
		s.WriteString(" " + say.Text("(cursed)"))
	}
	return s.String()
}

// Stack are things as they are remembered when they are gone.
type Stack struct {
	Label
	Count int
}

// itemName returns what h calls a stack.
func (l *level) itemName(h *hero, it *Item) string {
	of := h.labelOf(it)
	n := it.named
	for n != nil && n.say != h.say {
		n = n.next
	}
	if n == nil || n.of != of || n.count != it.Count {
		n = &named{of.words(h.say, it.Count), of, it.Count, h.say, it.named.without(h.say)}
		it.named = n
	}
	return n.name
}

// without returns the list but for the name in that language.
func (n *named) without(say *lang.Language) *named {
	switch {
	case n == nil:
		return nil
	case n.say == say:
		return n.next
	}
	rest := *n
	rest.next = n.next.without(say)
	return &rest
}

// the returns the words of so many things in a sentence: "the dagger", "3 arrows".
func (b *Label) the(say *lang.Language, count int, c lang.Case) string {
	name := b.words(say, count)
	if count > 1 {
		return name
	}
	one, _ := b.base()
	if n := say.Noun(one); n != nil {
		return n.The[c] + name
	}
	return "the " + name
}

// a returns the words of one thing of which nobody has spoken before: "an arrow".
func (b *Label) a(say *lang.Language, c lang.Case) string {
	one, _ := b.base()
	name := b.words(say, 1)
	if n := say.Noun(one); n != nil {
		return n.A[c] + name
	}
	return content.A(nil, name, c)
}

// theItem returns what h calls a stack in a sentence.
func (l *level) theItem(h *hero, it *Item, c lang.Case) string {
	of := h.labelOf(it)
	return of.the(h.say, it.Count, c)
}

// called makes an Event's Item what h calls a stack, in the language of each who is
// told.
func called(h *hero, it *Item) func(*hero, *Event) {
	of, n := h.labelOf(it), it.Count
	return func(o *hero, e *Event) { e.Item = of.the(o.say, n, o.caseOf(e.Code, "item")) }
}

// calledOne makes an Event's Item what h calls one of a stack of which nobody has
// spoken before.
func calledOne(h *hero, it *Item) func(*hero, *Event) {
	of := h.labelOf(it)
	return func(o *hero, e *Event) { e.Item = of.a(o.say, o.caseOf(e.Code, "item")) }
}

// calledKind is calledOne without what sets the thing apart from others of its kind.
func calledKind(h *hero, it *Item) func(*hero, *Event) {
	all := h.labelOf(it)
	of := Label{Kind: all.Kind, Look: all.Look}
	return func(o *hero, e *Event) { e.Item = of.a(o.say, o.caseOf(e.Code, "item")) }
}

// calledThis is called of one of a stack.
func calledThis(h *hero, it *Item) func(*hero, *Event) {
	of := h.labelOf(it)
	return func(o *hero, e *Event) { e.Item = of.the(o.say, 1, o.caseOf(e.Code, "item")) }
}
