package render

import (
	"math"
	"time"

	"laneya/client"
	"laneya/geom"
)

// mostParticles is how many there are at once, at most. Their memory is part of the
// Scene.
const mostParticles = 500

// How many particles of a kind there are at most at the best quality.
const (
	mostSparks = 140
	mostMotes  = 26
	mostDust   = 120 // more is kicked up by nobody
)

// dot is what a particle is.
type dot uint8

const (
	sparkDot dot = iota // rises from a flame, and glows
	moteDot             // hangs in the light of a lantern
	dustDot             // is kicked up
	dropDot             // flies, falls, and leaves a stain
	shardDot            // flies from a burst, and glows
	dots
)

// ambient reports whether a dot is part of what moves although nothing happens.
func (d dot) ambient() bool { return d <= moteDot }

// pressing reports whether a dot is drawn at every frame, as it flies fast and soon is
// gone. The others wait for the next beat, unless all is drawn anyway.
func (d dot) pressing() bool { return d >= dropDot }

// particle is a small square that moves. Places are in fields, speeds in fields a
// second.
type particle struct {
	kind        dot
	x, y        float32 // on the ground
	up, rise    float32 // above it, and how fast it goes up
	dx, dy      float32
	age, lasts  float32 // seconds
	size, swing float32 // pixels of the atlas, and a phase
	ink         rgb
}

// particles are all particles, and what they leave.
type particles struct {
	all    [mostParticles]particle
	n      int
	counts [dots]int
	ended  bool // some that are not pressing did, since that was last asked
	chance uint32
	due    float32 // sparks that are due
	stains stains
}

// roll returns a number that looks like chance, from 0 to less than 1. Pictures are
// the same in every run.
func (ps *particles) roll() float32 {
	c := ps.chance*2891336453 + 1
	ps.chance = c
	c = (c>>15 ^ c) * 0x2c1b3c6d
	return float32((c^c>>13)>>8) / (1 << 24)
}

// between returns a number from least to most.
func (ps *particles) between(least, most float32) float32 { return least + (most-least)*ps.roll() }

// add adds p if there is room.
func (ps *particles) add(p particle) {
	if ps.n < mostParticles {
		ps.all[ps.n] = p
		ps.n++
		ps.counts[p.kind]++
	}
}

// forget drops all of them.
func (ps *particles) forget() {
	ps.n, ps.counts, ps.due = 0, [dots]int{}, 0
	ps.stains.forget()
}

// advance lets dt pass and reports whether any are there that are drawn at every
// frame.
func (ps *particles) advance(dt time.Duration, ambient bool) (busy bool) {
	t := float32(dt.Seconds())
	kept := 0
	for i := range ps.all[:ps.n] {
		p := &ps.all[i]
		if p.kind.ambient() && !ambient {
			ps.all[kept] = *p
			kept++
			continue
		}
		busy = busy || p.kind.pressing()
		if p.age += t; p.age >= p.lasts || p.kind == dropDot && p.up < 0 {
			ps.counts[p.kind]--
			ps.ended = ps.ended || !p.kind.pressing()
			if p.kind == dropDot {
				ps.stains.add(p)
			}
			continue
		}
		p.move(t)
		ps.all[kept] = *p
		kept++
	}
	ps.n = kept
	return busy
}

// move moves p for t seconds.
func (p *particle) move(t float32) {
	p.x += p.dx * t
	p.y += p.dy * t
	p.up += p.rise * t
	switch p.kind {
	case sparkDot:
		p.x += 0.25 * t * float32(math.Sin(float64(6*p.age+p.swing)))
	case moteDot:
		p.x += 0.12 * t * float32(math.Sin(float64(0.9*p.age+p.swing)))
		p.up += 0.08 * t * float32(math.Cos(float64(0.7*p.age+2*p.swing)))
	case dustDot:
		slow := max(1-3*t, 0)
		p.dx, p.dy = p.dx*slow, p.dy*slow
	case dropDot, shardDot:
		p.rise -= 9 * t
	}
}

// puff kicks up dust at x, y, of a hero that goes on in that direction.
func (s *Scene) puff(x, y float64, d geom.Dir) {
	ps := &s.particles
	back := geom.Pos{}.Step(d)
	for range s.amount(3) {
		ps.add(particle{
			kind: dustDot, x: float32(x) + 0.5 + ps.between(-0.2, 0.2), y: float32(y) + 0.85 + ps.between(-0.06, 0.06),
			dx: -0.5*float32(back.X) + ps.between(-0.3, 0.3), dy: -0.2*float32(back.Y) + ps.between(-0.1, 0.1), rise: ps.between(0.1, 0.35),
			lasts: ps.between(0.25, 0.5), size: ps.between(1, 2.2), ink: rgb{0.62, 0.56, 0.5},
		})
	}
}

// bleed lets drops fly from f, away from where the blow came from.
func (s *Scene) bleed(f *figure, lost int) {
	ps := &s.particles
	ink := rgb{0.62, 0.06, 0.08}
	if f.ghost {
		ink = rgb{0.45 + 0.2*f.blood.r, 0.05 + 0.3*f.blood.g, 0.06 + 0.3*f.blood.b}
	}
	for range s.amount(min(3+lost, 12)) {
		ps.add(particle{
			kind: dropDot, x: float32(f.x) + 0.5, y: float32(f.y) + 0.8, up: ps.between(0.3, 0.6),
			dx: 1.2*f.kx + ps.between(-0.9, 0.9), dy: 1.2*f.ky + ps.between(-0.6, 0.6), rise: ps.between(0.6, 2),
			lasts: 1.5, size: ps.between(1, 2), ink: s.eyes.see(ink),
		})
	}
}

