package rules

import (
	"slices"

	"laneya/geom"
	"laneya/rules/content"
)

// What exploring has found to be no use is noted with what the hero knows of
// the level, so that it isn't gone for again: fields in knowledge.Spent, items
// in knowledge.Left.

// spare notes what exploring is not to stop for as it begins: what lies under h,
// which it could have taken, what it knows of and won't take, and doors in sight.
func (l *level) spare(h *hero) {
	k := h.knows(l.ID)
	for i := range k.Things {
		if t := &k.Things[i]; (t.Pos == h.Pos || l.leaves(h, t)) && !slices.Contains(k.Left, t.ID) {
			k.Left = append(k.Left, t.ID)
		}
	}
	l.newDoors(h, k)
}

// leaves reports whether a thing lies open and exploring would not take it: h
// picks up nothing, or has no room for it.
func (l *level) leaves(h *hero, t *Thing) bool {
	for i := range l.Lying {
		if g := &l.Lying[i]; g.Item.ID == t.ID {
			return !h.shuns(g) && (!h.Prefs.Pickup || !h.fits(g.Item))
		}
	}
	return false
}

// newDoors notes the closed doors in h's sight, and returns one that was not noted
// before and how many are in sight; 0 if all were noted.
func (l *level) newDoors(h *hero, k *knowledge) (door geom.Pos, n int) {
	fresh := false
	for i, t := range k.Terrain {
		p := geom.CellAt(i)
		if t != content.DoorClosed || !h.sight.Has(p) {
			continue
		}
		n++
		if !k.Doors.Has(p) {
			k.Doors.Add(p)
			door, fresh = p, true
		}
	}
	if !fresh {
		return door, 0
	}
	return door, n
}

// chooses ends h's exploring where something has come into sight about which her
// player may want to decide: a thing that won't be taken, or several doors.
func (l *level) chooses(h *hero, k *knowledge) bool {
	for i := range k.Things {
		t := &k.Things[i]
		if h.sight.Has(t.Pos) && !slices.Contains(k.Left, t.ID) && l.leaves(h, t) {
			k.Left = append(k.Left, t.ID)
			h.halt(Event{Code: "stop_thing", Item: t.Name, N: t.Count, Placed: true, At: t.Pos})
			return true
		}
	}
	if door, n := l.newDoors(h, k); n > 1 {
		h.halt(Event{Code: "stop_doors", N: n, Placed: true, At: door})
		return true
	}
	return false
}

// seek keeps h on its way to what is to be explored next, or ends its intent.
func (l *level) seek(h *hero) {
	in := &h.Intent
	k := h.knows(l.ID)
	if l.opts.Fog && l.chooses(h, k) {
		return
	}
	if in.Found && h.Pos == in.Goal {
		if l.reached(h, k) {
			return
		}
		in.Found = false
	}
	if l.stuck(h) || in.Found && l.worth(h, k, in.Goal) && l.good(h) {
		return
	}
	fits := func(p geom.Pos) bool { return p != h.Pos && l.worth(h, k, p) }
	if l.frontier(h, k, h.Pos) {
		k.Spent.Add(h.Pos)
	}
	if !l.lead(h, fits) {
		l.exploredAll(h, k, fits)
		return
	}
	l.tellLocks(h, k)
}

// reached notes that exploring has got to its goal. It reports true if that
// ends the intent: something lies there that wasn't taken.
func (l *level) reached(h *hero, k *knowledge) bool {
	for i := range k.Things {
		t := &k.Things[i]
		if t.Pos == h.Pos && l.wanted(h, k, t) {
			k.Left = append(k.Left, t.ID)
			h.halt(Event{Code: "stop_item", Item: t.Name, N: t.Count, Placed: true, At: t.Pos})
			return true
		}
	}
	return false
}

// worth reports whether exploring goes to p: something to be had lies there, or
// something unknown is next to it.
func (l *level) worth(h *hero, k *knowledge, p geom.Pos) bool {
	if l.frontier(h, k, p) {
		return true
	}
	for i := range k.Things {
		if t := &k.Things[i]; t.Pos == p && l.wanted(h, k, t) {
			return true
		}
	}
	return false
}

// frontier reports whether p is known, and a field next to it isn't.
func (l *level) frontier(h *hero, k *knowledge, p geom.Pos) bool {
	if !l.opts.Fog || k.Spent.Has(p) || k.Terrain.At(p) == content.Passage {
		return false
	}
	for _, d := range geom.Dirs {
		if q := p.Step(d); geom.LevelBounds.Contains(q) && !k.Explored.Has(q) {
			return true
		}
	}
	return false
}

// wanted reports whether h would go for a thing.
func (l *level) wanted(h *hero, k *knowledge, t *Thing) bool {
	if !h.Prefs.Pickup || t.In != "" || slices.Contains(k.Left, t.ID) {
		return false
	}
	for i := range l.Lying {
		if g := &l.Lying[i]; g.Item.ID == t.ID {
			return !h.shuns(g) && h.fits(g.Item)
		}
	}
	return true
}

// tellLocks tells once of each locked door that h has seen and has no key for.
func (l *level) tellLocks(h *hero, k *knowledge) {
	for _, lock := range l.Locks {
		if k.Terrain.At(lock.Pos) != content.DoorLocked || !k.Explored.Has(lock.Pos) ||
			k.Spent.Has(lock.Pos) || h.keyTo(l, lock.Number) != nil {
			continue
		}
		k.Spent.Add(lock.Pos)
		h.tell(Event{Code: "door_needs_key", N: lock.Number, Placed: true, At: lock.Pos})
	}
}

// exploredAll ends h's intent because nothing is left that it would go to, and
// tells what stays behind something. What only bars the way for now leaves the
// level unexplored.
func (l *level) exploredAll(h *hero, k *knowledge, fits func(geom.Pos) bool) {
	if b, barred := l.barrier(h, fits); barred {
		if !b.goes || !l.waitFor(h, b) {
			h.halt(Event{Code: "stop_blocked", Actor: b.what, Placed: true, At: b.at})
		}
		return
	}
	var left []string
	note := func(n int, one, many string) {
		switch {
		case n == 1:
			left = append(left, one)
		case n > 1:
			left = append(left, many)
		}
	}
	say := h.say
	locked, bars, levers, coffins, water, chasm := 0, 0, 0, 0, false, false
	for i, t := range k.Terrain {
		p := geom.CellAt(i)
		if !k.Explored.Has(p) {
			continue
		}
		switch t {
		case content.DoorLocked:
			locked++
		case content.Portcullis:
			bars++
		case content.Lever:
			levers++
		case content.Coffin:
			coffins++
		case content.DeepWater:
			water = water || l.frontier(h, k, p)
		case content.Chasm:
			chasm = true
		}
	}
	note(locked, say.Text("a locked door"), say.Count(locked, "%d locked doors", "%d locked doors"))
	note(bars, say.Text("a portcullis"), say.Count(bars, "%d bars of portcullises", "%d bars of portcullises"))
	note(levers, say.Text("a lever"), say.Count(levers, "%d levers", "%d levers"))
	note(coffins, say.Text("a closed coffin"), say.Count(coffins, "%d closed coffins", "%d closed coffins"))
	if water {
		left = append(left, say.Text("something across the water"))
	}
	if chasm {
		left = append(left, say.Text("a chasm"))
	}
	e := Event{Code: "explored"}
	if len(left) > 0 {
		e = Event{Code: "explored_but", Text: content.List(h.say, left)}
	}
	h.halt(e)
}
