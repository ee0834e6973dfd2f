package paint

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/ui"
)

const (
	firstPage = 512  // pixels of the first page's side
	largest   = 4096 // and of the largest
)

// page is the picture that everything is drawn from: a white spot, the boxes'
// skin and the glyphs that were needed so far, in rows.
type page struct {
	image  *ebiten.Image
	side   int
	white  image.Rectangle // inside the white spot
	skin   image.Point
	glyphs map[glyphKey]glyph
	pen    image.Point // where the next glyph goes
	row    int         // height of the row that pen is in
	pixels []byte
}

type glyphKey struct {
	face  *ui.Face
	r     rune
	shift int
}

// glyph is where a glyph's picture is, and how far its corner lies from the
// pen. The picture of a blank is empty.
type glyph struct {
	src image.Rectangle
	at  image.Point
}

// open makes the page ready.
func (p *page) open() {
	if p.image == nil {
		p.side = firstPage
		p.start()
	}
}

// renew starts an empty page, larger than the last one up to a point.
func (p *page) renew() {
	p.image.Deallocate()
	p.side = min(p.side*2, largest)
	p.start()
}

func (p *page) start() {
	r := image.Rect(0, 0, p.side, p.side)
	p.image = ebiten.NewImageWithOptions(r, &ebiten.NewImageOptions{Unmanaged: true})
	p.glyphs = map[glyphKey]glyph{}
	p.pen, p.row = image.Point{}, 0

	spot := image.NewRGBA(image.Rect(0, 0, 4, 4))
	for i := range spot.Pix {
		spot.Pix[i] = 0xff
	}
	p.white = p.put(spot.Rect, spot.Pix).Inset(1)
	skin := ui.Skin()
	p.skin = p.put(skin.Rect, skin.Pix).Min
}

// add puts a mask onto the page, as white. It fails where the page is full.
func (p *page) add(mask *image.Alpha) (image.Rectangle, bool) {
	p.pixels = p.pixels[:0]
	for _, a := range mask.Pix {
		p.pixels = append(p.pixels, a, a, a, a)
	}
	r := p.put(mask.Rect, p.pixels)
	return r, !r.Empty()
}

// put finds room for a picture, with a free pixel around it, and puts it there.
// The rectangle is empty where there is no room.
func (p *page) put(size image.Rectangle, pixels []byte) image.Rectangle {
	w, h := size.Dx()+1, size.Dy()+1
	if p.pen.X+w > p.side {
		p.pen = image.Pt(0, p.pen.Y+p.row)
		p.row = 0
	}
	if w > p.side || p.pen.Y+h > p.side {
		return image.Rectangle{}
	}
	r := image.Rectangle{Max: size.Size()}.Add(p.pen)
	p.pen.X += w
	p.row = max(p.row, h)
	p.image.SubImage(r).(*ebiten.Image).WritePixels(pixels)
	return r
}
