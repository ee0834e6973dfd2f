package rules

import (
	"slices"

	"laneya/geom"
	"laneya/rules/content"
)

// restOn ends h's rest when there is nothing left to rest for.
func (l *level) restOn(h *hero) {
	switch ails := h.ails(); {
	case h.Health >= h.MaxHealth && !ails:
		h.halt(Event{Code: "rested"})
	case h.Intent.Count >= longestRest:
		h.halt(Event{Code: "rest_long", N: h.Health})
	}
}

// longestRest is how many ticks a rest lasts at most, so that one that heals
// nobody ends.
const longestRest = 3000

// ails reports whether h is in a bad status that passes.
func (h *hero) ails() bool {
	for _, c := range h.Status {
		if !c.Kind.Row().Good && c.Kind != content.Hungry && c.Kind != content.Lit && !h.bestows(c.Kind) {
			return true
		}
	}
	return false
}

// searches is how often the fields around are searched for one command.
const searches = 5

// searchOn ends h's search when it has been made.
func (l *level) searchOn(h *hero) {
	if h.Intent.Count >= searches {
		h.halt(Event{Code: "searched", N: searches})
	}
}

// searchNow searches the fields around h once, and stops when that finds
// something.
func (l *level) searchNow(h *hero) {
	h.Intent.Count++
	if l.searchAround(h) {
		h.halt(Event{Code: "search_found"})
	}
	h.spend(content.Pace.Search)
}

// keepUp keeps h on its way to the friend that it follows, or to where the
// friend left the level, or ends its intent.
func (l *level) keepUp(h *hero) {
	in := &h.Intent
	if l.stuck(h) {
		return
	}
	friend := l.heroNamed(in.User)
	switch {
	case friend == h:
		h.halt(Event{Code: "follow_self"})
	case friend != nil && (friend.Party == h.Party || l.sees(h, &friend.Actor)):
		in.At = friend.Pos
		in.Level, in.To = l.ID, placeName
		l.closeUp(h)
	case h.companion(in.User) != nil:
		l.catchUp(h, h.companion(in.User))
	case in.To == "" || in.Level != l.ID || !l.leftBy(h):
		h.halt(Event{Code: "follow_lost", User: in.User})
	default:
		l.goAfter(h)
	}
}

// companion returns the member of h's party of that name, nil if there is none.
func (h *hero) companion(user string) *hero {
	if i := slices.Index(h.party.Members, user); i >= 0 {
		return h.party.heroes[i]
	}
	return nil
}

// catchUp keeps h on its way to a friend of its party on another level: over the
// ladder or passage that she took, or else any that h knows of; but it doesn't
// jump after her.
func (l *level) catchUp(h, friend *hero) {
	in := &h.Intent
	switch {
	case friend.Level == l.ID:
		// She is between the levels: where to shows when this one has been stepped.
	case in.To != "" && in.Level == l.ID && l.leftBy(h) && l.leadTo(h, in.At) == friend.Level:
		l.goAfter(h)
	default:
		if _, ok := h.towards(friend.Level); !ok {
			h.halt(Event{Code: "follow_gone", User: in.User, Text: friend.Level.String()})
			return
		}
		if in.Level != friend.Level {
			in.To, in.Level, in.Found = placeName, friend.Level, false
		}
		l.aimBeyond(h)
	}
}

// leadTo returns the level that h knows to be beyond the ladder or passage at p.
func (l *level) leadTo(h *hero, p geom.Pos) geom.LevelID {
	_, ground := l.mapOf(h)
	to, _ := leadsTo(l.ID, ground.At(p), p)
	return to
}

// goAfter keeps h on its way to the ladder or passage at Intent.At.
func (l *level) goAfter(h *hero) {
	in := &h.Intent
	if in.Found && in.Goal == in.At && l.good(h) {
		return
	}
	there := func(p geom.Pos) bool { return p == in.At }
	if !l.lead(h, there) {
		l.refuseWay(h, there, in.At)
	}
}

// leftBy turns Intent.At, where the friend was last, into the ladder or passage
// that she must have left by, and reports false if h knows of none there.
func (l *level) leftBy(h *hero) bool {
	known, ground := l.mapOf(h)
	last := h.Intent.At
	if k := ground.At(last); known.Has(last) && (k == content.LadderDown || k == content.LadderUp) {
		return true
	}
	for _, d := range [5]geom.Dir{geom.Stop, geom.North, geom.East, geom.South, geom.West} {
		if p := last.Step(d); known.Has(p) && ground.At(p) == content.Passage {
			h.Intent.At = p
			return true
		}
	}
	return false
}

// closeUp keeps h on its way to a field next to the friend, who is at
// Intent.At. Next to her, h waits.
func (l *level) closeUp(h *hero) {
	in := &h.Intent
	near := func(p geom.Pos) bool { return p.Sub(in.At).Taxicab() <= 1 }
	if near(h.Pos) {
		in.Way, in.Found, in.Still = "", false, 0
		return
	}
	if in.Found && near(in.Goal) && l.good(h) {
		return
	}
	if !l.lead(h, near) {
		l.refuseWay(h, near, in.At)
	}
}

// heroNamed returns the hero of that user on the level, nil if she isn't there.
func (l *level) heroNamed(user string) *hero {
	for _, h := range l.heroes {
		if h.Name == user {
			return h
		}
	}
	return nil
}
