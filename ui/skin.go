package ui

import (
	"image"
	"image/color"
)

// Each look is a square picture that is drawn in nine parts: the corners as
// they are, the sides and the middle stretched.
const (
	SkinSize   = 16 // pixels of a look's side
	SkinCorner = 6  // pixels of a corner's side
)

// Skin returns the pictures of all looks, side by side.
func Skin() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, SkinSize*int(NumLooks), SkinSize))
	for l := range NumLooks {
		for y := range SkinSize {
			for x := range SkinSize {
				img.SetRGBA(int(l)*SkinSize+x, y, skinPixel(l, x, y))
			}
		}
	}
	return img
}

// bevel holds the colours of a look from its edge inwards. Each ring has one
// colour where the light falls, above and on the left, and one where it doesn't.
type bevel struct {
	lit, dim []color.RGBA
	fill     color.RGBA
}

var bevels = [NumLooks]bevel{
	Slab: {
		lit:  []color.RGBA{Ink, Stone4, Stone3, Ink},
		dim:  []color.RGBA{Ink, Stone3, Stone2, Ink},
		fill: color.RGBA{0x1c, 0x18, 0x21, 0xf6},
	},
	Raised:      {lit: []color.RGBA{Ink, Stone4}, dim: []color.RGBA{Ink, Night, Stone1}, fill: Stone2},
	RaisedFocus: {lit: []color.RGBA{Ink, Amber}, dim: []color.RGBA{Ink, Copper, Ember}, fill: color.RGBA{0x4b, 0x33, 0x22, 0xff}},
	Sunk:        {lit: []color.RGBA{Ink, Ember, Night}, dim: []color.RGBA{Ink, Copper}, fill: color.RGBA{0x38, 0x26, 0x1b, 0xff}},
	Faded:       {lit: []color.RGBA{Ink}, dim: []color.RGBA{Ink}, fill: Stone1},
	Inset:       {lit: []color.RGBA{Ink, Ink}, dim: []color.RGBA{Stone3, Ink}, fill: Night},
	InsetFocus:  {lit: []color.RGBA{Copper, Ink}, dim: []color.RGBA{Amber, Ink}, fill: Night},
}

func skinPixel(l Look, x, y int) color.RGBA {
	const last = SkinSize - 1
	fromLight, fromDark := min(x, y), min(last-x, last-y)
	d := min(fromLight, fromDark)
	cornerX, cornerY := min(x, last-x), min(y, last-y)
	if cornerX+cornerY == 0 {
		return color.RGBA{}
	}
	if l == Slab {
		if c, ok := rivet(cornerX, cornerY); ok {
			return c
		}
	}
	b := &bevels[l]
	ring := b.dim
	if fromLight <= fromDark {
		ring = b.lit
	}
	if d < len(ring) {
		return ring[d]
	}
	return b.fill
}

// rivet returns the colour of the brass stud in a slab's corner.
func rivet(x, y int) (color.RGBA, bool) {
	switch dx, dy := max(x-3, 3-x), max(y-3, 3-y); {
	case dx+dy == 0:
		return Flame, true
	case dx+dy == 1:
		return Copper, true
	case dx+dy == 2:
		return Ink, true
	}
	return color.RGBA{}, false
}
