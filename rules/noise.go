package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// What it costs a noise to go on by a field, in cells of its loudness.
const (
	throughOpen = 1
	throughDoor = 4
)

// noise lets everyone around hear something that carries so many cells over
// open ground. It does not go through walls.
func (l *level) noise(p geom.Pos, loud int, by *Actor) {
	if by != nil && by.has(content.Silenced) || loud <= 0 || len(l.Foes) == 0 {
		return
	}
	l.carry(&l.heard, p, loud)
	for _, f := range l.Foes {
		if &f.Actor == by {
			continue
		}
		left := int(l.heard[geom.CellIndex(f.Pos)])
		if left == 0 {
			continue
		}
		// left is from 1 at the edge of what can be heard to loud+1 at p.
		left = left * f.row().Hearing / 100
		if left > 0 {
			l.hearNoise(f, p, left, by)
		}
	}
}

// carry notes in left how loud a noise from p is on each field, 0 where it isn't
// heard. It makes the array if there is none.
func (l *level) carry(left **[geom.LevelCells]uint8, p geom.Pos, loud int) {
	if *left == nil {
		*left = new([geom.LevelCells]uint8)
	}
	heard := *left
	*heard = [geom.LevelCells]uint8{}
	loud = min(loud, 250)
	queue := append(l.queue[:0], uint16(geom.CellIndex(p)))
	heard[queue[0]] = uint8(loud + 1)
	for head := 0; head < len(queue); head++ {
		at := geom.CellAt(int(queue[head]))
		rest := int(heard[queue[head]])
		for _, d := range geom.Dirs {
			q := at.Step(d)
			if !geom.LevelBounds.Contains(q) {
				continue
			}
			k := l.Ground.At(q)
			cost := throughOpen
			switch t := k.Row(); {
			case k == content.DoorClosed || k == content.DoorLocked:
				cost = throughDoor
			case t.Opaque:
				continue
			}
			if i := geom.CellIndex(q); rest-cost > int(heard[i]) {
				heard[i] = uint8(rest - cost)
				queue = append(queue, uint16(i))
			}
		}
	}
	l.queue = queue
}

// hearNoise lets f hear a noise from p, of which left cells are left.
func (l *level) hearNoise(f *foe, p geom.Pos, left int, by *Actor) {
	if f.has(content.Asleep) {
		if l.Dice.Percent(min(left*4, 60)) {
			l.cure(&f.Actor, content.Asleep)
		}
		return
	}
	if f.Asleep {
		// A loud noise wakes for sure, a faint one seldom.
		if !l.Dice.Percent(min(left*3, 90)) {
			return
		}
		l.wake(f)
	}
	l.goLook(f, p, by)
}

// goLook lets f, if it has nothing better to do, go to where it noticed what by
// did.
func (l *level) goLook(f *foe, p geom.Pos, by *Actor) {
	if f.Mood == Hunting || f.Mood == Fleeing || f.Master != 0 || f.Hidden || f.row().Has(content.Harmless) || by != nil && by.Kind == KindFoe {
		return
	}
	f.Mood, f.Goal, f.Patience = Seeking, p, patienceOfSeekers
}

// rouse wakes every foe of the level, however far and through whatever rock, and
// has it come to where h is.
func (l *level) rouse(h *hero) {
	for _, f := range l.Foes {
		l.cure(&f.Actor, content.Asleep)
		l.wake(f)
		l.goLook(f, h.Pos, &h.Actor)
	}
}

// stepNoise lets the step of a hero be heard.
func (l *level) stepNoise(h *hero) {
	if h.Wisp || l.safe() {
		return
	}
	loud := content.Loudness.Walk
	if h.Sneaking {
		loud = content.Loudness.Sneak
	}
	loud = loud * h.Kit.Row().Stealth / 100
	l.noise(h.Pos, loud, &h.Actor)
}
