package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// pickTarget chooses whom h attacks, if that isn't settled, keeps it on its way
// there, or ends its intent.
func (l *level) pickTarget(h *hero) {
	in := &h.Intent
	if in.Target == 0 {
		t := l.nearestFoe(h)
		if t == nil {
			return
		}
		in.Target = t.ID
	}
	t := l.body(in.Target)
	if l.foeOf(t).seems() != nil {
		t = nil // nobody may tell it from a thing
	}
	switch {
	case t == nil:
		code := "target_gone"
		if in.Count > 0 {
			code = "target_down"
		}
		h.halt(Event{Code: code})
		return
	case t == &h.Actor, t.Kind == KindHero && !l.opts.FriendlyFire:
		h.halt(Event{Code: "target_friend", Target: l.nameFor(h, t, h.caseOf("target_friend", "target"))})
		return
	case !l.sees(h, t):
		h.halt(Event{Code: "target_gone", Target: l.nameFor(h, t, h.caseOf("target_gone", "target"))})
		return
	}
	if l.inReach(h, t) || l.canShoot(h, t) {
		in.Way, in.Found, in.Still = "", false, 0
		return
	}
	if in.Chased > longChase {
		h.halt(Event{Code: "target_away", Target: l.nameFor(h, t, h.caseOf("target_away", "target")), Placed: true, At: t.Pos})
		return
	}
	next := func(p geom.Pos) bool { return p.Sub(t.Pos).Taxicab() == 1 }
	if l.stuck(h) || in.Found && next(in.Goal) && l.good(h) {
		return
	}
	if !l.lead(h, next) {
		l.refuseWay(h, next, t.Pos)
	}
}

// longChase is how many steps a hero goes after a target without getting nearer
// before it gives up: who is as quick as she is can flee for ever.
const longChase = 20

// nearestFoe returns the enemy in sight that h gets to soonest. It ends the
// intent if there is none.
func (l *level) nearestFoe(h *hero) *Actor {
	var any, best *Actor
	w := l.waysOf(h)
	for _, f := range l.Foes {
		if f.seems() != nil || l.attitude(h, &f.Actor) != Enemy || !l.sees(h, &f.Actor) {
			continue
		}
		if any == nil || closer(h, &f.Actor, any) {
			any = &f.Actor
		}
		if (l.inReach(h, &f.Actor) || l.canShoot(h, &f.Actor)) && (best == nil || closer(h, &f.Actor, best)) {
			best = &f.Actor
		}
	}
	switch {
	case best != nil:
		return best
	case any == nil:
		h.halt(Event{Code: "no_target"})
		return nil
	}
	enemyBy := func(p geom.Pos) *Actor {
		for _, d := range geom.Dirs {
			a := l.bodyAt(p.Step(d))
			if f := l.foeOf(a); f != nil && f.seems() == nil && l.sees(h, a) && l.attitude(h, a) == Enemy {
				return a
			}
		}
		return nil
	}
	goal, _, ok := w.nearest(func(p geom.Pos) bool { return enemyBy(p) != nil })
	if !ok {
		h.halt(Event{Code: "no_reach", Target: l.nameFor(h, any, h.caseOf("no_reach", "target")), Placed: true, At: any.Pos})
		return nil
	}
	return enemyBy(goal)
}

// closer reports whether a is nearer to h than b, or as near and weaker.
func closer(h *hero, a, b *Actor) bool {
	da, db := a.Pos.Sub(h.Pos).Taxicab(), b.Pos.Sub(h.Pos).Taxicab()
	return da < db || da == db && a.Health < b.Health
}

// inReach reports whether h can strike t from where it stands.
func (l *level) inReach(h *hero, t *Actor) bool {
	d := t.Pos.Sub(h.Pos)
	switch {
	case d.Taxicab() == 1:
		return true
	case h.arms().reach < 2 || d.Taxicab() != 2 || d.DX != 0 && d.DY != 0:
		return false
	}
	mid := h.Pos.Step(dirTo(h.Pos, t.Pos))
	o := l.bodyAt(mid)
	return l.clear.Has(mid) && (o == nil || l.attitude(h, o) == Friend)
}

// fightOn lets h strike or shoot at its target, or go a step nearer.
func (l *level) fightOn(h *hero) geom.Dir {
	in := &h.Intent
	t := l.body(in.Target)
	switch {
	case t == nil:
		return geom.Stop
	case t.Pos.Sub(h.Pos).Taxicab() == 1 && t.Kind != KindHero:
		in.strikes()
		return dirTo(h.Pos, t.Pos)
	case l.inReach(h, t):
		in.strikes()
		h.Facing = dirTo(h.Pos, t.Pos)
		l.strike(&h.Actor, t)
		h.spend(h.arms().ticks)
		return geom.Stop
	case l.canShoot(h, t):
		in.strikes()
		l.shoot(h, t.Pos)
		return geom.Stop
	}
	if n := len(in.Way); in.Nearest == 0 || n < in.Nearest {
		in.Nearest, in.Chased = n, 0
	}
	in.Chased++
	if in.Chased%4 == 3 && t.Pos.Sub(h.Pos).Chebyshev() == 1 {
		// They may step around each other for ever: let it come.
		h.spend(content.Pace.Wary)
		return geom.Stop
	}
	return l.stride(h)
}

// strikes notes a blow of Attacking.
func (in *Intent) strikes() { in.Count, in.Nearest, in.Chased = 1, 0, 0 }

// dirTo returns the way from p to a field in line with it.
func dirTo(p, q geom.Pos) geom.Dir {
	switch {
	case q.Y < p.Y:
		return geom.North
	case q.X > p.X:
		return geom.East
	case q.Y > p.Y:
		return geom.South
	}
	return geom.West
}
