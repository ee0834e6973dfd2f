package rules

import (
	"slices"
	"strconv"

	"laneya/geom"
	"laneya/lang"
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
	l, say := h.level, h.say
	known, ground := l.mapOf(h)
	if !known.Has(p) {
		return Description{Title: say.Text("unexplored"), Text: say.Text("You have not seen this field yet.")}
	}
	k := ground.At(p)
	t := k.Row()
	d := Description{Title: content.Name(say, t.Name), Text: say.Text(t.Text)}
	inSight := l.inSight(h).Has(p)
	if !inSight {
		d.fact(say.Text("seen"), say.Text("remembered from before, not in sight now"))
	}
	for _, a := range l.bodies {
		if a.Pos == p && l.aware(h, a) && l.foeOf(a).seems() == nil {
			d.fact(say.Text("here"), w.whoIs(h, a))
		}
	}
	for _, th := range w.thingsOf(h) {
		if th.Pos == p {
			where := say.Text("lies here")
			switch th.In {
			case "":
			case "chest":
				where = say.Text("in the chest")
			default:
				where = say.Text("in the grave")
			}
			d.fact(where, counted(say, th.Name, th.Count))
		}
	}
	if inSight {
		if c, n := l.air.at(p); n > 0 {
			d.fact(say.Text("air"), say.Format("%s, %s. %s", content.Name(say, c.Row().Name), thickness(say, n), say.Text(c.Row().Text)))
		}
		light := say.Text("in the dark")
		if l.lit.Has(p) {
			light = say.In("field", "lit")
		}
		d.fact(say.Text("light"), light)
	}
	l.describeGround(h, &d, k, p)
	return d
}

// describeGround tells what stepping onto or touching such a field does.
func (l *level) describeGround(h *hero, d *Description, k content.TerrainKind, p geom.Pos) {
	t, say := k.Row(), h.say
	if t.Slow > 0 && t.Walk {
		d.fact(say.Text("a step takes"), ticksInWords(say, content.Pace.Walk+t.Slow))
	}
	if t.Harm > 0 {
		d.fact(say.Text("hurts"), say.Format("%d health a tick", t.Harm))
	}
	if t.Hides {
		d.fact(say.Text("hides"), say.Text("who stands here is seen from next to it only"))
	}
	switch {
	case t.Burns >= 20:
		d.fact(say.Text("burns"), say.Text("easily"))
	case t.Burns > 0:
		d.fact(say.Text("burns"), say.Text("slowly"))
	}
	if t.Liquid {
		d.fact(say.Text("fire"), say.Text("goes out here"))
	}
	if t.Light > 0 {
		d.fact(say.Text("gives light"), cells(say, t.Light))
	}
	if t.Avoid {
		d.fact(say.In("fact", "travelling"), say.Text("goes around it"))
	}
	d.fact(say.Text("use"), say.Text(t.Acts))
	if k == content.DoorLocked {
		for _, lock := range l.Locks {
			if lock.Pos == p {
				has := say.Format("number %d, you don't have it", lock.Number)
				if h.keyTo(l, lock.Number) != nil {
					has = say.Format("number %d, you have it", lock.Number)
				}
				d.fact(say.Text("key"), has)
			}
		}
	}
	if to, ok := leadsTo(l.ID, k, p); ok {
		d.fact(say.Text("leads to"), levelInWords(say, l.ID, to))
	}
}

// whoIs returns a as one line: its name, and how it is.
func (w *World) whoIs(h *hero, a *Actor) string {
	l := h.level
	if f := l.foeOf(a); f != nil {
		if f.asleep() {
			return h.say.Format("%s, asleep", l.nameFor(h, a, lang.Nominative))
		}
		return l.nameFor(h, a, lang.Nominative)
	}
	switch o := l.heroOf(a); {
	case a == &h.Actor:
		return h.say.Text("you")
	case o.Wisp:
		return h.say.Format("%s, a wisp", a.Name)
	case a.Asleep:
		return h.say.Format("%s, asleep", a.Name)
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
	say := h.say
	name := s.Called(say)
	d := Description{Title: name, Text: say.Text(s.Text)}
	c := h.condition(content.StatusKind(i))
	if c == nil {
		d.fact(say.Text("you"), say.Format("are not %s", name))
		return d, nil
	}
	d.fact(say.Text("lasts"), say.Format("%s more", ticksInWords(say, c.Ticks)))
	if c.Power > 0 {
		d.fact(say.Text("strength"), strconv.Itoa(c.Power))
	}
	if by := h.level.body(c.By); by != nil && by != &h.Actor && h.level.aware(h, by) {
		d.fact(say.Text("by"), h.level.nameFor(h, by, lang.Nominative))
	}
	return d, nil
}

// thickness says how dense so much of a cloud is.
func thickness(say *lang.Language, n int) string {
	switch {
	case n <= 2:
		return say.Text("thin")
	case n <= 6:
		return say.Text("dense")
	}
	return say.Text("thick")
}

// spanInWords returns a long time, as the clock shows it: in minutes and seconds.
func spanInWords(ticks int) string {
	seconds := ticks / 10
	return strconv.Itoa(seconds/60) + ":" + strconv.Itoa(seconds%60/10) + strconv.Itoa(seconds%10)
}

// levelInWords returns what a person at from calls a level.
func levelInWords(say *lang.Language, from, to geom.LevelID) string {
	switch {
	case to == geom.LevelID{}:
		return say.Text("the camp")
	case to.X == from.X && to.Y == from.Y:
		return say.Format("depth %d", to.Z)
	case to.Z == from.Z:
		return say.Text("the level beside")
	}
	return say.Format("depth %d, beside", to.Z)
}

// ticksInWords returns a time, for a person.
func ticksInWords(say *lang.Language, n int) string {
	return say.Count(n, "%d tick", "%d ticks")
}

// cells returns a distance, for a person.
func cells(say *lang.Language, n int) string {
	return say.Count(n, "%d field", "%d fields")
}

// counted returns the name of a thing and how many there are of it.
func counted(say *lang.Language, name string, n int) string {
	if n < 2 {
		return name
	}
	return say.Format("%s, %d of them", name, n)
}

// aware reports whether h may know of a.
func (l *level) aware(h *hero, a *Actor) bool {
	return a == &h.Actor || !l.opts.Fog || l.sees(h, a)
}
