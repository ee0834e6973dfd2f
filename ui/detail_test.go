package ui

import (
	"image"
	"strings"
	"testing"
)

// A name and its value stand near each other however wide the window is, and values
// end below each other.
func TestFactsStandInANarrowTable(t *testing.T) {
	facts := [][2]string{{"health", "24"}, {"a longer name", "carried"}}
	for _, c := range []struct{ window, least, most int }{{1280, leastTable, leastTable}, {420, 1, 400}} {
		l := &List{Title: "Kits", Rows: []Row{{ID: 1, Text: "one"}}, Detail: Detail{Facts: facts}}
		l.Layout(NewFonts(), image.Rect(0, 0, c.window, 800), 1)
		l.wrapDetail()
		if l.table < c.least || l.table > min(c.most, l.detail.Dx()) {
			t.Errorf("in a window of %d the table takes %d of %d", c.window, l.table, l.detail.Dx())
		}
	}
}

// What the items of a form without a slab say of themselves has one line, as there is
// room for no more below it.
func TestHelpBelowABareFormIsOneLine(t *testing.T) {
	f := &Form{Bare: true, Width: 120, Items: []Item{{Kind: Button, ID: 1, Text: "Play", Help: "A sentence that is longer than the button above it is wide."}}}
	f.Layout(NewFonts(), image.Rect(0, 0, 800, 500), 1)
	if n := len(f.helps[0]); n != 1 {
		t.Errorf("it has %d lines", n)
	}
}

// A bar beside a text shows where it goes on, and only there.
func TestABarShowsThatADetailGoesOn(t *testing.T) {
	for _, c := range []struct {
		height int
		want   bool
	}{{800, false}, {300, true}} {
		l := &List{Title: "Kits", Rows: []Row{{ID: 1, Text: "one"}}, Detail: Detail{Text: strings.Repeat("What there is to say. ", 60)}}
		l.Layout(NewFonts(), image.Rect(0, 0, 1280, c.height), 1)
		l.wrapDetail()
		if got := l.goesOn(); got != c.want {
			t.Errorf("in a window of height %d it goes on: %v", c.height, got)
		}
	}
}
