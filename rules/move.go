package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// moveHeroes lets every awake hero who is ready do what it wants. Those who
// want a step turn that way and go one field. Whose field is taken waits for the
// others to move first, so that a file of heroes walks as one; who is still in
// the way then, stays. Of several who want one field, the first to try gets it,
// and who tries first changes with every tick.
func (l *level) moveHeroes() {
	waiting := l.movers[:0]
	first := 0
	if n := len(l.heroes); n > 0 {
		first = int(l.Tick % uint64(n))
	}
	// Deeds may take heroes off the level, so the round goes over a copy.
	round := append(l.round[:0], l.heroes[first:]...)
	round = append(round, l.heroes[:first]...)
	l.round = round
	for _, h := range round {
		if h.level != l || h.Asleep || h.Wait > 0 || h.incapable() {
			continue
		}
		d := l.nextStep(h)
		if d == geom.Stop || h.level != l {
			continue
		}
		if d = l.hampered(h, d); d == geom.Stop {
			continue
		}
		if h.Facing != d {
			h.Facing = d
			h.Lunges, h.dirty = false, true
		}
		to := h.Pos.Step(d)
		if l.passable(h, to) {
			waiting = append(waiting, h)
		} else {
			l.bump(h, to)
		}
	}
	l.movers = waiting
	for moved := true; moved; {
		moved = false
		still := waiting[:0]
		for _, h := range waiting {
			to := h.Pos.Step(h.Facing)
			if !h.Wisp && l.taken.Has(to) {
				still = append(still, h)
			} else {
				l.walkTo(h, to)
				moved = true
			}
		}
		waiting = still
	}
	for _, h := range waiting {
		l.bump(h, h.Pos.Step(h.Facing))
	}
}

// nextStep returns the way that h is to step now, Stop for none. What h does
// instead of stepping is done.
func (l *level) nextStep(h *hero) geom.Dir {
	if d := h.Owed[0]; d != geom.Stop {
		h.paid()
		h.dirty = true
		return d
	}
	if h.Intent.Kind == Walking {
		return h.Intent.Dir
	}
	if h.Intent.Kind == Idle {
		return geom.Stop
	}
	return l.pursue(h)
}

// incapable reports whether the hero can do nothing now.
func (h *hero) incapable() bool { return h.has(content.Frozen) || h.has(content.Asleep) }

// passable reports whether h could go onto p if nobody were there. A closed door
// is for wisps to slip through; everybody else opens it first.
func (l *level) passable(h *hero, p geom.Pos) bool {
	if !h.Wisp && l.Ground.At(p) == content.DoorClosed {
		return false
	}
	if h.Wisp || h.has(content.Levitating) {
		return l.walk.Has(p) || interior.Contains(p) && l.terrain(p).Fly
	}
	return l.walk.Has(p) && (!l.terrain(p).Avoid || l.dares(h, l.Ground.At(p)))
}

// dares reports whether h goes unasked onto terrain that is to be avoided: on
// through the like of what she stands in, or swimming where she is to swim.
func (l *level) dares(h *hero, k content.TerrainKind) bool {
	return k == l.Ground.At(h.Pos) || k == content.DeepWater && h.Intent.Kind == Travelling && h.Intent.Swims
}

// walkTo takes h one field further, and lets happen what comes of that.
func (l *level) walkTo(h *hero, to geom.Pos) {
	l.moveTo(&h.Actor, to)
	h.spend(l.stepTicks(h, to))
	l.look(h)
	l.stepped(h)
}

// stepTicks returns how many ticks a step of h onto p takes.
func (l *level) stepTicks(h *hero, p geom.Pos) int {
	ticks := content.Pace.Walk
	switch {
	case h.Wisp:
		return ticks
	case h.Sneaking:
		ticks = content.Pace.Sneak
	case l.threatened(h):
		ticks = content.Pace.Wary
	}
	return ticks + l.terrain(p).Slow
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
