// Package sprites holds laneya's pictures: one atlas image, and where in it
// each picture lies. The atlas is made from the text files in _src by
// go generate; they are what to change, never atlas.png or atlas.go.
//
// The package draws nothing and needs no display.
package sprites

import (
	"bytes"
	_ "embed"
	"image"
	"image/draw"
	"image/png"
	"sync"
)

//go:generate go run laneya/internal/spritegen/gen -sheet ../docs/shots/pictures.png

// ID names a picture of the atlas. The IDs are 0 to Count-1; they are no
// part of the wire or of any file and change as pictures are added.
type ID uint16

// Size is the side of a cell's pictures, in pixels of the atlas.
const Size = 16

//go:embed atlas.png
var atlasPNG []byte

var decode = sync.OnceValue(func() *image.NRGBA {
	img, err := png.Decode(bytes.NewReader(atlasPNG))
	if err != nil {
		// The bytes are part of the program and a test decodes them.
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	}
	if n, ok := img.(*image.NRGBA); ok {
		return n
	}
	out := image.NewNRGBA(img.Bounds())
	draw.Draw(out, out.Bounds(), img, image.Point{}, draw.Src)
	return out
})

// Sheet returns the atlas, decoded at the first call. All callers share it:
// do not change it.
func Sheet() *image.NRGBA { return decode() }

// Rect returns where in the atlas the picture lies, in pixels; it is empty
// for an ID that there is none of.
func Rect(id ID) image.Rectangle {
	if int(id) >= len(rects) {
		return image.Rectangle{}
	}
	r := rects[id]
	return image.Rect(int(r[0]), int(r[1]), int(r[2]), int(r[3]))
}
