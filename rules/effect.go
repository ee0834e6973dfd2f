package rules

import (
	"cmp"
	"slices"

	"laneya/geom"
	"laneya/rules/content"
)

// badStatuses are those that a cure ends.
var badStatuses = [...]content.StatusKind{
	content.Poisoned, content.Burning, content.Frozen, content.Slowed, content.Blind, content.Confused,
	content.Stuck, content.Weakened, content.Feared, content.Marked,
}

func planUse(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	it, err := h.need(c.Item)
	if err != nil {
		return nil, err
	}
	r := it.row()
	switch r.Class {
	case content.Potion, content.Scroll, content.Food, content.Herb, content.Rune, content.Rope:
	case content.Light:
		return w.planLight(h, it)
	case content.Wand, content.Staff, content.Bomb:
		return nil, l.named("needs_target", h, it)
	default:
		return nil, l.named("not_usable", h, it)
	}
	if r.Class == content.Scroll {
		if h.has(content.Blind) {
			return nil, refuse("too_blind")
		}
		if l.opts.Fog && !l.lit.Has(h.Pos) {
			return nil, refuse("too_dark")
		}
	}
	on, err := w.targetOf(h, it, c)
	if err != nil {
		return nil, err
	}
	return func() { w.use(h, it, on) }, nil
}

// aimedAt is what something is used on besides its user.
type aimedAt struct {
	item  *Item
	actor *hero
}

// targetOf finds out what it is used on, where it needs that.
func (w *World) targetOf(h *hero, it *Item, c *Command) (on aimedAt, err error) {
	l := h.level
	on.item = h.item(c.Other)
	if o := l.heroOf(l.body(c.Target)); o != nil {
		on.actor = o
	}
	for _, e := range it.row().Effects {
		switch e.Kind {
		case content.Revive:
			o := on.actor
			if o == nil {
				o = l.wispNear(h)
			}
			switch {
			case o == nil:
				return on, l.named("needs_target", h, it)
			case !o.Wisp:
				return on, &Refusal{Code: "not_wisp", Params: Params{Target: o.Name}}
			case l.opts.Death == Hardcore:
				return on, refuse("death_final")
			case o.Pos.Sub(h.Pos).Taxicab() > reviveReach:
				return on, refuse("too_far")
			}
			on.actor = o
		case content.Etch:
			rune, ok := content.RuneByKey(e.Rune)
			switch {
			case on.item == nil:
				return on, l.named("needs_target", h, it)
			case !ok, !takesRune(on.item, rune):
				return on, l.named("wrong_target", h, it)
			}
		case content.MakeRope:
			if _, ok := l.chasmBeside(h); !ok {
				return on, refuse("no_chasm")
			}
		}
	}
	return on, nil
}

// reviveReach is how far a herb reaches to a wisp, in cells.
const reviveReach = 3

func (l *level) wispNear(h *hero) *hero {
	for _, o := range l.heroes {
		if o.Wisp && o.Party == h.Party && o.Pos.Sub(h.Pos).Taxicab() <= reviveReach {
			return o
		}
	}
	return nil
}

// meleeOnly are the skills that are of no use to what shoots.
const meleeOnly = content.Sweep | content.Reach | content.Parry

// takesRune reports whether a rune goes onto an item, and is of use there.
func takesRune(it *Item, k content.RuneKind) bool {
	switch it.row().Class {
	case content.Weapon:
		return k.Row().Weapon
	case content.Bow:
		return k.Row().Weapon && k.Row().Skills&meleeOnly == 0
	case content.Armour:
		return !k.Row().Weapon
	}
	return false
}

func (l *level) chasmBeside(h *hero) (geom.Pos, bool) {
	for _, d := range geom.Dirs {
		if p := h.Pos.Step(d); l.Ground.At(p) == content.Chasm {
			return p, true
		}
	}
	return geom.Pos{}, false
}

// planLight lights a torch or lantern, or puts it out.
func (w *World) planLight(h *hero, it *Item) (func(), error) {
	if it.Slot != content.NoSlot {
		return planUnequip(w, h, &Command{Item: it.ID})
	}
	return planEquip(w, h, &Command{Item: it.ID})
}

var useCodes = map[content.Class]string{
	content.Potion: "drinks", content.Scroll: "reads", content.Food: "eats_food", content.Herb: "applies",
	content.Rune: "applies", content.Rope: "applies",
}

