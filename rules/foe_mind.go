package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// How many ticks a foe goes on after it has lost whom it was after, after it
// only heard something, on its way back, and before it settles down there.
const (
	patienceOfHunters   = 80
	patienceOfSeekers   = 120
	patienceOfReturners = 300
	patienceOfWakers    = 60
	fleeTicks           = 60
)

// quietRange is how far from every awake hero a foe must be for it to think
// only now and then.
const quietRange = 28

// stepFoes lets all foes act that are ready.
func (l *level) stepFoes() {
	if len(l.Foes) == 0 {
		return
	}
	l.forgetFlows()
	// Foes come and go meanwhile, so the round goes over a copy.
	l.pack = append(l.pack[:0], l.Foes...)
	for i, f := range l.pack {
		if f.Health <= 0 || l.foeOf(&f.Actor) != f {
			continue
		}
		if f.Cool > 0 {
			f.Cool--
		}
		if f.Wait > 0 || f.has(content.Frozen) || f.has(content.Asleep) {
			continue
		}
		if f.Mood == Wandering && f.Target == 0 && f.Master == 0 && (int(l.Tick)+i)%8 != 0 && !l.heroWithin(f.Pos, quietRange) {
			continue
		}
		l.act(f)
	}
	clear(l.pack)
}

// heroWithin reports whether an awake hero is that near.
func (l *level) heroWithin(p geom.Pos, cells int) bool {
	for _, h := range l.heroes {
		if !h.Asleep && h.Pos.Sub(p).Taxicab() <= cells {
			return true
		}
	}
	return false
}

// act lets f do one thing.
func (l *level) act(f *foe) {
	r := f.row()
	if r.Has(content.Boss) {
		l.grow(f)
	}
	switch {
	case r.Has(content.Guardian) && !l.heroActs(f):
		return
	case f.Asleep:
		l.stir(f)
		return
	case f.Hidden && r.Has(content.Mimic):
		return // until somebody touches it
	}
	t := l.notice(f)
	if f.Hidden {
		l.lurk(f, t)
		return
	}
	if f.has(content.Feared) || l.losesHeart(f) {
		l.startToFlee(f)
	}
	switch {
	case f.has(content.Confused) && l.Dice.OneIn(2), r.Has(content.Erratic) && l.Dice.OneIn(2):
		l.stray(f)
	case l.leavesHarm(f):
	case f.Mood == Fleeing:
		l.flee(f, t)
	case t != nil && (r.Has(content.Eater) || r.Has(content.Feeder)) && f.Master == 0 && l.forage(f):
	case t != nil && l.special(f, t):
	case t != nil:
		l.attackOn(f, t)
	default:
		l.idle(f)
	}
}

// heroActs reports whether a hero that f sees is doing something.
func (l *level) heroActs(f *foe) bool {
	for _, h := range l.heroes {
		if !h.Asleep && !h.Wisp && h.Wait > 0 && l.foeSees(f, &h.Actor) {
			return true
		}
	}
	return false
}

// stir lets a sleeper wake by who comes close.
func (l *level) stir(f *foe) {
	for _, h := range l.heroes {
		if h.Asleep || h.Wisp || h.Pos.Sub(f.Pos).Taxicab() > 2 {
			continue
		}
		chance := 12
		if h.Sneaking || h.has(content.Silenced) {
			chance = 2
		}
		if l.Dice.Percent(chance * h.Kit.Row().Stealth / 100) {
			l.wake(f)
			return
		}
	}
	f.Wait = 3
}

// hostile reports whether f would attack a.
func (l *level) hostile(f *foe, a *Actor) bool {
	if a == &f.Actor {
		return false
	}
	if h := l.heroOf(a); h != nil {
		return f.Master == 0 && !f.row().Has(content.Harmless) && !h.Wisp && !h.inStasis() && !l.safe()
	}
	o := l.foeOf(a)
	switch {
	case o == nil, o.Hidden, f.row().Has(content.Harmless), o.row().Has(content.Harmless):
		return false
	case (f.Master != 0) != (o.Master != 0):
		return true
	}
	for _, key := range f.row().Feuds {
		if key == o.row().Key {
			return true
		}
	}
	// Who is attacked defends itself.
	return o.Target == f.ID && o.Mood == Hunting
}

