package render

import (
	"image"

	"laneya/client"
	"laneya/geom"
	"laneya/sprites"
)

// look is how a field of a level is drawn.
type look uint8

const (
	lookUnknown look = iota
	lookFloor
	lookRoof // a wall seen from above
	lookFace // a wall whose south side shows, as there is floor before it
)

// lookAt returns how p is drawn. Unknown ground counts as solid, so that
// nothing shows of what lies there.
func lookAt(t func(geom.Pos) client.Terrain, p geom.Pos) look {
	switch t(p) {
	case client.Floor:
		return lookFloor
	case client.Wall:
		if t(p.Step(geom.South)) == client.Floor {
			return lookFace
		}
		return lookRoof
	}
	return lookUnknown
}

// half is the side of the quarters that walls are put together from, in pixels
// of the atlas.
const half = sprites.Size / 2

// quarter names a quarter of a field: which half of it from the west, and
// which from the north.
type quarter struct{ x, y int }

// wallSet is the pictures that one kind of wall is put together from.
type wallSet struct{ full, open, h, v, inner sprites.ID }

var roofs = wallSet{sprites.RoofFull, sprites.RoofOpen, sprites.RoofH, sprites.RoofV, sprites.RoofInner}

// pick returns the picture for a quarter by which neighbours on its side are
// open: the one beside, the one above or below, and the one across.
func (s *wallSet) pick(beside, upright, across bool) sprites.ID {
	switch {
	case beside && upright:
		return s.open
	case beside:
		return s.v
	case upright:
		return s.h
	case across:
		return s.inner
	}
	return s.full
}

// wallPicture returns the picture that a quarter of the wall at p shows, which
// looks like l. Variant chooses among what is equal.
func (th *theme) wallPicture(t func(geom.Pos) client.Terrain, p geom.Pos, l look, q quarter, variant uint32) sprites.ID {
	dx, dy := 2*q.x-1, 2*q.y-1
	side := p.Add(geom.Delta{DX: dx})
	beside := t(side) == client.Floor
	if l == lookFace {
		if q.y == 1 {
			return th.front(beside, variant)
		}
		return th.faces.pick(beside, t(p.Step(geom.North)) == client.Floor, t(side.Step(geom.North)) == client.Floor)
	}
	upright := t(p.Add(geom.Delta{DY: dy})) == client.Floor
	across := t(p.Add(geom.Delta{DX: dx, DY: dy})) == client.Floor
	if !beside && lookAt(t, side) == lookFace {
		// The wall beside is lower there: its front lies further south.
		if q.y == 0 && !upright {
			return sprites.RoofJoint
		}
		beside = true
	}
	return roofs.pick(beside, upright, across)
}

// front returns the picture for the lower quarters of a wall's front.
func (th *theme) front(end bool, variant uint32) sprites.ID {
	switch {
	case end:
		return th.faces.v
	case variant%11 == 0:
		return th.other
	case variant%13 == 1:
		return th.rare
	}
	return th.faces.full
}

// part returns the quarter q of a picture, in pixels of the atlas.
func part(id sprites.ID, q quarter) image.Rectangle {
	min := sprites.Rect(id).Min.Add(image.Pt(q.x*half, q.y*half))
	return image.Rectangle{Min: min, Max: min.Add(image.Pt(half, half))}
}

// mix returns a number that looks like chance and depends on nothing but the
// place.
func mix(x, y int) uint32 {
	h := uint32(x)*0x9e3779b1 ^ uint32(y)*0x85ebca77
	h = (h ^ h>>15) * 0x2c1b3c6d
	h = (h ^ h>>12) * 0x297a2d39
	return h ^ h>>15
}

// one returns the picture that chance falls on.
func one(pictures []sprites.ID, chance uint32) sprites.ID {
	return pictures[chance%uint32(len(pictures))]
}