// use lets h drink, read, eat or apply one of a stack.
func (w *World) use(h *hero, it *Item, on aimedAt) {
	l := h.level
	r := it.row()
	e := at(useCodes[r.Class], &h.Actor)
	e.word = calledKind(h, it)
	// Using it finds out what it is, so that its sound gives nothing away.
	e.Sound = r.Sound
	l.show(e)
	kind := it.Kind
	h.spend(r.Speed)
	l.use(h, it, 1)
	seen := false
	for i := range r.Effects {
		seen = l.effect(w, h, &r.Effects[i], on) || seen
	}
	// The drinker feels what it was, even where nothing is to be seen.
	l.discover(h, kind)
	if !seen {
		h.tell(Event{Code: "no_effect"})
	}
}

// effect lets something used happen to h and around her. It reports whether
// anything came of it.
func (l *level) effect(w *World, h *hero, e *content.Effect, on aimedAt) bool {
	switch e.Kind {
	case content.Heal:
		ev := at("healed", &h.Actor)
		ev.N = l.heal(&h.Actor, e.Power)
		l.show(ev)
		return ev.N > 0
	case content.Inflict:
		l.inflict(&h.Actor, e.Status, e.Ticks, e.Power, nil)
		return true
	case content.Cure:
		l.cleanse(&h.Actor)
		return true
	case content.Feed:
		h.Fed = min(h.Fed+e.Power, mostFed)
		l.cure(&h.Actor, content.Hungry)
		if e.Power > 0 {
			l.inflict(&h.Actor, content.Sated, 600, 0, nil)
		}
		return true
	case content.MaxHealth:
		for _, o := range l.heroes {
			if o.Party == h.Party && !o.Wisp {
				o.MaxHealth += e.Power
				o.Health += e.Power
				o.dirty = true
				ev := at("max_health", &o.Actor)
				ev.N = e.Power
				l.show(ev)
			}
		}
		return true
	case content.Revive:
		if on.actor != nil && w != nil && w.revive(on.actor, h.Pos) {
			l.show(upon("revived_by_herb", &h.Actor, &on.actor.Actor))
			return true
		}
		return false
	}
	if l.scribble(h, e, on) || l.journey(w, h, e) {
		return true
	}
	return l.effectAt(w, h, e, h.Pos)
}

// cleanse ends all that ails a.
func (l *level) cleanse(a *Actor) {
	n := len(a.Status)
	for _, k := range badStatuses {
		l.cure(a, k)
	}
	if len(a.Status) < n {
		l.show(at("cured", a))
	}
}

// mostFed is the most ticks that a hero can be from hunger.
const mostFed = 18000

// scribble does what changes things that are carried, or what is known.
func (l *level) scribble(h *hero, e *content.Effect, on aimedAt) bool {
	h.dirty = true
	switch e.Kind {
	case content.Identify:
		return l.identify(h, e.Power)
	case content.Enchant:
		return l.temper(h)
	case content.Uncurse:
		if l.uncurse(h) == 0 {
			h.tell(Event{Code: "no_curse"})
		}
		return true
	case content.Recharge:
		n := 0
		for _, it := range h.Pack {
			if r := it.row(); r.Charges > it.Charges {
				it.Charges = r.Charges
				n++
			}
		}
		if n > 0 {
			h.tell(Event{Code: "recharges", N: n})
		}
		return n > 0
	case content.Duplicate:
		return l.double(h)
	case content.Etch:
		k, ok := content.RuneByKey(e.Rune)
		if !ok || on.item == nil || h.item(on.item.ID) != on.item || on.item.Count != 1 {
			return false
		}
		on.item.Rune, on.item.Shown = k, true
		h.tell(Event{Code: "etched", thing: on.item})
		return true
	case content.MapLevel:
		l.reveal(h)
		h.tell(Event{Code: "maps_level"})
		return true
	case content.Detect:
		n := l.detect(h)
		if n == 0 {
			h.tell(Event{Code: "detects_nothing"})
		} else {
			h.tell(Event{Code: "detects", N: n})
		}
		return true
	}
	return false
}

