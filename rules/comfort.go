package rules

import "laneya/geom"

// intentOf returns the intent that a command sets. What can be told at once to
// be no use is told, and leaves the hero idle; so it costs no tick.
func (w *World) intentOf(h *hero, c *Command) Intent {
	was := h.Intent
	h.Intent = Intent{From: h.Pos}
	in := &h.Intent
	switch c.Verb {
	case Travel:
		in.Kind, in.To, in.At, in.Level = Travelling, c.Name, c.At, h.Level
		if c.On {
			in.Level = c.Level
		}
		in.Swims = was.Kind == Idle && was.Swims && was.To == in.To && was.At == in.At && was.Level == in.Level
	case Explore:
		in.Kind = Exploring
	case Rest:
		in.Kind = Resting
	case Attack:
		in.Kind, in.Target = Attacking, c.Target
	case Search:
		in.Kind = Searching
	case Follow:
		in.Kind, in.User = Following, c.Name
	case Pass:
		in.Kind = Passing
	}
	h.level.begin(h)
	return h.Intent
}

// begin notes what is in view as h's intent begins, and looks whether there is
// any use in it.
func (l *level) begin(h *hero) {
	l.takeStock(h)
	switch h.Intent.Kind {
	case Exploring:
		if l.daunted(h) {
			return
		}
		l.spare(h)
	case Resting, Searching:
		if l.dangerNear(h) {
			return
		}
	}
	l.consider(h)
}

// consider brings h's intent up to date with what has changed: it is over when
// something speaks against going on, when it is done or when it can't be done,
// and the hero is told which. Otherwise its way, if it has one, is good.
func (l *level) consider(h *hero) {
	if h.Intent.Kind <= Walking || l.interrupted(h) {
		return
	}
	h.advance()
	switch h.Intent.Kind {
	case Travelling:
		l.aim(h)
	case Exploring:
		l.seek(h)
	case Resting:
		l.restOn(h)
	case Attacking:
		l.pickTarget(h)
	case Searching:
		l.searchOn(h)
	case Following:
		l.keepUp(h)
	case Passing:
		if h.Intent.Count > 0 {
			h.stop()
		}
	}
}

// settleIntents looks at the end of a tick what has become of the intents, so
// that time stands still at once when one is over.
func (l *level) settleIntents() {
	for i := 0; i < len(l.heroes); i++ {
		if h := l.heroes[i]; !h.Asleep {
			l.consider(h)
		}
	}
}

// pursue carries out h's intent for one tick: it returns the way to step, or
// Stop when h did something else, waits, or is done.
func (l *level) pursue(h *hero) geom.Dir {
	l.consider(h)
	if h.level != l {
		return geom.Stop
	}
	h.dirty = true
	switch h.Intent.Kind {
	case Travelling, Following:
		return l.goOn(h)
	case Exploring:
		return l.stride(h)
	case Resting, Passing:
		h.Intent.Count++
	case Searching:
		l.searchNow(h)
	case Attacking:
		return l.fightOn(h)
	}
	return geom.Stop
}
