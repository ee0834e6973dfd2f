package ui

import "image/color"

// The colours of the game's screens: dark stone and the amber of a lantern.
var (
	Ink    = color.RGBA{0x0c, 0x0a, 0x10, 0xff}
	Night  = color.RGBA{0x14, 0x11, 0x19, 0xff}
	Stone1 = color.RGBA{0x21, 0x1d, 0x27, 0xff}
	Stone2 = color.RGBA{0x2e, 0x29, 0x35, 0xff}
	Stone3 = color.RGBA{0x42, 0x3a, 0x49, 0xff}
	Stone4 = color.RGBA{0x5d, 0x52, 0x63, 0xff}
	Ember  = color.RGBA{0x6b, 0x3a, 0x17, 0xff}
	Copper = color.RGBA{0xb0, 0x6a, 0x22, 0xff}
	Amber  = color.RGBA{0xf0, 0xaa, 0x48, 0xff}
	Flame  = color.RGBA{0xff, 0xd9, 0x8a, 0xff}
	Cream  = color.RGBA{0xf1, 0xe6, 0xd2, 0xff}
	Muted  = color.RGBA{0xad, 0xa0, 0x98, 0xff}
	Rust   = color.RGBA{0xf0, 0x83, 0x5c, 0xff}
)

// Alpha returns c made translucent: a from 0, not there, to 1.
func Alpha(c color.RGBA, a float64) color.RGBA {
	part := func(v uint8) uint8 { return uint8(float64(v)*a + 0.5) }
	return color.RGBA{part(c.R), part(c.G), part(c.B), part(c.A)}
}

// Style is what a piece of text is for, which sets its font and size.
type Style uint8

// The styles.
const (
	Body Style = iota
	Small
	Label // on buttons
	Heading
	Mono // to be copied character by character
	numStyles
)

// points are the sizes of the styles, in pixels at a scale of 1.
var points = [numStyles]float64{Body: 16, Small: 13.5, Label: 17, Heading: 25, Mono: 13}

// Tone is how a piece of text is meant.
type Tone uint8

// The tones.
const (
	Plain Tone = iota
	Quiet
	Warm
	Alarm
	Worth // values of facts
)

// Color returns the colour of text in that tone.
func (t Tone) Color() color.RGBA {
	switch t {
	case Quiet:
		return Muted
	case Warm:
		return Amber
	case Alarm:
		return Rust
	case Worth:
		return Flame
	}
	return Cream
}