// foeSees reports whether f could see a.
func (l *level) foeSees(f *foe, a *Actor) bool {
	far := a.Pos.Sub(f.Pos).Taxicab()
	if far <= 1 {
		return true
	}
	reach := f.row().Sight
	switch {
	case f.has(content.Blind), a.has(content.Invisible):
		return false
	case l.terrain(a.Pos).Hides && l.glow(a) == 0:
		return false
	case !l.lit.Has(a.Pos) && a.Kind == KindHero:
		reach = (reach + 2) / 3
	}
	if f.Mood == Hunting && f.Target == a.ID {
		reach += reach / 2
	}
	return far <= reach && l.clearLine(f.Pos, a.Pos)
}

// notice returns whom f is after now, nil for nobody, and brings its mood up to
// date.
func (l *level) notice(f *foe) *Actor {
	var best *Actor
	for _, a := range l.bodies {
		if !l.hostile(f, a) || !l.foeSees(f, a) {
			continue
		}
		if a.ID != f.Target && !l.perceives(f, a) {
			continue
		}
		if best == nil || nearer(f, a, best) {
			best = a
		}
	}
	if t := l.body(f.Target); best == nil && t != nil && f.Mood == Hunting && f.row().Has(content.Pack) && l.hostile(f, t) {
		// Who goes round keeps track by who stays.
		if l.fellow(f, func(o *foe) bool { return l.foeSees(o, t) }) {
			best = t
		}
	}
	if best != nil {
		if f.Target == 0 && !f.Hidden {
			e := upon("notices", &f.Actor, best)
			e.Sound = f.row().Sound
			l.show(e)
		}
		f.Target, f.Goal = best.ID, best.Pos
		switch {
		case f.row().Has(content.Thief) && len(f.Carries) > 0 && f.Master == 0:
			f.Mood, f.Patience = Fleeing, patienceOfHunters // with its loot
		case f.Mood != Fleeing:
			f.Mood, f.Patience = Hunting, patienceOfHunters
		}
		return best
	}
	if f.Patience > 0 {
		f.Patience -= max(f.row().Walk, 1)
	}
	if f.Mood == Hunting {
		// It runs on to where it saw it last.
		f.Mood = Seeking
	}
	if t := l.body(f.Target); t != nil && l.Ground.At(t.Pos) == content.DeepWater {
		f.Patience = 0 // no scent leads on over water
	}
	switch {
	case f.Patience > 0:
	case f.Mood == Returning:
		l.settleDown(f)
	case f.Mood != Wandering || f.Target != 0:
		f.Target = 0
		if !f.Hidden && f.Master == 0 {
			l.show(at("loses_track", &f.Actor))
		}
		f.giveUp()
	}
	return nil
}

// giveUp sends f back to where it came from, an ally to its hero.
func (f *foe) giveUp() {
	if f.Hidden || f.Master != 0 {
		f.Mood = Wandering
		return
	}
	f.Mood, f.Patience = Returning, patienceOfReturners
}

// settleDown lets f, which is back or has had enough of going there, do what it
// did before anything disturbed it: lie in wait, sleep, or roam.
func (l *level) settleDown(f *foe) {
	r := f.row()
	f.Mood, f.Target = Wandering, 0
	if r.Has(content.Ambusher) && (!r.Has(content.Swimmer) || l.terrain(f.Pos).Liquid) {
		l.show(at("hides", &f.Actor))
		f.Hidden = true
	}
	if f.Woken {
		l.show(at("falls_asleep", &f.Actor))
		f.Asleep, f.Woken = true, false
	}
	l.dirty = true
}

// nearer reports whether f would rather attack a than b: who is nearer, and of a
// Feeder its prey before any hero.
func nearer(f *foe, a, b *Actor) bool {
	if a.Kind != b.Kind && f.row().Has(content.Feeder) {
		return a.Kind == KindFoe
	}
	da, db := a.Pos.Sub(f.Pos).Taxicab(), b.Pos.Sub(f.Pos).Taxicab()
	if da != db {
		return da < db
	}
	return a.ID == f.Target && b.ID != f.Target
}

// perceives decides whether f becomes aware of a, which it could see.
func (l *level) perceives(f *foe, a *Actor) bool {
	far := a.Pos.Sub(f.Pos).Taxicab()
	chance := 100 - 7*far
	if h := l.heroOf(a); h != nil {
		if h.Sneaking {
			chance /= 2
		}
		chance = chance * (100 + h.Kit.Row().Stealth) / 200
	}
	if f.Mood == Seeking {
		chance += 30
	}
	return l.Dice.Percent(max(chance, 5))
}

// lurk lets a hidden foe wait until somebody is close enough.
func (l *level) lurk(f *foe, t *Actor) {
	if t != nil && t.Pos.Sub(f.Pos).Taxicab() <= 1 {
		l.strike(&f.Actor, t)
		f.spend(f.row().Strike)
	}
}

