package rules

import "laneya/geom"

// moveHeroes lets every hero who wants to walk turn that way and go one field.
// Whose field is taken waits for the others to move first, so that a file of
// heroes walks as one; who is still in the way then, stays. Of several who
// want one field, the first to try gets it, and who tries first changes with
// every tick.
func (l *level) moveHeroes() {
	waiting := l.movers[:0]
	first := 0
	if n := len(l.heroes); n > 0 {
		first = int(l.tick % uint64(n))
	}
	for i := range l.heroes {
		h := l.heroes[(first+i)%len(l.heroes)]
		d := h.wish()
		if d == geom.Stop {
			continue
		}
		if h.Facing != d || h.owed[0] != geom.Stop {
			h.Facing = d
			h.paid()
			h.dirty = true
		}
		if l.floor.Has(h.Pos.Step(d)) {
			waiting = append(waiting, h)
		}
	}
	l.movers = waiting
	for moved := true; moved; {
		moved = false
		still := waiting[:0]
		for _, h := range waiting {
			if to := h.Pos.Step(h.Facing); l.taken.Has(to) {
				still = append(still, h)
			} else {
				l.walkTo(h, to)
				moved = true
			}
		}
		waiting = still
	}
}

func (l *level) walkTo(h *hero, to geom.Pos) {
	l.moveTo(&h.Entity, to)
	h.dirty = true
	l.look(h)
}

// drift moves a ghost: mostly straight on, turning at random now and then and
// where the way is barred, back only where there is no other way.
func (l *level) drift(g *ghost) {
	const turns = 6 // once in so many steps without need
	ahead := g.Facing
	if ahead != geom.Stop && l.free(g.Pos.Step(ahead)) && !l.dice.oneIn(turns) {
		l.moveTo(&g.Entity, g.Pos.Step(ahead))
		return
	}
	var ways [4]geom.Dir
	n := 0
	for _, d := range geom.Dirs {
		if d != opposite(ahead) && l.free(g.Pos.Step(d)) {
			ways[n] = d
			n++
		}
	}
	back := opposite(ahead)
	switch {
	case n > 0:
		g.Facing = ways[l.dice.below(n)]
	case back != geom.Stop && l.free(g.Pos.Step(back)):
		g.Facing = back
	default:
		return
	}
	l.moveTo(&g.Entity, g.Pos.Step(g.Facing))
}

// opposite returns the way back, Stop for Stop.
func opposite(d geom.Dir) geom.Dir {
	switch d {
	case geom.North:
		return geom.South
	case geom.East:
		return geom.West
	case geom.South:
		return geom.North
	case geom.West:
		return geom.East
	}
	return geom.Stop
}
