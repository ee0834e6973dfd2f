package rules

import "laneya/rules/content"

// harm is what hurts.
type harm struct {
	amount  int
	by      *Actor             // nil for none
	cause   string             // what it is blamed on, see blamed
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
	return l.Dice.Between(bounds(average))
}

// bounds returns the least and the most that a hit of that average deals.
func bounds(average int) (low, high int) {
	return max((average*3+2)/4, 1), max((average*5+2)/4, 1)
}

// toll returns how much health w would take from a, and how much a's shield
// would take before.
func (l *level) toll(a *Actor, w harm) (n, held int) {
	n = w.amount
	if n <= 0 || w.typed && immune(l.foeOf(a), w.status) {
		return 0, 0
	}
	if !w.pierces && !w.typed {
		n = afterArmour(n, l.armourOf(a))
	}
	if a.has(content.Marked) {
		n += n / 2
	}
	if a.has(content.Frozen) && !w.typed {
		n *= 2
	}
	if c := a.condition(content.Shielded); c != nil {
		held = min(c.Power, n)
	}
	return n - held, held
}

// hurt takes health from a and returns how much; it kills where none is left.
func (l *level) hurt(a *Actor, w harm) int {
	h, f := l.heroOf(a), l.foeOf(a)
	if h == nil && f == nil || h != nil && h.Wisp || a.Health <= 0 {
		return 0
	}
	n, held := l.toll(a, w)
	if n+held == 0 {
		return 0
	}
	if a.has(content.Frozen) {
		l.shatterIce(a, w, n)
	}
	if held > 0 {
		l.wearShell(a, held)
	}
	if n == 0 {
		if f != nil {
			l.provoke(f, w.by)
		}
		return 0
	}
	l.cure(a, content.Asleep)
	a.Health -= min(n, a.Health)
	l.dirty = true
	if h != nil {
		h.dirty = true
		h.recall(w.cause, n)
		h.jolt(w)
		if a.Health == 0 {
			l.fell(h, w)
		}
		return n
	}
	l.unmask(f)
	l.provoke(f, w.by)
	if a.Health == 0 {
		l.slay(f, w)
	} else if f.row().Has(content.Splitter) && !w.typed {
		l.divide(f)
	}
	return n
}

// land tells e, of a blow at e.on, with what w takes from that actor, then hurts
// it. It returns how much it took.
func (l *level) land(e Event, w harm) int {
	if e.N, _ = l.toll(e.on, w); e.N > 0 {
		l.show(e)
	}
	return l.hurt(e.on, w)
}

// shatterIce ends the ice around a that w breaks or, being hot, thaws.
func (l *level) shatterIce(a *Actor, w harm, n int) {
	switch {
	case !w.typed:
		l.cure(a, content.Frozen)
		l.show(Event{Code: "shatter", on: a, N: n, Placed: true, At: a.Pos})
	case w.status == content.Burning:
		l.cure(a, content.Frozen)
		l.show(at("thaws", a))
	}
}

// wearShell lets a's shield take that much.
func (l *level) wearShell(a *Actor, n int) {
	c := a.condition(content.Shielded)
	if c.Power -= n; c.Power > 0 {
		l.show(Event{Code: "shield_takes", on: a, N: n, Placed: true, At: a.Pos})
		return
	}
	l.cure(a, content.Shielded)
	l.show(Event{Code: "shield_breaks", on: a, N: n, Placed: true, At: a.Pos})
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
	case content.Asleep, content.Allied:
		return r.Has(content.Boss)
	case content.Burning:
		return r.Has(content.Firebrand)
	case content.Frozen:
		return r.Has(content.Chiller) || r.Has(content.Boss)
	case content.Slowed:
		return r.Has(content.Chiller)
	case content.Poisoned:
		return r.Has(content.Venomous)
	case content.Stuck:
		return r.Has(content.Webber) || r.Has(content.Ethereal)
	case content.Feared:
		return r.Has(content.Mindless) || r.Has(content.Boss)
	case content.Confused:
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
	damage := 0
	if f := l.foeOf(a); f != nil {
		damage = f.damageOf()
	} else if h := l.heroOf(a); h != nil {
		w := h.arms()
		damage = power(a, w.damage)
		if f := l.foeOf(t); f != nil && f.row().Undead && w.skills&content.Holy != 0 {
			damage *= 2
		}
	}
	if damage <= 0 {
		return 0
	}
	return hitsOf(t, damage, l.armourOf(t))
}

// hitsOf returns how many hits of that average, before armour, it takes to kill
// t. Armour that stops most hits but not all makes this another number than that
// of average hits.
func hitsOf(t *Actor, damage, armour int) int {
	low, high := bounds(damage)
	sum := 0
	for n := low; n <= high; n++ {
		sum += afterArmour(n, armour)
	}
	return hitsOfMany(t, sum, high-low+1)
}

// hitsOfMany returns how many hits it takes to kill t of which so many take sum
// together, as far as no status of t changes that.
func hitsOfMany(t *Actor, sum, many int) int {
	if t.has(content.Marked) {
		sum += sum / 2
	}
	left := t.Health
	if c := t.condition(content.Shielded); c != nil {
		left += c.Power
	}
	left *= many
	if t.has(content.Frozen) {
		left -= sum // the first hit counts twice
	}
	return max((left+sum-1)/sum, 1)
}
