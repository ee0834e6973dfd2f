package render

import (
	"image"
	"math"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/sprites"
)

// gear is what a hero is seen with.
type gear struct {
	lit         bool
	flame       rgb // the colour of the light that it bears
	armed, clad bool
	weapon      sprites.ID
	worn        sprites.Worn
	cloth       rgb // the colour of what is worn
}

// grip is where a weapon's picture is held, and hands are where a hero's hand is by
// the way it faces, in pixels of the atlas from the picture's corner.
var (
	grip  = image.Pt(3, 12)
	hands = map[geom.Dir]image.Point{geom.South: {X: 11, Y: 10}, geom.East: {X: 10, Y: 10}, geom.North: {X: 4, Y: 10}, geom.West: {X: 5, Y: 10}}
)

// A blow swings a weapon from one angle to the other, in radians from how it is held.
const swingFrom, swingTo = -0.7, 1.5

// gearOf returns what e is seen with.
func gearOf(e *client.Entity, c *client.Content, eyes *eyes) (g gear) {
	if r := c.Row(protocol.TableItems, e.Weapon); r != nil {
		g.armed, g.weapon = true, sprites.HeldOf(r.Picture, r.Glyph == "|")
	}
	if r := c.Row(protocol.TableItems, e.Armour); r != nil {
		g.clad, g.worn, g.cloth = true, sprites.WornFor(r.Armour), bright(eyes.ink(c, r.Colour))
	}
	if e.Light > 0 {
		g.lit, g.flame = true, bright(eyes.ink(c, e.Tint))
	}
	return g
}

// hips are where a light hangs, by the way that its bearer faces; from behind it isn't
// seen.
var hips = map[geom.Dir]image.Point{geom.South: {X: 4, Y: 12}, geom.East: {X: 9, Y: 12}, geom.West: {X: 5, Y: 12}}

// addLantern puts the light that f bears into the batch.
func (s *Scene) addLantern(f *figure, lift int) {
	hip, seen := hips[f.facesTo()]
	if !f.gear.lit || !seen || !f.bears() {
		return
	}
	v := &s.view
	dx, dy := f.leaning()
	ox, oy := f.offset(v.zoom)
	zoom := float32(v.zoom)
	x := float32(v.device(f.x) - v.left + (hip.X+dx)*v.zoom + ox)
	y := float32(v.device(f.y) - v.top + (hip.Y+dy-lift)*v.zoom + oy)
	s.figures.quad(x-zoom, y-zoom, 4*zoom, 5*zoom, whiteRect(), corners(rgb{0.07, 0.055, 0.09}), 1)
	s.figures.quad(x, y, 2*zoom, 3*zoom, whiteRect(), corners(f.gear.flame), 1)
	s.figures.quad(x, y+zoom, zoom, zoom, whiteRect(), corners(rgb{1, 0.98, 0.9}), 1)
}

// facesTo returns the way in which f is drawn.
func (f *figure) facesTo() geom.Dir {
	if h := f.walk.Heading(); h != geom.Stop {
		return h
	}
	if f.facing == geom.Stop {
		return geom.South
	}
	return f.facing
}

// bears reports whether gear is drawn on f.
func (f *figure) bears() bool { return f.dressed && !f.wisp && f.pose() != sprites.Dead }

// leaning returns how far the body is from where it is in the first picture, in
// pixels of the atlas.
func (f *figure) leaning() (dx, dy int) {
	switch f.pose() {
	case sprites.Breathe:
		return 0, 1
	case sprites.Attack:
		dx = 1
	case sprites.Hurt:
		dx, dy = -1, 1
	}
	if f.facesTo() == geom.West {
		dx = -dx
	}
	return dx, dy
}

// addWorn puts what f wears into the batch.
func (s *Scene) addWorn(f *figure, lift int, c rgb) {
	if !f.gear.clad || !f.bears() {
		return
	}
	dx, dy := f.leaning()
	id, mirrored := f.gear.worn.Picture(f.facesTo())
	s.put(f, id, mirrored, dx, dy-lift, f.gear.cloth.times(c), 1)
}

// addHeld puts what f has in its hand into the batch. Who is seen from behind has it
// before herself, so it comes first.
func (s *Scene) addHeld(f *figure, lift int, c rgb, behind bool) {
	facing := f.facesTo()
	if !f.gear.armed || !f.bears() || f.asleep || behind != (facing == geom.North) {
		return
	}
	v := &s.view
	dx, dy := f.leaning()
	hand := hands[facing].Add(image.Pt(dx, dy-lift))
	mirrored := facing == geom.North || facing == geom.West
	angle := 0.0
	if f.acts > 0 && f.act == sprites.Attack {
		gone := 1 - float64(f.acts)/float64(actTime)
		angle = swingFrom + (swingTo-swingFrom)*gone*gone
	}
	at, src := grip, sprites.Rect(f.gear.weapon)
	if mirrored {
		angle = -angle
		at.X = sprites.Size - at.X
		src.Min.X, src.Max.X = src.Max.X, src.Min.X
	}
	ox, oy := f.offset(v.zoom)
	x, y := v.device(f.x)-v.left+hand.X*v.zoom+ox, v.device(f.y)-v.top+hand.Y*v.zoom+oy
	sin, cos := math.Sincos(angle)
	s.figures.swung(float64(x), float64(y), float64(at.X*v.zoom), float64(at.Y*v.zoom), float64(v.cell()), sin, cos, src, c)
}
