package rules

import (
	"cmp"
	"slices"
	"strings"

	"laneya/geom"
)

// absence is what a hero who has left the world is put by with. She comes back
// as she was, to where she was, for as long as her party plays the same run.
type absence struct {
	Run  int    // number of her party's run
	Tick uint64 // the world's, as she left
}

// maxAway is how many heroes are put by at most; then the one who has been away
// for longest is forgotten, with what she carried.
const maxAway = 500

func (w *World) planJoin(h *hero, c *Command) (act func(), err error) {
	if h != nil {
		return nil, refuse("already_here")
	}
	// A level that is yet to be dug has room.
	if l := w.level(c.Level); l != nil {
		if _, ok := l.freeField(l.Entrance); !ok {
			return nil, refuse("level_full")
		}
	}
	return func() { w.join(c.User, c.Level) }, nil
}

// join lets a user's hero come into the world: a new one at the entrance of that
// level, or the one that she left.
func (w *World) join(user string, id geom.LevelID) {
	h := w.fetch(user)
	if h == nil {
		h = &hero{Actor: Actor{ID: w.newID(), Kind: KindHero, Name: user}}
		w.outfit(h)
	}
	w.learnTongue(h)
	p := w.partyFor(h)
	l := w.levelFor(id)
	at, ok := l.freeField(l.Entrance)
	switch left := h.Away; {
	case left != nil && p.ID == h.Party && p.Run.Number == left.Run:
		if back := w.levelFor(h.Level); back.open(h.Pos) {
			l, at, ok = back, h.Pos, true
		} else if p, free := back.freeField(back.Entrance); free {
			l, at, ok = back, p, true
		}
	default:
		if left != nil {
			w.restart(h)
		}
		if slices.Contains(p.Run.Dead, user) {
			w.strip(h)
			h.Wisp, h.Health = true, 0
		}
	}
	h.Away = nil
	p.add(h)
	p.learnKit(h)
	i, _ := w.findHero(user)
	w.heroes = slices.Insert(w.heroes, i, h)
	if !ok {
		at, h.Wisp = l.Entrance, true
	}
	h.Pos, h.dirty = at, true
	l.enter(h)
	l.show(Event{Code: "joins", by: &h.Actor, Placed: true, At: at})
	if i, ok := slices.BinarySearch(w.gone, heroKeys+user); ok {
		w.gone = slices.Delete(w.gone, i, i+1)
	}
}

// leave takes h out of the world. Who has nothing but her whole kit is forgotten;
// anybody else is put by until her user comes back.
func (w *World) leave(h *hero) {
	l := h.level
	l.show(Event{Code: "leaves", by: &h.Actor, Placed: true, At: h.Pos})
	w.returnHeart(h)
	l.leave(h)
	i, _ := w.findHero(h.Name)
	w.heroes = slices.Delete(w.heroes, i, i+1)
	i, _ = w.findAway(h.Name)
	w.away = slices.Insert(w.away, i, h)
	h.Away = &absence{Run: h.party.Run.Number, Tick: w.Ticks}
	h.Intent, h.Owed, h.Asleep, h.Holds, h.heard = Intent{}, [maxOwed]geom.Dir{}, false, false, nil
	w.quitParty(h)
	h.party, h.dirty = nil, true
	switch {
	case !h.Went && !h.Wisp && h.untouched():
		w.forgetAway(h)
	case len(w.away) > maxAway:
		w.forgetAway(slices.MinFunc(w.away, func(a, b *hero) int { return cmp.Compare(a.Away.Tick, b.Away.Tick) }))
	}
}

// fetch returns the hero that the user left, taking her out of those who are
// away; nil if there is none.
func (w *World) fetch(user string) *hero {
	i, ok := w.findAway(user)
	if !ok {
		return nil
	}
	h := w.away[i]
	w.away = slices.Delete(w.away, i, i+1)
	return h
}

// forgetAway lets a hero who is away be no more, with what she carries.
func (w *World) forgetAway(h *hero) {
	w.strip(h)
	w.fetch(h.Name)
	w.drop(heroKeys + h.Name)
	if p := w.party(h.Party); p != nil {
		w.disband(p)
	}
}

func (w *World) findAway(user string) (int, bool) {
	return slices.BinarySearchFunc(w.away, user, func(h *hero, name string) int {
		return strings.Compare(h.Name, name)
	})
}
