package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// shotHit is the percent of shots and throws of a hero that hit, close by; a
// field of distance takes one off.
const shotHit = 90

// flight returns where something flies that is sent from one field to another:
// its end, and the first actor in its way, nil for none. Beyond reach cells it
// falls to the ground; what blocks its way stops it in front.
func (l *level) flight(from, to geom.Pos, reach int) (end geom.Pos, hit *Actor) {
	end = from
	for p := range geom.Line(from, to) {
		if p.Sub(from).Chebyshev() > reach || l.barsFlight(p) {
			break
		}
		end = p
		if hit = l.bodyAt(p); hit != nil {
			break
		}
	}
	return end, hit
}

// barsFlight reports whether nothing flies over p.
func (l *level) barsFlight(p geom.Pos) bool {
	return !geom.LevelBounds.Contains(p) || l.terrain(p).Opaque
}

// aims reports whether h may send something to a field.
func (l *level) aims(h *hero, p geom.Pos, reach int) error {
	switch {
	case p == h.Pos:
		return refuseAt("own_place", p)
	case p.Sub(h.Pos).Chebyshev() > reach:
		return &Refusal{Code: "out_of_range", Params: Params{N: reach}, Placed: true, At: p}
	}
	return nil
}

func planThrow(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	it, err := h.need(c.Item)
	if err != nil {
		return nil, err
	}
	if it.row().Class == content.HeartClass {
		return nil, l.named("not_throwable", h, it)
	}
	if err := l.parts(h, it); err != nil {
		return nil, err
	}
	reach := it.row().Reach()
	if err := l.aims(h, c.At, reach); err != nil {
		return nil, err
	}
	return func() { w.throw(h, it, c.At, reach) }, nil
}

// throw lets one of an item fly.
func (w *World) throw(h *hero, it *Item, to geom.Pos, reach int) {
	l := h.level
	r := it.row()
	h.spend(max(r.Speed, content.Pace.Throw))
	h.Facing = dirTo(h.Pos, to)
	end, hit := l.flight(h.Pos, to, reach)
	e := at("throws", &h.Actor)
	e.word, e.Kind, e.Flies, e.To = calledOne(h, it), h.kindKey(it), true, end
	if r.Class == content.Thrown {
		e.Sound = r.Sound
	}
	l.show(e)
	one := l.split(h, it, 1)
	l.noise(end, max(r.Noise, 3), &h.Actor)
	switch {
	case r.Class == content.Potion || r.Class == content.Bomb:
		l.shatter(w, h, one, end)
	case hit != nil && r.Class == content.Food && l.feeds(hit):
		l.lay(one, end)
	default:
		if hit != nil {
			l.shotAt(h, one, hit, r.Damage+one.Bonus, r.Skills|one.Rune.Row().Skills)
		}
		l.comeDown(h, one, end, hit != nil)
	}
}

// feeds reports whether an actor would rather eat what is thrown.
func (l *level) feeds(a *Actor) bool {
	f := l.foeOf(a)
	return f != nil && (f.row().Has(content.Feeder) || f.row().Has(content.Eater))
}

// comeDown lays what has flown onto the ground, or puts it back into the hand it
// came from, unless it broke.
func (l *level) comeDown(h *hero, it *Item, end geom.Pos, struck bool) {
	r := it.row()
	switch {
	case struck && r.Breaks > 0 && l.Dice.Percent(r.Breaks):
		l.show(Event{Code: "breaks", word: called(h, it), Placed: true, At: end})
		l.unmake(it)
	case r.Skills&content.Returns != 0 && !h.Wisp && h.level == l && h.fits(it):
		e := at("returns", &h.Actor)
		e.word = called(h, it)
		l.show(e)
		h.gain(it)
	default:
		l.lay(it, end)
	}
}