// burst lets glowing pieces fly from a field.
func (s *Scene) burst(at geom.Pos, ink rgb) {
	ps := &s.particles
	for range s.amount(16) {
		a := float64(ps.between(0, 2*math.Pi))
		v := ps.between(0.8, 3.2)
		ps.add(particle{
			kind: shardDot, x: float32(at.X) + 0.5, y: float32(at.Y) + 0.6, up: 0.3,
			dx: v * float32(math.Cos(a)), dy: 0.7 * v * float32(math.Sin(a)), rise: ps.between(0.5, 2.5),
			lasts: ps.between(0.25, 0.6), size: ps.between(1, 2.5), ink: ink,
		})
	}
}

// amount returns how many of n particles there are at the scene's quality.
func (s *Scene) amount(n int) int {
	switch s.style.Quality {
	case Medium:
		return (n + 1) / 2
	case Low:
		return n / 4
	}
	return n
}

// kindle lets sparks rise from fires and motes hang in the own hero's light.
func (s *Scene) kindle(dt time.Duration) {
	ps := &s.particles
	const perSecond = 2.2 // of a fire
	seen := 0
	for i := range s.fires {
		if s.sparks(&s.fires[i]) {
			seen++
		}
	}
	ps.due += float32(dt.Seconds()) * perSecond * float32(min(seen, 40))
	for ; ps.due >= 1; ps.due-- {
		if ps.counts[sparkDot] < s.amount(mostSparks) {
			s.spark(int(ps.roll() * float32(seen)))
		}
	}
	own := s.cast.own
	if own == nil || s.lights.grey || ps.counts[moteDot] >= s.amount(mostMotes) || ps.roll() > 8*float32(dt.Seconds()) {
		return
	}
	r := s.lights.own.reach * 0.7
	x, y := float32(own.x)+0.5+ps.between(-r, r), float32(own.y)+0.5+ps.between(-r, r)
	if p := (geom.Pos{X: int(x), Y: int(y)}); s.ground.lies(p) {
		ps.add(particle{
			kind: moteDot, x: x, y: y, up: ps.between(0, 0.6), dx: ps.between(-0.06, 0.06), dy: ps.between(-0.03, 0.03),
			lasts: ps.between(3, 6), size: 1, swing: ps.between(0, 6), ink: rgb{1, 0.92, 0.75},
		})
	}
}

// sparks reports whether a source is a flame in the window.
func (s *Scene) sparks(a *source) bool {
	return a.group != steadyGlow && s.view.holds(geom.Pos{X: int(a.x), Y: int(a.y)})
}

// spark lets a spark rise from the nth flame in the window.
func (s *Scene) spark(n int) {
	ps := &s.particles
	for i := range s.fires {
		a := &s.fires[i]
		if !s.sparks(a) {
			continue
		}
		if n--; n >= 0 {
			continue
		}
		ps.add(particle{
			kind: sparkDot, x: a.x + ps.between(-0.25, 0.25), y: a.y + ps.between(0, 0.2), up: ps.between(0, 0.3), rise: ps.between(0.5, 1.3),
			dx: ps.between(-0.1, 0.1), lasts: ps.between(0.7, 1.6), size: ps.between(0.8, 1.6), swing: ps.between(0, 6), ink: s.eyes.see(rgb{1, ps.between(0.55, 0.85), 0.25}),
		})
		return
	}
}

// shows reports whether a place, in fields, is in sight.
func (g *ground) shows(x, y float32) bool {
	i := int(y)*g.w + int(x)
	return x >= 0 && int(x) < g.w && y >= 0 && i < len(g.inSight) && g.inSight[i]
}

// lies reports whether p is floor in sight.
func (g *ground) lies(p geom.Pos) bool {
	return g.at(p) == client.Floor && g.inSight[p.Y*g.w+p.X]
}

// addParticles puts the particles into the batch.
func (s *Scene) addParticles() {
	v := &s.view
	cell, zoom := float32(v.cell()), float32(v.zoom)
	white := whiteRect()
	for i := range s.particles.all[:s.particles.n] {
		p := &s.particles.all[i]
		x, y := p.x*cell-float32(v.left), (p.y-p.up)*cell-float32(v.top)
		if x < 0 || y < 0 || x > float32(v.w) || y > float32(v.h) || !s.ground.shows(p.x, p.y) {
			continue
		}
		c, alpha := p.ink, float32(1)
		gone := p.age / p.lasts
		switch p.kind {
		case moteDot:
			alpha = 0.5 * min(4*gone, 4*(1-gone), 1) * s.lights.own.on(p.x, p.y)
		case dustDot:
			c, alpha = c.times(s.lights.lit(float64(p.x)-0.5, float64(p.y)-0.5)), 0.5*(1-gone)
		case dropDot:
			c = c.times(s.lights.lit(float64(p.x)-0.5, float64(p.y)-0.5))
		default:
			alpha = 1 - gone*gone
			c = rgb{c.r, c.g * (1 - 0.5*gone), c.b * (1 - gone)}
		}
		size := max(p.size*zoom, 1)
		s.figures.quad(x-size/2, y-size/2, size, size, white, corners(c), alpha)
	}
}
