package ui

import "testing"

// A cap stands in a text like a letter, and is read out by its label.
func TestCapsAreLetters(t *testing.T) {
	text := "press " + Cap("Shift+E", KeyShape) + " or " + Cap("cross", CrossShape)
	if got := Spell(text); got != "press Shift+E or cross" {
		t.Errorf("it is read as %q", got)
	}
	if first := Cap("Shift+E", KeyShape); Cap("Shift+E", KeyShape) != first || Cap("a", KeyShape) == Cap("a", RoundShape) {
		t.Error("caps are confused")
	}
	for _, scale := range []float64{1, 1.5, 2, 3} {
		f := NewFonts().Face(Small, scale)
		for _, s := range []Shape{KeyShape, RoundShape, CrossShape, PadLeftShape, LinesShape, MouseRightShape, MouseWheelShape} {
			c := []rune(Cap("A", s))[0]
			mask, at := f.Glyph(c, 0)
			if mask == nil || mask.Rect.Dy() > f.Height() || -at.Y > f.Ascent() || f.Width(string(c)) < mask.Rect.Dx() {
				t.Fatalf("shape %d at %v doesn't fit its line: %v at %v", s, scale, mask.Rect, at)
			}
			inked := 0
			for _, a := range mask.Pix {
				if a > 128 {
					inked++
				}
			}
			if part := float64(inked) / float64(len(mask.Pix)); part < 0.08 || part > 0.7 {
				t.Errorf("shape %d at %v: %.2f of it is inked", s, scale, part)
			}
		}
	}
	if Spell("\uf000") != "\uf000" {
		t.Error("what is no cap is read as one")
	}
}
