package ui

import (
	"image"
	"image/color"
	"math"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// Shape is what a Cap looks like.
type Shape uint8

// The shapes.
const (
	KeyShape   Shape = iota // of a keyboard: a box around the label
	RoundShape              // of a gamepad: a ring around the label
	CrossShape              // the four signs of a PlayStation's buttons, in rings
	CircleShape
	SquareShape
	TriangleShape
	PadShape // a gamepad's cross of directions
	PadUpShape
	PadRightShape
	PadDownShape
	PadLeftShape
	LinesShape // three lines in a ring: the button for the menu
	MouseLeftShape
	MouseRightShape
	MouseWheelShape
)

// capKey is one cap; the label is what is written on it, or what it is called.
type capKey struct {
	label string
	shape Shape
}

// caps are all that were made. They stand in texts as characters for private use, so
// that they are measured, wrapped and drawn like letters.
var caps struct {
	sync.Mutex
	runes map[capKey]rune
	list  []capKey
}

const firstCap, lastCap = '\ue000', '\uf8ff'

// isCap reports whether a character of a text stands for a cap.
func isCap(r rune) bool { return r >= firstCap && r <= lastCap }

// Cap returns the character that stands in texts for a key or a button with that
// label; where a shape has no room for one it is what the button is called. Labels
// are few: they are kept for ever, and beyond some thousands they all look the same.
func Cap(label string, shape Shape) string {
	caps.Lock()
	defer caps.Unlock()
	k := capKey{label, shape}
	r, ok := caps.runes[k]
	if !ok {
		if caps.runes == nil {
			caps.runes = map[capKey]rune{}
		}
		if r = firstCap + rune(len(caps.list)); r > lastCap {
			return "?"
		}
		caps.runes[k] = r
		caps.list = append(caps.list, k)
	}
	return string(r)
}

// capOf returns the cap that a character stands for.
func capOf(r rune) (capKey, bool) {
	if !isCap(r) {
		return capKey{}, false
	}
	caps.Lock()
	defer caps.Unlock()
	if i := int(r - firstCap); i < len(caps.list) {
		return caps.list[i], true
	}
	return capKey{}, false
}

// Spell returns a text with the labels in place of caps, as it is read out.
func Spell(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= firstCap && r <= lastCap }) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if c, ok := capOf(r); ok {
			b.WriteString(c.label)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// capLabel returns the face of labels on caps among letters of this one.
func (f *Face) capLabel() font.Face {
	if f.label == nil {
		const share = 0.78 // of the letters' size
		face, err := opentype.NewFace(parsed()[Label], &opentype.FaceOptions{Size: max(f.size*share, 4), DPI: 72})
		if err != nil {
			return f.face
		}
		f.label = face
	}
	return f.label
}

// capSize returns how large a cap is.
func (f *Face) capSize(c capKey) image.Point {
	h := f.height - 1
	switch c.shape {
	case KeyShape, RoundShape:
		w := font.MeasureString(f.capLabel(), c.label).Ceil() + h/2
		return image.Pt(max(w, h), h)
	case MouseLeftShape, MouseRightShape, MouseWheelShape:
		return image.Pt(h*3/4, h)
	}
	return image.Pt(h, h)
}

// capGap is the room at each side of a cap.
func (f *Face) capGap() int { return max(f.height/14, 1) }

// capAdvance returns how far the pen moves on over a cap.
func (f *Face) capAdvance(c capKey) fixed.Int26_6 {
	return fixed.I(f.capSize(c).X + 2*f.capGap())
}

// capGlyph draws a cap.
func (f *Face) capGlyph(c capKey) (mask *image.Alpha, at image.Point) {
	size := f.capSize(c)
	mask = image.NewAlpha(image.Rectangle{Max: size})
	line := max(math.Round(f.size/13), 1)
	draw := capDrawing{w: float64(size.X), h: float64(size.Y), line: line}
	for y := range size.Y {
		for x := range size.X {
			a := draw.at(c.shape, float64(x)+0.5, float64(y)+0.5)
			mask.SetAlpha(x, y, color.Alpha{uint8(a*255 + 0.5)})
		}
	}
	if c.shape == KeyShape || c.shape == RoundShape {
		face := f.capLabel()
		w, m := font.MeasureString(face, c.label), face.Metrics()
		d := font.Drawer{Dst: mask, Src: image.Opaque, Face: face, Dot: fixed.Point26_6{
			X: (fixed.I(size.X) - w) / 2,
			Y: (fixed.I(size.Y-int(line)) + m.CapHeight) / 2,
		}}
		d.DrawString(c.label)
	}
	return mask, image.Pt(f.capGap(), -f.ascent)
}

// capDrawing says how much of a pixel a shape covers.
type capDrawing struct{ w, h, line float64 }

// plate is how strong the ground of a cap is.
const plate = 0.14

func (d *capDrawing) at(s Shape, x, y float64) float64 {
	cx, cy, r := d.w/2, d.h/2, d.h/2-0.5
	switch s {
	case KeyShape:
		body := roundBox(x-cx, y-cy, cx-0.5, cy-0.5, d.h/5)
		edge := max(cover(math.Abs(body+d.line/2)-d.line/2), cover(body)*cover(d.h-0.5-2*d.line-y))
		return max(edge, plate*cover(body))
	case PadShape, PadUpShape, PadRightShape, PadDownShape, PadLeftShape:
		return d.pad(s, x-cx, y-cy, r)
	case MouseLeftShape, MouseRightShape, MouseWheelShape:
		return d.mouse(s, x-cx, y-cy, cx-0.5, cy-0.5)
	}
	ring := roundBox(x-cx, y-cy, cx-0.5, r, r)
	a := max(cover(math.Abs(ring+d.line/2)-d.line/2), plate*cover(ring))
	return max(a, cover(d.sign(s, x-cx, y-cy, r*0.5)))
}

// sign returns how far a point is from the sign of a shape that is r large.
func (d *capDrawing) sign(s Shape, x, y, r float64) float64 {
	half := d.line * 0.6
	switch s {
	case CrossShape:
		r *= 0.85
		return min(segment(x, y, -r, -r, r, r), segment(x, y, -r, r, r, -r)) - half
	case CircleShape:
		return math.Abs(math.Hypot(x, y)-r) - half
	case SquareShape:
		return math.Abs(roundBox(x, y, r*0.85, r*0.85, 0)) - half
	case TriangleShape:
		top, side, foot := -r, r*0.95, r*0.62
		return min(segment(x, y, 0, top, side, foot), segment(x, y, side, foot, -side, foot), segment(x, y, -side, foot, 0, top)) - half
	case LinesShape:
		r *= 0.9
		return min(segment(x, y, -r, -r*0.7, r, -r*0.7), segment(x, y, -r, 0, r, 0), segment(x, y, -r, r*0.7, r, r*0.7)) - half
	}
	return math.Inf(1)
}

// pad draws the cross of directions, with the arm that is meant.
func (d *capDrawing) pad(s Shape, x, y, r float64) float64 {
	arm := r * 0.36
	cross := min(roundBox(x, y, arm, r, 1), roundBox(x, y, r, arm, 1))
	a := max(cover(math.Abs(cross+d.line/2)-d.line/2), plate*cover(cross))
	u, v := x, y // as if it were the upper arm
	switch s {
	case PadUpShape:
	case PadDownShape:
		v = -y
	case PadLeftShape:
		u, v = y, x
	case PadRightShape:
		u, v = y, -x
	default:
		return a
	}
	return max(a, cover(roundBox(u, v+(r+arm)/2, arm, (r-arm)/2, 1)))
}

// mouse draws a mouse, with the button that is meant.
func (d *capDrawing) mouse(s Shape, x, y, w, h float64) float64 {
	body := roundBox(x, y, w, h, w*0.9)
	split := -h * 0.1
	a := max(cover(math.Abs(body+d.line/2)-d.line/2), plate*cover(body))
	a = max(a, cover(body)*cover(math.Abs(y-split)-d.line/2))
	middle := cover(math.Abs(x)-d.line/2) * cover(y-split)
	a = max(a, cover(body)*middle)
	switch s {
	case MouseLeftShape:
		return max(a, cover(body)*cover(x)*cover(y-split))
	case MouseRightShape:
		return max(a, cover(body)*cover(-x)*cover(y-split))
	}
	return max(a, cover(roundBox(x, y+h*0.5, w*0.3, h*0.28, w*0.2)))
}

// cover returns how much of a pixel is covered whose middle is so far outside.
func cover(outside float64) float64 { return min(max(0.5-outside, 0), 1) }

// roundBox returns how far a point is outside a box around 0, 0 with round corners.
func roundBox(x, y, w, h, r float64) float64 {
	r = min(r, w, h)
	dx, dy := math.Abs(x)-w+r, math.Abs(y)-h+r
	return math.Hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - r
}

// segment returns how far a point is from a line.
func segment(x, y, x1, y1, x2, y2 float64) float64 {
	dx, dy := x2-x1, y2-y1
	t := min(max(((x-x1)*dx+(y-y1)*dy)/(dx*dx+dy*dy), 0), 1)
	return math.Hypot(x-x1-t*dx, y-y1-t*dy)
}
