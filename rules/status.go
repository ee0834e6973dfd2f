package rules

import (
	"slices"

	"laneya/lang"
	"laneya/rules/content"
)

// How often, in ticks, a status takes or gives health.
const (
	poisonEvery, burnEvery, regenEvery = 10, 5, 10
	mostStatus                         = 3000 // ticks that a status lasts at most
)

// inflict puts a into a status, or lets it last longer.
func (l *level) inflict(a *Actor, k content.StatusKind, ticks, power int, by *Actor) {
	h, f := l.heroOf(a), l.foeOf(a)
	if ticks <= 0 || immune(f, k) || h != nil && h.Wisp || a.Health <= 0 {
		return
	}
	var source uint64
	if by != nil {
		source = by.ID
	}
	ticks = min(ticks, mostStatus)
	if c := a.condition(k); c != nil {
		switch {
		case k == content.Thorny && power < c.Power:
			return // the lesser does not prolong the greater
		case k == content.Thorny && power > c.Power:
			c.Ticks = 0
		}
		c.Ticks = min(max(c.Ticks, ticks), mostStatus)
		if k == content.Thorny || k == content.Poisoned || k == content.Shielded || k == content.Lit {
			c.Power = max(c.Power, power)
		}
	} else {
		i, _ := slices.BinarySearchFunc(a.Status, k, func(c Condition, k content.StatusKind) int { return int(c.Kind) - int(k) })
		a.Status = slices.Insert(a.Status, i, Condition{Kind: k, Ticks: ticks, Power: power, By: source})
		e := at("status_on", a)
		switch {
		case h != nil && k.Row().Good:
			e.Code = "status_good"
		case h != nil:
			e.Code = "status_bad"
		}
		e.Status = k.Row().Key
		l.show(e)
	}
	l.afflicted(a, k)
}

// afflicted lets happen what comes of a new status at once.
func (l *level) afflicted(a *Actor, k content.StatusKind) {
	l.dirty = true
	if h := l.heroOf(a); h != nil {
		h.dirty = true
	}
	switch k {
	case content.Frozen:
		l.cure(a, content.Burning)
	case content.Burning:
		l.cure(a, content.Frozen)
		l.darkened = true
	case content.Lit, content.Blind, content.Invisible, content.Telepathic:
		l.darkened = true
	}
}

// cure ends a status.
func (l *level) cure(a *Actor, k content.StatusKind) {
	i := slices.IndexFunc(a.Status, func(c Condition) bool { return c.Kind == k })
	if i < 0 {
		return
	}
	a.Status = slices.Delete(a.Status, i, i+1)
	l.dirty = true
	if h := l.heroOf(a); h != nil {
		h.dirty = true
	}
	switch k {
	case content.Burning, content.Lit, content.Blind, content.Invisible, content.Telepathic:
		l.darkened = true
	case content.Allied:
		if f := l.foeOf(a); f != nil {
			l.release(f)
		}
	}
}

// release ends what binds f to its hero: who was called leaves, who was charmed
// is a foe again.
func (l *level) release(f *foe) {
	f.Master, f.Target = 0, 0
	if !f.Called {
		l.show(at("charm_ends", &f.Actor))
		f.giveUp()
		return
	}
	l.show(at("ally_leaves", &f.Actor))
	l.removeFoe(f)
	for _, it := range f.Carries {
		l.lay(it, f.Pos)
	}
	f.Carries = nil
	l.darkened = true
}

// ageStatuses lets a tick of every status pass.
func (l *level) ageStatuses() {
	// What happens may kill, so the round goes over a copy.
	l.ailing = append(l.ailing[:0], l.bodies...)
	for _, a := range l.ailing {
		if len(a.Status) > 0 && l.body(a.ID) == a {
			l.ageActor(a)
		}
	}
	clear(l.ailing)
}

func (l *level) ageActor(a *Actor) {
	if h := l.heroOf(a); h != nil {
		if h.Asleep && h.inStasis() {
			return
		}
		h.dirty = true
	}
	for i := 0; i < len(a.Status); i++ {
		c := &a.Status[i]
		k := c.Kind
		c.Ticks--
		l.suffer(a, *c)
		if a.Health <= 0 || i >= len(a.Status) || a.Status[i].Kind != k {
			if a.Health <= 0 {
				return
			}
			i--
			continue
		}
		if a.Status[i].Ticks <= 0 {
			l.cure(a, k)
			if l.body(a.ID) != a {
				return
			}
			e := at("status_off", a)
			e.Status = k.Row().Key
			l.show(e)
			i--
		}
	}
}

// suffer lets a feel one tick of a condition.
func (l *level) suffer(a *Actor, c Condition) {
	by := l.body(c.By)
	every := func(n int) bool { return c.Ticks%n == 0 }
	switch c.Kind {
	case content.Poisoned:
		if every(poisonEvery) {
			l.ail(a, "poison_damage", harm{amount: max(c.Power, 1), by: by, cause: lang.Mark("poison"), status: content.Poisoned, typed: true})
		}
	case content.Burning:
		if every(burnEvery) {
			if !l.airborne(a) {
				l.ignite(a.Pos)
			}
			l.ail(a, "burn_damage", harm{amount: max(c.Power, 1), by: by, cause: lang.Mark("fire"), status: content.Burning, typed: true})
		}
	case content.Regenerating:
		if every(regenEvery) {
			l.heal(a, max(c.Power, 1))
		}
	}
}

// ail hurts a by a status, and says so.
func (l *level) ail(a *Actor, code string, w harm) {
	e := at(code, a)
	if e.N = l.hurt(a, w); e.N > 0 {
		l.show(e)
	}
}
