package paint

import (
	"image"
	"image/color"

	"laneya/ui"
)

// lineKey is what the picture of an outlined line depends on.
type lineKey struct {
	face *ui.Face
	text string
	ink  color.RGBA
	rim  int // how thick it is, in pixels
}

// Outlined draws text with a dark rim, for a ground of any colour. The picture
// of the line is kept, as the same names are drawn in frame after frame.
func (p *Painter) Outlined(x, y int, s string, f *ui.Face, c color.RGBA, scale float64) {
	k := lineKey{face: f, text: s, ink: c, rim: max(int(scale+0.5), 1)}
	g, ok := p.page.lines[k]
	if !ok {
		g = p.line(k)
		p.page.lines[k] = g
	}
	at := image.Pt(x, y).Add(g.at)
	p.quad(image.Rectangle{Min: at, Max: at.Add(g.src.Size())}, g.src, white, white)
}

// line draws the picture of a line into the page. It is empty for blanks, and
// for what is larger than the largest page.
func (p *Painter) line(k lineKey) glyph {
	var bounds image.Rectangle
	p.each(k, func(mask *image.Alpha, at image.Point) {
		bounds = bounds.Union(mask.Rect.Add(at))
	})
	if bounds.Empty() {
		return glyph{}
	}
	bounds = bounds.Inset(-k.rim)
	d := drawing{size: bounds.Size(), pixels: make([][4]float32, bounds.Dx()*bounds.Dy())}
	rim := ui.Alpha(ui.Ink, float64(k.ink.A)/255*0.8)
	w := k.rim
	for _, by := range [...]image.Point{{-w, 0}, {w, 0}, {0, -w}, {0, w}, {w, w}} {
		p.each(k, func(mask *image.Alpha, at image.Point) { d.lay(mask, at.Add(by).Sub(bounds.Min), rim) })
	}
	p.each(k, func(mask *image.Alpha, at image.Point) { d.lay(mask, at.Sub(bounds.Min), k.ink) })
	src, ok := p.keep(image.Rectangle{Max: d.size}, d.bytes())
	if !ok {
		return glyph{}
	}
	return glyph{src: src, at: bounds.Min}
}

// each calls do for the glyphs of a line that aren't blank, with where their
// masks lie from the line's top left corner.
func (p *Painter) each(k lineKey, do func(mask *image.Alpha, at image.Point)) {
	pen := 0
	for _, r := range k.text {
		g := glyphKey{k.face, r, pen % 64 * ui.Shifts / 64}
		s, ok := p.stencils[g]
		if !ok {
			s.mask, s.at = k.face.Glyph(g.r, g.shift)
			p.stencils[g] = s
		}
		if s.mask != nil {
			do(s.mask, s.at.Add(image.Pt(pen/64, k.face.Ascent())))
		}
		pen += int(k.face.Advance(r))
	}
}

// stencil is what a glyph covers, and how far that lies from the pen; the mask
// of a blank is nil.
type stencil struct {
	mask *image.Alpha
	at   image.Point
}

// drawing is a picture being made, in colours from 0 to 255 that alpha is
// multiplied into. It is finer than bytes, so that layers don't add up what is
// lost by rounding.
type drawing struct {
	size   image.Point
	pixels [][4]float32
}

// lay lays a colour over the drawing where the mask is. All of the mask lies
// within it.
func (d *drawing) lay(mask *image.Alpha, at image.Point, c color.RGBA) {
	for y := range mask.Rect.Dy() {
		for x := range mask.Rect.Dx() {
			a := float32(mask.AlphaAt(x, y).A) / 255
			if a == 0 {
				continue
			}
			rest := 1 - a*float32(c.A)/255
			px := &d.pixels[(at.Y+y)*d.size.X+at.X+x]
			for i, v := range [4]uint8{c.R, c.G, c.B, c.A} {
				px[i] = px[i]*rest + float32(v)*a
			}
		}
	}
}

func (d *drawing) bytes() []byte {
	out := make([]byte, 0, 4*len(d.pixels))
	for _, px := range d.pixels {
		for _, v := range px {
			out = append(out, byte(v+0.5))
		}
	}
	return out
}
