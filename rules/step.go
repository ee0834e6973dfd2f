package rules

// Runner calls do once for each of 0 to n-1, in any order, also in parallel,
// and returns when all calls have.
type Runner func(n int, do func(i int))

// Step is one tick of the world: on every level on which time passes, heroes
// carry out what they want, then foes, then what burns and flows. The levels are
// handed to run, one call for each; with nil they are stepped one after another.
// Then whoever crossed from one level to another arrives.
func (w *World) Step(run Runner) {
	w.due = w.due[:0]
	for _, l := range w.levels {
		if l.timePasses(w.opts.Clock) {
			w.due = append(w.due, l)
		} else if l.waits() {
			l.Waited++
			l.dirty = true
		}
	}
	if len(w.due) == 0 {
		return
	}
	w.Ticks++
	w.dirty = true
	if run == nil {
		run = serially
	}
	run(len(w.due), w.stepDue)
	w.deliver()
	w.climbOn()
	w.stepParties()
	w.settle()
}

// Busy reports whether the next Step would change something.
func (w *World) Busy() bool {
	for _, l := range w.levels {
		if l.timePasses(w.opts.Clock) || l.waits() {
			return true
		}
	}
	return false
}

// settle brings light and sight up to date where something changed since the
// levels did so.
func (w *World) settle() {
	for _, l := range w.levels {
		if l.darkened {
			l.settleLight()
		}
	}
}

func serially(n int, do func(i int)) {
	for i := range n {
		do(i)
	}
}

func (l *level) step() {
	l.Tick++
	l.Waited = 0
	l.dirty = true
	l.ageHeroes()
	l.ageStatuses()
	l.moveHeroes()
	l.stepFoes()
	l.stepAir()
	l.endure()
	l.settleLight()
	l.settleIntents()
	// At the end, so that a step of one tick leaves its hero ready, and time can
	// stand still after it.
	for _, a := range l.bodies {
		if a.Wait > 0 {
			a.Wait--
			if h := l.heroOf(a); h != nil {
				h.dirty = true
			}
		}
	}
}
