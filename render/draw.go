package render

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/sprites"
	"laneya/vision"
)

// How far above its field a figure is drawn, in pixels of the atlas, so that
// its feet are on the field's ground.
const (
	heroLift  = 4
	kindLift  = 3 // of kits and foes
	ghostLift = 6
)

// Draw draws the picture as of the last Update over the whole of dst.
func (s *Scene) Draw(dst *ebiten.Image, _ *client.State) {
	s.draws = 0
	fields := s.view.fields
	if fields.Size().DX == 0 {
		dst.Fill(night)
		s.draws++
		return
	}
	sheet := s.eyes.sheet()
	s.layer.cover(&s.ground, fields, sheet)
	s.build()
	dst.DrawTriangles(s.mesh.vertices, s.mesh.indices, s.layer.image, &ebiten.DrawTrianglesOptions{
		Blend:          ebiten.BlendCopy,
		ColorScaleMode: ebiten.ColorScaleModePremultipliedAlpha,
	})
	s.figures.draw(dst, sheet, ebiten.BlendSourceOver)
	s.draws += s.layer.draws + 2
}

// build makes the vertices of the picture.
func (s *Scene) build() {
	s.mesh.build(&s.ground, &s.lights, &s.view, s.layer.region.Min)
	s.figures.reset()
	s.frame()
	s.addSurfaces()
	s.addStains()
	s.addDangers()
	s.addThings()
	s.addMarks()
	s.addWish()
	s.addFallen()
	for _, f := range s.cast.figures {
		if s.view.shows(f) {
			s.addGround(f)
		}
	}
	for _, f := range s.cast.figures {
		if s.view.shows(f) {
			s.addFigure(f)
		}
	}
	s.addHazes()
	s.addParticles()
	s.addEffects()
	for _, f := range s.cast.figures {
		if s.view.shows(f) {
			s.addHealth(f)
		}
	}
}

// addHealth puts a bar over a figure that is hurt.
func (s *Scene) addHealth(f *figure) {
	if f.health >= 1 || f.health <= 0 {
		return
	}
	v := &s.view
	w, h := 12*v.zoom, max(2*v.zoom, 2)
	x, y := v.device(f.x)-v.left+2*v.zoom, v.device(f.y)-v.top-7*v.zoom
	s.figures.quad(float32(x-1), float32(y-1), float32(w+2), float32(h+2), whiteRect(), dark, 0.8)
	ink := rgb{0.85, 0.25, 0.2}
	switch {
	case s.eyes.kind != vision.Usual && f.friend:
		ink = s.eyes.good()
	case s.eyes.kind != vision.Usual:
		ink = s.eyes.bad()
	case f.friend:
		ink = rgb{0.35, 0.8, 0.4}
	}
	s.figures.quad(float32(x), float32(y), float32(w)*f.health, float32(h), whiteRect(), corners(ink), 1)
}

// shows reports whether the window shows f.
func (v *view) shows(f *figure) bool {
	r := v.fields
	return f.x > float64(r.Min.X-1) && f.x < float64(r.Max.X) &&
		f.y > float64(r.Min.Y-1) && f.y < float64(r.Max.Y+1)
}

// frame covers what of the window lies off the level.
func (s *Scene) frame() {
	v := &s.view
	x0, y0 := max(0, -v.left), max(0, -v.top)
	x1, y1 := min(v.w, s.ground.w*v.cell()-v.left), min(v.h, s.ground.h*v.cell()-v.top)
	for _, r := range [4]image.Rectangle{
		{Max: image.Pt(v.w, y0)},
		{Min: image.Pt(0, y1), Max: image.Pt(v.w, v.h)},
		{Min: image.Pt(0, y0), Max: image.Pt(x0, y1)},
		{Min: image.Pt(x1, y0), Max: image.Pt(v.w, y1)},
	} {
		if r.Min.X < r.Max.X && r.Min.Y < r.Max.Y {
			s.figures.quad(float32(r.Min.X), float32(r.Min.Y), float32(r.Dx()), float32(r.Dy()), whiteRect(), dark, 1)
		}
	}
}

// addGround puts what lies under f into the batch.
func (s *Scene) addGround(f *figure) {
	c := s.lights.lit(f.x, f.y)
	if f.ghost && !f.drawn {
		s.put(f, sprites.ShadowSmall, false, 3, 10, c, 0.3)
		return
	}
	s.put(f, sprites.Shadow, false, 0, 12-s.lift(f), c, 0.45)
	if f.own {
		s.put(f, sprites.Ring, false, 0, 7, c, 0.6)
	}
	s.addSign(f)
}

// lift returns how far above its field f is drawn, in pixels of the atlas, so that
// its feet are on the field's ground.
func (s *Scene) lift(f *figure) int {
	switch {
	case f.drawn, f.dressed:
		return kindLift
	case f.ghost:
		return ghostLift
	}
	return heroLift
}

// addFigure puts f itself into the batch.
func (s *Scene) addFigure(f *figure) {
	c := s.lights.lit(f.x, f.y)
	alpha, lift := float32(1), s.lift(f)
	switch {
	case f.glyph != 0:
		ink := rgb{f.ink.r * c.r, f.ink.g * c.g, f.ink.b * c.b}
		if f.asleep {
			ink = rgb{ink.r * 0.7, ink.g * 0.7, ink.b * 0.8}
		}
		s.glyph(f.x, f.y, f.glyph, ink, 1, 2)
	case f.ghost && !f.drawn:
		bob := int(math.Round(math.Sin(f.walk.Walked()*2) * 1.5))
		id, mirrored := f.picture()
		s.put(f, id, mirrored, 0, bob-lift, rgb{0.9 * c.g, c.g, c.g}, 0.84)
		return
	default:
		if f.asleep {
			c = rgb{c.r * 0.72, c.g * 0.74, c.b * 0.85}
		}
		if f.wisp {
			c, alpha = rgb{0.6 * c.r, 0.95 * c.g, 1.1 * c.b}, 0.5
		}
		id, mirrored := f.picture()
		if s.style.Contrast && !f.wisp {
			s.addOutline(f, id, mirrored, lift)
		}
		if f.flashes() {
			c = rgb{2 * c.r, 2 * c.g, 2 * c.b}
		}
		s.addHeld(f, lift, c, true)
		s.put(f, id, mirrored, 0, -lift, c, alpha)
		s.addWorn(f, lift, c)
		s.addLantern(f, lift)
		s.addHeld(f, lift, c, false)
	}
	if f.asleep {
		s.put(f, sprites.Asleep, false, 10, -lift-10, rgb{1, 1, 1}, 1)
	}
}

// put adds a picture, dx and dy pixels of the atlas from the corner of f's
// field.
func (s *Scene) put(f *figure, id sprites.ID, mirrored bool, dx, dy int, c rgb, alpha float32) {
	v := &s.view
	src := sprites.Rect(id)
	ox, oy := f.offset(v.zoom)
	x, y := v.device(f.x)-v.left+dx*v.zoom+ox, v.device(f.y)-v.top+dy*v.zoom+oy
	w, h := src.Dx()*v.zoom, src.Dy()*v.zoom
	if mirrored {
		src.Min.X, src.Max.X = src.Max.X, src.Min.X
	}
	s.figures.quad(float32(x), float32(y), float32(w), float32(h), src, corners(c), alpha)
}
