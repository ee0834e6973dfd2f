package render

import (
	"testing"

	"laneya/rules/content"
	"laneya/sprites"
)

// Everything that the game's own content shows by a character has a cell of its
// own, filled, and no two characters share one.
func TestContentsCharactersHaveCells(t *testing.T) {
	sheet, unknown := sheetWithGlyphs(), glyphRect('\u2603')
	if unknown != glyphRect('?') {
		t.Fatalf("a character that there is none of lies at %v", unknown)
	}
	owner := map[[2]int]rune{}
	check := func(r rune) {
		t.Helper()
		if r == ' ' {
			return // nothing is drawn of that
		}
		cell := glyphRect(r)
		if cell == unknown && r != '?' {
			t.Errorf("%q has no cell", r)
			return
		}
		if o, had := owner[[2]int{cell.Min.X, cell.Min.Y}]; had && o != r {
			t.Errorf("%q and %q share a cell", o, r)
		}
		owner[[2]int{cell.Min.X, cell.Min.Y}] = r
		if !cell.In(sheet.Bounds()) || cell.Min.Y < sprites.Sheet().Bounds().Dy() {
			t.Errorf("the cell of %q is outside", r)
		}
		white := 0
		for y := cell.Min.Y; y < cell.Max.Y; y++ {
			for x := cell.Min.X; x < cell.Max.X; x++ {
				if c := sheet.NRGBAAt(x, y); c.A == 255 && c.R == 255 {
					white++
				}
			}
		}
		if white < 2 {
			t.Errorf("the cell of %q shows %d pixels", r, white)
		}
	}
	for i := range content.Terrains {
		check(content.Terrains[i].Glyph)
	}
	for i := range content.Clouds {
		check(content.Clouds[i].Glyph)
	}
	for i := range content.Foes {
		check(content.Foes[i].Glyph)
	}
	for i := range content.Items {
		check(content.Items[i].Glyph)
	}
	if len(owner) < 25 {
		t.Errorf("looked at %d characters only", len(owner))
	}
}
