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
	all, _ := l.awake()
	switch {
	case all == 0:
		return false
	case l.holds():
		return l.Waited >= patienceOfHold || !l.awaits()
	case all > 1 || c == RealTime && !l.held():
		return true
	}
	return slices.ContainsFunc(l.heroes, func(h *hero) bool { return !h.Asleep && h.wishing() })
}

// holds reports whether the level goes step by step for several.
func (l *level) holds() bool {
	all, _ := l.awake()
	return all > 1 && l.held()
}

// held reports whether each party that has somebody awake and alive on the level
// asks for a hold, and any has: nobody's time is slowed by strangers.
func (l *level) held() bool {
	if _, alive := l.awake(); alive == 0 || l.opts.NoHold {
		return false
	}
	return !slices.ContainsFunc(l.heroes, func(h *hero) bool {
		return !h.Asleep && !h.Wisp && !slices.ContainsFunc(l.heroes, func(o *hero) bool { return o.party == h.party && o.asksHold() })
	})
}

// asksHold reports whether h asks for a hold. It goes with her from level to
// level, and rests while her player is away.
func (h *hero) asksHold() bool { return h.Holds && !h.Asleep }

// awaits reports whether somebody has not acted yet.
func (l *level) awaits() bool { return slices.ContainsFunc(l.heroes, (*hero).pending) }

// pending reports whether a hold waits for h.
func (h *hero) pending() bool { return !h.Asleep && !h.Wisp && !h.wishing() }

// waits reports whether a hold lets the next Step pass without a tick.
func (l *level) waits() bool { return l.Waited < patienceOfHold && l.holds() && l.awaits() }

func planHold(w *World, h *hero, c *Command) (func(), error) {
	switch {
	case h.Holds == c.On:
		return func() {}, nil
	case c.On && w.opts.NoHold:
		return nil, refuse("no_hold")
	}
	return func() {
		l := h.level
		h.Holds, l.Waited = c.On, 0
		h.dirty, l.dirty = true, true
		code := "hold_off"
		switch held := l.held(); {
		case c.On && held:
			code = "hold_on"
		case c.On:
			code = "hold_asked"
		case held:
			code = "hold_stays"
		}
		for _, o := range l.heroes {
			o.tell(Event{Code: code, Actor: h.Name, User: h.Name})
		}
	}, nil
}

// stepParties looks after a step how the runs go.
func (w *World) stepParties() {
	w.reckon()
	for _, l := range w.due {
		l.meetKinds()
		if l.safe() {
			continue
		}
		for _, h := range l.heroes {
			if !h.Asleep && h.party.counted != w.Ticks && h.party.Run.State != Lost {
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