// shotAt lets something that h threw or shot hit t, or not.
func (l *level) shotAt(h *hero, it *Item, t *Actor, damage int, skills content.Skills) {
	if f := l.foeOf(t); f != nil {
		l.unmask(f)
	}
	if o := l.heroOf(t); o != nil && !l.opts.FriendlyFire {
		return
	}
	unaware := l.unaware(t)
	far := t.Pos.Sub(h.Pos).Chebyshev()
	if !unaware && !l.hits(&h.Actor, t, shotHit-far) {
		l.show(upon("miss", &h.Actor, t))
		l.provoke(l.foeOf(t), &h.Actor)
		return
	}
	code := "hit"
	if unaware {
		code = "crit"
		damage = damage * 3 / 2
		if skills&content.Sneak != 0 {
			damage *= 2
		}
	}
	if f := l.foeOf(t); f != nil && f.row().Undead && skills&content.Holy != 0 {
		damage *= 2
	}
	dealt := l.land(upon(code, &h.Actor, t), harm{amount: l.roll(power(&h.Actor, damage)), by: &h.Actor, cause: h.blame()})
	l.provoke(l.foeOf(t), &h.Actor)
	if skills&content.Vampiric != 0 && !h.Wisp {
		l.heal(&h.Actor, (dealt+3)/4)
	}
	if t.Health <= 0 {
		return
	}
	if skills&content.Stagger != 0 && l.Dice.Percent(staggerChance) {
		t.Wait += staggerTicks
		l.show(upon("stagger", &h.Actor, t))
	}
	if skills&content.Fiery != 0 {
		l.inflict(t, content.Burning, 20, 2, &h.Actor)
	}
	if skills&content.Icy != 0 {
		l.inflict(t, content.Slowed, 40, 0, &h.Actor)
	}
	for _, e := range it.row().Effects {
		if e.Kind == content.Inflict {
			l.inflict(t, e.Status, e.Ticks, e.Power, &h.Actor)
		}
	}
}

// shatter lets a potion or bomb do at p what it does.
func (l *level) shatter(w *World, h *hero, it *Item, p geom.Pos) {
	e := Event{Code: "bottle_breaks", word: called(h, it), Placed: true, At: p, Loud: 8}
	if it.row().Class == content.Bomb {
		e.Sound = it.row().Sound
	}
	l.show(e)
	if it.row().Class == content.Bomb || l.thrownShows(it) {
		l.discover(h, it.Kind)
	}
	effects := it.row().Effects
	l.unmake(it)
	for i := range effects {
		l.effectAt(w, h, &effects[i], p)
	}
}

// thrownShows reports whether one sees what it was when it breaks.
func (l *level) thrownShows(it *Item) bool {
	for _, e := range it.row().Effects {
		switch e.Kind {
		case content.Gas, content.Explode, content.Flood, content.Grow, content.Freeze, content.Drain, content.Darken:
			return true
		}
	}
	return false
}

func planShoot(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	bow, ammo := h.bow()
	switch {
	case bow == nil:
		return nil, refuse("no_bow")
	case ammo == nil:
		return nil, l.named("no_ammo", h, bow)
	}
	if err := l.aims(h, c.At, bow.row().Range); err != nil {
		return nil, err
	}
	return func() { l.shoot(h, c.At) }, nil
}

// shoot lets h shoot at a field with her bow, which she must have something to
// shoot with.
func (l *level) shoot(h *hero, to geom.Pos) {
	bow, ammo := h.bow()
	if bow == nil || ammo == nil {
		return
	}
	br, ar := bow.row(), ammo.row()
	h.spend(br.Speed)
	h.Facing = dirTo(h.Pos, to)
	end, hit := l.flight(h.Pos, to, br.Range)
	e := at("shoots", &h.Actor)
	e.word, e.Kind, e.Flies, e.To = called(h, bow), ar.Key, true, end
	e.Sound = ar.Sound
	if hit != nil {
		e.on = hit
	} else {
		e.Code = "shoots_at_nothing"
	}
	l.show(e)
	l.noise(h.Pos, br.Noise, &h.Actor)
	last := ammo.Count == 1
	one := l.split(h, ammo, 1)
	skills := br.Skills | ar.Skills | bow.Rune.Row().Skills
	damage := h.shotDamage(bow, ammo)
	if hit != nil {
		l.shotAt(h, one, hit, damage, skills)
		if skills&content.Pierce != 0 {
			if behind, second := l.pierced(h.Pos, to, end); second != nil {
				end = behind
				l.shotAt(h, one, second, damage, skills)
			}
		}
	}
	l.comeDown(h, one, end, hit != nil)
	if last {
		h.tell(Event{Code: "out_of_ammo", Item: content.Several(h.say, one.row().Name, one.row().Plural)})
	}
}

