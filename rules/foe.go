package rules

import (
	"slices"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/mapgen"
)

// Mood says what a foe is about.
type Mood uint8

// The moods.
const (
	Wandering Mood = iota
	Hunting        // after Target
	Seeking        // lost it, looks where it last noticed it
	Fleeing
	Returning // gave up, goes back to its Home
)

// stockFoes puts the foes of a fresh level there.
func (l *level) stockFoes(plan *mapgen.Level) {
	if l.opts.Quiet {
		return
	}
	for _, p := range plan.Foes {
		f := l.newFoe(p.Kind, p.Pos)
		if l.taken.Has(f.Pos) {
			continue
		}
		f.Asleep, f.Hidden, f.Disguise = p.Asleep, p.Hidden, p.Disguise
		l.addFoe(f)
	}
}

// newFoe makes a foe, which is yet to be put on the level.
func (l *level) newFoe(k content.FoeKind, p geom.Pos) *foe {
	r := k.Row()
	return &foe{Actor: Actor{ID: l.newID(), Kind: KindFoe, Foe: k, Pos: p, Health: r.Health, MaxHealth: r.Health}, Home: p, Goal: p}
}

// spawn puts a new foe onto p or as near as there is room, nil where there is
// none close by.
func (l *level) spawn(k content.FoeKind, p geom.Pos) *foe {
	const reach = 4
	at, ok := l.freeField(p)
	if !ok || at.Sub(p).Taxicab() > reach {
		return nil
	}
	f := l.newFoe(k, at)
	l.addFoe(f)
	return f
}

// slay lets f die of w. A Reviver gets up once more, unless fire did it.
func (l *level) slay(f *foe, w harm) {
	r := f.row()
	if r.Has(content.Reviver) && !f.Risen && !(w.typed && w.status == content.Burning) && !f.has(content.Burning) {
		f.Risen, f.Health, f.Wait = true, max(f.MaxHealth/2, 1), riseTicks
		f.Status = nil
		l.show(at("rises", &f.Actor))
		return
	}
	e := at("die", &f.Actor)
	if w.by != nil {
		e = upon("kill", w.by, &f.Actor)
	}
	l.show(e)
	if r.Has(content.Boss) {
		l.show(Event{Code: "boss_dies", on: &f.Actor, Placed: true, At: f.Pos, Loud: content.Loudness.Blast})
	}
	l.removeFoe(f)
	l.dropAll(f)
	l.leaveCorpse(f)
	l.disband(f)
	if r.Light > 0 {
		l.darkened = true
	}
	if r.Has(content.Exploder) {
		l.burst(f)
	}
}

// riseTicks is how long a Reviver lies before it is up again.
const riseTicks = 30

// dropAll lays what f carried, and perhaps a find, onto its field.
func (l *level) dropAll(f *foe) {
	for _, it := range f.Carries {
		l.lay(it, f.Pos)
	}
	f.Carries = nil
	if f.Master == 0 && f.row().Drops > 0 && l.Dice.Percent(f.row().Drops) {
		if it := l.find(mapgen.Depth(l.ID)); it != nil {
			l.lay(it, f.Pos)
		}
	}
}

// leaveCorpse leaves what f was, if there is something to it, where somebody
// wants it: nobody but a Feeder has a use for it.
func (l *level) leaveCorpse(f *foe) {
	r := f.row()
	if r.Undead || r.Has(content.Mindless) || r.Has(content.Ethereal) || r.Has(content.Exploder) || f.Called {
		return
	}
	k, ok := content.ItemByKey("corpse")
	if !ok || !slices.ContainsFunc(l.Foes, func(o *foe) bool { return o.row().Has(content.Feeder) }) {
		return
	}
	it := l.newItem(k, 1)
	l.lay(it, f.Pos)
}

// find makes an item that may be found at that depth, by the content's
// weights; nil if there is none.
func (l *level) find(depth int) *Item {
	total := 0
	fits := func(r *content.Item) int {
		if r.Depth > depth || r.Last > 0 && r.Last < depth {
			return 0
		}
		return r.Weight
	}
	for i := range content.Items {
		total += fits(&content.Items[i])
	}
	if total == 0 {
		return nil
	}
	n := l.Dice.Below(total)
	for i := range content.Items {
		if n -= fits(&content.Items[i]); n < 0 {
			return l.newItem(content.ItemKind(i), 1)
		}
	}
	return nil
}

