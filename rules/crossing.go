package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// crossing is a message from one level to another: who or what arrives there.
// A step leaves it with the level; the world delivers all of them when every
// level has been stepped.
type crossing struct {
	to   geom.LevelID
	at   geom.Pos // where it arrives, or as near as there is room
	code string   // how, for those who see it: an Event code
	side geom.Dir // the side whose passage it comes by, Stop for none
	hero *hero    // one of the three is set
	foe  *foe
	item *Item
}

// depart takes h off the level, on its way to another.
func (l *level) depart(h *hero, to geom.LevelID, at geom.Pos, code string) {
	l.show(Event{Code: code, by: &h.Actor, Placed: true, At: h.Pos})
	l.leave(h)
	h.displaced()
	l.out = append(l.out, crossing{to: to, at: at, code: code, hero: h})
}

// departFoe takes f off the level, on its way to another.
func (l *level) departFoe(f *foe, to geom.LevelID, at geom.Pos, code string) {
	l.show(Event{Code: code, by: &f.Actor, Placed: true, At: f.Pos})
	l.removeFoe(f)
	l.out = append(l.out, crossing{to: to, at: at, code: code, foe: f})
}

// displaced ends what the hero does by herself and says so, since she is in another
// place now; unless she is on her way to another level, or after a friend.
func (h *hero) displaced() {
	switch in := &h.Intent; {
	case in.Kind == Following, in.Kind == Travelling && in.To == placeName && in.Level != h.Level:
		in.Way, in.Found, in.Still, in.Swims = "", false, 0, false
	case in.Kind <= Walking, in.Kind == Passing:
		*in = Intent{}
	default:
		h.halt(Event{Code: "stop_moved"})
	}
	h.Owed = [maxOwed]geom.Dir{}
	h.dirty = true
}

// deliver lets all that crossed arrive, in the order of the levels it left.
func (w *World) deliver() {
	for i := 0; i < len(w.levels); i++ {
		l := w.levels[i]
		if len(l.out) == 0 {
			continue
		}
		out := l.out
		l.out = nil
		for _, c := range out {
			w.arrive(c)
		}
		// A level that arrivals dug may stand before this one.
		i, _ = w.findLevel(l.ID)
	}
}

// ashore returns the open field nearest to p on foot or, where p is walled in or
// behind what takes a key or a lever, to the entrance; ok is false when every
// field is taken.
func (l *level) ashore(p geom.Pos) (at geom.Pos, ok bool) {
	free := l.freeFrom(l.Entrance)
	if at, ok = l.freeField(p); !ok || !free.Has(at) {
		at, ok = l.freeField(l.Entrance)
	}
	return at, ok
}

// freeFrom returns the fields that one gets to from p without a key, a lever or
// a pickaxe, and without burning: through doors that open, or that searching
// finds.
func (l *level) freeFrom(p geom.Pos) geom.CellSet {
	var seen geom.CellSet
	seen.Add(p)
	for queue := []geom.Pos{p}; len(queue) > 0; queue = queue[1:] {
		for _, d := range geom.Dirs {
			q := queue[0].Step(d)
			if !geom.LevelBounds.Contains(q) || seen.Has(q) {
				continue
			}
			if k := l.Ground.At(q); k == content.SecretDoor || k.Row().Walk && k.Row().Harm == 0 {
				seen.Add(q)
				queue = append(queue, q)
			}
		}
	}
	return seen
}

// arrive lets one crossing end.
func (w *World) arrive(c crossing) {
	l := w.levelFor(c.to)
	if c.side != geom.Stop && l.Links.HasSide[c.side] {
		c.at = l.Links.Sides[c.side].Step(opposite(c.side))
	}
	switch {
	case c.item != nil:
		if at, ok := l.ashore(c.at); ok {
			c.at = at
		}
		l.lay(c.item, c.at)
	case c.foe != nil:
		if at, ok := l.ashore(c.at); ok {
			c.foe.Pos, c.foe.Home = at, at
			l.addFoe(c.foe)
		} else {
			// There is no room for it: what it carried stays.
			for _, it := range c.foe.Carries {
				l.lay(it, c.at)
			}
		}
	default:
		at, ok := l.ashore(c.at)
		if !ok {
			at = c.at
		}
		c.hero.Pos = at
		l.enter(c.hero)
		w.arrived(c.hero, c.code)
		l.show(Event{Code: "arrives", by: &c.hero.Actor, Placed: true, At: at, Kind: c.code})
	}
}
