package paint

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/sprites"
	"laneya/ui"
)

const (
	firstPage = 1024 // pixels of the first page's side; the longest line fits in
	largest   = 4096 // and of the largest
	// young is for how many frames a page has to do. One that is full sooner
	// is too small; later, most of what is on it is no longer needed.
	young = 600
)

// page is the picture that everything is drawn from: a white spot, the boxes'
// skin, and the glyphs and lines that were needed so far, in rows.
type page struct {
	image  *ebiten.Image
	side   int
	white  image.Rectangle // inside the white spot
	skin   image.Point
	glyphs map[glyphKey]glyph
	lines  map[lineKey]glyph
	icons  map[sprites.ID]image.Rectangle
	frames int         // that it was opened for
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

// open makes the page ready for a frame.
func (p *page) open(e *eyes) {
	p.frames++
	if p.image == nil {
		p.side = firstPage
		p.start(e)
	}
}

// renew starts an empty page, a larger one if the last was too small.
func (p *page) renew(e *eyes) {
	p.image.Deallocate()
	if p.frames < young {
		p.side = min(p.side*2, largest)
	}
	p.start(e)
}

// fits reports whether a picture has room on the largest page, below the skin.
func fits(size image.Rectangle) bool {
	return size.Dx() < largest && size.Dy() < largest-ui.SkinSize-1
}

func (p *page) start(e *eyes) {
	r := image.Rect(0, 0, p.side, p.side)
	p.image = ebiten.NewImageWithOptions(r, &ebiten.NewImageOptions{Unmanaged: true})
	p.glyphs, p.lines, p.icons = map[glyphKey]glyph{}, map[lineKey]glyph{}, map[sprites.ID]image.Rectangle{}
	p.frames = 0
	p.pen, p.row = image.Point{}, 0

	spot := image.NewRGBA(image.Rect(0, 0, 4, 4))
	for i := range spot.Pix {
		spot.Pix[i] = 0xff
	}
	p.white = p.put(spot.Rect, spot.Pix).Inset(1)
	skin := ui.Skin()
	p.skin = p.put(skin.Rect, e.paint(skin.Pix)).Min
}

// whiten returns the pixels of a mask as white. They are good until the next
// call.
func (p *page) whiten(mask *image.Alpha) []byte {
	p.pixels = p.pixels[:0]
	for _, a := range mask.Pix {
		p.pixels = append(p.pixels, a, a, a, a)
	}
	return p.pixels
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
