package rules

import "slices"

// patienceOfHold is how many Steps a hold waits for those who want nothing:
// three seconds.
const patienceOfHold = 30

// awake returns how many heroes are awake on the level, and how many of them
// live.
func (l *level) awake() (all, alive int) {
	for _, h := range l.heroes {
		if h.Asleep {
			continue
		}
		all++
		if !h.Wisp {
			alive++
		}
	}
	return all, alive
}

// timePasses reports whether the next Step is a tick on this level. Alone, a
// hero decides that; several share real time, or, in a hold, each other's
// steps. A wisp is one of them, but a hold doesn't wait for it.
func (l *level) timePasses(c Clock) bool {
	all, alive := l.awake()
	switch {
	case all == 0:
		return false
	case l.holds(all, alive):
		return l.Waited >= patienceOfHold || !l.awaits()
	case all > 1 || c == RealTime && !l.Held:
		return true
	}
	return slices.ContainsFunc(l.heroes, func(h *hero) bool { return !h.Asleep && h.wishing() })
}

// holds reports whether the level, with so many heroes awake and so many of
// them alive, goes step by step.
func (l *level) holds(all, alive int) bool { return l.Held && all > 1 && alive > 0 }

// awaits reports whether somebody has not acted yet.
func (l *level) awaits() bool { return slices.ContainsFunc(l.heroes, (*hero).pending) }

// pending reports whether a hold waits for h.
func (h *hero) pending() bool { return !h.Asleep && !h.Wisp && !h.wishing() }

// waits reports whether a hold lets the next Step pass without a tick.
func (l *level) waits() bool {
	if !l.Held || l.Waited >= patienceOfHold {
		return false
	}
	all, alive := l.awake()
	return l.holds(all, alive) && l.awaits()
}

func planHold(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	switch {
	case l.Held == c.On:
		return func() {}, nil
	case c.On && w.opts.NoHold:
		return nil, refuse("no_hold")
	}
	code := "hold_off"
	if c.On {
		code = "hold_on"
	}
	return func() {
		l.Held, l.Waited = c.On, 0
		l.dirty = true
		for _, o := range l.heroes {
			o.tell(Event{Code: code, Actor: h.Name, User: h.Name})
		}
	}, nil
}

// stepParties looks after a step how the runs go.
func (w *World) stepParties() {
	w.reckon()
	for _, l := range w.due {
		l.meetFoes()
		if l.safe() {
			continue
		}
		for _, h := range l.heroes {
			if !h.Asleep && h.party.counted != w.Ticks {
				h.party.counted = w.Ticks
				h.party.Run.Turns++
				h.party.dirty = true
			}
		}
	}
	for _, h := range w.heroes {
		if h.Until > 0 && w.Ticks >= h.Until {
			h.Place, h.Until = nil, 0
			h.dirty = true
		}
	}
}
