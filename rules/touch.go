package rules

import (
	"slices"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/mapgen"
)

// fountainHeals is what drinking from a fountain gives back, in percent of
// health.
const fountainHeals = 40

func planTouch(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	if c.At.Sub(h.Pos).Taxicab() > 1 {
		return nil, refuseAt("not_adjacent", c.At)
	}
	p := c.At
	tell := func(code string) func() {
		return func() {
			e := at(code, &h.Actor)
			e.At = p
			h.tell(e)
		}
	}
	switch l.Ground.At(p) {
	case content.Lever:
		return func() { l.pull(h, p) }, nil
	case content.LeverPulled:
		return nil, refuseAt("already_pulled", p)
	case content.Altar:
		return tell("altar_waits"), nil
	case content.Shrine:
		return w.planShrine(h, p)
	case content.ShrineSpent, content.FountainDry, content.CoffinOpen:
		return nil, refuseAt("spent", p)
	case content.Fountain:
		return func() { l.drinkAt(h, p) }, nil
	case content.Coffin:
		return func() { l.openCoffin(h, p) }, nil
	case content.Statue:
		return tell("statue"), nil
	case content.Chest:
		return tell("chest"), nil
	case content.HeartPlinth:
		return l.planPlinth(w, h, p)
	}
	return nil, refuseAt("nothing_to_touch", p)
}

// pull moves a lever, once.
func (l *level) pull(h *hero, p geom.Pos) {
	l.set(p, content.LeverPulled)
	e := at("lever", &h.Actor)
	e.At, e.Loud = p, content.Loudness.Door
	l.show(e)
	l.noise(p, content.Loudness.Door, &h.Actor)
	for _, lever := range l.Levers {
		if lever.Pos != p {
			continue
		}
		code := "portcullis_rises"
		if lever.Kind == mapgen.DrainsWater {
			code = "room_drains"
		}
		for _, q := range lever.Targets {
			l.set(q, content.Floor)
		}
		if len(lever.Targets) > 0 {
			l.show(Event{Code: code, Placed: true, At: lever.Targets[0], Loud: content.Loudness.Break})
		}
	}
	h.spend(content.Pace.Touch)
}

// planShrine revives the wisps of h's party on the level, once.
func (w *World) planShrine(h *hero, p geom.Pos) (func(), error) {
	l := h.level
	if l.opts.Death == Hardcore {
		return nil, refuse("death_final")
	}
	dead := slices.DeleteFunc(h.party.wisps(), func(o *hero) bool { return o.level != l })
	if len(dead) == 0 {
		return func() { h.tell(Event{Code: "shrine_waits", Placed: true, At: p}) }, nil
	}
	return func() {
		for _, o := range dead {
			if w.revive(o, p) {
				l.show(Event{Code: "shrine_revives", on: &o.Actor, Placed: true, At: p})
			}
		}
		l.set(p, content.ShrineSpent)
		l.show(Event{Code: "shrine_spent", Placed: true, At: p})
		h.spend(content.Pace.Touch)
	}, nil
}

func (l *level) drinkAt(h *hero, p geom.Pos) {
	e := at("fountain", &h.Actor)
	e.N = l.heal(&h.Actor, h.MaxHealth*fountainHeals/100)
	l.show(e)
	l.cleanse(&h.Actor)
	l.set(p, content.FountainDry)
	l.show(Event{Code: "fountain_dry", Placed: true, At: p})
	h.spend(content.Pace.Touch)
}

// openCoffin opens a coffin: what is in it comes out.
func (l *level) openCoffin(h *hero, p geom.Pos) {
	l.set(p, content.CoffinOpen)
	e := at("coffin_opens", &h.Actor)
	e.At, e.Loud = p, content.Loudness.Break
	l.show(e)
	l.noise(p, content.Loudness.Break, &h.Actor)
	h.spend(content.Pace.Touch)
	i := slices.IndexFunc(l.Coffins, func(c mapgen.Coffin) bool { return c.Pos == p })
	if i < 0 {
		h.tell(Event{Code: "coffin_empty", Placed: true, At: p})
		return
	}
	c := l.Coffins[i]
	l.Coffins = slices.Delete(l.Coffins, i, i+1)
	for _, dead := range c.Foes {
		if f := l.spawn(dead.Kind, p); f != nil {
			l.provoke(f, &h.Actor)
			f.Wait = f.row().Walk
			l.show(Event{Code: "coffin_wakes", on: &f.Actor, Placed: true, At: f.Pos})
		}
	}
	for _, it := range c.Items {
		l.lay(l.dealt(it), h.Pos)
	}
	if len(c.Foes)+len(c.Items) == 0 {
		h.tell(Event{Code: "coffin_empty", Placed: true, At: p})
	}
}

// planPlinth puts the Heart back onto its plinth.
func (l *level) planPlinth(w *World, h *hero, p geom.Pos) (func(), error) {
	for _, it := range h.Pack {
		if it.row().Class == content.HeartClass {
			return func() {
				h.lose(it)
				l.putHeart(it, p)
			}, nil
		}
	}
	for i, g := range l.Lying {
		switch {
		case g.Pos != p:
		case !h.fits(g.Item):
			return nil, refuse("full_pack")
		default:
			return func() { w.took(h, l.lifted(i), "picks_up") }, nil
		}
	}
	return nil, refuseAt("not_here", p)
}

// putHeart lays the Heart onto the plinth at p.
func (l *level) putHeart(it *Item, p geom.Pos) {
	l.Lying = append(l.Lying, lying{Pos: p, Item: it})
	l.dirty, l.darkened = true, true
	l.show(Event{Code: "heart_returns", Placed: true, At: p})
}

// returnHeart takes the Heart from h, who leaves the run, back to its plinth. If
// that is gone, so is the Heart: another lies on the next.
func (w *World) returnHeart(h *hero) {
	i := slices.IndexFunc(h.Pack, func(it *Item) bool { return it.row().Class == content.HeartClass })
	if i < 0 {
		return
	}
	it := h.Pack[i]
	h.lose(it)
	for _, l := range w.levels {
		if n := slices.Index(l.Ground[:], content.HeartPlinth); n >= 0 {
			l.putHeart(it, geom.CellAt(n))
			h.party.announce(Event{Code: "heart_returns"})
			return
		}
	}
	w.Unmade += it.Count
	w.dirty = true
}
