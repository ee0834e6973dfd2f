package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"laneya/geom"
	"laneya/rules/content"
)

// assemble puts the parts of a world that were read together, and reports what
// doesn't fit.
func (w *World) assemble() error {
	slices.SortFunc(w.levels, func(a, b *level) int { return a.ID.Compare(b.ID) })
	slices.SortFunc(w.heroes, func(a, b *hero) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(w.away, func(a, b *hero) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(w.parties, func(a, b *party) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(w.hall, func(a, b *HallRun) int { return cmp.Compare(a.Entry, b.Entry) })
	for _, l := range w.levels {
		if err := l.check(); err != nil {
			return fmt.Errorf("level %v: %w", l.ID, err)
		}
		l.furnish(w)
		slices.SortFunc(l.Foes, func(a, b *foe) int { return cmp.Compare(a.ID, b.ID) })
		for _, f := range l.Foes {
			if err := f.check(KindFoe); err != nil || l.taken.Has(f.Pos) {
				return fmt.Errorf("foe %d of level %v can't be so", f.ID, l.ID)
			}
			f.Actor.foe = f
			l.place(&f.Actor, true)
		}
		l.settleLight()
	}
	if err := w.muster(); err != nil {
		return err
	}
	for _, h := range w.heroes {
		if err := w.seat(h); err != nil {
			return fmt.Errorf("hero %q: %w", h.Name, err)
		}
	}
	for _, h := range w.away {
		if !validName(h.Name) || !validLevel(h.Level) || !geom.LevelBounds.Contains(h.Pos) || h.check(KindHero) != nil && !h.Wisp {
			return fmt.Errorf("hero %q: %w", h.Name, errDamaged)
		}
		h.dirty = false
	}
	for _, l := range w.levels {
		l.settleLight()
		l.dirty = false
	}
	return w.checkIDs()
}

// muster brings heroes and parties together.
func (w *World) muster() error {
	for _, p := range w.parties {
		p.deal = w.dealt(p.Run.Epoch)
		p.sighted = make([]bool, len(content.Items))
		for _, k := range p.Seen {
			if int(k) >= len(content.Items) {
				return fmt.Errorf("party %d: %w", p.ID, errDamaged)
			}
			p.sighted[k] = true
		}
		for _, user := range p.Members {
			h := w.hero(user)
			if h == nil || h.Party != p.ID || h.party != nil {
				return fmt.Errorf("party %d: %w", p.ID, errDamaged)
			}
			h.party = p
			p.heroes = append(p.heroes, h)
		}
	}
	return nil
}

// seat puts a hero that was read where it says that it is.
func (w *World) seat(h *hero) error {
	l := w.level(h.Level)
	switch {
	case l == nil, h.check(KindHero) != nil && !h.Wisp, h.party == nil:
		return errDamaged
	case !h.Wisp && l.taken.Has(h.Pos):
		return errDamaged
	case !validName(h.Name), h.Asleep && (h.Intent.Kind != Idle || h.Owed != [maxOwed]geom.Dir{}):
		return errDamaged
	}
	h.reword()
	l.enter(h)
	h.dirty = false
	return nil
}

// check reports whether the values of an actor that was read can be.
func (a *Actor) check(k Kind) error {
	switch {
	case a.Kind != k, a.ID == 0, !geom.LevelBounds.Contains(a.Pos), !a.Facing.Valid(),
		a.Health < 1, a.Health > a.MaxHealth, a.Wait < 0,
		k == KindFoe && int(a.Foe) >= len(content.Foes):
		return errDamaged
	}
	return nil
}

// check reports whether the values of a level that was read can be.
func (l *level) check() error {
	if !validLevel(l.ID) || !geom.LevelBounds.Contains(l.Entrance) || l.Serial == 0 {
		return errDamaged
	}
	for _, c := range l.Clouds {
		if c.Cell < 0 || c.Cell >= geom.LevelCells {
			return errDamaged
		}
	}
	for _, g := range l.Lying {
		if !geom.LevelBounds.Contains(g.Pos) || g.Item == nil {
			return errDamaged
		}
	}
	for _, s := range l.Stores {
		if s == nil || !geom.LevelBounds.Contains(s.Pos) || slices.Contains(s.Items, nil) {
			return errDamaged
		}
	}
	for _, f := range l.Foes {
		if f == nil {
			return errDamaged
		}
	}
	return nil
}

// checkIDs reports actors and items that are there twice.
func (w *World) checkIDs() error {
	var ids []uint64
	for _, l := range w.levels {
		for _, a := range l.bodies {
			ids = append(ids, a.ID)
		}
	}
	w.eachItem(func(it *Item) { ids = append(ids, it.ID) })
	slices.Sort(ids)
	for i, id := range ids {
		if id == 0 || i > 0 && ids[i-1] == id {
			return fmt.Errorf("number %d is there twice, or not at all", id)
		}
	}
	return nil
}
