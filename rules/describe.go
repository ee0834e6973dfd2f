package rules

import (
	"slices"
	"strconv"

	"laneya/geom"
	"laneya/rules/content"
)

// What says what Describe is asked about: one of its fields is set.
type What struct {
	At     *geom.Pos // a field of the user's level
	Entity uint64    // the ID of a hero or foe
	Item   uint64    // the ID of an item: carried, lying, or in a store next to the hero
	Status string    // the key of a status
}

// Description is what a user may know of something.
type Description struct {
	Title   string
	Text    string // sentences
	Facts   []Fact
	Changes []Change
}

// Fact is one line of a Description.
type Fact struct{ Name, Value string }

// Change is a number of the hero that an item would change.
type Change struct{ Name, Now, Then string }

// fact appends a line to d.
func (d *Description) fact(name, value string) {
	if value != "" {
		d.Facts = append(d.Facts, Fact{name, value})
	}
}

// Describe tells what the user's hero may know of what. Whatever she doesn't
// perceive is refused by the same code as what isn't there.
func (w *World) Describe(user string, what What) (Description, error) {
	h := w.hero(user)
	switch {
	case h == nil:
		return Description{}, refuse("no_hero")
	case what.Entity != 0:
		return w.describeActor(h, what.Entity)
	case what.Item != 0:
		return w.describeItem(h, what.Item)
	case what.Status != "":
		return describeStatus(h, what.Status)
	case what.At != nil && geom.LevelBounds.Contains(*what.At):
		return w.describeField(h, *what.At), nil
	}
	return Description{}, refuse("not_in_sight")
}

// inSight returns the fields that h sees.
func (l *level) inSight(h *hero) *geom.CellSet {
	if l.opts.Fog {
		return &h.sight
	}
	return &everything
}

func (w *World) describeField(h *hero, p geom.Pos) Description {
	l := h.level
	known, ground := l.mapOf(h)
	if !known.Has(p) {
		return Description{Title: "unexplored", Text: "You have not seen this field yet."}
	}
	k := ground.At(p)
	t := k.Row()
	d := Description{Title: t.Name, Text: t.Text}
	inSight := l.inSight(h).Has(p)
	if !inSight {
		d.fact("seen", "remembered from before, not in sight now")
	}
	for _, a := range l.bodies {
		if a.Pos == p && l.aware(h, a) && l.foeOf(a).seems() == nil {
			d.fact("here", w.whoIs(h, a))
		}
	}
	for _, th := range w.thingsOf(h) {
		if th.Pos == p {
			where := "lies here"
			if th.In != "" {
				where = "in the " + th.In
			}
			d.fact(where, counted(th.Name, th.Count))
		}
	}
	if inSight {
		if c, n := l.air.at(p); n > 0 {
			d.fact("air", c.Row().Name+", "+thickness(n)+". "+c.Row().Text)
		}
		light := "in the dark"
		if l.lit.Has(p) {
			light = "lit"
		}
		d.fact("light", light)
	}
	l.describeGround(h, &d, k, p)
	return d
}

// describeGround tells what stepping onto or touching such a field does.
func (l *level) describeGround(h *hero, d *Description, k content.TerrainKind, p geom.Pos) {
	t := k.Row()
	if t.Slow > 0 && t.Walk {
		d.fact("a step takes", ticksInWords(content.Pace.Walk+t.Slow))
	}
	if t.Harm > 0 {
		d.fact("hurts", strconv.Itoa(t.Harm)+" health a tick")
	}
	if t.Hides {
		d.fact("hides", "who stands here is seen from next to it only")
	}
	switch {
	case t.Burns >= 20:
		d.fact("burns", "easily")
	case t.Burns > 0:
		d.fact("burns", "slowly")
	}
	if t.Liquid {
		d.fact("fire", "goes out here")
	}
	if t.Light > 0 {
		d.fact("gives light", cells(t.Light))
	}
	if t.Avoid {
		d.fact("travelling", "goes around it")
	}
	d.fact("use", t.Acts)
	if k == content.DoorLocked {
		for _, lock := range l.Locks {
			if lock.Pos == p {
				has := "you don't have it"
				if h.keyTo(l, lock.Number) != nil {
					has = "you have it"
				}
				d.fact("key", "number "+strconv.Itoa(lock.Number)+", "+has)
			}
		}
	}
	if to, ok := leadsTo(l.ID, k, p); ok {
		d.fact("leads to", levelInWords(l.ID, to))
	}
}

// whoIs returns a as one line: its name, and how it is.
func (w *World) whoIs(h *hero, a *Actor) string {
	l := h.level
	if f := l.foeOf(a); f != nil {
		if f.asleep() {
			return l.nameFor(h, a) + ", asleep"
		}
		return l.nameFor(h, a)
	}
	switch o := l.heroOf(a); {
	case a == &h.Actor:
		return "you"
	case o.Wisp:
		return a.Name + ", a wisp"
	case a.Asleep:
		return a.Name + ", asleep"
	}
	return a.Name
}

// thingsOf returns the things that h knows of on its level.
func (w *World) thingsOf(h *hero) []Thing {
	if !w.opts.Fog {
		return h.level.appendThings(nil, h, &everything)
	}
	return h.knows(h.Level).Things
}

func describeStatus(h *hero, key string) (Description, error) {
	i := slices.IndexFunc(content.Statuses[:], func(s content.Status) bool { return s.Key == key })
	if i < 0 {
		return Description{}, refuse("unknown_status")
	}
	s := &content.Statuses[i]
	d := Description{Title: s.Name, Text: s.Text}
	c := h.condition(content.StatusKind(i))
	if c == nil {
		d.fact("you", "are not "+s.Name)
		return d, nil
	}
	d.fact("lasts", ticksInWords(c.Ticks)+" more")
	if c.Power > 0 {
		d.fact("strength", strconv.Itoa(c.Power))
	}
	if by := h.level.body(c.By); by != nil && by != &h.Actor && h.level.aware(h, by) {
		d.fact("by", h.level.nameFor(h, by))
	}
	return d, nil
}

// thickness says how dense so much of a cloud is.
func thickness(n int) string {
	switch {
	case n <= 2:
		return "thin"
	case n <= 6:
		return "dense"
	}
	return "thick"
}

// ticksInWords returns a time, for a person.
// spanInWords returns a long time, as the clock shows it: in minutes and seconds.
func spanInWords(ticks int) string {
	seconds := ticks / 10
	return strconv.Itoa(seconds/60) + ":" + strconv.Itoa(seconds%60/10) + strconv.Itoa(seconds%10)
}

// levelInWords returns what a person at from calls a level.
func levelInWords(from, to geom.LevelID) string {
	switch {
	case to == geom.LevelID{}:
		return "the camp"
	case to.X == from.X && to.Y == from.Y:
		return "depth " + strconv.Itoa(to.Z)
	case to.Z == from.Z:
		return "the level beside"
	}
	return "depth " + strconv.Itoa(to.Z) + ", beside"
}

func ticksInWords(n int) string {
	if n == 1 {
		return "1 tick"
	}
	return strconv.Itoa(n) + " ticks"
}

// cells returns a distance, for a person.
func cells(n int) string {
	if n == 1 {
		return "1 field"
	}
	return strconv.Itoa(n) + " fields"
}

// counted returns the name of a thing and how many there are of it.
func counted(name string, n int) string {
	if n < 2 {
		return name
	}
	return name + ", " + strconv.Itoa(n) + " of them"
}

// aware reports whether h may know of a.
func (l *level) aware(h *hero, a *Actor) bool {
	return a == &h.Actor || !l.opts.Fog || l.sees(h, a)
}
