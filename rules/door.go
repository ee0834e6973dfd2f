package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

func planDoor(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	if c.At.Sub(h.Pos).Taxicab() != 1 {
		return nil, refuseAt("not_adjacent", c.At)
	}
	switch k := l.Ground.At(c.At); {
	case k == content.DoorOpen && !c.On:
		if l.taken.Has(c.At) || l.litters(c.At) {
			return nil, refuseAt("door_blocked", c.At)
		}
		return func() { l.moveDoor(h, c.At, content.DoorClosed, "door_closes") }, nil
	case k == content.DoorClosed && c.On:
		return func() { l.moveDoor(h, c.At, content.DoorOpen, "door_opens") }, nil
	case k == content.DoorLocked && c.On:
		n := l.lockAt(c.At)
		if h.keyTo(l, n) == nil {
			return nil, &Refusal{Code: "door_locked", Params: Params{N: n}, Placed: true, At: c.At}
		}
		return func() { l.unlock(h, c.At, n) }, nil
	case k == content.DoorOpen:
		return nil, refuseAt("door_is_open", c.At)
	case k == content.DoorClosed:
		return nil, refuseAt("door_is_closed", c.At)
	case k == content.Portcullis:
		return nil, refuseAt("portcullis_shut", c.At)
	}
	return nil, refuseAt("not_a_door", c.At)
}

// litters reports whether a thing lies on p.
func (l *level) litters(p geom.Pos) bool {
	for _, g := range l.Lying {
		if g.Pos == p {
			return true
		}
	}
	return false
}

// moveDoor opens or closes a door.
func (l *level) moveDoor(h *hero, p geom.Pos, k content.TerrainKind, code string) {
	l.set(p, k)
	loud := content.Loudness.Door
	if h.Sneaking {
		loud /= 2
	}
	l.noise(p, loud, &h.Actor)
	e := at(code, &h.Actor)
	e.At, e.Loud = p, loud
	l.show(e)
	h.spend(content.Pace.Door)
}

// lockAt returns the number of the lock of a locked door, 0 if it has none.
func (l *level) lockAt(p geom.Pos) int {
	for _, lock := range l.Locks {
		if lock.Pos == p {
			return lock.Number
		}
	}
	return 0
}

// unlock opens a locked door with the key that h has; the key stays in it.
func (l *level) unlock(h *hero, p geom.Pos, number int) {
	if it := h.keyTo(l, number); it != nil {
		e := at("unlocks", &h.Actor)
		e.At, e.word = p, called(h, it)
		l.show(e)
		l.use(h, it, 1)
	}
	for i, lock := range l.Locks {
		if lock.Pos == p {
			l.Locks = append(l.Locks[:i:i], l.Locks[i+1:]...)
			break
		}
	}
	l.moveDoor(h, p, content.DoorOpen, "door_opens")
}

// openDoor opens the door at p for h, who walks into it; false means that it
// is locked.
func (l *level) openDoor(h *hero, p geom.Pos) bool {
	switch l.Ground.At(p) {
	case content.DoorClosed:
		l.moveDoor(h, p, content.DoorOpen, "door_opens")
		return true
	case content.DoorLocked:
		n := l.lockAt(p)
		if h.keyTo(l, n) != nil {
			l.unlock(h, p, n)
			return true
		}
		if h.warned != p {
			h.warned = p
			h.tell(Event{Code: "door_needs_key", N: n, Placed: true, At: p})
		}
	}
	return false
}

// searchReach is how far around her a hero searches.
const searchReach = 2

// searchAround looks for what is hidden around h. What it finds is shown; it
// reports whether there was anything.
func (l *level) searchAround(h *hero) bool {
	found := false
	for dy := -searchReach; dy <= searchReach; dy++ {
		for dx := -searchReach; dx <= searchReach; dx++ {
			p := h.Pos.Add(geom.Delta{DX: dx, DY: dy})
			if l.Ground.At(p) == content.SecretDoor && geom.LevelBounds.Contains(p) {
				l.set(p, content.DoorClosed)
				e := at("secret_found", &h.Actor)
				e.At = p
				l.show(e)
				found = true
			}
		}
	}
	for _, f := range l.Foes {
		if f.Hidden && f.Pos.Sub(h.Pos).Chebyshev() <= searchReach && l.clearLine(h.Pos, f.Pos) {
			l.unmask(f)
			l.provoke(f, &h.Actor)
			found = true
		}
	}
	return found
}
