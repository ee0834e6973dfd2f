package rules

import (
	"slices"

	"laneya/geom"
)

// renew begins the next run of p: its heroes stand in the camp with fresh
// kits, and the caves are dug anew but for levels where others are.
func (w *World) renew(p *party) {
	w.Epoch++
	w.dirty = true
	p.Run = Run{Number: p.Run.Number + 1, Epoch: w.Epoch}
	p.deal = w.dealt(w.Epoch)
	p.Known = nil
	p.dirty = true
	camp := w.levelFor(geom.LevelID{})
	for _, h := range p.heroes {
		h.level.leave(h)
	}
	for _, h := range p.heroes {
		// Those of other parties see them go.
		w.level(h.Level).show(Event{Code: "leaves", by: &h.Actor, Placed: true, At: h.Pos})
	}
	for _, h := range p.heroes {
		w.bringHome(h, camp)
	}
	w.collapse(p)
	for _, l := range w.levels {
		l.darkened = true // what is seen has other names
	}
	for _, h := range p.heroes {
		p.learnKit(h)
		h.tell(Event{Code: "new_run", N: p.Run.Number})
	}
}

// bringHome lets h, who is on no level, begin anew in the camp.
func (w *World) bringHome(h *hero, camp *level) {
	w.restart(h)
	at, ok := camp.freeField(camp.Entrance)
	if !ok {
		at = camp.Entrance
	}
	h.Pos, h.Wisp = at, !ok
	camp.enter(h)
}

// restart makes h as she was at the start of a run, with her kit.
func (w *World) restart(h *hero) {
	w.strip(h)
	h.reset()
	h.Went, h.Wisp, h.Sneaking, h.Place, h.Until = false, false, false, nil, 0
	w.handOut(h, h.Kit)
}

// collapse drops the levels of the caves, but for those where heroes are, where a
// grave of another party's hero is, or that others who play know.
func (w *World) collapse(p *party) {
	var gone []geom.LevelID
	w.levels = slices.DeleteFunc(w.levels, func(l *level) bool {
		if l.safe() || len(l.heroes) > 0 || w.keepsGrave(l, p) || w.known(l, p) {
			return false
		}
		w.Made += l.Made
		w.Unmade += l.Unmade + l.pieces()
		w.drop(levelKeys + l.ID.String())
		gone = append(gone, l.ID)
		return true
	})
	for _, h := range slices.Concat(w.heroes, w.away) {
		n := len(h.Known)
		h.Known = slices.DeleteFunc(h.Known, func(k *knowledge) bool { return slices.Contains(gone, k.Level) })
		if h.Place != nil && slices.Contains(gone, h.Place.Level) {
			h.Place, h.Until = nil, 0
		}
		h.dirty = h.dirty || len(h.Known) != n
	}
	w.due = nil
}

// keepsGrave reports whether somebody of another party than p, who is on a run,
// has a grave on the level.
func (w *World) keepsGrave(l *level, p *party) bool {
	return slices.ContainsFunc(l.Stores, func(s *store) bool {
		if s.Kind != GraveStore {
			return false
		}
		owner := w.hero(s.Owner)
		return owner != nil && owner.party != p && owner.Went
	})
}

// known reports whether somebody of another party than p, who is on a run and
// whose player is there, has been on the level.
func (w *World) known(l *level, p *party) bool {
	return slices.ContainsFunc(w.heroes, func(h *hero) bool {
		return h.party != p && h.Went && !h.Asleep &&
			slices.ContainsFunc(h.Known, func(k *knowledge) bool { return k.Level == l.ID })
	})
}

// pieces returns how many things are on the level, with no hero.
func (l *level) pieces() int {
	n := 0
	for _, g := range l.Lying {
		n += g.Item.Count
	}
	for _, s := range l.Stores {
		for _, it := range s.Items {
			n += it.Count
		}
	}
	for _, f := range l.Foes {
		for _, it := range f.Carries {
			n += it.Count
		}
	}
	return n
}
