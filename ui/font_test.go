package ui_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"laneya/ui"
)

func TestWrapKeepsEveryWordWithinTheWidth(t *testing.T) {
	face := ui.NewFonts().Face(ui.Body, 1)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-zäé ]{0,120}`).Draw(t, "text")
		width := rapid.IntRange(20, 300).Draw(t, "width")
		lines := ui.Wrap(face, text, width)
		for _, l := range lines {
			if face.Width(l) > width {
				t.Fatalf("%q is %d wide, more than %d", l, face.Width(l), width)
			}
		}
		if got, want := strings.Join(lines, ""), strings.Join(strings.Fields(text), ""); strings.ReplaceAll(got, " ", "") != want {
			t.Fatalf("%q became %q", want, got)
		}
	})
}

func TestEllipsis(t *testing.T) {
	face := ui.NewFonts().Face(ui.Body, 1)
	for _, w := range []int{0, 5, 40, 90, 1000} {
		got := ui.Ellipsis(face, "Something long", w)
		if w >= 20 && face.Width(got) > w {
			t.Errorf("%q is wider than %d", got, w)
		}
		if whole := got == "Something long"; whole != (w == 1000) {
			t.Errorf("%d pixels: %q", w, got)
		}
	}
}

func TestIndexFindsTheGapBetweenLetters(t *testing.T) {
	face := ui.NewFonts().Face(ui.Body, 1)
	const s = "hello"
	for i := range len(s) + 1 {
		if got := face.Index(s, face.Width(s[:i])); got != i {
			t.Errorf("at the width of %q: %d", s[:i], got)
		}
	}
}

func TestGlyphs(t *testing.T) {
	face := ui.NewFonts().Face(ui.Body, 1)
	if m, _ := face.Glyph(' ', 0); m != nil {
		t.Error("a blank has a picture")
	}
	a, at := face.Glyph('A', 0)
	if a == nil || a.Rect.Dy() < 8 || at.Y >= 0 {
		t.Fatalf("A: %v at %v", a, at)
	}
	b, _ := face.Glyph('A', 2)
	if string(a.Pix) == string(b.Pix) {
		t.Error("half a pixel makes no difference")
	}
	if m, _ := face.Glyph('漢', 0); m == nil {
		t.Error("a letter that the font lacks shows as nothing")
	}
}

func TestSkinHasEveryLook(t *testing.T) {
	img := ui.Skin()
	for l := range ui.NumLooks {
		x := int(l)*ui.SkinSize + ui.SkinSize/2
		if img.RGBAAt(x, ui.SkinSize/2).A == 0 || img.RGBAAt(x, 0).A == 0 {
			t.Errorf("look %d has holes", l)
		}
	}
}
