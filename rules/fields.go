package rules

import (
	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// What the ground does to who is on it.
const (
	webTicks       = 20 // that a web holds
	fallLow        = 3  // damage of a fall, least and most
	fallHigh       = 7
	lavaBurns      = 20 // ticks that lava sets one alight for
	driftChance    = 2  // percent a tick that deep water takes a thing
	sporeChance    = 8  // percent of steps on mushrooms that raise spores
	boneNoise      = 6  // cells
	wadeChance     = 30 // percent that a step into deep water takes a thing
	burnItemChance = 4  // percent a tick that fire takes a scroll or food
)

// airborne reports whether a is above the ground.
func (l *level) airborne(a *Actor) bool {
	if h := l.heroOf(a); h != nil && h.Wisp {
		return true
	}
	if f := l.foeOf(a); f != nil && (f.row().Has(content.Flyer) || f.row().Has(content.Ethereal)) {
		return true
	}
	return a.has(content.Levitating)
}

// stepped lets happen what comes of h's step onto its field.
func (l *level) stepped(h *hero) {
	k := l.Ground.At(h.Pos)
	if k == content.Passage {
		l.cross(h)
		return
	}
	if h.Wisp {
		return
	}
	if k == content.LadderDown {
		l.callDown(h)
	} else if h.calls {
		h.calls = l.gathered(h)
	}
	l.stepNoise(h)
	if !l.airborne(&h.Actor) {
		l.tread(&h.Actor, k)
		if k == content.Chasm {
			l.fall(h)
			return
		}
	}
	ahead := l.bodyAt(h.Pos.Step(h.Facing))
	h.Lunges = ahead != nil && l.attitude(h, ahead) == Enemy
	if h.Health > 0 {
		l.pickUp(h)
	}
}

// treads lets happen what comes of it that a was moved onto its field.
func (l *level) treads(a *Actor) {
	if f := l.foeOf(a); f != nil {
		l.foeStepped(f)
	} else if h := l.heroOf(a); h != nil {
		l.stepped(h)
	}
}

// foeStepped lets happen what comes of f's step onto its field.
func (l *level) foeStepped(f *foe) {
	k := l.Ground.At(f.Pos)
	if f.row().Has(content.Firebrand) && f.Mood == Hunting && l.Dice.Percent(k.Row().Burns) {
		l.ignite(f.Pos)
	}
	if l.airborne(&f.Actor) {
		return
	}
	if k == content.Web && f.row().Has(content.Webber) {
		return
	}
	l.tread(&f.Actor, k)
	if k == content.Chasm && l.foeOf(&f.Actor) == f {
		below := l.ID
		below.Z++
		f.Health = max(f.Health-l.Dice.Between(fallLow, fallHigh), 1)
		l.departFoe(f, below, f.Pos, "fall")
	}
}

// tread lets happen what a foot does to the ground, and the ground to it.
func (l *level) tread(a *Actor, k content.TerrainKind) {
	switch k {
	case content.TallGrass:
		l.set(a.Pos, content.Grass)
	case content.Rubble:
		if h := l.heroOf(a); h != nil && h.arms().skills&content.Digging != 0 {
			l.set(a.Pos, content.Floor)
			l.show(at("rubble_cleared", a))
		}
	case content.Web:
		l.set(a.Pos, content.Floor)
		if h := l.heroOf(a); h != nil && h.bearsFlame() {
			l.show(at("web_burns", a))
			break
		}
		l.inflict(a, content.Stuck, webTicks, 0, nil)
		l.show(at("web_holds", a))
	case content.Mushrooms:
		if l.Dice.Percent(sporeChance) {
			l.puff(a.Pos, content.Spores, 6)
			l.show(at("mushroom_bursts", a))
		}
	case content.Bones:
		l.noise(a.Pos, boneNoise, a)
	case content.ShallowWater, content.DeepWater:
		l.putOut(a)
		if h := l.heroOf(a); h != nil && k == content.DeepWater {
			if h.Soaked {
				break
			}
			h.Soaked = true
			l.show(at("swims", a))
			l.loosen(h, wadeChance)
		}
	default:
		if h := l.heroOf(a); h != nil {
			h.Soaked = false
		}
	}
}

// putOut ends the fire on a, who is in water.
func (l *level) putOut(a *Actor) {
	if a.has(content.Burning) {
		l.cure(a, content.Burning)
		l.show(at("put_out", a))
	}
}

// fall drops h a level.
func (l *level) fall(h *hero) {
	l.show(at("fall", &h.Actor))
	e := Event{Code: "fall_damage", by: &h.Actor, on: &h.Actor, Placed: true, At: h.Pos}
	l.land(e, harm{amount: l.Dice.Between(fallLow, fallHigh), cause: lang.Mark("a fall"), pierces: true})
	if h.Wisp || h.Health <= 0 {
		return
	}
	below := l.ID
	below.Z++
	l.depart(h, below, h.Pos, "fall")
}

// cross takes h through a passage to the level beside, and those with it who
// are after it.
func (l *level) cross(h *hero) {
	to, side := l.ID, geom.Stop
	for _, d := range geom.Dirs {
		if l.Links.HasSide[d] && l.Links.Sides[d] == h.Pos {
			side = d
		}
	}
	if side == geom.Stop {
		return
	}
	step := side.Delta()
	to.X, to.Y = to.X+step.DX, to.Y+step.DY
	chasers := l.followers(h)
	if h.Wisp {
		chasers = nil
	}
	l.depart(h, to, h.Pos, "crosses")
	l.out[len(l.out)-1].side = opposite(side)
	for _, f := range chasers {
		l.departFoe(f, to, h.Pos, "follows_foe")
		l.out[len(l.out)-1].side = opposite(side)
	}
}

// endure lets everyone feel the ground and the air of her field.
func (l *level) endure() {
	l.ailing = append(l.ailing[:0], l.bodies...)
	for _, a := range l.ailing {
		h := l.heroOf(a)
		if h != nil && (h.Wisp || h.inStasis()) {
			continue
		}
		if !l.airborne(a) {
			l.stand(a, h)
		}
		if a.Health > 0 && l.air.Over.Has(a.Pos) && l.body(a.ID) == a {
			l.breathe(a)
		}
	}
	clear(l.ailing)
}

// stand lets the ground act on who stands on it.
func (l *level) stand(a *Actor, h *hero) {
	k := l.Ground.At(a.Pos)
	t := k.Row()
	if t.Harm > 0 {
		l.ail(a, "lava_damage", harm{amount: t.Harm, cause: lang.Mark("lava"), status: content.Burning, typed: true})
		if a.Health > 0 && k == content.Lava {
			l.inflict(a, content.Burning, lavaBurns, 2, nil)
		}
	}
	switch {
	case a.Health <= 0:
	case t.Liquid && a.has(content.Burning):
		l.putOut(a)
	case k == content.Chasm && h != nil:
		// What held it up has ended.
		l.fall(h)
	case k == content.DeepWater && h != nil:
		l.loosen(h, driftChance)
	}
}

// breathe lets the air act on who is in it.
func (l *level) breathe(a *Actor) {
	k, n := l.air.at(a.Pos)
	switch k {
	case content.Fire:
		if !a.has(content.Burning) {
			l.inflict(a, content.Burning, 16, 1+n/12, nil)
		}
	case content.PoisonGas:
		l.inflict(a, content.Poisoned, 10+2*n, 1, nil)
	case content.Frost:
		if n >= 4 && l.Dice.Percent(20) {
			l.inflict(a, content.Frozen, 8, 0, nil)
		} else {
			l.inflict(a, content.Slowed, 12, 0, nil)
		}
	case content.Steam:
		if l.Tick%5 == 0 {
			l.ail(a, "steam_damage", harm{amount: 1, cause: lang.Mark("steam"), status: content.Burning, typed: true})
		}
	case content.Spores:
		l.inflict(a, content.Confused, 15, 0, nil)
	case content.HealingMist:
		if l.Tick%5 == 0 {
			l.heal(a, 1)
		}
	}
}

// planCross steps knowingly onto a field that one doesn't simply walk onto.
func planCross(_ *World, h *hero, c *Command) (func(), error) {
	l := h.level
	t := l.terrain(c.At)
	switch {
	case c.At.Sub(h.Pos).Taxicab() != 1:
		return nil, refuseAt("not_adjacent", c.At)
	case !t.Avoid || !t.Walk && !t.Fly:
		return nil, refuseAt("not_a_hazard", c.At)
	case l.taken.Has(c.At):
		return nil, refuseAt("blocked", c.At)
	case h.has(content.Stuck):
		return nil, refuse("stuck")
	}
	return func() {
		h.Facing = dirTo(h.Pos, c.At)
		l.walkTo(h, c.At)
	}, nil
}