// losesHeart reports whether it is wise for f to flee now.
func (l *level) losesHeart(f *foe) bool {
	r := f.row()
	if f.Mood == Fleeing || r.Has(content.Mindless) || r.Has(content.Boss) || r.Flees == 0 {
		return false
	}
	if f.Health*100 < r.Flees*f.MaxHealth && f.Bold < maxBold {
		return true
	}
	return r.Has(content.Pack) && f.Health*2 < f.MaxHealth && l.mates(f) == 0 && f.Bold < maxBold
}

// maxBold is how often a foe flees before it has had enough of that.
const maxBold = 2

// mates returns how many of f's kind are close to it.
func (l *level) mates(f *foe) int {
	const close = 8
	n := 0
	for _, o := range l.Foes {
		if o != f && o.Foe == f.Foe && !o.asleep() && o.Pos.Sub(f.Pos).Taxicab() <= close {
			n++
		}
	}
	return n
}

func (l *level) startToFlee(f *foe) {
	if f.Mood == Fleeing || f.row().Has(content.Stationary) {
		return
	}
	f.Mood, f.Patience = Fleeing, fleeTicks
	f.Bold++
	l.show(at("flees", &f.Actor))
}

// idle lets f do what it does while it is after nobody.
func (l *level) idle(f *foe) {
	r := f.row()
	switch {
	case r.Has(content.Stationary):
		f.Wait = 3
	case f.Master != 0:
		l.tend(f)
	case f.Mood == Seeking:
		if f.Pos.Sub(f.Goal).Taxicab() <= 1 || !l.approach(f, f.Goal) {
			f.Patience -= 10
			l.stray(f)
		}
	case f.Mood == Returning:
		switch {
		case f.Pos == f.Home:
			f.Patience = min(f.Patience, patienceOfWakers)
			f.spend(max(r.Walk, 1))
		case !l.approach(f, f.Home):
			f.Patience -= 10
			f.spend(max(r.Walk, 1))
		}
	case r.Has(content.Eater) || r.Has(content.Feeder):
		if !l.forage(f) {
			l.roam(f)
		}
	case r.Has(content.Ambusher) && r.Has(content.Swimmer) && l.Ground.At(f.Pos) == content.DeepWater:
		f.Hidden = true
		l.dirty = true
	case r.Has(content.Boss) || r.Has(content.Guardian):
		if f.Pos != f.Home {
			l.approach(f, f.Home)
		}
	default:
		l.roam(f)
	}
}

// roam lets f wander, without haste.
func (l *level) roam(f *foe) {
	const rests = 5 // once in so many turns it stays where it is
	if !f.row().Has(content.Harmless) && l.Dice.OneIn(rests) {
		f.spend(4 * max(f.row().Walk, 1))
		return
	}
	if !l.drift(f) {
		f.spend(f.row().Walk)
	}
}

// tend lets an ally stay with its hero.
func (l *level) tend(f *foe) {
	m := l.body(f.Master)
	if m == nil || m.Pos.Sub(f.Pos).Taxicab() <= 2 || !l.approach(f, m.Pos) {
		f.Wait = 1
	}
}

// stray lets f stumble about.
func (l *level) stray(f *foe) {
	d := geom.Dirs[l.Dice.Below(len(geom.Dirs))]
	if !l.foeWalks(f, d) {
		f.spend(f.row().Walk)
	}
}

// forage lets f eat what lies on its field, or go where something lies that it
// eats. It reports whether it did.
func (l *level) forage(f *foe) bool {
	const reach = 7
	eats := func(it *Item) bool {
		switch c := it.row().Class; {
		case c == content.Key || c == content.HeartClass:
			return false
		case f.row().Has(content.Eater):
			return true
		default:
			return c == content.Food || c == content.Corpse
		}
	}
	best := -1
	for i, g := range l.Lying {
		if !eats(g.Item) || g.Pos.Sub(f.Pos).Taxicab() > reach {
			continue
		}
		if best < 0 || g.Pos.Sub(f.Pos).Taxicab() < l.Lying[best].Pos.Sub(f.Pos).Taxicab() {
			best = i
		}
	}
	if best < 0 {
		return false
	}
	g := l.Lying[best]
	if g.Pos != f.Pos {
		return l.approach(f, g.Pos)
	}
	e := at("eats", &f.Actor)
	e.thing = g.Item
	l.show(e)
	l.Lying = append(l.Lying[:best:best], l.Lying[best+1:]...)
	l.unmake(g.Item)
	f.MaxHealth++
	f.Health = min(f.Health+5, f.MaxHealth)
	f.spend(f.row().Strike)
	return true
}
