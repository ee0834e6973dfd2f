package rules

import (
	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// heroStrikes lets h hit t with her weapon.
func (l *level) heroStrikes(h *hero, t *Actor) {
	w := h.arms()
	l.noise(h.Pos, content.Loudness.Fight, &h.Actor)
	unaware := l.unaware(t)
	behind := t.Pos.Step(dirTo(h.Pos, t.Pos))
	l.heroHits(h, t, w, unaware)
	if o := l.bodyAt(behind); w.skills&content.Pierce != 0 && !h.Wisp && o != nil && l.attitude(h, o) == Enemy {
		l.heroHits(h, o, w, l.unaware(o))
	}
	h.Lunges = false
	if w.skills&content.Sweep != 0 {
		l.show(at("sweep", &h.Actor))
		for _, d := range geom.Dirs {
			if h.Wisp {
				break // killed by thorns
			}
			if o := l.bodyAt(h.Pos.Step(d)); o != nil && o != t && l.attitude(h, o) == Enemy {
				l.heroHits(h, o, w, l.unaware(o))
			}
		}
	}
}

// heroHits lets one blow of h fall on t.
func (l *level) heroHits(h *hero, t *Actor, w arms, unaware bool) {
	if f := l.foeOf(t); f != nil {
		l.unmask(f)
	}
	if !unaware && !l.hits(&h.Actor, t, w.hit) {
		e := upon("miss", &h.Actor, t)
		if it := h.worn(content.MainHand); it != nil {
			e.Sound = it.row().Sound
		}
		l.show(e)
		l.provoke(l.foeOf(t), &h.Actor)
		return
	}
	damage := power(&h.Actor, w.damage)
	code := "hit"
	switch {
	case unaware && w.skills&content.Sneak != 0:
		damage, code = damage*sneakTimes, "crit"
	case unaware:
		damage, code = damage*3/2, "crit"
	case h.Lunges && w.skills&content.Lunge != 0:
		damage, code = damage*2, "lunge"
	}
	f := l.foeOf(t)
	if f != nil && f.row().Undead && w.skills&content.Holy != 0 {
		damage *= 2
	}
	before := t.Health
	e := upon(code, &h.Actor, t)
	blow := harm{amount: l.roll(damage), by: &h.Actor, cause: h.blame()}
	e.N, _ = l.toll(t, blow)
	if e.N > 0 {
		l.show(e)
	}
	place := t.Pos
	l.hurt(t, blow)
	l.afterBlow(h, t, w, min(e.N, before))
	if rest := e.N - before; t.Health <= 0 && !h.Wisp && w.skills&content.Cleave != 0 && rest > 0 {
		l.cleave(h, place, rest)
	}
}

// afterBlow lets happen what a weapon does besides.
func (l *level) afterBlow(h *hero, t *Actor, w arms, dealt int) {
	if w.skills&content.Vampiric != 0 {
		l.heal(&h.Actor, (dealt+3)/4)
	}
	l.prick(t, &h.Actor)
	if t.Health <= 0 || h.Wisp {
		return
	}
	if w.skills&content.Fiery != 0 {
		l.inflict(t, content.Burning, 20, 1, &h.Actor)
	}
	if w.skills&content.Icy != 0 {
		l.inflict(t, content.Slowed, 30, 0, &h.Actor)
	}
	if w.skills&content.Stagger != 0 && l.Dice.Percent(staggerChance) {
		t.Wait += staggerTicks
		l.show(upon("stagger", &h.Actor, t))
	}
	for _, s := range w.inflicts {
		l.inflict(t, s.Kind, s.Ticks, s.Power, &h.Actor)
	}
}

// cleave lets what is left of a blow that killed on p fall on another enemy.
func (l *level) cleave(h *hero, p geom.Pos, rest int) {
	for _, d := range geom.Dirs {
		o := l.bodyAt(h.Pos.Step(d))
		if o == nil || o.Pos == p || l.attitude(h, o) != Enemy {
			continue
		}
		blow := harm{amount: rest, by: &h.Actor, cause: h.blame()}
		l.land(upon("cleave", &h.Actor, o), blow)
		return
	}
}

// prick lets the thorns of a, if it has some, hurt who hit it from next to it.
func (l *level) prick(a, by *Actor) {
	c := a.condition(content.Thorny)
	if c == nil || a.Pos.Sub(by.Pos).Taxicab() > 1 {
		return
	}
	l.land(upon("thorns", a, by), harm{amount: c.Power, by: a, cause: lang.Mark("thorns"), pierces: true})
}
