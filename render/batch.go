package render

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
)

// maxQuads is how many rectangles fit into one draw: a vertex is named by 16
// bits.
const maxQuads = (1<<16 - 1) / 4

// batch gathers rectangles from one source image that are drawn at once. Its
// memory is used again.
type batch struct {
	vertices []ebiten.Vertex
	indices  []uint16
}

func (b *batch) reset() {
	b.vertices = b.vertices[:0]
}

func (b *batch) len() int { return len(b.vertices) / 4 }

// quad adds the part src of the source image at x, y with the size w, h, in
// the colours of its four corners: those of the north, then of the south.
func (b *batch) quad(x, y, w, h float32, src image.Rectangle, c [4]rgb, alpha float32) {
	if b.len() == maxQuads {
		return
	}
	sx0, sy0 := float32(src.Min.X), float32(src.Min.Y)
	sx1, sy1 := float32(src.Max.X), float32(src.Max.Y)
	b.vertices = append(b.vertices,
		vertex(x, y, sx0, sy0, c[0], alpha),
		vertex(x+w, y, sx1, sy0, c[1], alpha),
		vertex(x, y+h, sx0, sy1, c[2], alpha),
		vertex(x+w, y+h, sx1, sy1, c[3], alpha))
}

// turned adds the square part src of the source image around x, y, turned by the
// angle of that sine and cosine; half is half of its side.
func (b *batch) turned(x, y, half, sin, cos float64, src image.Rectangle) {
	if b.len() == maxQuads {
		return
	}
	at := func(dx, dy float64, sx, sy int) ebiten.Vertex {
		return vertex(float32(x+dx*cos-dy*sin), float32(y+dx*sin+dy*cos), float32(sx), float32(sy), rgb{1, 1, 1}, 1)
	}
	b.vertices = append(b.vertices,
		at(-half, -half, src.Min.X, src.Min.Y), at(half, -half, src.Max.X, src.Min.Y),
		at(-half, half, src.Min.X, src.Max.Y), at(half, half, src.Max.X, src.Max.Y))
}

// swung adds the square part src of the source image, whose sides are drawn side
// long, so that what lies ox, oy from its corner is at x, y, turned around that.
func (b *batch) swung(x, y, ox, oy, side, sin, cos float64, src image.Rectangle, c rgb) {
	if b.len() == maxQuads {
		return
	}
	at := func(dx, dy float64, sx, sy int) ebiten.Vertex {
		dx, dy = dx-ox, dy-oy
		return vertex(float32(x+dx*cos-dy*sin), float32(y+dx*sin+dy*cos), float32(sx), float32(sy), c, 1)
	}
	b.vertices = append(b.vertices,
		at(0, 0, src.Min.X, src.Min.Y), at(side, 0, src.Max.X, src.Min.Y),
		at(0, side, src.Min.X, src.Max.Y), at(side, side, src.Max.X, src.Max.Y))
}

// vertex returns a vertex whose colour is c, as seen through alpha.
func vertex(x, y, sx, sy float32, c rgb, alpha float32) ebiten.Vertex {
	return ebiten.Vertex{
		DstX: x, DstY: y, SrcX: sx, SrcY: sy,
		ColorR: c.r * alpha, ColorG: c.g * alpha, ColorB: c.b * alpha, ColorA: alpha,
	}
}

// order returns the indices of the batch's triangles.
func (b *batch) order() []uint16 {
	for i := len(b.indices) / 6; i < b.len(); i++ {
		v := uint16(4 * i)
		b.indices = append(b.indices, v, v+1, v+2, v+1, v+3, v+2)
	}
	return b.indices[:6*b.len()]
}

// draw draws the batch onto dst; it reports whether there was anything to.
func (b *batch) draw(dst, src *ebiten.Image, blend ebiten.Blend) bool {
	if b.len() == 0 {
		return false
	}
	dst.DrawTriangles(b.vertices, b.order(), src, &ebiten.DrawTrianglesOptions{
		Blend:          blend,
		ColorScaleMode: ebiten.ColorScaleModePremultipliedAlpha,
	})
	return true
}
