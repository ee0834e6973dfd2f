package rules

import (
	"strconv"

	"laneya/geom"
	"laneya/lang"
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
	r, say := f.row(), h.say
	d := Description{Title: content.Name(say, r.Name), Text: say.Text(r.Text)}
	d.fact(say.Text("health"), say.Format("%d of %d", a.Health, a.MaxHealth))
	d.fact(say.Text("it is"), doing(l, h, f))
	d.fact(say.In("fact", "away"), awayFrom(h, a))
	if !r.Has(content.Harmless) {
		w.weigh(h, f, &d)
	}
	d.fact(say.Text("walks"), pace(say, r))
	if r.Shot != "" {
		if s, ok := content.ShotByKey(r.Shot); ok && r.Has(content.Archer) {
			d.fact(say.Text("shoots"), say.Format("%s, %s far", content.Name(say, s.Name), cells(say, r.Range)))
		}
	}
	statusFacts(say, a, &d)
	for _, way := range r.Ways.Traits(say) {
		d.fact(say.Text("beware"), say.Format("It %s.", way))
	}
	if r.Undead {
		d.fact(say.Text("undead"), say.Text("holy weapons hurt it twice as much"))
	}
	if len(r.Immune) > 0 {
		var names []string
		for _, k := range r.Immune {
			names = append(names, k.Row().Called(say))
		}
		d.fact(say.Text("immune to"), content.List(say, names))
	}
	w.itemsUpon(h, f, &d)
	return d, nil
}

// weigh tells how a fight between h and f would go.
func (w *World) weigh(h *hero, f *foe, d *Description) {
	r, say := f.row(), h.say
	l := h.level
	d.fact(say.Text("hits to kill it"), about(say, l.hitsToKill(&h.Actor, &f.Actor)))
	if damage := f.damageOf(); damage > 0 {
		if !h.Wisp {
			d.fact(say.Text("hits to kill you"), about(say, l.hitsToKill(&f.Actor, &h.Actor)))
		}
		d.fact(say.Text("hits"), say.Format("%d of 100 times, about %d damage, every %s", r.Hit, damage, ticksInWords(say, r.Strike)))
	}
	if r.Armour > 0 {
		d.fact(say.Text("armour"), say.Format("%d taken off each hit", r.Armour))
	}
}

// about returns a number of hits, "never" for none.
func about(say *lang.Language, n int) string {
	if n <= 0 {
		return say.Text("never")
	}
	return say.Format("about %d", n)
}

// pace returns how fast such a foe walks.
func pace(say *lang.Language, r *content.Foe) string {
	switch {
	case r.Has(content.Stationary):
		return say.Text("not at all")
	case r.Walk < content.Pace.Wary:
		return say.Format("faster than you in a fight: %s a field", ticksInWords(say, r.Walk))
	case r.Walk == content.Pace.Wary:
		return say.Format("as fast as you in a fight: %s a field", ticksInWords(say, r.Walk))
	}
	return say.Format("slower than you: %s a field", ticksInWords(say, r.Walk))
}

// doing returns what f seems to be about.
func doing(l *level, h *hero, f *foe) string {
	say := h.say
	switch {
	case f.asleep():
		return say.Text("asleep")
	case f.Master != 0 || f.has(content.Allied):
		return say.Text("on your side")
	case f.Mood == Hunting && f.Target == h.ID:
		return say.Text("after you")
	case f.Mood == Hunting:
		if t := l.body(f.Target); t != nil && l.aware(h, t) {
			return say.Format("after %s", l.nameFor(h, t, lang.Dative))
		}
		return say.Text("after somebody")
	case f.Mood == Seeking:
		return say.Text("looking for somebody")
	case f.Mood == Fleeing:
		return say.Text("fleeing")
	}
	return say.Text("wandering, and has not noticed you")
}

// awayFrom returns how far a is from h, and which way.
func awayFrom(h *hero, a *Actor) string {
	d := a.Pos.Sub(h.Pos)
	if d == (geom.Delta{}) {
		return ""
	}
	say := h.say
	var way string
	switch {
	case d.DY < 0 && d.DX < 0:
		way = say.Text("north-west")
	case d.DY < 0 && d.DX > 0:
		way = say.Text("north-east")
	case d.DY < 0:
		way = say.Text("north")
	case d.DY > 0 && d.DX < 0:
		way = say.Text("south-west")
	case d.DY > 0 && d.DX > 0:
		way = say.Text("south-east")
	case d.DY > 0:
		way = say.Text("south")
	case d.DX < 0:
		way = say.Text("west")
	default:
		way = say.Text("east")
	}
	return say.Format("%s, %s", cells(say, d.Taxicab()), way)
}

// statusFacts tells in which statuses a is, and for how long.
func statusFacts(say *lang.Language, a *Actor, d *Description) {
	for _, c := range a.Status {
		d.fact(c.Kind.Row().Called(say), say.Format("%s more", ticksInWords(say, c.Ticks)))
	}
}

func (w *World) describeHero(h, o *hero) Description {
	d, say := Description{Title: o.Name}, h.say
	switch {
	case o == h:
		d.Text = say.Text("You.")
	case o.Party == h.Party:
		d.Text = say.Text("A friend of your party.")
	default:
		d.Text = say.Text("A hero of another party.")
	}
	switch {
	case !o.Wisp:
		d.fact(say.Text("health"), say.Format("%d of %d", o.Health, o.MaxHealth))
	case w.opts.Death == Hardcore:
		d.fact(say.Text("state"), say.Text("a wisp: dead, flies, sees and talks; nothing brings her back in this run"))
	default:
		d.fact(say.Text("state"), say.Text("a wisp: dead, flies, sees and talks; an herb, a shrine, or her party when it next climbs down, brings her back"))
	}
	d.fact(say.Text("kit"), content.Name(say, o.Kit.Row().Name))
	if o.Asleep {
		d.fact(say.Text("player"), say.In("player", "away"))
	}
	if o != h {
		d.fact(say.In("fact", "away"), awayFrom(h, &o.Actor))
	}
	for _, it := range o.Pack {
		if it.Slot == content.MainHand || it.Slot == content.Body {
			d.fact(say.Text(it.row().Class.String()), w.itemName(h, it))
		}
	}
	if o == h {
		a := h.arms()
		d.fact(say.Text("damage"), say.Format("%d each hit, every %s", a.damage, ticksInWords(say, a.ticks)))
		d.fact(say.Text("armour"), strconv.Itoa(h.armour()))
		if b := h.block(); b > 0 {
			d.fact(say.Text("block"), percent(say, b))
		}
	}
	statusFacts(say, &o.Actor, &d)
	return d
}

// percent returns a share, for a person.
func percent(say *lang.Language, n int) string { return say.Format("%d %%", n) }
