package rules

import (
	"math/bits"
	"slices"

	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

const (
	// thickest is how much of a cloud one field holds.
	thickest = 60
	// kindling is how much fire a field that catches fire holds.
	kindling = 12
	// blastFire is how much fire an explosion leaves here and there.
	blastFire = 6
)

// puff adds so much of a cloud to the air over p. Another cloud there gives way
// to it if it is thinner; fire and marsh gas don't stay together.
func (l *level) puff(p geom.Pos, k content.CloudKind, amount int) {
	if !geom.LevelBounds.Contains(p) || l.bars(p) || amount <= 0 {
		return
	}
	if k == content.Fire && l.terrain(p).Liquid {
		return
	}
	was, n := l.air.at(p)
	switch {
	case was == k:
		amount += n
	case was == content.MarshGas && k == content.Fire || was == content.Fire && k == content.MarshGas:
		l.goOff(p, max(n, amount))
		return
	case n > amount && k != content.Fire:
		return
	}
	l.air.set(p, k, min(amount, thickest))
	l.aired(p)
}

// aired brings up to date what follows from the air over p.
func (l *level) aired(p geom.Pos) {
	l.unveil(p)
	l.darkened, l.dirty = true, true
}

// bars reports whether no cloud can be over p.
func (l *level) bars(p geom.Pos) bool {
	t := l.terrain(p)
	return t.Opaque && t.Burns == 0
}

// ignite sets p alight, if something there burns.
func (l *level) ignite(p geom.Pos) {
	k, _ := l.air.at(p)
	switch t := l.terrain(p); {
	case k == content.Fire || t.Liquid:
	case k == content.MarshGas:
		_, n := l.air.at(p)
		l.goOff(p, n)
	case t.Burns > 0:
		l.air.set(p, content.Fire, kindling+t.Burns/4)
		l.aired(p)
	}
}

// goOff lets so much marsh gas explode.
func (l *level) goOff(p geom.Pos, amount int) {
	l.air.set(p, content.NoCloud, 0)
	l.aired(p)
	l.show(Event{Code: "gas_explodes", Placed: true, At: p, Loud: content.Loudness.Blast})
	l.explode(p, 1+amount/25, 4+amount/6, nil)
}

// explode hurts everything within radius cells of p that the blast reaches, and
// sets it alight. Heroes are spared by each other's explosions unless the host
// wants it otherwise.
func (l *level) explode(p geom.Pos, radius, power int, by *Actor) {
	l.show(Event{Code: "blast", Placed: true, At: p, Loud: content.Loudness.Blast})
	l.noise(p, content.Loudness.Blast, nil)
	var reached []geom.Pos
	l.eachNear(p, radius, func(q geom.Pos) {
		if q == p || l.clearLine(p, q) {
			reached = append(reached, q)
		}
	})
	for _, q := range reached {
		if a := l.bodyAt(q); a != nil && !l.spared(a, by) {
			far := q.Sub(p).Chebyshev()
			l.ail(a, "blast_damage", harm{amount: l.roll(power * (radius + 1 - min(far, radius)) / (radius + 1)), by: by, cause: lang.Mark("an explosion")})
		}
		l.scorch(q)
	}
}

// spared reports whether a blast by somebody doesn't hurt a.
func (l *level) spared(a, by *Actor) bool {
	return by != nil && by.Kind == KindHero && a.Kind == KindHero && a != by && !l.opts.FriendlyFire
}

// scorch lets a blast change a field.
func (l *level) scorch(p geom.Pos) {
	switch k := l.Ground.At(p); k {
	case content.Web, content.Rubble:
		l.set(p, content.Floor)
	case content.DoorClosed:
		l.set(p, content.Rubble)
		l.show(Event{Code: "door_breaks", Placed: true, At: p})
	case content.Statue, content.Crystal, content.Cart:
		l.set(p, content.Rubble)
	}
	if l.walk.Has(p) && l.Dice.OneIn(3) {
		l.puff(p, content.Fire, blastFire)
	}
	l.ignite(p)
}

// stepAir lets fire and gas spread and fade.
func (l *level) stepAir() {
	if l.air.Over == (geom.CellSet{}) {
		return
	}
	over := l.air.Over
	for i, word := range over {
		for ; word != 0; word &= word - 1 {
			p := geom.CellAt(i*64 + bits.TrailingZeros64(word))
			k, n := l.air.at(p)
			switch {
			case k == content.NoCloud:
			case k == content.Fire:
				l.burn(p, n)
			case k.Row().Spreads:
				l.diffuse(p, k, n)
			default:
				l.thin(p, k, n)
			}
		}
	}
	l.dirty = true
}

// thin lets some of a cloud fade.
func (l *level) thin(p geom.Pos, k content.CloudKind, n int) {
	lost := (n*k.Row().Fades + l.Dice.Below(100)) / 100
	if k != content.Fire {
		lost = min(lost, 1+n/8)
	}
	if lost > 0 {
		l.air.set(p, k, n-lost)
		l.aired(p)
	}
}

// diffuse moves some of a gas to where there is less of it, then lets some fade.
// None of it comes into being.
func (l *level) diffuse(p geom.Pos, k content.CloudKind, n int) {
	first := l.Dice.Below(4)
	for i := range geom.Dirs {
		q := p.Step(geom.Dirs[(first+i)%4])
		if n < 2 {
			break
		}
		if !geom.LevelBounds.Contains(q) || l.bars(q) || l.terrain(q).Opaque {
			continue
		}
		other, m := l.air.at(q)
		if other == content.Fire && k == content.MarshGas {
			l.goOff(p, n)
			return
		}
		if other != k && other != content.NoCloud {
			continue
		}
		if other == content.NoCloud {
			m = 0
		}
		if move := (n - m) / 3; move > 0 {
			n -= move
			l.air.set(q, k, m+move)
			l.air.set(p, k, n)
			l.aired(q)
		}
	}
	l.thin(p, k, n)
}

// burn lets a fire go on: it spreads, eats what it burns, and goes out.
func (l *level) burn(p geom.Pos, n int) {
	if l.terrain(p).Liquid {
		l.air.set(p, content.Steam, 4)
		l.aired(p)
		return
	}
	for _, d := range geom.Dirs {
		q := p.Step(d)
		if !geom.LevelBounds.Contains(q) {
			continue
		}
		if k, _ := l.air.at(q); k == content.MarshGas {
			l.ignite(q)
			continue
		}
		if b := l.terrain(q).Burns; b > 0 && l.Dice.Percent(b) {
			l.ignite(q)
		}
	}
	if l.Dice.Percent(burnItemChance) {
		l.burnThings(p)
	}
	if k, _ := l.air.at(p); k != content.Fire {
		return // an explosion beside has changed it
	}
	lost := 1
	if l.terrain(p).Burns == 0 {
		lost = 2
	}
	if n -= lost; n <= 0 {
		l.air.set(p, content.NoCloud, 0)
		l.burntDown(p)
		l.aired(p)
		return
	}
	l.air.set(p, content.Fire, n)
	l.dirty = true
}

// burntDown makes of a field what fire leaves of it.
func (l *level) burntDown(p geom.Pos) {
	k := l.Ground.At(p)
	t := k.Row()
	if t.Burns == 0 {
		return
	}
	if k != content.Bridge {
		l.set(p, t.Becomes)
	} else {
		l.set(p, l.spanned(p))
		l.show(Event{Code: "bridge_burns", Placed: true, At: p})
		l.sink(p)
	}
}

// spanned returns what is below a bridge: what is beside it, deep water where
// nothing says so.
func (l *level) spanned(p geom.Pos) content.TerrainKind {
	for _, d := range geom.Dirs {
		if k := l.Ground.At(p.Step(d)); k == content.Chasm || k == content.Lava {
			return k
		}
	}
	return content.DeepWater
}

// sink lets what lies on a field that is gone fall.
func (l *level) sink(p geom.Pos) {
	var loose []*Item
	for i := len(l.Lying) - 1; i >= 0; i-- {
		if l.Lying[i].Pos == p {
			loose = append(loose, l.lifted(i))
		}
	}
	for _, it := range slices.Backward(loose) {
		l.lay(it, p)
	}
	a := l.bodyAt(p)
	if a == nil || l.airborne(a) || l.Ground.At(p) != content.Chasm {
		return
	}
	if h := l.heroOf(a); h != nil {
		l.fall(h)
	} else if f := l.foeOf(a); f != nil {
		l.foeStepped(f)
	}
}

// burnThings lets fire take paper and food that lie on p.
func (l *level) burnThings(p geom.Pos) {
	for i := 0; i < len(l.Lying); i++ {
		g := l.Lying[i]
		if c := g.Item.row().Class; g.Pos == p && (c == content.Scroll || c == content.Food || c == content.Corpse) {
			l.show(Event{Code: "burns_up", thing: g.Item, Placed: true, At: p})
			l.unmake(l.lifted(i))
			i--
		}
	}
}
