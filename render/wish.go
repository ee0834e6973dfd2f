package render

import (
	"slices"

	"laneya/geom"
)

// Wish draws fields as what the player only wants so far, from the next one to where
// that leads: paler than a way that the hero takes, and nobody stands on it. It is kept
// until another one is given.
func (s *Scene) Wish(way []geom.Pos) {
	if !slices.Equal(way, s.wish) {
		s.wish = append(s.wish[:0], way...)
		s.fresh = true
	}
}

// addWish draws dots on the way and corners around its end.
func (s *Scene) addWish() {
	if len(s.wish) == 0 {
		return
	}
	const alpha = 0.55
	v, ink := &s.view, corners(rgb{0.75, 0.9, 1})
	fill := func(x, y, w, h int) {
		s.figures.quad(float32(x), float32(y), float32(w), float32(h), whiteRect(), ink, alpha)
	}
	last := len(s.wish) - 1
	for _, p := range s.wish[:last] {
		fill(v.device(float64(p.X))-v.left+v.cell()*7/16, v.device(float64(p.Y))-v.top+v.cell()*7/16, v.cell()/8, v.cell()/8)
	}
	p, thick, long := s.wish[last], v.zoom, 4*v.zoom
	x0, y0 := v.device(float64(p.X))-v.left+v.zoom, v.device(float64(p.Y))-v.top+v.zoom
	x1, y1 := x0+v.cell()-2*v.zoom, y0+v.cell()-2*v.zoom
	for _, x := range [2]int{x0, x1 - long} {
		fill(x, y0, long, thick)
		fill(x, y1-thick, long, thick)
	}
	for _, x := range [2]int{x0, x1 - thick} {
		fill(x, y0+thick, thick, long-thick)
		fill(x, y1-long, thick, long-thick)
	}
}
