package rules

import (
	"slices"

	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// effectAt lets something happen at a field and around it: what a scroll does
// where its reader stands, what a bottle does where it breaks. It reports
// whether anything came of it.
func (l *level) effectAt(w *World, h *hero, e *content.Effect, p geom.Pos) bool {
	switch e.Kind {
	case content.Gas:
		l.puff(p, e.Cloud, e.Power)
		return true
	case content.Explode:
		l.explode(p, max(e.Radius, 1), e.Power, &h.Actor)
		return true
	case content.Alarm:
		l.show(Event{Code: "alarm", Placed: true, At: p, Loud: e.Power})
		l.noise(p, e.Power, nil)
		return true
	case content.Summon:
		return l.ally(h, e, p)
	case content.Sleepen, content.Scare:
		return l.sway(h, e)
	case content.ShieldAll:
		n := 0
		for _, o := range l.heroes {
			if o.Party == h.Party && !o.Wisp && h.sight.Has(o.Pos) {
				l.inflict(&o.Actor, content.Shielded, max(e.Ticks, 200), e.Power, &h.Actor)
				n++
			}
		}
		l.show(Event{Code: "shields_all", N: n, Placed: true, At: p})
		return true
	case content.Darken, content.Brighten:
		return l.dim(h, e, p)
	case content.Grow, content.Drain, content.Flood, content.Freeze:
		return l.reshape(h, e, p)
	case content.Heal, content.Inflict, content.Cure:
		return l.splash(h, e, p)
	}
	return false
}

// ally calls somebody who fights for h.
func (l *level) ally(h *hero, e *content.Effect, p geom.Pos) bool {
	k, ok := content.FoeByKey(e.Foe)
	if !ok {
		return false
	}
	f := l.spawn(k, p)
	if f == nil {
		return false
	}
	f.Master, f.Called = h.ID, true
	l.inflict(&f.Actor, content.Allied, e.Ticks, 0, &h.Actor)
	l.show(upon("ally_comes", &h.Actor, &f.Actor))
	return true
}

// sway sends the foes that h sees to sleep, or makes them run.
func (l *level) sway(h *hero, e *content.Effect) bool {
	n := 0
	status, code := content.Asleep, "lullaby"
	if e.Kind == content.Scare {
		status, code = content.Feared, "dread"
	}
	for _, f := range l.Foes {
		if l.attitude(h, &f.Actor) != Enemy || !h.sight.Has(f.Pos) || f.Hidden || immune(f, status) {
			continue
		}
		l.inflict(&f.Actor, status, max(e.Ticks, 60), 0, &h.Actor)
		n++
	}
	if n > 0 {
		l.show(Event{Code: code, N: n, Placed: true, At: h.Pos})
	}
	return n > 0
}

// dim puts out the lights around p, or makes those around glow.
func (l *level) dim(h *hero, e *content.Effect, p geom.Pos) bool {
	radius := max(e.Radius, 5)
	if e.Kind == content.Brighten {
		l.inflict(&h.Actor, content.Lit, max(e.Ticks, 300), radius, nil)
		for _, f := range l.Foes {
			if f.Pos.Sub(p).Taxicab() <= radius && f.row().Has(content.Nocturnal) {
				l.inflict(&f.Actor, content.Feared, 80, 0, &h.Actor)
			}
		}
		l.show(Event{Code: "brightens", Placed: true, At: p})
		return true
	}
	l.douse(p, radius)
	l.eachNear(p, radius, func(q geom.Pos) {
		if l.Ground.At(q) == content.Mushrooms {
			l.set(q, content.Floor)
		}
	})
	l.show(Event{Code: "darkens", Placed: true, At: p})
	return true
}

// douse puts out the torches within radius of p, those in walls and those that
// heroes carry.
func (l *level) douse(p geom.Pos, radius int) {
	l.eachNear(p, radius, func(q geom.Pos) {
		if l.Ground.At(q) == content.Torch {
			l.set(q, content.Wall)
		}
		o := l.heroOf(l.bodyAt(q))
		if o == nil {
			return
		}
		if it := o.worn(content.LightSlot); it != nil && it.row().Fuel > 0 {
			it.Slot = content.NoSlot
			o.dirty = true
			o.tell(Event{Code: "light_out", Item: l.oneOf(o, it)})
		}
	})
	l.darkened = true
}

// eachNear calls do for the fields within radius of p.
func (l *level) eachNear(p geom.Pos, radius int, do func(geom.Pos)) {
	for dy := -radius; dy <= radius; dy++ {
		for dx := -radius; dx <= radius; dx++ {
			q := p.Add(geom.Delta{DX: dx, DY: dy})
			if geom.LevelBounds.Contains(q) && dx*dx+dy*dy <= radius*radius+radius {
				do(q)
			}
		}
	}
}

// heldTicks is how long who stands in water is held by its ice, or in grass by
// its roots.
const heldTicks = 40

// reshape changes the ground around p. Ice and roots spare h and her friends.
func (l *level) reshape(h *hero, e *content.Effect, p geom.Pos) bool {
	radius := max(e.Radius, 2)
	n := 0
	change := func(from func(content.TerrainKind) bool, to content.TerrainKind) {
		l.eachNear(p, radius, func(q geom.Pos) {
			if from(l.Ground.At(q)) {
				l.set(q, to)
				n++
			}
		})
	}
	bare := func(k content.TerrainKind) bool {
		return k == content.Floor || k == content.Grass || k == content.Moss || k == content.Ash || k == content.Mud || k == content.Bones
	}
	wet := func(k content.TerrainKind) bool { return k == content.DeepWater || k == content.ShallowWater }
	hold := func(on func(content.TerrainKind) bool, k content.StatusKind) {
		for _, a := range append([]*Actor(nil), l.bodies...) {
			q := a.Pos.Sub(p)
			near := q.DX*q.DX+q.DY*q.DY <= radius*radius+radius
			if near && on(l.Ground.At(a.Pos)) && !l.airborne(a) && a != &h.Actor && !l.spared(a, &h.Actor) {
				l.inflict(a, k, heldTicks, 0, &h.Actor)
				n++
			}
		}
	}
	code := ""
	switch e.Kind {
	case content.Grow:
		hold(bare, content.Stuck)
		change(bare, content.TallGrass)
		code = "grows"
	case content.Flood:
		l.douse(p, radius)
		change(bare, content.ShallowWater)
		l.eachNear(p, radius, func(q geom.Pos) {
			if k, _ := l.air.at(q); k == content.Fire {
				l.air.set(q, content.NoCloud, 0)
				l.aired(q)
			}
		})
		code = "floods"
	case content.Freeze:
		hold(wet, content.Frozen)
		change(wet, content.Floor)
		code = "freezes_water"
	case content.Drain:
		change(wet, content.Floor)
		l.eachNear(p, radius, func(q geom.Pos) {
			if l.air.Over.Has(q) {
				l.air.set(q, content.NoCloud, 0)
				l.aired(q)
				n++
			}
		})
		code = "drains_water"
	}
	l.darkened = true
	l.show(Event{Code: code, Placed: true, At: p})
	return n > 0
}

// splash lets what was in a bottle fall on those around the field where it
// broke.
func (l *level) splash(h *hero, e *content.Effect, p geom.Pos) bool {
	n := 0
	for _, a := range append([]*Actor(nil), l.bodies...) {
		if a.Pos.Sub(p).Chebyshev() > 1 || !l.clearLine(p, a.Pos) {
			continue
		}
		if o := l.heroOf(a); o != nil && (o.Wisp || o != h && !l.opts.FriendlyFire && !helps(e)) {
			continue
		}
		n++
		switch e.Kind {
		case content.Heal:
			l.heal(a, e.Power)
		case content.Cure:
			l.cleanse(a)
		default:
			l.afflict(h, a, e.Status, e.Ticks, e.Power)
			if !e.Status.Row().Good {
				l.provoke(l.foeOf(a), &h.Actor)
			}
		}
	}
	return n > 0
}

// bolt lets one effect of a wand or staff happen along its way: to is where it
// was pointed, end where it came to, hit whom it met. It reports whether one
// sees what it was.
func (l *level) bolt(w *World, h *hero, it *Item, e *content.Effect, to, end geom.Pos, hit *Actor, reach int) bool {
	switch e.Kind {
	case content.Ray:
		return l.beam(h, e, to, reach)
	case content.DigWall:
		return l.tunnel(h, e, to, reach)
	case content.Gas, content.Explode, content.Flood, content.Grow, content.Freeze, content.Drain, content.Summon:
		return l.effectAt(w, h, e, end)
	case content.Blink:
		if end = l.strideTo(h.Pos, end); end != h.Pos {
			l.moveTo(&h.Actor, end)
			l.look(h)
			l.stepped(h)
			return true
		}
		return false
	}
	if hit == nil {
		return l.effectOnSelf(w, h, e)
	}
	if o := l.heroOf(hit); o != nil && !l.opts.FriendlyFire && !helps(e) {
		return false
	}
	f := l.foeOf(hit)
	if f != nil {
		l.unmask(f)
		defer l.provoke(f, &h.Actor)
	}
	switch e.Kind {
	case content.Strike:
		ev := upon("zap_hits", &h.Actor, hit)
		ev.word = called(h, it)
		l.land(ev, harm{amount: l.roll(e.Power), by: &h.Actor, cause: h.blame()})
	case content.Heal:
		ev := at("healed", hit)
		if ev.N = l.heal(hit, e.Power); ev.N > 0 {
			l.show(ev)
		}
	case content.Inflict:
		l.afflict(h, hit, e.Status, e.Ticks, e.Power)
	case content.Charm:
		return l.charm(h, f, e)
	case content.Polymorph:
		return l.polymorph(h, f)
	case content.Push, content.Pull:
		l.shove(h, hit, e)
	case content.Swap:
		l.tradePlaces(h, hit)
	case content.Teleport:
		if p, ok := l.landing(h, false); ok {
			l.show(at("teleports", hit))
			l.moveTo(hit, p)
			l.treads(hit)
		}
	default:
		return false
	}
	return true
}

// afflict puts a into a status by what h used, and tells if that does nothing to
// it.
func (l *level) afflict(h *hero, a *Actor, k content.StatusKind, ticks, power int) {
	l.inflict(a, k, ticks, power, &h.Actor)
	if a.Health > 0 && !a.has(k) {
		l.show(upon("immune", &h.Actor, a))
	}
}

// strideTo returns how far one gets on the straight line from one field to
// another over what one could walk or fly over.
func (l *level) strideTo(from, to geom.Pos) geom.Pos {
	end := from
	for p := range geom.Line(from, to) {
		if t := l.terrain(p); !t.Walk && !t.Fly || l.taken.Has(p) {
			break
		}
		if l.open(p) {
			end = p
		}
	}
	return end
}

// helps reports whether an effect does good to whom it hits.
func helps(e *content.Effect) bool {
	switch e.Kind {
	case content.Heal, content.Cure, content.Swap, content.Pull:
		return true
	case content.Inflict:
		return e.Status.Row().Good
	}
	return false
}

// effectOnSelf lets a staff that helps help its bearer, where nobody else was
// met.
func (l *level) effectOnSelf(w *World, h *hero, e *content.Effect) bool {
	if e.Kind == content.ShieldAll || e.Kind == content.Brighten {
		return l.effectAt(w, h, e, h.Pos)
	}
	return false
}

// beam hurts all that stand on its way.
func (l *level) beam(h *hero, e *content.Effect, to geom.Pos, reach int) bool {
	n := 0
	for p := range geom.Line(h.Pos, past(h.Pos, to, reach)) {
		if p.Sub(h.Pos).Chebyshev() > reach || l.barsFlight(p) {
			break
		}
		if e.Status == content.Burning && e.Ticks > 0 {
			l.ignite(p)
		}
		t := l.bodyAt(p)
		if t == nil || l.heroOf(t) != nil && !l.opts.FriendlyFire {
			continue
		}
		if f := l.foeOf(t); f != nil {
			l.unmask(f)
		}
		l.land(upon("ray", &h.Actor, t), harm{amount: l.roll(e.Power), by: &h.Actor, cause: h.blame(), pierces: true})
		if e.Ticks > 0 {
			l.inflict(t, e.Status, e.Ticks, max(e.Power/6, 1), &h.Actor)
		}
		n++
	}
	return n > 0
}

// tunnel digs a way of as many fields as e has power through rock, more quietly
// than a pickaxe would.
func (l *level) tunnel(h *hero, e *content.Effect, to geom.Pos, reach int) bool {
	n := 0
	for p := range geom.Line(h.Pos, to) {
		if n == e.Power || p.Sub(h.Pos).Chebyshev() > reach {
			break
		}
		if l.Ground.At(p).Row().Walk {
			continue
		}
		if !l.digs(p) {
			break
		}
		n++
	}
	if n > 0 {
		l.show(at("digs", &h.Actor))
		l.noise(h.Pos, content.Loudness.Door, &h.Actor)
	}
	return n > 0
}

// digs makes rubble of the rock or wall at p, or a door of what was built to look
// like one. It reports whether it could.
func (l *level) digs(p geom.Pos) bool {
	switch k := l.Ground.At(p); {
	case !interior.Contains(p):
		return false
	case k == content.SecretDoor:
		l.set(p, content.DoorClosed)
	case k.Row().Dig && !k.Row().Walk:
		l.set(p, content.Rubble)
	default:
		return false
	}
	return true
}

// mine lets h dig at p with what she holds. It reports false where there is
// nothing to dig, or nothing to dig with.
func (l *level) mine(h *hero, p geom.Pos) bool {
	w := h.arms()
	if w.skills&content.Digging == 0 || !l.digs(p) {
		return false
	}
	loud := h.worn(content.MainHand).row().Noise
	e := at("digs", &h.Actor)
	e.At, e.Loud = p, loud
	l.show(e)
	l.noise(p, loud, &h.Actor)
	h.spend(2 * w.ticks)
	return true
}

// charm makes a foe fight for h's party for a while.
func (l *level) charm(h *hero, f *foe, e *content.Effect) bool {
	if f == nil || f.row().Has(content.Boss) || f.row().Has(content.Mindless) {
		return false
	}
	l.inflict(&f.Actor, content.Allied, e.Ticks, 0, &h.Actor)
	f.Master, f.Target, f.Mood = h.ID, 0, Wandering
	l.show(at("charmed", &f.Actor))
	return true
}

// polymorph makes a foe another one of about the same depth. An ally stays one
// for as long as it would have.
func (l *level) polymorph(h *hero, f *foe) bool {
	if f == nil || f.row().Has(content.Boss) {
		return false
	}
	const tries = 40
	for range tries {
		k := content.FoeKind(l.Dice.Below(len(content.Foes)))
		r := k.Row()
		if r.Weight == 0 || k == f.Foe || r.Depth > f.row().Depth+2 || r.Depth < f.row().Depth-3 {
			continue
		}
		was := f.Foe
		f.Foe = k
		p, ok := l.footing(f)
		f.Foe = was
		if !ok {
			continue
		}
		e := at("changes", &f.Actor)
		e.by = nil
		before, now := f.row().Name, r.Name
		e.word = func(o *hero, e *Event) {
			e.Actor = content.The(o.say, before, o.caseOf(e.Code, "actor"))
			e.Target = content.A(o.say, now, o.caseOf(e.Code, "target"))
		}
		l.show(e)
		share := f.Health * 100 / f.MaxHealth
		f.Foe, f.MaxHealth = k, r.Health
		f.Health = max(r.Health*share/100, 1)
		f.Status = slices.DeleteFunc(f.Status, func(c Condition) bool { return c.Kind != content.Allied })
		f.Hidden = false
		l.moveTo(&f.Actor, p)
		l.disband(f)
		l.foeStepped(f)
		return true
	}
	return false
}

// footing returns the field nearest to f's that it can be on.
func (l *level) footing(f *foe) (p geom.Pos, ok bool) {
	if f.gait() == throughWalls || l.walk.Has(f.Pos) || l.terrain(f.Pos).Fly {
		return f.Pos, true
	}
	for i := range geom.LevelCells {
		q := geom.CellAt(i)
		if l.open(q) && !l.terrain(q).Avoid && (!ok || q.Sub(f.Pos).Taxicab() < p.Sub(f.Pos).Taxicab()) {
			p, ok = q, true
		}
	}
	return p, ok
}

// shove moves an actor away from h, or towards her.
func (l *level) shove(h *hero, t *Actor, e *content.Effect) {
	d := dirTo(h.Pos, t.Pos)
	dx, dy := t.Pos.X-h.Pos.X, t.Pos.Y-h.Pos.Y
	if dx*dx > dy*dy {
		d = geom.East
		if dx < 0 {
			d = geom.West
		}
	}
	code := "pushed"
	if e.Kind == content.Pull {
		d, code = opposite(d), "pulls"
	}
	l.show(upon(code, &h.Actor, t))
	for range max(e.Power, 1) {
		p := t.Pos.Step(d)
		k := l.Ground.At(p)
		if !interior.Contains(p) || l.taken.Has(p) || !k.Row().Walk && k != content.Chasm {
			if e.Kind == content.Push {
				l.land(upon("slams", &h.Actor, t), harm{amount: 2 + e.Power, by: &h.Actor, cause: lang.Mark("a wall")})
			}
			break
		}
		l.moveTo(t, p)
		l.treads(t)
		if l.body(t.ID) == nil {
			break
		}
	}
}

// tradePlaces lets h and another change places, unless that one is in a wall.
func (l *level) tradePlaces(h *hero, t *Actor) {
	if k := l.terrain(t.Pos); !k.Walk && !k.Fly {
		h.tell(Event{Code: "no_effect"})
		return
	}
	l.show(upon("swaps", &h.Actor, t))
	l.swap(&h.Actor, t)
}
