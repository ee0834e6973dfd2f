package spritegen

import (
	"image"
	"image/color"
	"strings"
	"testing"
	"testing/fstest"
)

const palette = `colour . 00000000
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
		"sprite one 300x1\n":                 "wider than",
		"sprite x 1x1\na\nsprite x 1x1\na\n": "line 3: x is there twice",
		"mirror two one\n":                   "no one to mirror",
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
