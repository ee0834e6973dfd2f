package rules

import "laneya/geom"

// Runner calls do once for each of 0 to n-1, in any order, also in parallel,
// and returns when all calls have.
type Runner func(n int, do func(i int))

// Step is one tick of the world: on every level on which time passes, heroes
// carry out what they want, then the ghosts wander. The levels are handed to
// run, one call for each; with nil they are stepped one after another.
func (w *World) Step(run Runner) {
	w.due = w.due[:0]
	for _, l := range w.levels {
		if l.timePasses(w.opts.Clock) {
			w.due = append(w.due, l)
		}
	}
	if len(w.due) == 0 {
		return
	}
	w.tick++
	w.dirty = true
	if run == nil {
		run = serially
	}
	run(len(w.due), w.stepDue)
}

// Busy reports whether time passes on some level, so that the next Step would
// be a tick.
func (w *World) Busy() bool {
	for _, l := range w.levels {
		if l.timePasses(w.opts.Clock) {
			return true
		}
	}
	return false
}

func serially(n int, do func(i int)) {
	for i := range n {
		do(i)
	}
}

func (l *level) timePasses(c Clock) bool {
	awake, wishing := 0, false
	for _, h := range l.heroes {
		if h.Asleep {
			continue
		}
		awake++
		wishing = wishing || h.wish() != geom.Stop
		if awake > 1 {
			return true
		}
	}
	return awake == 1 && (wishing || c == RealTime)
}

func (l *level) step() {
	l.tick++
	l.dirty = true
	l.moveHeroes()
	const ghostPace = 2 // ticks for a field
	if l.tick%ghostPace == 0 {
		for _, g := range l.ghosts {
			l.drift(g)
		}
	}
}
