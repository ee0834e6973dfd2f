package paint

import (
	"image/color"

	"laneya/vision"
)

// eyes are how the player sees, and what becomes of colours for that.
type eyes struct {
	kind     vision.Kind
	contrast bool
	known    map[color.RGBA]color.RGBA
}

// See sets for whose eyes all is drawn from now on, and whether words stand out more
// from what is behind them.
func (p *Painter) See(kind vision.Kind, contrast bool) {
	if p.eyes.kind == kind && p.eyes.contrast == contrast {
		return
	}
	p.eyes = eyes{kind: kind, contrast: contrast, known: map[color.RGBA]color.RGBA{}}
	if p.page.image != nil {
		p.page.image.Deallocate()
		p.page.start(&p.eyes)
	}
}

// see returns the colour that is drawn in place of c.
func (e *eyes) see(c color.RGBA) color.RGBA {
	if e.kind == vision.Usual && !e.contrast || c.A == 0 {
		return c
	}
	to, ok := e.known[c]
	if !ok {
		to = e.work(c)
		if len(e.known) < mostKnown {
			e.known[c] = to
		}
	}
	return to
}

// mostKnown bounds the colours that are kept: what fades has many.
const mostKnown = 4096

// work works out the colour that is drawn in place of c.
func (e *eyes) work(c color.RGBA) color.RGBA {
	n := e.kind.Adjust(color.NRGBAModel.Convert(c).(color.NRGBA))
	if e.contrast {
		n = stronger(n)
	}
	return color.RGBAModel.Convert(n).(color.RGBA)
}

// stronger returns a dark colour darker and a light one lighter.
func stronger(c color.NRGBA) color.NRGBA {
	const dark, light = 64, 110
	part := func(v uint8, to, share int) uint8 { return uint8(int(v) + (to-int(v))*share/100) }
	switch most := max(c.R, c.G, c.B); {
	case most < dark:
		return color.NRGBA{part(c.R, 0, 60), part(c.G, 0, 60), part(c.B, 0, 60), c.A}
	case most > light:
		return color.NRGBA{part(c.R, 255, 45), part(c.G, 255, 45), part(c.B, 255, 45), c.A}
	}
	return c
}

// paint changes pixels with alpha multiplied into them.
func (e *eyes) paint(pixels []byte) []byte {
	if e.kind == vision.Usual && !e.contrast {
		return pixels
	}
	for i := 0; i+3 < len(pixels); i += 4 {
		c := e.see(color.RGBA{pixels[i], pixels[i+1], pixels[i+2], pixels[i+3]})
		pixels[i], pixels[i+1], pixels[i+2] = c.R, c.G, c.B
	}
	return pixels
}