// burst lets an Exploder go off where it stood.
func (l *level) burst(f *foe) {
	const power, radius, amount = 8, 2, 40
	r := f.row()
	l.show(at("explodes", &f.Actor))
	switch r.Bursts {
	case content.NoCloud, content.Fire:
		l.explode(f.Pos, radius, max(r.Damage*2, power), &f.Actor)
	default:
		l.puff(f.Pos, r.Bursts, amount)
		l.noise(f.Pos, content.Loudness.Break, &f.Actor)
	}
}

// divide makes two of a Splitter that a blow left alive.
func (l *level) divide(f *foe) {
	const least = 4 // health that is worth splitting
	if f.Health < least || len(l.Foes) >= maxFoes {
		return
	}
	for _, d := range geom.Dirs {
		p := f.Pos.Step(d)
		if !l.open(p) || l.terrain(p).Avoid {
			continue
		}
		half := l.newFoe(f.Foe, p)
		half.Health = f.Health / 2
		f.Health -= half.Health
		half.MaxHealth, f.MaxHealth = max(half.Health, 1), f.Health
		half.Mood, half.Target, half.Goal, half.Patience = f.Mood, f.Target, f.Goal, f.Patience
		half.Wait = f.row().Walk
		l.addFoe(half)
		l.join(half, f)
		l.show(at("splits", &f.Actor))
		return
	}
}

// maxFoes is how many foes a level has at most; nothing is called or split
// beyond.
const maxFoes = 120

// unmask lets everyone see a foe that was hidden.
func (l *level) unmask(f *foe) {
	if !f.Hidden {
		return
	}
	guise := f.seems()
	f.Hidden = false
	l.dirty = true
	code := "ambush"
	if f.row().Has(content.Mimic) {
		code = "reveals"
	}
	e := at(code, &f.Actor)
	e.thing = guise
	l.show(e)
}

// wake lets a sleeping foe wake.
func (l *level) wake(f *foe) {
	if !f.Asleep {
		return
	}
	f.Asleep, f.Woken = false, true
	if f.Mood == Wandering && f.Master == 0 {
		f.Mood, f.Patience = Returning, patienceOfWakers
	}
	f.Wait = max(f.Wait, f.row().Walk)
	code := "wakes"
	if f.row().Has(content.Boss) {
		code = "boss_wakes"
	}
	l.show(at(code, &f.Actor))
}

// provoke lets f know who hurt or missed it.
func (l *level) provoke(f *foe, by *Actor) {
	if f == nil {
		return
	}
	l.wake(f)
	if by == nil || by == &f.Actor || f.row().Has(content.Harmless) {
		return
	}
	if f.Master != 0 && by.Kind == KindHero {
		return
	}
	if f.Target == 0 || f.Mood != Hunting {
		f.Target = by.ID
	}
	if f.Mood != Fleeing {
		f.Mood = Hunting
	}
	f.Goal, f.Patience = by.Pos, patienceOfHunters
	l.dirty = true
}

// unaware reports whether t doesn't expect a blow.
func (l *level) unaware(t *Actor) bool {
	f := l.foeOf(t)
	return f != nil && (f.asleep() || f.Target == 0 && f.Mood != Hunting)
}

// grow gives a boss the strength that the number of living heroes on the level
// calls for. What share of its health it has stays the same.
func (l *level) grow(f *foe) {
	const each = 25 // percent of health more for every further hero
	n := 0
	for _, h := range l.heroes {
		if !h.Asleep && !h.Wisp {
			n++
		}
	}
	if n = max(n, 1); n == f.Faces {
		return
	}
	f.Faces = n
	was := f.MaxHealth
	f.MaxHealth = f.row().Health * (100 + each*(n-1)) / 100
	f.Health = max((f.Health*f.MaxHealth+was-1)/was, 1)
	l.dirty = true
}

