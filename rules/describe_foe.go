package rules

import (
	"strconv"

	"laneya/rules/content"
)

func (w *World) describeActor(h *hero, id uint64) (Description, error) {
	l := h.level
	a := l.body(id)
	if a == nil || !l.aware(h, a) {
		return Description{}, refuse("not_in_sight")
	}
	f := l.foeOf(a)
	switch {
	case f == nil:
		return w.describeHero(h, l.heroOf(a)), nil
	case f.Hidden:
		return Description{}, refuse("not_in_sight")
	}
	r := f.row()
	d := Description{Title: r.Name, Text: r.Text}
	d.fact("health", strconv.Itoa(a.Health)+" of "+strconv.Itoa(a.MaxHealth))
	d.fact("it is", doing(l, h, f))
	d.fact("away", awayFrom(h, a))
	if !r.Has(content.Harmless) {
		w.weigh(h, f, &d)
	}
	d.fact("walks", pace(r))
	if r.Shot != "" {
		if s, ok := content.ShotByKey(r.Shot); ok && r.Has(content.Archer) {
			d.fact("shoots", s.Name+", "+cells(r.Range)+" far")
		}
	}
	statusFacts(a, &d)
	for _, way := range r.Ways.Traits() {
		d.fact("beware", "It "+way+".")
	}
	if r.Undead {
		d.fact("undead", "holy weapons hurt it twice as much")
	}
	if len(r.Immune) > 0 {
		var names []string
		for _, k := range r.Immune {
			names = append(names, k.Row().Name)
		}
		d.fact("immune to", content.List(names))
	}
	w.itemsUpon(h, f, &d)
	return d, nil
}

// weigh tells how a fight between h and f would go.
func (w *World) weigh(h *hero, f *foe, d *Description) {
	r := f.row()
	l := h.level
	d.fact("hits to kill it", about(l.hitsToKill(&h.Actor, &f.Actor)))
	if damage := f.damageOf(); damage > 0 {
		if !h.Wisp {
			d.fact("hits to kill you", about(l.hitsToKill(&f.Actor, &h.Actor)))
		}
		d.fact("hits", strconv.Itoa(r.Hit)+" of 100 times, about "+strconv.Itoa(damage)+" damage, every "+ticksInWords(r.Strike))
	}
	if r.Armour > 0 {
		d.fact("armour", strconv.Itoa(r.Armour)+" taken off each hit")
	}
}

// about returns a number of hits, "never" for none.
func about(n int) string {
	if n <= 0 {
		return "never"
	}
	return "about " + strconv.Itoa(n)
}

// pace returns how fast such a foe walks.
func pace(r *content.Foe) string {
	switch {
	case r.Has(content.Stationary):
		return "not at all"
	case r.Walk < content.Pace.Wary:
		return "faster than you in a fight: " + ticksInWords(r.Walk) + " a field"
	case r.Walk == content.Pace.Wary:
		return "as fast as you in a fight: " + ticksInWords(r.Walk) + " a field"
	}
	return "slower than you: " + ticksInWords(r.Walk) + " a field"
}

// doing returns what f seems to be about.
func doing(l *level, h *hero, f *foe) string {
	switch {
	case f.asleep():
		return "asleep"
	case f.Master != 0 || f.has(content.Allied):
		return "on your side"
	case f.Mood == Hunting && f.Target == h.ID:
		return "after you"
	case f.Mood == Hunting:
		if t := l.body(f.Target); t != nil && l.aware(h, t) {
			return "after " + l.nameFor(h, t)
		}
		return "after somebody"
	case f.Mood == Seeking:
		return "looking for somebody"
	case f.Mood == Fleeing:
		return "fleeing"
	}
	return "wandering, and has not noticed you"
}

// awayFrom returns how far a is from h, and which way.
func awayFrom(h *hero, a *Actor) string {
	d := a.Pos.Sub(h.Pos)
	var way string
	switch {
	case d.DY < 0:
		way = "north"
	case d.DY > 0:
		way = "south"
	}
	switch {
	case d.DX < 0:
		way += "west"
	case d.DX > 0:
		way += "east"
	}
	if way == "" {
		return ""
	}
	if way == "northwest" || way == "southwest" || way == "northeast" || way == "southeast" {
		way = way[:5] + "-" + way[5:]
	}
	return cells(d.Taxicab()) + ", " + way
}

// statusFacts tells in which statuses a is, and for how long.
func statusFacts(a *Actor, d *Description) {
	for _, c := range a.Status {
		d.fact(c.Kind.Row().Name, ticksInWords(c.Ticks)+" more")
	}
}

func (w *World) describeHero(h, o *hero) Description {
	d := Description{Title: o.Name}
	kit := o.Kit.Row()
	switch {
	case o == h:
		d.Text = "You."
	case o.Party == h.Party:
		d.Text = "A friend of your party."
	default:
		d.Text = "A hero of another party."
	}
	if o.Wisp {
		back := "an herb, a shrine, or her party when it next climbs down, brings her back"
		if w.opts.Death == Hardcore {
			back = "nothing brings her back in this run"
		}
		d.fact("state", "a wisp: dead, flies, sees and talks; "+back)
	} else {
		d.fact("health", strconv.Itoa(o.Health)+" of "+strconv.Itoa(o.MaxHealth))
	}
	d.fact("kit", kit.Name)
	if o.Asleep {
		d.fact("player", "away")
	}
	if o != h {
		d.fact("away", awayFrom(h, &o.Actor))
	}
	for _, it := range o.Pack {
		if it.Slot == content.MainHand || it.Slot == content.Body {
			d.fact(it.row().Class.String(), w.itemName(h, it))
		}
	}
	if o == h {
		a := h.arms()
		d.fact("damage", strconv.Itoa(a.damage)+" each hit, every "+ticksInWords(a.ticks))
		d.fact("armour", strconv.Itoa(h.armour()))
		if b := h.block(); b > 0 {
			d.fact("block", percent(b))
		}
	}
	statusFacts(&o.Actor, &d)
	return d
}

// percent returns a share, for a person.
func percent(n int) string { return strconv.Itoa(n) + " %" }
