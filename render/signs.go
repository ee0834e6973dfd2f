package render

import (
	"laneya/client"
	"laneya/geom"
	"laneya/sprites"
)

// addSign puts a shape under f that says by more than a colour whose side it is on: a
// ring for friends, four points for foes.
func (s *Scene) addSign(f *figure) {
	if !s.style.Signs || f.own {
		return
	}
	switch {
	case f.friend:
		s.put(f, sprites.SignFriend, false, 0, 7, s.eyes.good(), 0.8)
	case f.foe:
		s.put(f, sprites.SignFoe, false, -1, -2, s.eyes.bad(), 0.9)
	}
}

// addClass puts what class a thing is of into the corner of its field, by its
// character.
func (s *Scene) addClass(t *thing) {
	if !s.style.Signs || !t.drawn {
		return
	}
	v := &s.view
	x, y := v.device(float64(t.x))-v.left, v.device(float64(t.y))-v.top
	side := float32(v.cell()) * 0.8
	s.figures.quad(float32(x+v.cell())-side*0.65, float32(y+v.cell())-side*0.8, side, side, glyphRect(t.glyph), corners(rgb{1, 0.95, 0.8}), 1)
}

// addDangers marks ground that one doesn't step onto, where it can be stepped onto
// from other ground.
func (s *Scene) addDangers() {
	if !s.style.Signs {
		return
	}
	r := s.view.fields
	ink := s.eyes.bad()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if p := (geom.Pos{X: x, Y: y}); s.ground.perilous(p) && s.ground.known[y*s.ground.w+x] == 1 && s.ground.brink(p) {
				s.glyph(float64(x), float64(y), '!', ink, 0.8, 0)
			}
		}
	}
}

// perilous reports whether p is ground that heroes avoid.
func (g *ground) perilous(p geom.Pos) bool { return g.features[p.Y*g.w+p.X].perilous }

// brink reports whether p lies beside ground that isn't perilous.
func (g *ground) brink(p geom.Pos) bool {
	for _, d := range geom.Dirs {
		if q := p.Step(d); g.at(q) == client.Floor && !g.perilous(q) {
			return true
		}
	}
	return false
}

// outline is how much brighter a picture's dark rim is drawn as an outline.
const outline = 13

// addOutline puts a bright line around f into the batch, in the colour of its side.
func (s *Scene) addOutline(f *figure, id sprites.ID, mirrored bool, lift int) {
	ink := rgb{1, 1, 1}
	switch {
	case f.own:
	case f.friend:
		ink = s.eyes.good()
	case f.foe:
		ink = s.eyes.bad()
	}
	ink = rgb{ink.r * outline, ink.g * outline, ink.b * outline}
	for _, by := range [...][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
		s.put(f, id, mirrored, by[0], by[1]-lift, ink, 1)
	}
}
