package spritegen

import (
	"image/color"
	"strings"
	"testing"
)

// A short picture has the ends of the long one, moved together.
func TestShortPictures(t *testing.T) {
	rows := make([]string, 16)
	for y := range rows {
		row := []byte(strings.Repeat(".", 16))
		row[15-y] = "ab"[min(y/8, 1)]
		rows[y] = string(row)
	}
	long := "cover long\n" + strings.Join(rows, "\n") + "\n\n"
	atlas, err := read(long + "short less long -3 3\n")
	if err != nil {
		t.Fatal(err)
	}
	img := atlas.Pictures[1].Variants[0]
	for _, c := range []struct {
		x, y  int
		shows bool
	}{{0, 15, true}, {5, 10, true}, {12, 3, true}, {13, 2, false}, {15, 0, false}} {
		if got := img.NRGBAAt(c.x, c.y) != (color.NRGBA{}); got != c.shows {
			t.Errorf("pixel %d, %d shows: %v", c.x, c.y, got)
		}
	}
	n := 0
	for x := range 16 {
		for y := range 16 {
			if img.NRGBAAt(x, y).A > 0 {
				n++
			}
		}
	}
	if n != 13 {
		t.Errorf("of 16 pixels, %d are left", n)
	}
	for _, bad := range []string{"short a none 0 3", "short a long x 3", "short a long 0 0", "short a long 0 9", "short a long 0"} {
		if _, err := read(long + bad + "\n"); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}