// identify lets h know things that she carries and doesn't know: one for a
// power of one, otherwise all.
func (l *level) identify(h *hero, power int) bool {
	n := 0
	for _, it := range h.Pack {
		if h.familiar(it.Kind) && (it.Shown || it.row().Slot == content.NoSlot) {
			continue
		}
		l.noticeItem(h, it)
		l.discover(h, it.Kind)
		if n++; power == 1 {
			h.tell(Event{Code: "known_now", thing: it})
			return true
		}
	}
	if n == 0 {
		h.tell(Event{Code: "nothing_unknown"})
	} else {
		h.tell(Event{Code: "identified_all"})
	}
	return true
}

// double adds one to the stack that h has most of, but keys and the Heart.
func (l *level) double(h *hero) bool {
	var best *Item
	for _, it := range h.Pack {
		c := it.row().Class
		if c == content.Key || c == content.HeartClass || it.Count >= stackSize(it.Kind) {
			continue
		}
		if best == nil || it.Count > best.Count {
			best = it
		}
	}
	if best == nil {
		return false
	}
	best.Count++
	l.Made++
	l.dirty = true
	h.tell(Event{Code: "doubles", Item: l.itemName(h, best)})
	return true
}

// reveal lets h know the whole level, and finds its secret doors.
func (l *level) reveal(h *hero) {
	var near geom.CellSet
	for i, k := range l.Ground {
		if k == content.SecretDoor {
			l.set(geom.CellAt(i), content.DoorClosed)
		}
		if k != content.Rock && k != content.Wall {
			near.Add(geom.CellAt(i))
		}
	}
	all := spread(&near)
	k := h.knows(l.ID)
	k.Explored.Union(&all)
	for i := range l.Ground {
		if all.Has(geom.CellAt(i)) {
			k.Terrain[i] = seenAs(l.Ground[i])
		}
	}
	h.dirty = true
}

// detect lets h know where things lie on the level, and returns how many.
func (l *level) detect(h *hero) int {
	n := 0
	k := h.knows(l.ID)
	note := func(it *Item, p geom.Pos) {
		if it == nil || slices.ContainsFunc(k.Things, func(t Thing) bool { return t.ID == it.ID }) {
			return
		}
		t := l.thing(h, it, p, "")
		t.Seen = false
		k.Things = append(k.Things, t)
		n++
	}
	for _, g := range l.Lying {
		note(g.Item, g.Pos)
	}
	for _, f := range l.Foes {
		note(f.seems(), f.Pos)
	}
	slices.SortFunc(k.Things, func(a, b Thing) int { return cmp.Compare(a.ID, b.ID) })
	h.dirty = true
	return n
}

// journey does what takes h elsewhere.
func (l *level) journey(w *World, h *hero, e *content.Effect) bool {
	switch e.Kind {
	case content.Blink, content.Teleport:
		p, ok := l.landing(h, e.Kind == content.Blink)
		if !ok {
			return false
		}
		l.show(at("teleports", &h.Actor))
		l.moveTo(&h.Actor, p)
		l.look(h)
		l.show(at("appears", &h.Actor))
		h.displaced()
		l.stepped(h)
		return true
	case content.Descend:
		if l.safe() {
			return false
		}
		below := l.ID
		below.Z++
		l.show(at("trapdoor", &h.Actor))
		l.depart(h, below, h.Pos, "fall")
		return true
	case content.Recall:
		if l.safe() {
			return false
		}
		l.depart(h, geom.LevelID{}, geom.Pos{X: geom.LevelWidth / 2, Y: geom.LevelHeight / 2}, "recalled")
		return true
	case content.MakeRope:
		if _, ok := l.chasmBeside(h); !ok {
			return false
		}
		l.show(at("rope_hangs", &h.Actor))
		below := l.ID
		below.Z++
		l.depart(h, below, h.Pos, "roped_down")
		return true
	}
	return false
}

// landing draws a field for h to appear on, from which she gets away again: one
// in sight, or any of the level.
func (l *level) landing(h *hero, inSight bool) (geom.Pos, bool) {
	const tries = 300
	free, near := l.freeFrom(l.Entrance), l.freeFrom(h.Pos)
	free.Union(&near)
	for range tries {
		p := geom.CellAt(l.Dice.Below(geom.LevelCells))
		if l.open(p) && free.Has(p) && !l.terrain(p).Avoid && l.Ground.At(p) != content.DoorClosed && !l.air.Over.Has(p) && p != h.Pos &&
			(!inSight || h.sight.Has(p) && p.Sub(h.Pos).Taxicab() >= 3) {
			return p, true
		}
	}
	return geom.Pos{}, false
}