// shotDamage returns the average damage of h's shot with a bow and what goes
// with it.
func (h *hero) shotDamage(bow, ammo *Item) int {
	return bow.row().Damage + ammo.row().Damage + bow.Bonus + bow.Rune.Row().Damage + h.edge()
}

// pierceReach is how many cells a shot flies on behind the first that it goes
// through.
const pierceReach = 3

// pierced returns the next actor that a shot from one field to another hits once
// it has gone through the field at, and where that is; nil for none.
func (l *level) pierced(from, to, at geom.Pos) (end geom.Pos, hit *Actor) {
	behind := false
	for p := range geom.Line(from, past(from, to, at.Sub(from).Chebyshev()+pierceReach)) {
		if !behind {
			behind = p == at
			continue
		}
		if p.Sub(at).Chebyshev() > pierceReach || l.barsFlight(p) {
			break
		}
		if end, hit = p, l.bodyAt(p); hit != nil {
			break
		}
	}
	return end, hit
}

// past returns a field on the straight line from a over b, at least so many cells
// from a. It may lie off the level.
func past(a, b geom.Pos, reach int) geom.Pos {
	d := b.Sub(a)
	far := max(d.Chebyshev(), 1)
	n := max((reach+far-1)/far, 1)
	return a.Add(geom.Delta{DX: n * d.DX, DY: n * d.DY})
}

// canShoot reports whether h has a bow in hand, something to shoot with, and t
// in the line of it.
func (l *level) canShoot(h *hero, t *Actor) bool {
	bow, ammo := h.bow()
	if bow == nil || ammo == nil || t.Pos.Sub(h.Pos).Chebyshev() > bow.row().Range {
		return false
	}
	_, hit := l.flight(h.Pos, t.Pos, bow.row().Range)
	return hit == t
}

func planZap(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	it, err := h.need(c.Item)
	if err != nil {
		return nil, err
	}
	r := it.row()
	if r.Class != content.Wand && r.Class != content.Staff {
		return nil, l.named("not_zappable", h, it)
	}
	reach := r.Reach()
	if err := l.aims(h, c.At, reach); err != nil {
		return nil, err
	}
	if it.Charges <= 0 && h.familiar(it.Kind) {
		return nil, l.named("no_charge", h, it)
	}
	return func() { w.zap(h, it, c.At, reach) }, nil
}

// zap lets go what is in a wand or staff.
func (w *World) zap(h *hero, it *Item, to geom.Pos, reach int) {
	l := h.level
	r := it.row()
	h.spend(r.Speed)
	h.Facing = dirTo(h.Pos, to)
	h.dirty = true
	if it.Charges <= 0 {
		h.tell(Event{Code: "no_effect"})
		return
	}
	it.Charges--
	end, hit := l.flight(h.Pos, to, reach)
	e := at("zaps", &h.Actor)
	e.word, e.Kind, e.Flies, e.To = called(h, it), h.kindKey(it), true, end
	e.Sound = h.soundOf(it)
	l.show(e)
	l.noise(h.Pos, max(r.Noise, 4), &h.Actor)
	known := false
	for i := range r.Effects {
		known = l.bolt(w, h, it, &r.Effects[i], to, end, hit, reach) || known
	}
	if known {
		l.discover(h, it.Kind)
	} else {
		h.tell(Event{Code: "no_effect"})
	}
	if it.Charges == 0 && h.familiar(it.Kind) {
		h.tell(Event{Code: "runs_dry", thing: it})
	}
}
