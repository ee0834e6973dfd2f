package paint

import (
	"bytes"
	"image"
	"image/color"
	"strconv"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/sprites"
	"laneya/ui"
)

func drawn(draw func(*Painter)) *image.RGBA {
	dst := ebiten.NewImage(200, 100)
	defer dst.Deallocate()
	p := New()
	p.Begin(dst)
	draw(p)
	p.End()
	out := image.NewRGBA(dst.Bounds())
	dst.ReadPixels(out.Pix)
	return out
}

func TestFillIsExact(t *testing.T) {
	r := image.Rect(10, 20, 30, 25)
	img := drawn(func(p *Painter) { p.Fill(r, ui.Amber) })
	for y := range 100 {
		for x := range 200 {
			want := color.RGBA{}
			if image.Pt(x, y).In(r) {
				want = ui.Amber
			}
			if got := img.RGBAAt(x, y); got != want {
				t.Fatalf("at %d, %d: %v, want %v", x, y, got, want)
			}
		}
	}
}

// The picture of text is what its face's masks say, pixel by pixel.
func TestTextIsItsGlyphs(t *testing.T) {
	face := ui.NewFonts().Face(ui.Body, 1)
	img := drawn(func(p *Painter) { p.Text(12, 30, "gA", face, color.RGBA{255, 255, 255, 255}) })
	want := image.NewRGBA(img.Rect)
	pen := 12 * 64
	for _, r := range "gA" {
		mask, at := face.Glyph(r, pen%64*ui.Shifts/64)
		at = at.Add(image.Pt(pen/64, 30+face.Ascent()))
		for y := range mask.Rect.Dy() {
			for x := range mask.Rect.Dx() {
				if a := mask.AlphaAt(x, y).A; a > 0 {
					want.SetRGBA(at.X+x, at.Y+y, color.RGBA{a, a, a, a})
				}
			}
		}
		pen += int(face.Advance(r))
	}
	for i := range want.Pix {
		if want.Pix[i] != img.Pix[i] {
			t.Fatalf("byte %d is %d, want %d", i, img.Pix[i], want.Pix[i])
		}
	}
}

