package sprites

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"testing"

	"laneya/geom"
	"laneya/internal/spritegen"
)

// The atlas is what the sources make it.
func TestAtlasIsCurrent(t *testing.T) {
	atlas, err := spritegen.Read(os.DirFS("_src"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := atlas.Source("sprites")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("atlas.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("atlas.go is out of date: run go generate ./sprites")
	}
	if atlas.Image.Bounds() != Sheet().Bounds() || !bytes.Equal(atlas.Image.Pix, Sheet().Pix) {
		t.Error("atlas.png is out of date: run go generate ./sprites")
	}
}

func TestAtlasDecodes(t *testing.T) {
	if _, err := png.Decode(bytes.NewReader(atlasPNG)); err != nil {
		t.Fatal(err)
	}
	if first, second := Sheet(), Sheet(); first != second {
		t.Error("the atlas is decoded more than once")
	}
}

// Every picture lies in the atlas, shows something, and shares its place with
// no other.
func TestEveryPictureIsThere(t *testing.T) {
	for id := ID(0); id < Count; id++ {
		r := Rect(id)
		if r.Empty() || !r.In(Sheet().Bounds()) {
			t.Fatalf("picture %d is at %v", id, r)
		}
		if shown(r) < 8 {
			t.Errorf("picture %d shows %d pixels", id, shown(r))
		}
		for other := ID(0); other < id; other++ {
			if Rect(other).Overlaps(r) {
				t.Errorf("pictures %d and %d overlap", other, id)
			}
		}
	}
	if r := Rect(Count); !r.Empty() {
		t.Errorf("there is no picture %d, yet it lies at %v", Count, r)
	}
}

func shown(r image.Rectangle) (n int) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if Sheet().NRGBAAt(x, y).A > 0 {
				n++
			}
		}
	}
	return n
}

// Ground covers its field, so that nothing shines through.
func TestGroundIsOpaque(t *testing.T) {
	for id := ID(0); id < Count; id++ {
		ground := id >= Floor0 && id < Floor0+Floors || id >= Earth0 && id <= Tile5 || id >= RoofFull && id <= FaceMossy || id >= RockFull && id <= BlockNiche
		if ground && (shown(Rect(id)) != Size*Size || Rect(id).Size() != image.Pt(Size, Size)) {
			t.Errorf("picture %d is no whole field", id)
		}
	}
}

func TestOnePalette(t *testing.T) {
	seen := map[color.NRGBA]bool{}
	b := Sheet().Bounds()
	for y := range b.Dy() {
		for x := range b.Dx() {
			if c := Sheet().NRGBAAt(x, y); c.A > 0 {
				seen[c] = true
			}
		}
	}
	if len(seen) > spritegen.MaxColours {
		t.Errorf("the atlas has %d colours", len(seen))
	}
}

// Each colour, way of facing and step of a hero is a picture that differs from
// all others.
func TestHeroesDiffer(t *testing.T) {
	seen := map[string]ID{}
	for colour := range HeroColours {
		for _, facing := range geom.Dirs {
			for frame := range HeroFrames {
				id := Hero(colour, facing, frame)
				look := string(Enlarged(id, 1).Pix)
				if other, ok := seen[look]; ok {
					t.Errorf("pictures %d and %d are the same", other, id)
				}
				seen[look] = id
			}
		}
	}
	if Hero(3, geom.Stop, 0) != Hero(3, geom.South, 0) || Hero(-1, geom.East, 4) != Hero(HeroColours-1, geom.East, 1) {
		t.Error("what lies outside is not taken modulo what there is")
	}
}

func TestNamesSpreadOverTheColours(t *testing.T) {
	var n [namedColours]int
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			n[HeroColour(string([]rune{a, b, 'o'}))]++
		}
	}
	for colour, n := range n {
		if n < 26*26/namedColours/2 {
			t.Errorf("only %d of 676 names have the colour %d", n, colour)
		}
	}
}

func TestIcons(t *testing.T) {
	for i, img := range Icons() {
		if side := 16 * (i + 1); img.Bounds() != image.Rect(0, 0, side, side) {
			t.Errorf("icon %d is %v", i, img.Bounds())
		}
	}
}

// The poses of a figure are those that the generator makes, and those of a kit
// follow each other by colour.
func TestPosesAreTheGenerators(t *testing.T) {
	if int(Poses) != len(spritegen.Poses) {
		t.Errorf("there are %d poses, and %d are made", Poses, len(spritegen.Poses))
	}
	kit, ok := KitOf("hero_warden")
	if !ok {
		t.Fatal("there is no warden")
	}
	seen := map[string]bool{}
	for colour := range HeroColours {
		for _, facing := range geom.Dirs {
			for pose := range Poses {
				id, mirrored := kit.Picture(colour, facing, pose)
				if mirrored != (facing == geom.West) {
					t.Errorf("facing %v it is mirrored: %v", facing, mirrored)
				}
				if !mirrored {
					seen[string(Enlarged(id, 1).Pix)] = true
				}
			}
		}
	}
	if want := HeroColours * 3 * int(Poses); len(seen) != want {
		t.Errorf("%d of %d pictures differ", len(seen), want)
	}
	if _, ok := KitOf("hero_cook"); ok {
		t.Error("there is a cook")
	}
	for key, id := range cloaks {
		if id >= HeroColours {
			t.Errorf("%s is colour %d", key, id)
		}
	}
}
