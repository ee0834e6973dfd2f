package render

import (
	"image"
	"image/color"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/vision"
)

// eyes are how the player sees. Nil are those that see every colour.
type eyes struct{ kind vision.Kind }

// ink returns a colour of the content as it is drawn for e.
func (e *eyes) ink(c *client.Content, key string) rgb { return e.see(inkOf(c, key)) }

// see returns the colour that is drawn in place of c.
func (e *eyes) see(c rgb) rgb {
	if e == nil || e.kind == vision.Usual {
		return c
	}
	part := func(v float32) uint8 { return uint8(min(max(v, 0), 1)*255 + 0.5) }
	return inkRGB(e.kind.Adjust(color.NRGBA{R: part(c.r), G: part(c.g), B: part(c.b), A: 255}))
}

// good and bad return the colours of friends and gains, and of foes, danger and
// losses.
func (e *eyes) good() rgb { return inkRGB(e.kind.Good()) }
func (e *eyes) bad() rgb  { return inkRGB(e.kind.Bad()) }

func inkRGB(c color.NRGBA) rgb { return rgbOf(color.RGBA{c.R, c.G, c.B, 255}) }

// sheets is the atlas and the characters, which all scenes draw from, in the colours
// that were wanted last. It belongs to the goroutine that draws.
var sheets struct {
	image *ebiten.Image
	kind  vision.Kind
}

// sheet returns the atlas and the characters in the colours for e.
func (e *eyes) sheet() *ebiten.Image {
	if sheets.image != nil && sheets.kind == e.kind {
		return sheets.image
	}
	img := sheetWithGlyphs()
	adjust(img, e.kind)
	if sheets.image == nil {
		sheets.image = ebiten.NewImageFromImage(img)
	} else {
		sheets.image.WritePixels(premultiplied(img))
	}
	sheets.kind = e.kind
	return sheets.image
}

// adjust changes the colours of img for eyes of the kind. Pictures have few of them.
func adjust(img *image.NRGBA, kind vision.Kind) {
	if kind == vision.Usual {
		return
	}
	known := map[color.NRGBA]color.NRGBA{}
	for i := 0; i < len(img.Pix); i += 4 {
		p := img.Pix[i : i+4 : i+4]
		if p[3] == 0 {
			continue
		}
		c := color.NRGBA{p[0], p[1], p[2], p[3]}
		to, ok := known[c]
		if !ok {
			to = kind.Adjust(c)
			known[c] = to
		}
		p[0], p[1], p[2] = to.R, to.G, to.B
	}
}

// premultiplied returns the pixels of img with alpha multiplied into them.
func premultiplied(img *image.NRGBA) []byte {
	out := make([]byte, len(img.Pix))
	for i := 0; i < len(out); i += 4 {
		a := uint32(img.Pix[i+3])
		for c := range 3 {
			out[i+c] = uint8((uint32(img.Pix[i+c])*a + 127) / 255)
		}
		out[i+3] = uint8(a)
	}
	return out
}
