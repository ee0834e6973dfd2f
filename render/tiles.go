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

var (
	roofs = wallSet{sprites.RoofFull, sprites.RoofOpen, sprites.RoofH, sprites.RoofV, sprites.RoofInner}
	faces = wallSet{sprites.FaceFull, sprites.FaceOpen, sprites.FaceH, sprites.FaceV, sprites.FaceInner}
)

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
func wallPicture(t func(geom.Pos) client.Terrain, p geom.Pos, l look, q quarter, variant uint32) sprites.ID {
	dx, dy := 2*q.x-1, 2*q.y-1
	side := p.Add(geom.Delta{DX: dx})
	beside := t(side) == client.Floor
	if l == lookFace {
		if q.y == 1 {
			return faceBricks(beside, variant)
		}
		return faces.pick(beside, t(p.Step(geom.North)) == client.Floor, t(side.Step(geom.North)) == client.Floor)
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

// faceBricks returns the picture for the lower quarters of a wall's front.
func faceBricks(end bool, variant uint32) sprites.ID {
	switch {
	case end:
		return sprites.FaceV
	case variant%11 == 0:
		return sprites.FaceCracked
	case variant%13 == 1:
		return sprites.FaceMossy
	}
	return sprites.FaceFull
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

// plainFloors is most of the floor; those that are there twice are seen more.
var plainFloors = [...]sprites.ID{
	sprites.Floor0, sprites.Floor1, sprites.Floor0, sprites.Floor1,
	sprites.Floor2, sprites.Floor3, sprites.Floor2, sprites.Floor3,
	sprites.Floor4, sprites.Floor5, sprites.Floor6, sprites.Floor7,
}

// patches is what is found here and there: in one patch of patchKinds, on so
// many of a hundred fields.
var patches = [...]struct {
	share    uint32
	pictures []sprites.ID
}{
	{24, []sprites.ID{sprites.Floor12, sprites.Floor13}},                // moss
	{22, []sprites.ID{sprites.Floor10, sprites.Floor11}},                // pebbles
	{30, []sprites.ID{sprites.Floor8, sprites.Floor9, sprites.Floor14}}, // cracks
}

const patchKinds = 7

// floorPicture returns the picture of the floor at p.
func floorPicture(p geom.Pos) sprites.ID {
	chance := mix(p.X, p.Y)
	kind := int(mix(p.X/5+1000, p.Y/4) % patchKinds)
	if kind < len(patches) && chance%100 < patches[kind].share {
		return one(patches[kind].pictures, chance>>8)
	}
	return one(plainFloors[:], chance>>8)
}

// one returns the picture that chance falls on.
func one(pictures []sprites.ID, chance uint32) sprites.ID {
	return pictures[chance%uint32(len(pictures))]
}
