package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// harm is what hurts.
type harm struct {
	amount  int
	by      *Actor             // nil for none
	cause   string             // for a person, in the recap: "a cave rat", "fire"
	status  content.StatusKind // what kind of harm, if typed
	typed   bool               // status says: Burning for fire, Poisoned for poison; otherwise a blow
	pierces bool               // armour does not help
}

const (
	// leastShare is the part of a hit that always gets through armour: one
	// part in so many.
	leastShare = 4
	// sneakTimes is by what a hit on who does not expect it is multiplied.
	sneakTimes = 3
	// parryChance, staggerChance: percent of hits.
	parryChance, staggerChance = 20, 25
	// staggerTicks is how long a staggered actor does nothing.
	staggerTicks = 4
	// heroHit is the percent of a hero's blows that hit, with nothing in the
	// way of it.
	heroHit = 88
	// blindHit is taken off the chance of who can't see, and least is what no
	// chance falls below.
	blindHit, leastHit = 25, 60
)

// roll returns three to five quarters of an average.
func (l *level) roll(average int) int {
	if average <= 0 {
		return 0
	}
	low, high := (average*3+2)/4, (average*5+2)/4
	return l.Dice.Between(max(low, 1), max(high, 1))
}

// hurt takes health from a and returns how much; it kills where none is left.
func (l *level) hurt(a *Actor, w harm) int {
	h, f := l.heroOf(a), l.foeOf(a)
	if h == nil && f == nil || h != nil && h.Wisp || w.amount <= 0 || a.Health <= 0 {
		return 0
	}
	n := w.amount
	if w.typed && immune(f, w.status) {
		return 0
	}
	if !w.pierces && !w.typed {
		n = afterArmour(n, l.armourOf(a))
	}
	if a.has(content.Marked) {
		n += n / 2
	}
	if a.has(content.Frozen) && !w.typed {
		n += n / 2
		l.cure(a, content.Frozen)
		l.show(at("shatter", a))
	}
	if c := a.condition(content.Shielded); c != nil {
		taken := min(c.Power, n)
		n -= taken
		if c.Power -= taken; c.Power <= 0 {
			l.cure(a, content.Shielded)
		}
		if n == 0 {
			l.show(at("shield_holds", a))
			return 0
		}
	}
	l.cure(a, content.Asleep)
	a.Health -= min(n, a.Health)
	l.dirty = true
	if h != nil {
		h.dirty = true
		h.recall(l, w.cause, n)
		h.jolt(w)
		if a.Health == 0 {
			l.fell(h, w)
		}
		return n
	}
	l.provoke(f, w.by)
	if a.Health == 0 {
		l.slay(f, w)
	} else if f.row().Has(content.Splitter) && !w.typed {
		l.divide(f)
	}
	return n
}

// afterArmour returns what is left of a hit of n.
func afterArmour(n, armour int) int { return max(n-armour, (n+leastShare-1)/leastShare) }

// immune reports whether the foe can't be in a status, or be hurt so.
func immune(f *foe, k content.StatusKind) bool {
	if f == nil {
		return false
	}
	r := f.row()
	for _, i := range r.Immune {
		if i == k {
			return true
		}
	}
	switch k {
	case content.Burning:
		return r.Has(content.Firebrand)
	case content.Frozen, content.Slowed:
		return r.Has(content.Chiller)
	case content.Poisoned:
		return r.Has(content.Venomous)
	case content.Stuck:
		return r.Has(content.Webber) || r.Has(content.Ethereal)
	case content.Confused, content.Feared:
		return r.Has(content.Mindless)
	}
	return false
}

// armourOf returns what is taken off each hit on a.
func (l *level) armourOf(a *Actor) int {
	if h := l.heroOf(a); h != nil {
		return h.armour()
	}
	return a.Foe.Row().Armour
}

// heal gives back up to so much health, and returns how much.
func (l *level) heal(a *Actor, n int) int {
	n = min(n, a.MaxHealth-a.Health)
	if n <= 0 || a.Health <= 0 {
		return 0
	}
	a.Health += n
	l.dirty = true
	if h := l.heroOf(a); h != nil {
		h.dirty = true
	}
	return n
}

// strike lets a hit t with what it holds; the caller makes a wait.
func (l *level) strike(a, t *Actor) {
	if h := l.heroOf(a); h != nil {
		l.heroStrikes(h, t)
		return
	}
	if f := l.foeOf(a); f != nil {
		l.foeStrikes(f, t)
	}
}

// hits decides whether a blow with that chance, in percent, hits.
func (l *level) hits(a, t *Actor, chance int) bool {
	if a.has(content.Blind) || t.has(content.Invisible) {
		chance -= blindHit
	}
	if t.has(content.Asleep) || t.Asleep || t.has(content.Frozen) || t.has(content.Stuck) {
		chance = 100
	}
	return l.Dice.Percent(max(chance, leastHit))
}

// power returns what becomes of the average damage of a's blow by its
// statuses.
func power(a *Actor, damage int) int {
	if a.has(content.Strong) {
		damage += damage / 2
	}
	if a.has(content.Weakened) {
		damage = (damage + 1) / 2
	}
	return damage
}

