package spritegen

import (
	"image"
	"image/color"
	"strings"
	"testing"
	"testing/fstest"
)

const palette = `colour . 00000000
colour k 000000ff
colour a ff0000ff
colour b 00ff00ff
swap cloak a b
`

func read(files ...string) (*Atlas, error) {
	fsys := fstest.MapFS{"palette.txt": {Data: []byte(palette)}}
	for i, text := range files {
		fsys[string(rune('a'+i))+".txt"] = &fstest.MapFile{Data: []byte(text)}
	}
	return Read(fsys)
}

func TestPictures(t *testing.T) {
	atlas, err := read("# a figure\nsprite one 2x1 swap cloak\na.\n\nmirror two one\n", "sprite three 1x2\nb\na\n")
	if err != nil {
		t.Fatal(err)
	}
	red, green := color.NRGBA{R: 255, A: 255}, color.NRGBA{G: 255, A: 255}
	for _, c := range []struct {
		picture, variant, x, y int
		want                   color.NRGBA
	}{
		{0, 0, 0, 0, red}, {0, 0, 1, 0, color.NRGBA{}}, {0, 1, 0, 0, green},
		{1, 0, 1, 0, red}, {1, 1, 1, 0, green}, {2, 0, 0, 0, green}, {2, 0, 0, 1, red},
	} {
		at := atlas.Pictures[c.picture].Rects[c.variant].Min.Add(image.Pt(c.x, c.y))
		if got := atlas.Image.NRGBAAt(at.X, at.Y); got != c.want {
			t.Errorf("picture %d, variant %d, pixel %d, %d is %v, want %v", c.picture, c.variant, c.x, c.y, got, c.want)
		}
	}
	source, err := atlas.Source("pics")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"package pics", "One   ID = 0", "Two   ID = 2", "Three ID = 4", "const Count = 5"} {
		if !strings.Contains(string(source), line) {
			t.Errorf("the table lacks %q:\n%s", line, source)
		}
	}
}

func TestManyPicturesFit(t *testing.T) {
	var text strings.Builder
	for i := range 40 {
		size := []string{"100x3", "3x100", "16x16"}[i%3]
		text.WriteString("sprite p" + string(rune('a'+i%26)) + string(rune('a'+i/26)) + " " + size + "\n")
		rows, row := 3, strings.Repeat("a", 100)
		switch i % 3 {
		case 1:
			rows, row = 100, "aaa"
		case 2:
			rows, row = 16, strings.Repeat("a", 16)
		}
		text.WriteString(strings.Repeat(row+"\n", rows))
	}
	atlas, err := read(text.String())
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range atlas.Pictures {
		if !p.Rects[0].In(atlas.Image.Bounds()) {
			t.Errorf("%s lies at %v", p.Name, p.Rects[0])
		}
		for _, q := range atlas.Pictures[:i] {
			if p.Rects[0].Overlaps(q.Rects[0]) {
				t.Errorf("%s and %s overlap", p.Name, q.Name)
			}
		}
	}
}

func TestMistakesAreNamed(t *testing.T) {
	for text, want := range map[string]string{
		"sprite one 2x1\nac\n":               `row 0, column 1: no colour is named 'c'`,
		"sprite one 2x2\naa\na\n":            "row 1 is 1 wide, not 2",
		"sprite one 2x3\naa":                 "rows are missing",
		"sprite one two\n":                   `"two" is not a size`,
		"sprite one 600x1\n":                 "wider than",
		"sprite x 1x1\na\nsprite x 1x1\na\n": "line 3: x is there twice",
		"mirror two one\n":                   "there is no one to make it from",
		"aa\n":                               "begins no picture",
		"sprite one 1x1 swap hats\na\n":      "no swap is named hats",
		"sprite One 1x1\na\n":                "not a name",
	} {
		_, err := read(text)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: the error is %v, want one with %q", text, err, want)
		}
	}
}

