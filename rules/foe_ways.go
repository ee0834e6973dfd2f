package rules

import (
	"slices"

	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// How many ticks a special power rests after it was used.
const (
	coolSummon = 240
	coolShaman = 35
	coolWeb    = 60
	coolBlink  = 25
	coolScream = 60
	coolStep   = 15 // of an archer who has stepped away
)

// special lets f use what is particular to it, and reports whether it did.
func (l *level) special(f *foe, t *Actor) bool {
	r := f.row()
	far := t.Pos.Sub(f.Pos).Taxicab()
	switch {
	case r.Has(content.Exploder) && far == 1:
		l.slay(f, harm{cause: lang.Mark("itself"), status: content.Burning, typed: true})
		return true
	case r.Has(content.Screamer) && f.Cool == 0:
		l.scream(f)
		return true
	case r.Has(content.Summoner) && f.Cool == 0 && l.summon(f):
		return true
	case r.Has(content.Shaman) && f.Cool == 0 && l.mend(f):
		return true
	case r.Has(content.Blinker) && f.Cool == 0 && far > 1 && l.blink(f, t):
		return true
	case r.Has(content.Webber) && f.Cool == 0 && far > 1 && far <= max(r.Range, 4) && l.throwWeb(f, t):
		return true
	case r.Has(content.Thief) && far == 1 && l.steal(f, t):
		return true
	case r.Has(content.Nocturnal) && l.lit.Has(f.Pos) && l.seekDark(f):
		return true
	}
	return false
}

// attackOn lets f close in on t, or shoot, or hit it.
func (l *level) attackOn(f *foe, t *Actor) {
	r := f.row()
	far := t.Pos.Sub(f.Pos).Taxicab()
	if r.Has(content.Archer) && l.snipe(f, t, far) {
		return
	}
	if r.Has(content.Shaman) && l.hangsBack(f, t, far) {
		return
	}
	if far == 1 {
		if r.Damage == 0 {
			f.spend(r.Strike)
			return
		}
		l.strike(&f.Actor, t)
		f.spend(r.Strike)
		return
	}
	if r.Has(content.Stationary) {
		f.Wait = 2
		return
	}
	if goal := l.flank(f, t); goal != t.Pos && l.follow(f, l.flowAround(goal, t.Pos, f.gait())) {
		return
	}
	if !l.approach(f, t.Pos) {
		f.spend(max(r.Walk, 1))
	}
}

// flank chooses the side from which f, of a pack, comes at t: the nearest that
// no fellow is nearer to, by a way that doesn't lead past t. It returns the
// field there, t's own if f had better go straight.
func (l *level) flank(f *foe, t *Actor) geom.Pos {
	const (
		near   = 12 // cells from where it begins to matter
		detour = 16 // steps that it is worth at most
	)
	begins := f.Side == geom.Stop
	f.Side = geom.Stop
	alone := l.mates(f) == 0 && !l.fellow(f, func(*foe) bool { return true })
	if alone || !f.row().Has(content.Pack) || begins && f.Pos.Sub(t.Pos).Taxicab() > near {
		return t.Pos
	}
	best := t.Pos
	least := l.flowTo(t.Pos, f.gait()).at(f.Pos) + detour
	for _, d := range geom.Dirs {
		p := t.Pos.Step(d)
		if !l.mayStep(f, p) {
			continue
		}
		fl := l.flowAround(p, t.Pos, f.gait())
		n := fl.at(f.Pos)
		nearer := func(o *foe) bool {
			m := fl.at(o.Pos)
			return o.Side == d && (m < n || m == n && o.ID < f.ID)
		}
		if n < least && !l.fellow(f, nearer) {
			best, least, f.Side = p, n, d
		}
	}
	return best
}

// fellow reports whether another of f's kind is after the same as f, and is so.
func (l *level) fellow(f *foe, so func(o *foe) bool) bool {
	for _, o := range l.Foes {
		if o != f && o.Foe == f.Foe && o.Target == f.Target && o.Mood == Hunting && so(o) {
			return true
		}
	}
	return false
}

// snipe lets an archer shoot, or keep its distance; false leaves it to come
// nearer.
func (l *level) snipe(f *foe, t *Actor, far int) bool {
	const close = 3
	r := f.row()
	if far < close && far > 0 && f.Cool == 0 {
		f.Cool = coolStep
		if l.stepAway(f, t) {
			return true
		}
	}
	if far == 1 || far > r.Range || !l.clearLine(f.Pos, t.Pos) || l.firstIn(f.Pos, t.Pos) != t {
		return false
	}
	l.shootAt(f, t, r.Shot)
	f.spend(r.Strike)
	return true
}

// hangsBack lets a shaman stay behind those that it sings for; false leaves it
// to fight or to come nearer.
func (l *level) hangsBack(f *foe, t *Actor, far int) bool {
	const least, most = 4, 6 // cells from t
	if far == 1 || far > most || !l.hasCompany(f) {
		return false
	}
	if far >= least || !l.stepAway(f, t) {
		f.spend(f.row().Walk)
	}
	return true
}

// hasCompany reports whether somebody on f's side is awake and near.
func (l *level) hasCompany(f *foe) bool {
	const near = 8
	return slices.ContainsFunc(l.Foes, func(o *foe) bool {
		return o != f && o.Master == f.Master && !o.row().Has(content.Harmless) && !o.asleep() && o.Pos.Sub(f.Pos).Taxicab() <= near
	})
}

// stepAway lets f go a field further from t.
func (l *level) stepAway(f *foe, t *Actor) bool {
	best, most := geom.Stop, t.Pos.Sub(f.Pos).Taxicab()
	for _, d := range geom.Dirs {
		p := f.Pos.Step(d)
		if n := t.Pos.Sub(p).Taxicab(); n > most && l.mayStep(f, p) {
			best, most = d, n
		}
	}
	return l.foeWalks(f, best)
}

// shootAt lets f's shot fly at t.
func (l *level) shootAt(f *foe, t *Actor, key string) {
	shot, ok := content.ShotByKey(key)
	if !ok {
		return
	}
	e := upon("shoots", &f.Actor, t)
	e.At, e.Flies, e.To = f.Pos, true, t.Pos
	e.Item = shot.Name
	e.Kind, e.Sound = shot.Key, shot.Sound
	l.show(e)
	l.noise(f.Pos, content.Loudness.Fight/2, &f.Actor)
	r := f.row()
	h := l.heroOf(t)
	switch {
	case !l.hits(&f.Actor, t, r.Hit):
		l.show(upon("miss", &f.Actor, t))
	case h != nil && h.block() > 0 && l.Dice.Percent(h.block()):
		l.show(upon("block", &f.Actor, t))
	default:
		hit := upon("hit_hero", &f.Actor, t)
		if h == nil {
			hit.Code = "hit"
		}
		l.land(hit, harm{amount: l.roll(f.damageOf()), by: &f.Actor, cause: f.blame()})
		// It doesn't prolong what it did before, so that nobody is held helpless.
		if shot.Ticks > 0 && !t.has(shot.Status) {
			l.inflict(t, shot.Status, shot.Ticks, 1+r.Depth/5, &f.Actor)
		}
	}
}

// scream wakes all around.
func (l *level) scream(f *foe) {
	e := at("screams", &f.Actor)
	e.Loud = content.Loudness.Shout
	l.show(e)
	l.noise(f.Pos, content.Loudness.Shout, nil)
	f.Cool = coolScream
	f.spend(f.row().Strike)
	if !f.row().Has(content.Stationary) {
		f.Mood, f.Patience = Fleeing, coolScream // to scream elsewhere
	}
}

// summon calls others to f's side.
func (l *level) summon(f *foe) bool {
	k, ok := content.FoeByKey(f.row().Calls)
	if !ok || len(l.Foes) >= maxFoes {
		return false
	}
	const most = 3 // of its calling at once
	n := 0
	for _, o := range l.Foes {
		if o.Foe == k && (o.Caller == f.ID || o.Pos.Sub(f.Pos).Taxicab() <= 12) {
			n++
		}
	}
	if n >= most {
		return false
	}
	called := 0
	for range min(1+l.Dice.Below(2), most-n) {
		if o := l.spawn(k, f.Pos); o != nil {
			o.Mood, o.Target, o.Goal, o.Patience = Hunting, f.Target, f.Goal, patienceOfHunters
			o.Wait = o.row().Walk
			o.Caller = f.ID
			l.join(o, f)
			called++
		}
	}
	if called == 0 {
		return false
	}
	e := at("summons", &f.Actor)
	e.word = func(o *hero, e *Event) { e.Kind = content.Name(o.say, k.Row().Name) }
	l.show(e)
	f.Cool = coolSummon
	f.spend(f.row().Strike)
	return true
}

// join puts f on the side of o, for as long as o is on it.
func (l *level) join(f, o *foe) {
	f.Master = o.Master
	if c := o.condition(content.Allied); c != nil {
		l.inflict(&f.Actor, content.Allied, c.Ticks, 0, nil)
	}
}

// disband lets those fall apart that f called and that can't be without it.
func (l *level) disband(f *foe) {
	for _, o := range slices.Clone(l.Foes) {
		if o.Caller != f.ID {
			continue
		}
		o.Caller = 0
		if o.row().Falls {
			l.show(at("falls_apart", &o.Actor))
			l.removeFoe(o)
			l.dropAll(o)
		}
	}
}

// mend heals the foe in sight that needs it most, or makes one strong.
func (l *level) mend(f *foe) bool {
	reach := max(f.row().Range, 5)
	var best *foe
	for _, o := range l.Foes {
		if o == f || o.Master != f.Master || o.row().Has(content.Harmless) || o.asleep() ||
			o.Pos.Sub(f.Pos).Taxicab() > reach || !l.clearLine(f.Pos, o.Pos) {
			continue
		}
		if best == nil || o.Health*best.MaxHealth < best.Health*o.MaxHealth {
			best = o
		}
	}
	if best == nil {
		return false
	}
	if best.Health < best.MaxHealth {
		e := upon("heals", &f.Actor, &best.Actor)
		e.N = l.heal(&best.Actor, max(best.MaxHealth/3, 3))
		l.show(e)
	} else if !best.has(content.Strong) {
		l.show(upon("strengthens", &f.Actor, &best.Actor))
		l.inflict(&best.Actor, content.Strong, 80, 0, &f.Actor)
	} else {
		return false
	}
	f.Cool = coolShaman
	f.spend(f.row().Strike)
	return true
}

// blink takes f to a field from which it can get at t.
func (l *level) blink(f *foe, t *Actor) bool {
	const tries, reach = 12, 5
	for range tries {
		p := t.Pos.Add(geom.Delta{DX: l.Dice.Between(-reach, reach), DY: l.Dice.Between(-reach, reach)})
		if geom.LevelBounds.Contains(p) && l.open(p) && !l.terrain(p).Avoid && !l.shuns(f, p) &&
			l.clearLine(p, t.Pos) && l.clearLine(f.Pos, p) {
			e := at("blinks", &f.Actor)
			e.Flies, e.To = true, p
			l.show(e)
			l.moveTo(&f.Actor, p)
			f.Cool = coolBlink
			f.spend(f.row().Walk)
			l.foeStepped(f)
			return true
		}
	}
	return false
}

// throwWeb holds t with a web.
func (l *level) throwWeb(f *foe, t *Actor) bool {
	if t.has(content.Stuck) || !l.clearLine(f.Pos, t.Pos) || l.firstIn(f.Pos, t.Pos) != t {
		return false
	}
	e := upon("web", &f.Actor, t)
	e.At, e.Flies, e.To = f.Pos, true, t.Pos
	l.show(e)
	l.inflict(t, content.Stuck, 30, 0, &f.Actor)
	if k := l.Ground.At(t.Pos); k == content.Floor || k == content.Grass || k == content.Moss {
		l.set(t.Pos, content.Web)
	}
	f.Cool = coolWeb
	f.spend(f.row().Strike)
	return true
}

// steal takes an item that t doesn't wear, and makes f run.
func (l *level) steal(f *foe, t *Actor) bool {
	h := l.heroOf(t)
	if h == nil || len(f.Carries) > 0 {
		return false
	}
	var loose []*Item
	for _, it := range h.Pack {
		if c := it.row().Class; it.Slot == content.NoSlot && c != content.HeartClass && c != content.Key {
			loose = append(loose, it)
		}
	}
	if len(loose) == 0 {
		return false
	}
	it := loose[l.Dice.Below(len(loose))]
	e := upon("steals", &f.Actor, t)
	e.thing = it
	l.show(e)
	h.lose(it)
	f.Carries = append(f.Carries, it)
	f.Mood, f.Patience, f.Goal = Fleeing, 400, h.Pos
	f.spend(f.row().Strike)
	return true
}

// seekDark lets f leave the light.
func (l *level) seekDark(f *foe) bool {
	for _, d := range geom.Dirs {
		if p := f.Pos.Step(d); !l.lit.Has(p) && l.mayStep(f, p) {
			return l.foeWalks(f, d)
		}
	}
	if l.Dice.OneIn(2) {
		l.startToFlee(f)
	}
	return false
}
