package render

import (
	"math"
	"time"

	"laneya/geom"
	"laneya/protocol"
	"laneya/sprites"
)

// surface is a field whose ground moves.
type surface struct {
	x, y int
	kind moving
	art  sprites.ID // of a flame
}

// moving is how ground moves.
type moving uint8

const (
	stillGround moving = iota
	waves
	deepWaves
	melt
	flames
)

// surfaces are the pictures of terrain that moves.
var surfaces = map[string]moving{
	"terrain_shallow_water": waves, "terrain_deep_water": deepWaves, "terrain_lava": melt,
	"terrain_campfire": flames, "terrain_torch": flames,
}

// mostSurfaces is how many fields move at most.
const mostSurfaces = 900

// surfaceOf returns what moves of terrain with that row.
func surfaceOf(r *protocol.Row, p geom.Pos) (surface, bool) {
	k := surfaces[r.Picture]
	if k == stillGround {
		return surface{}, false
	}
	art, _ := sprites.ByKey(r.Picture)
	return surface{x: p.X, y: p.Y, kind: k, art: art}, true
}

// flameTime is how long a flame keeps one of its two shapes.
const flameTime = 220 * time.Millisecond

// addSurfaces puts the shimmer of water and melt and the play of flames into the
// batch.
func (s *Scene) addSurfaces() {
	moves := s.ambience.now > 0 && !s.style.Calm && s.style.Quality != Low
	t := s.ambience.seconds()
	for i := range s.surfaces {
		f := &s.surfaces[i]
		p := geom.Pos{X: f.x, Y: f.y}
		if !s.view.holds(p) || !s.ground.inSight[f.y*s.ground.w+f.x] {
			continue
		}
		switch {
		case f.kind == flames:
			s.flame(f, moves)
		case !moves:
		case f.kind == waves, f.kind == deepWaves:
			s.shimmer(p, t, f.kind == deepWaves)
		case f.kind == melt:
			s.glowing(p, t)
		}
	}
}

// swell returns how high a wave is at a corner of fields, from 0 to 1.
func swell(x, y int, t float64) float32 {
	return float32(0.5 + 0.3*math.Sin(1.1*float64(x)+0.6*float64(y)+1.5*t) + 0.2*math.Sin(0.9*float64(y)-0.5*float64(x)-1.1*t))
}

// shimmer draws light on water: a swell over whole fields, and short lines that come
// and go.
func (s *Scene) shimmer(p geom.Pos, t float64, deep bool) {
	v := &s.view
	c := s.lights.lit(float64(p.X), float64(p.Y))
	top := rgb{0.75, 0.95, 1}.times(c)
	at := func(dx, dy int) rgb {
		h := swell(p.X+dx, p.Y+dy, t)
		return rgb{top.r * h, top.g * h, top.b * h}
	}
	x, y := float32(v.device(float64(p.X))-v.left), float32(v.device(float64(p.Y))-v.top)
	cell, zoom := float32(v.cell()), float32(v.zoom)
	alpha := float32(0.11)
	if deep {
		alpha = 0.07
	}
	s.figures.quad(x, y, cell, cell, whiteRect(), [4]rgb{at(0, 0), at(1, 0), at(0, 1), at(1, 1)}, alpha)
	for n := range 2 {
		h := mix(2*p.X+n, p.Y)
		phase := t*0.55 + float64(h%1000)/1000
		turn, part := math.Modf(phase)
		h = mix(int(h&0xffff), int(turn))
		bright := float32(math.Sin(math.Pi * part))
		gx, gy := float32(1+h%11)*zoom, float32(1+h>>8%13)*zoom
		s.figures.quad(x+gx+float32(part)*2*zoom, y+gy, float32(2+h>>16%3)*zoom, zoom, whiteRect(), corners(top), 0.4*bright*bright)
	}
}

// glowing draws how melt glows, brighter and darker from place to place.
func (s *Scene) glowing(p geom.Pos, t float64) {
	v := &s.view
	hot := s.eyes.see(rgb{1, 0.72, 0.22})
	at := func(dx, dy int) rgb {
		h := swell(2*(p.X+dx), 2*(p.Y+dy), 0.7*t)
		return rgb{hot.r * h, hot.g * h * h, hot.b * h * h}
	}
	x, y := float32(v.device(float64(p.X))-v.left), float32(v.device(float64(p.Y))-v.top)
	s.figures.quad(x, y, float32(v.cell()), float32(v.cell()), whiteRect(), [4]rgb{at(0, 0), at(1, 0), at(0, 1), at(1, 1)}, 0.34)
}

// flame draws a flame as bright as it is, whatever light falls on it, and in its other
// shape by turns.
func (s *Scene) flame(f *surface, moves bool) {
	v := &s.view
	src := sprites.Rect(f.art)
	if moves && (int(s.ambience.now/flameTime)+f.x+f.y)%2 == 1 {
		src.Min.X, src.Max.X = src.Max.X, src.Min.X
	}
	x, y := v.device(float64(f.x))-v.left, v.device(float64(f.y))-v.top
	s.figures.quad(float32(x), float32(y), float32(v.cell()), float32(v.cell()), src, plain, 1)
}

// holds reports whether the window shows a part of p.
func (v *view) holds(p geom.Pos) bool {
	r := v.fields
	return p.X >= r.Min.X && p.X < r.Max.X && p.Y >= r.Min.Y && p.Y < r.Max.Y
}

// restless reports whether something in the window moves by itself.
func (s *Scene) restless() bool {
	ps := &s.particles
	if ps.ended || ps.n > ps.counts[moteDot] {
		ps.ended = false
		return true
	}
	for i := range s.hazes {
		if s.view.holds(geom.Pos{X: s.hazes[i].x, Y: s.hazes[i].y}) {
			return true
		}
	}
	for i := range s.surfaces {
		f := &s.surfaces[i]
		if s.view.holds(geom.Pos{X: f.x, Y: f.y}) && s.ground.inSight[f.y*s.ground.w+f.x] {
			return true
		}
	}
	return false
}