func TestPaletteMistakesAreNamed(t *testing.T) {
	many := ""
	for c := '!'; c < '!'+MaxColours+1; c++ {
		many += "colour " + string(c) + " 000000ff\n"
	}
	for text, want := range map[string]string{
		"colour a ff00ff\n":                    "not a colour of the form",
		"colour a 000000ff\ncolour a 111111ff": "named twice",
		"color a 000000ff":                     "neither a colour nor a swap",
		"swap x ab a":                          "neither a colour nor a swap",
		many:                                   "more than 48",
	} {
		_, err := Read(fstest.MapFS{"palette.txt": {Data: []byte(text)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: the error is %v, want one with %q", text, err, want)
		}
	}
}

// cellOf makes the rows of a cell, of which those given are at the bottom.
func cellOf(width int, rows ...string) string {
	var b strings.Builder
	for i := range 16 {
		row := ""
		if n := i - (15 - len(rows)); n >= 0 && n < len(rows) {
			row = rows[n]
		}
		b.WriteString(row + strings.Repeat(".", width-len(row)) + "\n")
	}
	return b.String()
}

// Figures have every pose, in order; what is drawn is taken, the rest is made.
func TestFigures(t *testing.T) {
	atlas, err := read("figure rat walk swap cloak\n" + cellOf(8, "....aaaa", "....aaaa", "....aaaa", "....aaaa", "....a...") +
		"attack\n" + cellOf(16, "b") + "\nthing ring\n" + cellOf(8, "......aa") + "\nrecolour green-ring ring a b\ncover grass\n" + cellOf(16, "a"))
	if err != nil {
		t.Fatal(err)
	}
	rat := atlas.Pictures[0]
	if len(rat.Variants) != 2*len(Poses) {
		t.Fatalf("there are %d pictures of it", len(rat.Variants))
	}
	looks := map[string]bool{}
	for i, img := range rat.Variants[:len(Poses)] {
		if bounds(img).Empty() {
			t.Errorf("%s shows nothing", Poses[i])
		}
		looks[string(img.Pix)] = true
	}
	if len(looks) != len(Poses) {
		t.Errorf("of %d poses %d differ", len(Poses), len(looks))
	}
	idle, attack := rat.Variants[0], rat.Variants[4]
	if idle.NRGBAAt(4, 10) != idle.NRGBAAt(11, 10) || idle.NRGBAAt(4, 10).R != 255 {
		t.Error("the east is not the mirror image of the west")
	}
	if idle.NRGBAAt(3, 10).A != 255 || idle.NRGBAAt(3, 10).R != 0 {
		t.Errorf("there is no rim: %v", idle.NRGBAAt(3, 10))
	}
	if attack.NRGBAAt(0, 14).G != 255 || rat.Variants[len(Poses)].NRGBAAt(4, 10).G != 255 {
		t.Error("a pose that was drawn, or a variant, is not as its source")
	}
	if ring := atlas.Pictures[2].Variants[0]; ring.NRGBAAt(6, 14).G != 255 || ring.NRGBAAt(5, 14).A != 255 {
		t.Error("the recoloured ring is not green, or has lost its rim")
	}
	if grass := atlas.Pictures[3].Variants[0]; grass.NRGBAAt(1, 14).A != 0 {
		t.Error("what covers ground has a rim")
	}
	source, err := atlas.Source("pics")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{`"rat":        0,`, `"green_ring": 15,`} {
		if !strings.Contains(string(source), line) {
			t.Errorf("the table lacks %q:\n%s", line, source)
		}
	}
	if sheet := atlas.ContactSheet(); sheet.Bounds().Dx() != sheetColumns*64 || sheet.Bounds().Dy() < 64 {
		t.Errorf("the contact sheet is %v", sheet.Bounds())
	}
}

// Each gait makes its own poses, and none of them leaves the cell.
func TestGaits(t *testing.T) {
	for _, g := range []string{"walk", "hover", "crawl", "stand"} {
		atlas, err := read("figure f " + g + "\n" + cellOf(16, "....aaaa", "...aaaaaa", "...abbaaa", "....aaaa", "....a..a"))
		if err != nil {
			t.Fatal(err)
		}
		for i, img := range atlas.Pictures[0].Variants {
			if b := bounds(img); b.Empty() || !b.In(image.Rect(0, 0, 16, 16)) {
				t.Errorf("%s: %s lies at %v", g, Poses[i], b)
			}
		}
	}
}
