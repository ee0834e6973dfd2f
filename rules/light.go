package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// How far those shine who carry no light of their own, in cells.
const (
	wispGlow    = 2
	burningGlow = 3
	litGlow     = 5
)

// disc returns the fields at most r cells from p, as light falls: those on the
// diagonal are in for r of 1, and the corners are cut for more.
func disc(p geom.Pos, r int) geom.CellSet {
	var s geom.CellSet
	width := r
	for dy := range r + 1 {
		for width*width+dy*dy > r*r+r {
			width--
		}
		if y := p.Y - dy; y >= 0 {
			addRow(&s, p.X-width, p.X+width, y)
		}
		if y := p.Y + dy; y < geom.LevelHeight {
			addRow(&s, p.X-width, p.X+width, y)
		}
	}
	return s
}

// addRow puts the cells of row y from west to east, both included, into s,
// passing over those off the level; y must be on it.
func addRow(s *geom.CellSet, west, east, y int) {
	west, east = max(west, 0), min(east, geom.LevelWidth-1)
	if west > east {
		return
	}
	start := y*geom.LevelWidth + west
	bits := uint64(1)<<(east-west+1) - 1
	s[start/64] |= bits << (start % 64)
	if over := start%64 + east - west + 1; over > 64 {
		s[start/64+1] |= bits >> (64 - start%64)
	}
}

// cast adds to lit what a light of that radius at p falls on.
func (l *level) cast(p geom.Pos, radius int, lit *geom.CellSet) {
	if radius <= 0 {
		return
	}
	var reach geom.CellSet
	l.sightFrom(p, radius, &reach)
	around := disc(p, radius)
	for i := range reach {
		lit[i] |= reach[i] & around[i]
	}
}

// glow returns the radius of the light that comes from a.
func (l *level) glow(a *Actor) int {
	r := 0
	switch {
	case a.Kind == KindFoe:
		r = a.Foe.Row().Light
	default:
		if h := l.heroOf(a); h != nil {
			r = h.glow()
		}
	}
	return max(r, statusGlow(a))
}

// glow returns the radius of the light that comes from h.
func (h *hero) glow() int {
	if h.Wisp {
		return wispGlow
	}
	r, _ := h.light()
	return max(r, statusGlow(&h.Actor))
}

// statusGlow returns the radius of the light that comes from a's statuses.
func statusGlow(a *Actor) int {
	switch {
	case len(a.Status) == 0:
		return 0
	case a.has(content.Lit):
		return max(litGlow, a.condition(content.Lit).Power)
	case a.has(content.Burning):
		return burningGlow
	}
	return 0
}

// glowTint returns the colour of the light that comes from a's statuses.
func glowTint(a *Actor) string {
	k := content.Burning
	if a.has(content.Lit) {
		k = content.Lit
	}
	return k.Row().Colour
}

// shine returns the fields around h that her own light falls on, as far as they
// are in her line of sight.
func (l *level) shine(h *hero) geom.CellSet {
	r := h.glow()
	if r <= 0 {
		return geom.CellSet{}
	}
	s := disc(h.Pos, r)
	for i := range s {
		s[i] &= h.gaze.reach[i]
	}
	return s
}

// settleLight brings what is lit, and what everyone sees and remembers, up to
// date. Everything that a user may know follows from it, so it comes last
// whenever something has changed.
func (l *level) settleLight() {
	l.darkened = false
	if !l.opts.Fog {
		l.lit = everything
		for _, h := range l.heroes {
			h.sight = everything
		}
		return
	}
	l.kindle()
	l.settleSight()
}

// kindle finds what is lit now.
func (l *level) kindle() {
	if l.ID == (geom.LevelID{}) {
		l.lit = everything
		return
	}
	if l.steadyShape != l.shape {
		l.steadyShape = l.shape
		l.steady = geom.CellSet{}
		for i, k := range l.Ground {
			if r := k.Row().Light; r > 0 {
				l.shineFrom(geom.CellAt(i), r, &l.steady)
			}
		}
	}
	l.lit = l.steady
	l.kindleAir()
	for _, f := range l.Foes {
		l.cast(f.Pos, l.glow(&f.Actor), &l.lit)
	}
	for _, h := range l.heroes {
		l.face(h)
		mine := l.shine(h)
		l.lit.Union(&mine)
	}
}

// shineFrom adds to lit what the ground at p lights. What hangs in a wall
// shines from the clear fields beside it, or it would hardly reach along it.
func (l *level) shineFrom(p geom.Pos, radius int, lit *geom.CellSet) {
	l.cast(p, min(radius, 1), lit)
	if l.clear.Has(p) {
		l.cast(p, radius, lit)
		return
	}
	for _, d := range geom.Dirs {
		if q := p.Step(d); l.clear.Has(q) {
			l.cast(q, radius-1, lit)
		}
	}
}

// kindleAir adds the light of clouds. What is within a large fire is lit by
// itself, and sends no light beyond what its edge does.
func (l *level) kindleAir() {
	if l.air.Over == (geom.CellSet{}) {
		return
	}
	for i, word := range l.air.Over {
		for bit := 0; word != 0; bit, word = bit+1, word>>1 {
			if word&1 == 0 {
				continue
			}
			p := geom.CellAt(i*64 + bit)
			k, _ := l.air.at(p)
			r := k.Row().Light
			if r == 0 {
				continue
			}
			l.lit.Add(p)
			for _, d := range geom.Dirs {
				if next, _ := l.air.at(p.Step(d)); next != k {
					l.cast(p, r, &l.lit)
					break
				}
			}
		}
	}
}
