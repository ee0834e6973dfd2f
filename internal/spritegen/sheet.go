package spritegen

import (
	"image"
	"image/color"
	"image/draw"
)

// The contact sheet shows pictures that are larger than they are in the game, on
// a ground that is neither dark nor light.
const (
	sheetZoom    = 4
	sheetColumns = 28 // cells in a row: four figures in all their poses
)

var sheetGround = color.NRGBA{R: 0x3a, G: 0x34, B: 0x40, A: 0xff}

// ContactSheet returns all pictures side by side, in the order of the sources,
// each pixel four wide. A figure's poses, and the variants of one picture, stay
// together.
func (a *Atlas) ContactSheet() *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, sheetColumns*cell.X*sheetZoom, a.flow(func(*image.NRGBA, image.Point) {})*sheetZoom))
	draw.Draw(out, out.Bounds(), image.NewUniform(sheetGround), image.Point{}, draw.Src)
	a.flow(func(img *image.NRGBA, at image.Point) {
		large := enlarged(img, sheetZoom)
		draw.Draw(out, large.Bounds().Add(at.Mul(sheetZoom)), large, image.Point{}, draw.Over)
	})
	return out
}

// flow calls put for every picture with its place in rows that are sheetColumns
// cells wide, in pixels, and returns how high they all are.
func (a *Atlas) flow(put func(*image.NRGBA, image.Point)) int {
	width, gap := sheetColumns*cell.X, cell.X/2
	x, y, height := 0, 0, 0
	for _, pic := range a.Pictures {
		for i, v := range pic.Variants {
			together := min(len(pic.Variants)-i, len(Poses)) * pic.Size.X
			if x+pic.Size.X > width || i%len(Poses) == 0 && x+together > width {
				x, y, height = 0, y+height+gap/2, 0
			}
			put(v, image.Pt(x, y))
			x, height = x+pic.Size.X, max(height, pic.Size.Y)
		}
	}
	return y + height
}

func enlarged(img *image.NRGBA, zoom int) *image.NRGBA {
	out := image.NewNRGBA(image.Rectangle{Max: img.Bounds().Size().Mul(zoom)})
	for y := range out.Bounds().Dy() {
		for x := range out.Bounds().Dx() {
			out.SetNRGBA(x, y, img.NRGBAAt(x/zoom, y/zoom))
		}
	}
	return out
}
