// Package spritegen turns the text sources of laneya's pictures into one
// atlas: an image, and a table of where in it each picture lies.
//
// palette.txt names the colours, a character for each:
//
//	colour . 00000000
//	colour k 16121cff
//	swap hero abc def
//
// Every other file holds pictures, a character for each pixel:
//
//	sprite floor-0 16x16
//	<16 rows of 16 characters>
//
//	sprite hero-east-0 16x16 swap hero
//	<rows>
//
//	mirror hero-west-0 hero-east-0
//
//	thing item-ring
//	<16 rows>
//
//	cover terrain-grass
//	<16 rows>
//
//	recolour item-ring-bark item-ring YoO nMm
//
//	short held-spear item-spear -7 3
//
//	figure foe-rat walk
//	<16 rows of the pose "idle">
//	attack
//	<16 rows>
//
// A picture with "swap" is made once as it is drawn and once more for each
// swap of that name, with the colours of the first word replaced by those at
// the same place in the second; the variants follow each other in the table.
//
// Rows of half the width are the west half of a picture whose east half mirrors
// it. Things and figures get a rim of the colour k; what covers
// ground has none. A figure has all Poses, one
// after the other; those that its source doesn't draw are made from the first by
// how it moves: walk, hover, crawl or stand. A recoloured picture is another one
// with colours replaced, its rim apart. A short one is of what lies from the
// south-west to the north-east, without 3 pixels of its length from the diagonal on
// which x-y is -7.
//
// Lines that start with "#" between pictures are comments.
package spritegen

import (
	"fmt"
	"image"
	"image/color"
)

// MaxColours is the most colours that a palette may have, without the
// transparent one.
const MaxColours = 48

// Picture is one entry of the atlas, or several of the same size when it has
// variants.
type Picture struct {
	Name     string            // as in the source: lower case, with dashes
	Keyed    bool              // found by its name while the game runs, not by a constant
	Size     image.Point       // in pixels
	Variants []*image.NRGBA    // at least one
	Rects    []image.Rectangle // where the variants lie in the atlas
}

// Atlas is all pictures packed into one image.
type Atlas struct {
	Image    *image.NRGBA
	Pictures []*Picture // in the order of the sources
}

// Palette is the colours that pictures are drawn in.
type Palette struct {
	colours map[byte]color.NRGBA
	swaps   map[string][]swap
}

type swap struct{ from, to string }

// colour returns the colour of the pixel c when drawn with s.
func (p *Palette) colour(c byte, s swap) (color.NRGBA, error) {
	for i := range len(s.from) {
		if s.from[i] == c {
			c = s.to[i]
			break
		}
	}
	col, ok := p.colours[c]
	if !ok {
		return color.NRGBA{}, fmt.Errorf("no colour is named %q", c)
	}
	return col, nil
}

// rimColour names the colour of rims.
const rimColour = 'k'

// rimmed returns img with a rim.
func (p *Palette) rimmed(img *image.NRGBA) *image.NRGBA { return rim(img, p.colours[rimColour]) }

// recolour returns img with the colours changed by s.
func (p *Palette) recolour(img *image.NRGBA, s swap) (*image.NRGBA, error) {
	to := map[color.NRGBA]color.NRGBA{}
	for i := range len(s.from) {
		from, ok := p.colours[s.from[i]]
		into, also := p.colours[s.to[i]]
		if !ok || !also {
			return nil, fmt.Errorf("no colour is named %q or %q", s.from[i], s.to[i])
		}
		to[from] = into
	}
	out := image.NewNRGBA(img.Bounds())
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			c := img.NRGBAAt(x, y)
			if into, ok := to[c]; ok {
				c = into
			}
			out.SetNRGBA(x, y, c)
		}
	}
	return out, nil
}

// paint makes the picture that rows describe, with the colours changed by s.
func (p *Palette) paint(rows []string, s swap) (*image.NRGBA, error) {
	img := image.NewNRGBA(image.Rect(0, 0, len(rows[0]), len(rows)))
	for y, row := range rows {
		for x := range len(row) {
			c, err := p.colour(row[x], s)
			if err != nil {
				return nil, fmt.Errorf("row %d, column %d: %w", y, x, err)
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img, nil
}

// mirror returns img with left and right exchanged.
func mirror(img *image.NRGBA) *image.NRGBA {
	b := img.Bounds()
	out := image.NewNRGBA(b)
	for y := range b.Dy() {
		for x := range b.Dx() {
			out.SetNRGBA(b.Dx()-1-x, y, img.NRGBAAt(x, y))
		}
	}
	return out
}
