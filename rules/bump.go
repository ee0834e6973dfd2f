package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// bump lets h act on what bars its way to p: it hits a foe, opens a door. What
// harms bars the way of who wants to be asked first.
func (l *level) bump(h *hero, p geom.Pos) {
	if h.Wisp {
		return
	}
	if t := l.bodyAt(p); t != nil {
		switch {
		case l.springs(h, l.foeOf(t)):
		case l.attitude(h, t) == Enemy:
			if h.has(content.Feared) && l.shrink(h, p) {
				return
			}
			l.strike(&h.Actor, t)
			h.spend(h.arms().ticks)
		case l.strikesPast(h, t):
		case l.yields(h, t):
			if f := l.foeOf(t); f != nil {
				l.unmask(f)
			}
			l.swap(&h.Actor, t)
		}
		return
	}
	switch k := l.Ground.At(p); {
	case l.mine(h, p):
	case k == content.DoorClosed || k == content.DoorLocked:
		l.openDoor(h, p)
	case k.Row().Avoid && k.Row().Walk || k == content.Chasm:
		switch {
		case !h.Prefs.Confirm:
			l.walkTo(h, p)
		case h.warned != p:
			h.warned = p
			h.tell(Event{Code: "confirm_needed", Kind: content.Name(h.say, k.Row().Name), Placed: true, At: p})
		}
	}
}

// strikesPast lets h hit who stands right behind a friend in her way, if her
// weapon reaches there. It reports whether she did.
func (l *level) strikesPast(h *hero, friend *Actor) bool {
	f := l.foeOf(l.bodyAt(friend.Pos.Step(dirTo(h.Pos, friend.Pos))))
	if f == nil || f.asleep() || f.Hidden || l.attitude(h, &f.Actor) != Enemy || !l.sees(h, &f.Actor) || !l.inReach(h, &f.Actor) || h.has(content.Feared) {
		return false
	}
	l.strike(&h.Actor, &f.Actor)
	h.spend(h.arms().ticks)
	return true
}

// yields reports whether t changes places with h who walks into it: an ally, who
// follows h, or somebody of h's party who has nothing better to do. Who walks,
// acts or has an enemy beside her stays.
func (l *level) yields(h *hero, t *Actor) bool {
	if !l.passable(h, t.Pos) {
		return false // a ghost in a wall, for one
	}
	if f := l.foeOf(t); f != nil {
		return l.attitude(h, t) == Friend && !f.has(content.Stuck) && !h.has(content.Stuck)
	}
	o := l.heroOf(t)
	follows := o != nil && o.Intent.Kind == Following && o.Intent.User == h.Name
	if o == nil || o.Party != h.Party && !follows || o.has(content.Stuck) || h.has(content.Stuck) {
		return false
	}
	if o.Wait > 0 || o.Intent.Kind == Walking || o.Owed[0] != geom.Stop {
		return false
	}
	if in := &h.Intent; in.Kind == Following && o.Intent.Kind == Following && in.User == o.Intent.User {
		return false // she has as good a claim to the place
	}
	for _, d := range geom.Dirs {
		if a := l.bodyAt(o.Pos.Step(d)); a != nil && a.Kind == KindFoe && l.attitude(h, a) == Enemy && !l.foeOf(a).asleep() && !l.foeOf(a).Hidden {
			return false
		}
	}
	return true
}

// swap lets a and b change places.
func (l *level) swap(a, b *Actor) {
	from, to := a.Pos, b.Pos
	vacate(&l.taken, to)
	l.moveTo(a, to)
	b.Pos = from
	l.taken.Add(from)
	l.darkened = true
	for _, o := range [2]*hero{l.heroOf(a), l.heroOf(b)} {
		if o != nil {
			// Also for who was moved, so that nobody is moved twice in a tick.
			o.spend(l.stepTicks(o, o.Pos))
			o.dirty = true
			l.look(o)
		}
	}
	l.treads(a)
	l.treads(b)
	if o := l.heroOf(b); o != nil {
		o.Lunges = false
	}
}

// springs lets a foe that h took for something else, or did not see at all, get
// her first. It reports whether f is such a foe.
func (l *level) springs(h *hero, f *foe) bool {
	if f == nil || !f.Hidden || l.attitude(h, &f.Actor) != Enemy {
		return false
	}
	l.wake(f)
	l.strike(&f.Actor, &h.Actor)
	f.spend(f.row().Strike)
	h.spend(content.Pace.Walk)
	return true
}

// shrink lets h, who is afraid, step away from p instead of hitting who stands
// there. It reports false if there is nowhere to go.
func (l *level) shrink(h *hero, p geom.Pos) bool {
	for _, d := range geom.Dirs {
		q := h.Pos.Step(d)
		if q.Sub(p).Taxicab() > 1 && l.passable(h, q) && !l.taken.Has(q) {
			h.Facing = d
			l.walkTo(h, q)
			return true
		}
	}
	return false
}

// struggleTicks is by how much trying to walk shortens being held.
const struggleTicks = 5

// hampered lets what holds or confuses h have its way with her step, and
// returns which way she goes after all; Stop if that was it.
func (l *level) hampered(h *hero, d geom.Dir) geom.Dir {
	to := h.Pos.Step(d)
	if c := h.condition(content.Stuck); c != nil && !h.Wisp && l.bodyAt(to) == nil && l.passable(h, to) {
		h.spend(content.Pace.Wary)
		h.dirty = true
		if c.Ticks -= struggleTicks; c.Ticks > 0 {
			h.tell(Event{Code: "struggles", Actor: h.Name})
			return geom.Stop
		}
		l.cure(&h.Actor, content.Stuck)
		l.show(at("breaks_free", &h.Actor))
		return geom.Stop
	}
	if h.has(content.Confused) && l.Dice.OneIn(2) {
		l.goAstray(h)
		return geom.Stop
	}
	return d
}

// goAstray lets h step where she did not mean to, into danger as readily as
// away from it.
func (l *level) goAstray(h *hero) {
	d := geom.Dirs[l.Dice.Below(len(geom.Dirs))]
	to := h.Pos.Step(d)
	h.tell(Event{Code: "confused_step", Actor: h.Name})
	h.Facing, h.dirty = d, true
	walks := l.walk.Has(to) && l.Ground.At(to) != content.DoorClosed || interior.Contains(to) && l.terrain(to).Fly
	if !walks || l.taken.Has(to) || l.Ground.At(to) == content.Passage {
		h.spend(content.Pace.Walk)
		return
	}
	l.walkTo(h, to)
}
