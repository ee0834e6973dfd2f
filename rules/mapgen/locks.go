package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// fitLocks numbers the locked doors of the vaults, connects their levers and
// lays out a key for each lock; ok is false if a lock can't be reached.
//
// The keys are laid out in an order in which the doors can be opened, each
// where one gets with the keys before it and without finding a secret door. So
// a key may lie behind another door, but never behind its own.
func (p *plan) fitLocks() (ok bool) {
	for _, v := range p.vaults {
		p.wire(&v)
	}
	for len(p.level.Locks) < len(p.locks) {
		reached := p.reachable(false)
		i := p.nextLock(&reached)
		if i < 0 {
			return false
		}
		lock := Lock{p.locks[i], len(p.level.Locks) + 1}
		q, ok := p.keyPlace(&reached, lock.Pos)
		if !ok {
			return false
		}
		p.keys = append(p.keys, q)
		p.level.Locks = append(p.level.Locks, lock)
	}
	return true
}

// wire notes the locks and levers of v.
func (p *plan) wire(v *vaultAt) {
	var gates, water, levers []geom.Pos
	v.each(v.box.Min, v.turn, func(q geom.Pos, g glyph) {
		switch g.terrain {
		case content.DoorLocked:
			p.locks = append(p.locks, q)
		case content.Portcullis:
			gates = append(gates, q)
		case content.DeepWater:
			water = append(water, q)
		case content.Lever:
			levers = append(levers, q)
		}
		if g.mark == markKey {
			p.keySpots = append(p.keySpots, q)
		}
	})
	for _, q := range levers {
		l := Lever{Pos: q, Kind: OpensPortcullis, Targets: gates}
		if len(gates) == 0 {
			l.Kind, l.Targets = DrainsWater, water
		}
		p.level.Levers = append(p.level.Levers, l)
	}
}

// nextLock draws one of the locks that have no key yet and can be reached, -1
// if there is none.
func (p *plan) nextLock(reached *geom.CellSet) int {
	var fit []int
	for i, q := range p.locks {
		if !p.hasKey(q) && nextTo(reached, q) {
			fit = append(fit, i)
		}
	}
	if len(fit) == 0 {
		return -1
	}
	return fit[p.dice.Below(len(fit))]
}

// hasKey reports whether the lock at q has a number, and so a key.
func (p *plan) hasKey(q geom.Pos) bool {
	for _, l := range p.level.Locks {
		if l.Pos == q {
			return true
		}
	}
	return false
}

// nextTo reports whether a neighbour of q is in s.
func nextTo(s *geom.CellSet, q geom.Pos) bool {
	for _, d := range geom.Dirs {
		if s.Has(q.Step(d)) {
			return true
		}
	}
	return false
}

// keyPlace draws where among reached the key to the lock at door lies: often a
// place for keys in another vault, else somewhere far away.
func (p *plan) keyPlace(reached *geom.CellSet, door geom.Pos) (q geom.Pos, ok bool) {
	const guarded = 75 // percent
	for i, spot := range p.keySpots {
		if reached.Has(spot) && p.dice.Percent(guarded) {
			p.keySpots = append(p.keySpots[:i:i], p.keySpots[i+1:]...)
			return spot, true
		}
	}
	const tries, draws = 400, 6
	far := -1
	for n, i := 0, 0; n < draws && i < tries; i++ {
		at := geom.CellAt(p.dice.Below(geom.LevelCells))
		if !reached.Has(at) || !p.free(at) || !plainGround(p.at(at)) || p.keyAt(at) {
			continue
		}
		n++
		if d := at.Sub(door).Taxicab(); d > far {
			q, far = at, d
		}
	}
	return q, far >= 0
}

func (p *plan) keyAt(q geom.Pos) bool {
	for _, k := range p.keys {
		if k == q {
			return true
		}
	}
	return false
}

// plainGround reports whether foes and things may be put on that kind of
// terrain: ground that is neither a door nor a way over something.
func plainGround(k content.TerrainKind) bool {
	switch k {
	case content.DoorClosed, content.DoorOpen, content.LadderDown, content.LadderUp, content.Passage,
		content.Bridge, content.Web:
		return false
	}
	return ground(k)
}

// reachable returns all ground that one gets to from the ladder down with the
// keys laid out so far, pulling levers on the way; and with finding secret
// doors, or without.
func (p *plan) reachable(secrets bool) geom.CellSet {
	pass := p.grounds(func(k content.TerrainKind) bool {
		return ground(k) || secrets && k == content.SecretDoor
	})
	for _, l := range p.level.Locks {
		pass.Add(l.Pos)
	}
	reached := reach(&pass, p.level.Links.Down)
	pulled := make([]bool, len(p.level.Levers))
	for again := true; again; {
		again = false
		for i, l := range p.level.Levers {
			if pulled[i] || !nextTo(&reached, l.Pos) {
				continue
			}
			for _, q := range l.Targets {
				pass.Add(q)
			}
			pulled[i], again = true, true
			reached = reach(&pass, p.level.Links.Down)
		}
	}
	return reached
}
