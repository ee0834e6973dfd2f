package ui_test

import (
	"bytes"
	"testing"

	"laneya/lang"
	"laneya/ui"
)

// TestFontsHaveWhatLanguagesWrite looks for characters of the languages' texts that the
// fonts lack.
func TestFontsHaveWhatLanguagesWrite(t *testing.T) {
	fonts := ui.NewFonts()
	for style := ui.Body; style <= ui.Heading; style++ {
		face := fonts.Face(style, 2)
		lacks := func(r rune) bool {
			none, _ := face.Glyph('\U0010fffe', 0)
			got, _ := face.Glyph(r, 0)
			return r != ' ' && (got == nil || none != nil && got.Rect.Size() == none.Rect.Size() && bytes.Equal(got.Pix, none.Pix))
		}
		if !lacks('漢') || lacks('ß') {
			t.Fatal("what a font lacks can't be told")
		}
		seen := map[rune]bool{'?': true}
		for _, l := range lang.All()[1:] {
			for _, key := range l.Keys() {
				for _, r := range l.Name() + l.Text(key) + l.Count(1, key, key) + l.Count(2, key, key) {
					if !seen[r] && lacks(r) {
						t.Errorf("style %d lacks %q of %q", style, r, l.Text(key))
					}
					seen[r] = true
				}
			}
		}
	}
}
