package sprites

import (
	"image"
	"image/draw"
)

// Icons returns the program's picture with sides of 16, 32, 48 and 64 pixels.
// The images are the caller's.
func Icons() []image.Image {
	out := make([]image.Image, 4)
	for i := range out {
		out[i] = Enlarged(Icon, i+1)
	}
	return out
}

// Enlarged returns a copy of the picture in which each pixel takes zoom pixels
// along each side; zoom is at least 1.
func Enlarged(id ID, zoom int) *image.NRGBA {
	zoom = max(zoom, 1)
	r := Rect(id)
	src := image.NewNRGBA(image.Rectangle{Max: r.Size()})
	draw.Draw(src, src.Bounds(), Sheet(), r.Min, draw.Src)
	out := image.NewNRGBA(image.Rectangle{Max: r.Size().Mul(zoom)})
	for y := range out.Bounds().Dy() {
		for x := range out.Bounds().Dx() {
			out.SetNRGBA(x, y, src.NRGBAAt(x/zoom, y/zoom))
		}
	}
	return out
}