// damageOf returns the average damage of f's blow.
func (f *foe) damageOf() int {
	n := f.row().Damage
	if f.Faces > 1 {
		n += n * 7 * (f.Faces - 1) / 100
	}
	return power(&f.Actor, n)
}

// foeStrikes lets f hit t.
func (l *level) foeStrikes(f *foe, t *Actor) {
	r := f.row()
	surprise := f.Hidden
	l.unmask(f)
	l.noise(f.Pos, content.Loudness.Fight, &f.Actor)
	f.Facing = dirTo(f.Pos, t.Pos)
	h := l.heroOf(t)
	if !surprise && !l.hits(&f.Actor, t, r.Hit) {
		l.show(upon("miss", &f.Actor, t))
		return
	}
	if h != nil && !surprise {
		if b := h.block(); b > 0 && l.Dice.Percent(b) {
			l.show(upon("block", &f.Actor, t))
			return
		}
		if h.arms().skills&content.Parry != 0 && l.Dice.Percent(parryChance) {
			l.show(upon("parry", &f.Actor, t))
			return
		}
	}
	n := l.roll(f.damageOf())
	if surprise {
		n += n / 2
	}
	code := "hit"
	if h != nil {
		code = "hit_hero"
	}
	blow := harm{amount: n, by: &f.Actor, cause: f.blame()}
	l.afterFoeBlow(f, t, l.land(upon(code, &f.Actor, t), blow))
}

// afterFoeBlow lets happen what comes with f's blow.
func (l *level) afterFoeBlow(f *foe, t *Actor, dealt int) {
	r := f.row()
	if r.Has(content.Leech) {
		e := upon("drains", &f.Actor, t)
		if e.N = l.heal(&f.Actor, dealt); e.N > 0 {
			l.show(e)
		}
	}
	l.prick(t, &f.Actor)
	if t.Health <= 0 || dealt == 0 {
		return
	}
	if r.Has(content.Venomous) {
		l.inflict(t, content.Poisoned, 30+2*r.Damage, 1+r.Depth/6, &f.Actor)
	}
	if r.Has(content.Firebrand) {
		l.inflict(t, content.Burning, 15, 1+r.Depth/5, &f.Actor)
	}
	if r.Has(content.Chiller) {
		l.inflict(t, content.Slowed, 25, 0, &f.Actor)
	}
	if r.Has(content.Grabber) {
		if !t.has(content.Stuck) {
			l.show(upon("grabs", &f.Actor, t))
		}
		l.inflict(t, content.Stuck, 12, 0, &f.Actor)
	}
}

// followers returns the foes within two steps of h that are after her or on her
// side, and go where she goes.
func (l *level) followers(h *hero) (list []*foe) {
	for _, f := range l.Foes {
		r := f.row()
		stays := f.asleep() || f.Hidden || r.Has(content.Boss) || r.Has(content.Stationary) || r.Has(content.Guardian) || f.has(content.Stuck)
		follows := f.Target == h.ID && f.Mood == Hunting || f.Master == h.ID
		if !stays && follows && f.Pos.Sub(h.Pos).Taxicab() <= 2 {
			list = append(list, f)
		}
	}
	return list
}

// drift moves a wanderer: mostly straight on, turning at random now and then and
// where the way is barred, back only where there is no other way. It keeps off
// ladders: while time stands still for a hero, it would bar them to her.
func (l *level) drift(f *foe) bool {
	const turns = 6 // once in so many steps without need
	free := func(p geom.Pos) bool {
		k := l.Ground.At(p)
		return k != content.LadderDown && k != content.LadderUp && l.mayStep(f, p)
	}
	ahead := f.Facing
	if ahead != geom.Stop && free(f.Pos.Step(ahead)) && !l.Dice.OneIn(turns) {
		return l.foeWalks(f, ahead)
	}
	var ways [4]geom.Dir
	n := 0
	back := opposite(ahead)
	for _, d := range geom.Dirs {
		if d != back && free(f.Pos.Step(d)) {
			ways[n] = d
			n++
		}
	}
	switch {
	case n > 0:
		return l.foeWalks(f, ways[l.Dice.Below(n)])
	case back != geom.Stop && free(f.Pos.Step(back)):
		return l.foeWalks(f, back)
	}
	return false
}
