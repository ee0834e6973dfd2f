package ui

import (
	"fmt"
	"image"
	"math"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomedium"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// missing stands for a character that the fonts lack.
const missing = '?'

// Shifts is how many positions between two pixels a glyph can have.
const Shifts = 4

var fontFiles = [numStyles][]byte{
	Body: goregular.TTF, Small: goregular.TTF, Label: gomedium.TTF, Heading: gobold.TTF,
	Mono: gomono.TTF,
}

var parsed = sync.OnceValue(func() (fonts [numStyles]*opentype.Font) {
	for s, file := range fontFiles {
		f, err := opentype.Parse(file)
		if err != nil {
			panic(fmt.Sprintf("ui: a built-in font is broken: %v", err))
		}
		fonts[s] = f
	}
	return fonts
})

// Fonts hands out faces and keeps them. It is not safe for concurrent use.
type Fonts struct {
	// Prompts returns a text with pictures in place of names of what asks for
	// something; nil leaves them.
	Prompts func(string) string

	faces map[faceKey]*Face
}

// prompt returns a text with its prompts.
func (f *Fonts) prompt(text string) string {
	if f.Prompts == nil {
		return text
	}
	return f.Prompts(text)
}

type faceKey struct {
	style Style
	size  float64
}

// NewFonts returns an empty Fonts.
func NewFonts() *Fonts { return &Fonts{faces: map[faceKey]*Face{}} }

// Face returns the face of a style at a scale, 1 for a display that has one
// device pixel in each pixel.
func (f *Fonts) Face(s Style, scale float64) *Face {
	k := faceKey{s, math.Round(points[s]*scale*2) / 2}
	if face, ok := f.faces[k]; ok {
		return face
	}
	face := newFace(s, k.size)
	f.faces[k] = face
	return face
}

// Fitting returns the face of a style in which a line is at most width pixels wide, a
// smaller one than that of the scale if it has to be.
func (f *Fonts) Fitting(s Style, scale float64, text string, width int) *Face {
	const least = 0.6 // of the scale
	face := f.Face(s, scale)
	for part := 1.0; part >= least && face.Width(text) > width; part -= 0.05 {
		face = f.Face(s, scale*part)
	}
	return face
}

// Face measures text in one style and size, and draws its glyphs into masks.
type Face struct {
	face     font.Face
	size     float64
	label    font.Face // of caps, once there is one
	ascent   int
	height   int
	advances map[rune]fixed.Int26_6
}

func newFace(s Style, size float64) *Face {
	face, err := opentype.NewFace(parsed()[s], &opentype.FaceOptions{Size: max(size, 4), DPI: 72})
	if err != nil {
		panic(fmt.Sprintf("ui: a built-in font has no face: %v", err))
	}
	m := face.Metrics()
	return &Face{
		face: face, size: max(size, 4), ascent: m.Ascent.Ceil(), height: (m.Ascent + m.Descent).Ceil() + 1,
		advances: map[rune]fixed.Int26_6{},
	}
}

// Height returns the height of a line in pixels.
func (f *Face) Height() int { return f.height }

// Ascent returns how far below the top of a line its letters stand, in pixels.
func (f *Face) Ascent() int { return f.ascent }

// Advance returns how far the pen moves on over r.
func (f *Face) Advance(r rune) fixed.Int26_6 {
	if a, ok := f.advances[r]; ok {
		return a
	}
	if c, is := capOf(r); is {
		f.advances[r] = f.capAdvance(c)
		return f.advances[r]
	}
	a, ok := f.face.GlyphAdvance(r)
	if !ok {
		a, _ = f.face.GlyphAdvance(missing)
	}
	f.advances[r] = a
	return a
}

// Width returns the width of a line of text in pixels.
func (f *Face) Width(s string) int {
	var w fixed.Int26_6
	for _, r := range s {
		w += f.Advance(r)
	}
	return w.Ceil()
}

// Index returns the place between two characters of s that is nearest to x
// pixels from its start, as a number of characters.
func (f *Face) Index(s string, x int) int {
	var w fixed.Int26_6
	n := 0
	for _, r := range s {
		a := f.Advance(r)
		if fixed.I(x) < w+a/2 {
			return n
		}
		w += a
		n++
	}
	return n
}

// Glyph returns how much of each pixel r covers when the pen stands shift
// quarters of a pixel right of a pixel's edge, and where the mask's corner lies
// from the pen. The mask is nil for a blank.
func (f *Face) Glyph(r rune, shift int) (mask *image.Alpha, at image.Point) {
	if c, is := capOf(r); is {
		return f.capGlyph(c)
	}
	dot := fixed.Point26_6{X: fixed.Int26_6(shift * 64 / Shifts)}
	rect, src, sp, _, ok := f.face.Glyph(dot, r)
	if !ok {
		rect, src, sp, _, ok = f.face.Glyph(dot, missing)
	}
	if !ok || rect.Empty() {
		return nil, image.Point{}
	}
	mask = image.NewAlpha(image.Rect(0, 0, rect.Dx(), rect.Dy()))
	for y := range rect.Dy() {
		for x := range rect.Dx() {
			mask.Set(x, y, src.At(sp.X+x, sp.Y+y))
		}
	}
	return mask, rect.Min
}
