package paint

import (
	"image"
	"image/color"
	"testing"

	"laneya/sprites"
	"laneya/ui"
	"laneya/vision"
)

// What is drawn has the colours for the player's eyes, before and after they change.
func TestColoursAreForTheEyes(t *testing.T) {
	at := func(see func(*Painter)) (fill, icon color.RGBA) {
		img := drawn(func(p *Painter) {
			see(p)
			p.Fill(image.Rect(0, 0, 10, 10), ui.Rust)
			id, _ := sprites.ByKey("item_potion")
			p.Icon(image.Rect(20, 0, 36, 16), id)
		})
		return img.RGBAAt(5, 5), img.RGBAAt(28, 12)
	}
	fill, icon := at(func(*Painter) {})
	if fill != ui.Rust {
		t.Fatalf("usual eyes see %v", fill)
	}
	for k := vision.Protan; k < vision.Kinds; k++ {
		f, i := at(func(p *Painter) { p.See(k, false) })
		n := color.NRGBA(ui.Rust)
		if want := color.RGBA(k.Adjust(n)); f != want {
			t.Errorf("eyes %d see %v, not %v", k, f, want)
		}
		if want := color.RGBA(k.Adjust(color.NRGBA(icon))); i != want {
			t.Errorf("eyes %d see %v in a picture, not %v", k, i, want)
		}
	}
	if f, _ := at(func(p *Painter) { p.See(vision.Protan, false); p.See(vision.Usual, false) }); f != fill {
		t.Errorf("changed there and back it is %v", f)
	}
}

// Contrast lets words stand out more from what is behind them, and no picture.
func TestContrastIsOfWords(t *testing.T) {
	e := eyes{contrast: true, known: map[color.RGBA]color.RGBA{}}
	lum := func(c color.RGBA) int { return 2*int(c.R) + 7*int(c.G) + int(c.B) }
	for _, c := range []color.RGBA{ui.Muted, ui.Rust, ui.Amber} {
		if lum(e.see(c)) <= lum(c) {
			t.Errorf("%v becomes %v", c, e.see(c))
		}
	}
	for _, c := range []color.RGBA{ui.Ink, ui.Night, ui.Stone1} {
		if lum(e.see(c)) >= lum(c) {
			t.Errorf("%v becomes %v", c, e.see(c))
		}
	}
	if c := e.see(ui.Alpha(ui.Ink, 0.5)); c.A != ui.Alpha(ui.Ink, 0.5).A {
		t.Errorf("what shines through becomes %v", c)
	}
}
