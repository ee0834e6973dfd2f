// Package paint draws package ui's boxes and text with Ebitengine: everything
// out of one picture, so that a screen full of them is one draw call.
package paint

import (
	"image"
	"image/color"
	"image/draw"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/sprites"
	"laneya/ui"
)

// maxVertices is how many a batch takes: indices have 16 bits.
const maxVertices = 65532

// Painter is a ui.Canvas. It keeps the pictures of glyphs from frame to frame
// and belongs to the goroutine that draws.
type Painter struct {
	dst      *ebiten.Image
	page     page
	eyes     eyes
	vertices []ebiten.Vertex
	indices  []uint16
	options  ebiten.DrawTrianglesOptions
	stencils map[glyphKey]stencil // that lines were put together from
	draws    int                  // made so far
}

var white = color.RGBA{255, 255, 255, 255}

var _ ui.Canvas = (*Painter)(nil)

// New returns a Painter.
func New() *Painter {
	return &Painter{
		options:  ebiten.DrawTrianglesOptions{ColorScaleMode: ebiten.ColorScaleModePremultipliedAlpha},
		stencils: map[glyphKey]stencil{},
	}
}

// Begin starts to draw onto dst.
func (p *Painter) Begin(dst *ebiten.Image) {
	p.dst = dst
	p.page.open(&p.eyes)
}

// End finishes what Begin started: only now does it show.
func (p *Painter) End() {
	p.flush()
	p.dst = nil
}

// Draws returns how many draw calls were made so far.
func (p *Painter) Draws() int { return p.draws }

// Fill implements ui.Canvas.
func (p *Painter) Fill(r image.Rectangle, c color.RGBA) { p.Fade(r, c, c) }

// Fade fills r with a colour that changes from its top to its bottom.
func (p *Painter) Fade(r image.Rectangle, top, bottom color.RGBA) {
	p.quad(r, p.page.white, top, bottom)
}

// Box implements ui.Canvas.
func (p *Painter) Box(r image.Rectangle, look ui.Look, scale float64) {
	zoom := max(int(2*scale+0.5), 1)
	corner := min(zoom*ui.SkinCorner, r.Dx()/2, r.Dy()/2)
	src := image.Rect(0, 0, ui.SkinSize, ui.SkinSize).Add(p.page.skin.Add(image.Pt(int(look)*ui.SkinSize, 0)))
	sx := [4]int{src.Min.X, src.Min.X + ui.SkinCorner, src.Max.X - ui.SkinCorner, src.Max.X}
	sy := [4]int{src.Min.Y, src.Min.Y + ui.SkinCorner, src.Max.Y - ui.SkinCorner, src.Max.Y}
	dx := [4]int{r.Min.X, r.Min.X + corner, r.Max.X - corner, r.Max.X}
	dy := [4]int{r.Min.Y, r.Min.Y + corner, r.Max.Y - corner, r.Max.Y}
	for j := range 3 {
		for i := range 3 {
			p.quad(image.Rect(dx[i], dy[j], dx[i+1], dy[j+1]), image.Rect(sx[i], sy[j], sx[i+1], sy[j+1]), white, white)
		}
	}
}

// Icon implements ui.Canvas.
func (p *Painter) Icon(r image.Rectangle, id sprites.ID) {
	src, ok := p.page.icons[id]
	if !ok {
		img := sprites.Enlarged(id, 1)
		if src, ok = p.keep(img.Rect, p.icon(img)); !ok {
			return
		}
		p.page.icons[id] = src
	}
	p.quad(r, src, white, white)
}

// icon returns the pixels of a picture, in the colours for the player's eyes. Pictures
// are not made stronger, only words and what is behind them.
func (p *Painter) icon(img *image.NRGBA) []byte {
	kind := eyes{kind: p.eyes.kind, known: p.eyes.known}
	return kind.paint(premultiplied(img))
}

// premultiplied returns the pixels of img with alpha multiplied into them.
func premultiplied(img *image.NRGBA) []byte {
	out := image.NewRGBA(img.Rect)
	draw.Draw(out, out.Rect, img, img.Rect.Min, draw.Src)
	return out.Pix
}

// Text implements ui.Canvas.
func (p *Painter) Text(x, y int, s string, f *ui.Face, c color.RGBA) {
	pen := x * 64
	y += f.Ascent()
	for _, r := range s {
		shift := (pen % 64) * ui.Shifts / 64
		if g := p.glyph(f, r, shift); !g.src.Empty() {
			at := image.Pt(pen/64, y).Add(g.at)
			p.quad(image.Rectangle{Min: at, Max: at.Add(g.src.Size())}, g.src, c, c)
		}
		pen += int(f.Advance(r))
	}
}

// glyph returns where a glyph's picture is, and draws it into the page first
// where it isn't there yet.
func (p *Painter) glyph(f *ui.Face, r rune, shift int) glyph {
	k := glyphKey{f, r, shift}
	if g, ok := p.page.glyphs[k]; ok {
		return g
	}
	mask, at := f.Glyph(r, shift)
	if mask == nil {
		p.page.glyphs[k] = glyph{}
		return glyph{}
	}
	src, ok := p.keep(mask.Rect, p.page.whiten(mask))
	if !ok {
		return glyph{}
	}
	g := glyph{src: src, at: at}
	p.page.glyphs[k] = g
	return g
}

// keep puts a picture onto the page, and onto a new one where that is full. It
// fails where the picture is larger than the largest page.
func (p *Painter) keep(size image.Rectangle, pixels []byte) (image.Rectangle, bool) {
	src := p.page.put(size, pixels)
	for src.Empty() && fits(size) {
		// What waits to be drawn still needs the page as it is.
		p.flush()
		p.page.renew(&p.eyes)
		src = p.page.put(size, pixels)
	}
	return src, !src.Empty()
}

// quad adds a rectangle to the batch.
func (p *Painter) quad(r, src image.Rectangle, top, bottom color.RGBA) {
	if r.Empty() {
		return
	}
	if len(p.vertices)+4 > maxVertices {
		p.flush()
	}
	if top != white {
		same := top == bottom
		if top = p.eyes.see(top); same {
			bottom = top
		} else {
			bottom = p.eyes.see(bottom)
		}
	}
	n := uint16(len(p.vertices))
	p.vertices = append(p.vertices,
		vertex(r.Min.X, r.Min.Y, src.Min.X, src.Min.Y, top),
		vertex(r.Max.X, r.Min.Y, src.Max.X, src.Min.Y, top),
		vertex(r.Min.X, r.Max.Y, src.Min.X, src.Max.Y, bottom),
		vertex(r.Max.X, r.Max.Y, src.Max.X, src.Max.Y, bottom))
	p.indices = append(p.indices, n, n+1, n+2, n+1, n+3, n+2)
}

func vertex(x, y, sx, sy int, c color.RGBA) ebiten.Vertex {
	const scale = 1.0 / 255
	return ebiten.Vertex{
		DstX: float32(x), DstY: float32(y), SrcX: float32(sx), SrcY: float32(sy),
		ColorR: float32(c.R) * scale, ColorG: float32(c.G) * scale,
		ColorB: float32(c.B) * scale, ColorA: float32(c.A) * scale,
	}
}

// flush draws the batch.
func (p *Painter) flush() {
	if len(p.indices) > 0 {
		p.dst.DrawTriangles(p.vertices, p.indices, p.page.image, &p.options)
		p.draws++
	}
	p.vertices, p.indices = p.vertices[:0], p.indices[:0]
}
