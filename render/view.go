package render

import (
	"image"
	"math"
	"time"

	"laneya/geom"
	"laneya/render/motion"
	"laneya/sprites"
)

// view is which part of the level the window shows.
type view struct {
	w, h      int // of the window, in device pixels
	zoom      int // device pixels for one of the atlas
	camera    motion.Camera
	goal      motion.Camera // what it is on its way to
	left, top int           // of the window, in device pixels from the level's corner
	fields    geom.Rect     // that show, at least in part
	cut       bool          // the camera is to be set, not to follow
	// shakeX and shakeY are how far the window trembles, in device pixels.
	shakeX, shakeY int
}

// cell returns the side of a field, in device pixels.
func (v *view) cell() int { return sprites.Size * v.zoom }

// follow moves the camera after the place x, y of a figure, on a level of that
// size, and reports whether the window shows another part now.
//
// The place may be as much as leash away from the middle before the camera follows.
func (v *view) follow(x, y, leash float64, g *ground, dt time.Duration) (moved bool) {
	cell := float64(v.cell())
	if x, y = x+0.5, y+0.5; !v.cut {
		x, y = motion.Leashed(v.goal.X, x, leash), motion.Leashed(v.goal.Y, y, leash*leashHigh)
	}
	x = motion.Within(x, float64(v.w)/cell, float64(g.w))
	y = motion.Within(y, float64(v.h)/cell, float64(g.h))
	v.goal = motion.Camera{X: x, Y: y}
	if v.cut {
		v.cut = false
		v.camera = motion.Camera{X: x, Y: y}
	} else {
		v.camera.Follow(x, y, dt)
	}
	left, top := v.device(v.camera.X)-v.w/2+v.shakeX, v.device(v.camera.Y)-v.h/2+v.shakeY
	moved = left != v.left || top != v.top
	v.left, v.top = left, top
	v.fields = v.shown(g)
	return moved
}

// leash is how far the hero may be from the middle of the window before the camera
// follows, in fields from west to east; from north to south it is leashHigh of that.
const leash, leashHigh = 1.75, 0.7

// leash returns how far the camera lets its hero go.
func (s *Scene) leash() float64 {
	if s.showing || s.cast.own == nil {
		return 0
	}
	return leash
}

// device turns fields into whole device pixels.
func (v *view) device(fields float64) int {
	return int(math.Round(fields * float64(v.cell())))
}

// shown returns the fields of g that the window shows at least a part of.
func (v *view) shown(g *ground) geom.Rect {
	cell := v.cell()
	r := geom.Rect{
		Min: geom.Pos{X: max(0, floorDiv(v.left, cell)), Y: max(0, floorDiv(v.top, cell))},
		Max: geom.Pos{X: min(g.w, floorDiv(v.left+v.w-1, cell)+1), Y: min(g.h, floorDiv(v.top+v.h-1, cell)+1)},
	}
	if r.Max.X <= r.Min.X || r.Max.Y <= r.Min.Y {
		return geom.Rect{}
	}
	return r
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// Cell returns where a field is drawn, in device pixels, also if that is outside
// of the window.
func (s *Scene) Cell(p geom.Pos) image.Rectangle {
	v := &s.view
	at := image.Pt(p.X*v.cell()-v.left, p.Y*v.cell()-v.top)
	return image.Rectangle{Min: at, Max: at.Add(image.Pt(v.cell(), v.cell()))}
}

// Field returns the field that is drawn at a place in device pixels; it may be
// off the level.
func (s *Scene) Field(at image.Point) geom.Pos {
	v := &s.view
	return geom.Pos{X: floorDiv(at.X+v.left, v.cell()), Y: floorDiv(at.Y+v.top, v.cell())}
}
