package rules

import (
	"strconv"
	"strings"

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
	if !h.familiar(it.Kind) {
		d := w.describeKind(h, it.Kind)
		d.Title = w.itemName(h, it)
		return d, nil
	}
	d := w.describeKind(h, it.Kind)
	d.Title = w.itemName(h, it)
	r := it.row()
	if r.Charges > 0 {
		if it.Shown {
			d.fact("charges", strconv.Itoa(it.Charges)+" of "+strconv.Itoa(max(it.Charges, r.Charges)))
		} else {
			d.fact("charges", "not known, "+strconv.Itoa(r.Charges)+" at most when found")
		}
	}
	if r.Fuel > 0 {
		d.fact("burns", ticksInWords(it.Fuel)+" more")
	}
	if it.Lock > 0 {
		d.fact("opens", "door number "+strconv.Itoa(it.Lock))
	}
	if r.Slot != content.NoSlot {
		w.describeMagic(&d, it)
		w.changes(h, it, &d)
	}
	if it.Junk {
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

// skillWords say what each skill of a weapon is.
var skillWords = []struct {
	skill content.Skills
	text  string
}{
	{content.Sweep, "hits everything next to you"},
	{content.Lunge, "hits harder after a step straight at the foe"},
	{content.Stagger, "now and then costs the foe its turn"},
	{content.Sneak, "thrice the damage to who sleeps or has not noticed you"},
	{content.Reach, "hits two fields away"},
	{content.Cleave, "what a kill leaves over hits the next foe"},
	{content.Parry, "turns a hit aside now and then"},
	{content.TwoHands, "needs both hands"},
	{content.Returns, "comes back when thrown"},
	{content.Pierce, "goes through the first it hits"},
	{content.Holy, "twice the damage to the undead"},
	{content.Fiery, "sets alight what it hits"},
	{content.Icy, "slows what it hits"},
	{content.Vampiric, "heals you by a part of what it deals"},
	{content.Digging, "digs through rubble and rock"},
}

// rowFacts tells the numbers of a kind of item.
func rowFacts(r *content.Item) []Fact {
	var d Description
	d.fact("class", r.Class.String())
	if r.Damage > 0 {
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
	for _, s := range skillWords {
		if r.Skills&s.skill != 0 {
			d.fact("skill", s.text)
		}
	}
	for i := range r.Effects {
		d.fact("effect", effectWords(&r.Effects[i]))
	}
	for i := range r.Worn {
		d.fact("worn", "keeps you "+r.Worn[i].Status.Row().Name)
	}
	if r.Breaks > 0 {
		d.fact("breaks", percent(r.Breaks)+" of times")
	}
	if r.Noise > 0 {
		d.fact("loud", "heard over "+cells(r.Noise))
	}
	return d.Facts
}

// effectTexts say what each effect does; %p is its power, %r its radius, %t its
// time, %s its status, %c its cloud.
var effectTexts = map[content.EffectKind]string{
	content.Heal: "heals %p health", content.Inflict: "makes %s for %t", content.Cure: "ends all that ails",
	content.Gas: "%p units of %c", content.Explode: "%p damage to all within %r", content.Strike: "%p damage to the first in the way",
	content.Ray: "%p damage to all in the way", content.Blink: "takes you to a field in sight", content.Teleport: "takes you anywhere on the level",
	content.MapLevel: "shows the level", content.Detect: "shows what is hidden from sight", content.Identify: "tells what a thing is",
	content.Enchant: "makes a weapon or armour better by one", content.Uncurse: "lifts curses", content.DigWall: "digs a tunnel of %p fields",
	content.Grow: "lets grass grow around", content.Summon: "calls an ally", content.Sleepen: "foes in sight fall asleep",
	content.Scare: "foes in sight flee", content.Charm: "the first in the way fights for you", content.Polymorph: "makes a foe of another kind",
	content.Push: "pushes back %p fields", content.Pull: "pulls towards you", content.Swap: "changes places with you",
	content.Alarm: "wakes the level", content.Darken: "puts out lights", content.Brighten: "lights the surroundings",
	content.Recharge: "fills wands up", content.Revive: "gives a wisp her body back", content.Drain: "water and gas around vanish",
	content.Flood: "floods the surroundings", content.Freeze: "freezes water around", content.ShieldAll: "shields friends in sight, %p damage each",
	content.Feed: "feeds for %p ticks", content.Descend: "makes a hole to the level below", content.Recall: "takes you to the camp",
	content.Duplicate: "one stack that you carry grows by one", content.MakeRope: "lets you down a chasm unharmed",
	content.Etch: "writes a rune onto an item", content.MaxHealth: "%p more health for good, for all of your party here",
}

// effectWords returns what an effect does, in a few words.
func effectWords(e *content.Effect) string {
	text := effectTexts[e.Kind]
	if !strings.Contains(text, "%") {
		return text
	}
	return strings.NewReplacer(
		"%p", strconv.Itoa(e.Power), "%r", cells(e.Radius), "%t", ticksInWords(e.Ticks),
		"%s", e.Status.Row().Name, "%c", e.Cloud.Row().Name,
	).Replace(text)
}