// heroStrikes lets h hit t with her weapon.
func (l *level) heroStrikes(h *hero, t *Actor) {
	w := h.arms()
	l.noise(h.Pos, content.Loudness.Fight, &h.Actor)
	unaware := l.unaware(t)
	l.heroHits(h, t, w, unaware)
	if w.skills&content.Sweep != 0 {
		for _, d := range geom.Dirs {
			if o := l.bodyAt(h.Pos.Step(d)); o != nil && o != t && l.attitude(h, o) == Enemy {
				l.heroHits(h, o, w, l.unaware(o))
			}
		}
	}
	h.lunges = false
}

// heroHits lets one blow of h fall on t.
func (l *level) heroHits(h *hero, t *Actor, w arms, unaware bool) {
	if f := l.foeOf(t); f != nil {
		l.unmask(f)
	}
	if !unaware && !l.hits(&h.Actor, t, w.hit) {
		l.show(upon("miss", &h.Actor, t))
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
	case h.lunges && w.skills&content.Lunge != 0:
		damage, code = damage*2, "crit"
	}
	f := l.foeOf(t)
	if f != nil && f.row().Undead && w.skills&content.Holy != 0 {
		damage *= 2
	}
	before := t.Health
	e := upon(code, &h.Actor, t)
	n := l.roll(damage)
	e.N = afterArmour(n, l.armourOf(t))
	l.show(e)
	dealt := l.hurt(t, harm{amount: n, by: &h.Actor, cause: h.Name})
	l.afterBlow(h, t, w, dealt)
	if t.Health <= 0 && w.skills&content.Cleave != 0 && n > before {
		l.cleave(h, t.Pos, n-before)
	}
}

// afterBlow lets happen what a weapon does besides.
func (l *level) afterBlow(h *hero, t *Actor, w arms, dealt int) {
	if w.skills&content.Vampiric != 0 {
		l.heal(&h.Actor, (dealt+3)/4)
	}
	if t.has(content.Thorny) {
		l.hurt(&h.Actor, harm{amount: 2, by: t, cause: "thorns", pierces: true})
	}
	if t.Health <= 0 {
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
		e := upon("hit", &h.Actor, o)
		e.N = afterArmour(rest, l.armourOf(o))
		l.show(e)
		l.hurt(o, harm{amount: rest, by: &h.Actor, cause: h.Name})
		return
	}
}

// bump lets h act on what bars its way to p: it hits a foe, opens a door.
func (l *level) bump(h *hero, p geom.Pos) {
	if h.Wisp {
		return
	}
	if t := l.bodyAt(p); t != nil {
		switch {
		case l.attitude(h, t) == Enemy:
			l.strike(&h.Actor, t)
			h.spend(h.arms().ticks)
		case l.yields(h, t):
			l.swap(&h.Actor, t)
		}
		return
	}
	switch k := l.Ground.At(p); {
	case k == content.DoorClosed || k == content.DoorLocked:
		l.openDoor(h, p)
	case k.Row().Avoid && k.Row().Walk || k == content.Chasm:
		if h.warned != p {
			h.warned = p
			h.tell(Event{Code: "confirm_needed", Kind: k.Row().Name, Placed: true, At: p})
		}
	}
}

// yields reports whether t changes places with h who walks into it: an ally, or
// somebody of h's party who has nothing better to do. Who walks, acts or has an
// enemy beside her stays.
func (l *level) yields(h *hero, t *Actor) bool {
	if f := l.foeOf(t); f != nil {
		return l.attitude(h, t) == Friend && !f.has(content.Stuck)
	}
	o := l.heroOf(t)
	if o == nil || o.Party != h.Party || o.has(content.Stuck) || h.has(content.Stuck) {
		return false
	}
	if o.Wait > 0 || o.Intent.Kind == Walking || o.Owed[0] != geom.Stop {
		return false
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
}

// attitude returns what a is to h.
func (l *level) attitude(h *hero, a *Actor) Attitude {
	if o := l.heroOf(a); o != nil {
		switch {
		case o.Party == h.Party:
			return Friend
		case l.opts.FriendlyFire && !o.Wisp:
			return Neutral
		}
		return Friend
	}
	f := l.foeOf(a)
	switch {
	case f == nil:
		return Neutral
	case f.Master != 0 || f.has(content.Allied):
		return Friend
	case f.row().Has(content.Harmless):
		return Neutral
	}
	return Enemy
}

// threatened reports whether h sees an enemy that is awake.
func (l *level) threatened(h *hero) bool {
	for _, f := range l.Foes {
		if !f.asleep() && !f.Hidden && l.attitude(h, &f.Actor) == Enemy && l.sees(h, &f.Actor) {
			return true
		}
	}
	return false
}

// hitsToKill returns how many hits of a, on average, it takes to kill t; 0 if
// they never do.
func (l *level) hitsToKill(a, t *Actor) int {
	damage := a.Foe.Row().Damage
	if h := l.heroOf(a); h != nil {
		damage = h.arms().damage
	}
	damage = power(a, damage)
	if damage <= 0 {
		return 0
	}
	n := max(afterArmour(damage, l.armourOf(t)), 1)
	return (t.Health + n - 1) / n
}