// A page that is full is left for a larger one, and what waits to be drawn from
// it comes out right.
func TestFullPage(t *testing.T) {
	fonts := ui.NewFonts()
	face := fonts.Face(ui.Body, 1)
	letters := func(p *Painter) { p.Text(10, 10, "Letters", face, ui.Cream) }
	want := drawn(letters)
	got := drawn(func(p *Painter) {
		for size := range 40 {
			if size == 8 {
				letters(p) // somewhere in the middle of the first page
			}
			p.Text(300, 0, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", fonts.Face(ui.Heading, 1+float64(size)/10), ui.Cream)
		}
		if p.page.side <= firstPage {
			t.Errorf("the page is still %d wide", p.page.side)
		}
	})
	if !bytes.Equal(want.Pix, got.Pix) {
		t.Error("the text is not as it is without")
	}
}

func TestBoxFillsItsRectangle(t *testing.T) {
	r := image.Rect(20, 20, 120, 80)
	for look := range ui.NumLooks {
		img := drawn(func(p *Painter) { p.Box(r, look, 1) })
		if img.RGBAAt(70, 50).A == 0 || img.RGBAAt(70, 20).A == 0 || img.RGBAAt(119, 50).A == 0 {
			t.Errorf("look %d has holes", look)
		}
		if img.RGBAAt(70, 19).A != 0 || img.RGBAAt(120, 50).A != 0 {
			t.Errorf("look %d leaves its rectangle", look)
		}
	}
}

func TestDrawingAgainAllocatesNothing(t *testing.T) {
	dst := ebiten.NewImage(200, 100)
	defer dst.Deallocate()
	p := New()
	face := ui.NewFonts().Face(ui.Body, 1)
	draw := func() {
		p.Text(10, 10, "The same again", face, ui.Cream)
		p.Outlined(10, 30, "And again", face, ui.Cream, 1)
		p.Box(image.Rect(0, 0, 100, 50), ui.Slab, 1)
		p.vertices, p.indices = p.vertices[:0], p.indices[:0] // what the engine allocates isn't ours
	}
	p.Begin(dst)
	draw()
	if n := testing.AllocsPerRun(100, draw); n != 0 {
		t.Errorf("%v allocations", n)
	}
	p.End()
}

// The picture of an outlined line is that of its layers one over the other.
func TestOutlinedIsTextOverText(t *testing.T) {
	face := ui.NewFonts().Face(ui.Small, 1)
	ink := ui.Alpha(ui.Amber, 0.7)
	for _, scale := range []float64{1, 2} {
		got := drawn(func(p *Painter) { p.Outlined(13, 20, "jAfÄ anna", face, ink, scale) })
		want := drawn(func(p *Painter) {
			w, rim := int(scale), ui.Alpha(ui.Ink, float64(ink.A)/255*0.8)
			for _, by := range []image.Point{{-w, 0}, {w, 0}, {0, -w}, {0, w}, {w, w}} {
				p.Text(13+by.X, 20+by.Y, "jAfÄ anna", face, rim)
			}
			p.Text(13, 20, "jAfÄ anna", face, ink)
		})
		const rounding = 3 // the layers are rounded one by one
		for i := range want.Pix {
			if d := int(got.Pix[i]) - int(want.Pix[i]); d < -rounding || d > rounding {
				t.Fatalf("scale %v: byte %d is %d, want %d", scale, i, got.Pix[i], want.Pix[i])
			}
		}
	}
}

// A picture that no page has room for is left out, without a new page each time.
func TestLineLongerThanAnyPage(t *testing.T) {
	face := ui.NewFonts().Face(ui.Heading, 4)
	drawn(func(p *Painter) {
		was := p.page.image
		p.Outlined(0, 0, strings.Repeat("W", 200), face, ui.Cream, 1)
		if p.page.image != was {
			t.Error("there is a new page")
		}
	})
}

// A page that is full after a long time isn't left for a larger one.
func TestPageStaysAsLargeAsIsNeeded(t *testing.T) {
	dst := ebiten.NewImage(200, 100)
	defer dst.Deallocate()
	face := ui.NewFonts().Face(ui.Body, 1)
	p := New()
	renewed := 0
	for i := range 4 * young {
		p.Begin(dst)
		was := p.page.frames
		p.Outlined(0, 0, "line "+strconv.Itoa(i), face, ui.Cream, 1)
		p.vertices, p.indices = p.vertices[:0], p.indices[:0] // the engine need not draw it
		p.End()
		if p.page.frames < was {
			renewed++
		}
	}
	if renewed == 0 || p.page.side != firstPage {
		t.Errorf("after %d new pages it is %d wide", renewed, p.page.side)
	}
}

// An icon is its picture in the atlas, each pixel enlarged, and is put onto the page
// once.
func TestIconsAreTheirPictures(t *testing.T) {
	id, ok := sprites.ByKey("item_rope")
	if !ok {
		t.Fatal("there is no rope")
	}
	var p *Painter
	img := drawn(func(with *Painter) {
		p = with
		with.Icon(image.Rect(10, 20, 42, 52), id)
		with.Icon(image.Rect(60, 20, 76, 36), id)
	})
	want := sprites.Enlarged(id, 2)
	for y := range 32 {
		for x := range 32 {
			w := color.RGBAModel.Convert(want.NRGBAAt(x, y)).(color.RGBA)
			if got := img.RGBAAt(10+x, 20+y); got != w {
				t.Fatalf("at %d, %d: %v, want %v", x, y, got, w)
			}
		}
	}
	if len(p.page.icons) != 1 {
		t.Errorf("it is on the page %d times", len(p.page.icons))
	}
}
