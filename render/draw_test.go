package render

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
)

// walkers is a level with all in sight on which n heroes walk to and fro.
type walkers struct {
	w     *world
	st    *client.State
	crowd []protocol.Entity
}

func newWalkers(t testing.TB, n int) *walkers {
	w := readWorld(t, "halls.txt")
	k := &walkers{w: w, crowd: w.crowd(n)}
	k.st = known(w, k.crowd...)
	return k
}

// step lets a tick pass: whoever can steps on, the others turn round.
func (k *walkers) step() {
	for i := range k.crowd {
		e := &k.crowd[i]
		next := geom.Pos{X: e.X, Y: e.Y}.Step(e.Facing)
		if k.w.wall(next) {
			e.Facing = (e.Facing+1)%4 + 1
			continue
		}
		e.X, e.Y = next.X, next.Y
	}
	tell(k.st, k.w, k.crowd...)
}

func TestDrawsForAPicture(t *testing.T) {
	k := newWalkers(t, 200)
	s := NewScene()
	s.Resize(1280, 800, 1)
	dst := ebiten.NewImage(1280, 800)
	defer dst.Deallocate()
	for i := range 60 {
		if i%6 == 0 {
			k.step()
		}
		s.Update(k.st, frameTime)
		s.Draw(dst, k.st)
		most := 2
		if i == 0 {
			most = 3 // with the layer
		}
		if s.draws > most {
			t.Fatalf("picture %d took %d draws", i, s.draws)
		}
	}
	if n := s.figures.len(); n < 50 {
		t.Errorf("only %d rectangles of figures were drawn", n)
	}
}

func TestNothingIsAllocatedForAPicture(t *testing.T) {
	k := newWalkers(t, 200)
	s := NewScene()
	s.Resize(1280, 800, 1)
	dst := ebiten.NewImage(1280, 800)
	defer dst.Deallocate()
	s.Update(k.st, frameTime)
	s.Draw(dst, k.st)
	for range 4 { // until all memory that is used again is there
		k.step()
		for range 6 {
			s.Update(k.st, frameTime)
			s.build()
		}
	}
	k.step()
	n := testing.AllocsPerRun(5, func() {
		if !s.Update(k.st, time.Millisecond) {
			t.Error("nothing moves")
		}
		s.build()
		s.figures.order()
	})
	if n > 0 {
		t.Errorf("%v allocations for a picture", n)
	}
}

// The whole window is drawn over, whatever was there before, and where nothing
// is known it is dark.
func TestThePictureCoversTheWindow(t *testing.T) {
	w := hall()
	for name, st := range map[string]*client.State{
		"nothing known": client.NewState(),
		"a small level": known(w),
	} {
		s := settled(t, st)
		dst := ebiten.NewImage(640, 400)
		dst.Fill(color.RGBA{R: 255, B: 255, A: 255})
		s.Draw(dst, st)
		pix := make([]byte, 4*640*400)
		dst.ReadPixels(pix)
		dst.Deallocate()
		for _, p := range []image.Point{{0, 0}, {639, 399}, {320, 0}, {0, 200}, {639, 200}} {
			at := pix[4*(p.Y*640+p.X):][:4]
			if at[0] != 0 || at[1] != 0 || at[2] != 0 || at[3] != 255 {
				t.Errorf("%s: the corner at %v is %v", name, p, at)
			}
		}
		for i := 0; i < len(pix); i += 4 {
			if pix[i] == 255 && pix[i+1] == 0 && pix[i+2] == 255 {
				t.Fatalf("%s: pixel %d was not drawn", name, i/4)
			}
		}
	}
}

// What was explored changes no pixel of what was not.
func TestUnknownGroundIsBlack(t *testing.T) {
	w := readWorld(t, "halls.txt")
	w.visit()
	st := client.NewState()
	st.Apply(online())
	st.Apply(w.snapshot(false))
	s := settled(t, st)
	img := pixels(s, st, 640, 400)
	dark := 0
	s.ground.eachShown(&s.view, func(p geom.Pos, mid image.Point) {
		if s.ground.at(p) == client.Unknown && mid.In(img.Bounds()) {
			dark++
			if c := img.RGBAAt(mid.X, mid.Y); c != (color.RGBA{A: 255}) {
				t.Fatalf("the unknown field %v shows %v", p, c)
			}
		}
	})
	if dark == 0 {
		t.Error("all is known")
	}
}

// eachShown calls do for the fields that v shows, with the pixel in their
// middle.
func (g *ground) eachShown(v *view, do func(geom.Pos, image.Point)) {
	for y := v.fields.Min.Y; y < v.fields.Max.Y; y++ {
		for x := v.fields.Min.X; x < v.fields.Max.X; x++ {
			half := v.cell() / 2
			do(geom.Pos{X: x, Y: y}, image.Pt(x*v.cell()-v.left+half, y*v.cell()-v.top+half))
		}
	}
}

// A layer that was changed bit by bit is what one drawn anew would be.
func TestTheLayerKeepsUp(t *testing.T) {
	w := readWorld(t, "caves.txt")
	s := NewScene()
	s.Resize(640, 400, 1)
	st := client.NewState()
	st.Apply(online())
	for _, p := range []geom.Pos{{X: 36, Y: 26}, {X: 40, Y: 24}, {X: 41, Y: 20}, {X: 46, Y: 19}} {
		w.hero = p
		w.visit()
		st.Apply(w.snapshot(false))
		s.Update(st, time.Second)
		pixels(s, st, 640, 400)
	}
	s.view.cut = true // the camera came another way
	s.Update(st, time.Second)
	got := pixels(s, st, 640, 400)
	want := pixels(settled(t, st), st, 640, 400)
	if n := differing(got, want, 1); n > 0 {
		t.Errorf("%d pixels differ from a picture drawn anew", n)
	}
}

func TestVeryLargeLevels(t *testing.T) {
	const side = 512
	rows := make([]protocol.Strip, side)
	line := make([]byte, side)
	for i := range line {
		line[i] = ".#"[i%7/6]
	}
	for y := range rows {
		rows[y] = protocol.Strip{Y: y, Cells: string(line)}
	}
	snap := protocol.Snapshot{Seq: 1, Level: "0:0:0", Width: side, Height: side, Hero: "User:anna", Terrain: rows}
	s := NewScene()
	st := client.NewState()
	for _, x := range []int{10, 500, 250} {
		snap.Seq++
		snap.Entities = []protocol.Entity{hero("anna", x, 300, geom.East)}
		st.Apply(client.Change{Update: snap})
		s.Update(st, time.Second)
		pixels(s, st, 1280, 800)
		if b := s.layer.image.Bounds(); b.Dx() > 2048 || b.Dy() > 2048 {
			t.Fatalf("the layer has %v pixels", b.Size())
		}
		if !contains(s.layer.region, s.view.fields) {
			t.Fatalf("the layer holds %v, %v is shown", s.layer.region, s.view.fields)
		}
	}
}

// differing returns how many pixels of a and b differ by more than tolerance
// in some channel.
func differing(a, b *image.RGBA, tolerance int) (n int) {
	for i := 0; i < len(a.Pix); i += 4 {
		for c := range 4 {
			if d := int(a.Pix[i+c]) - int(b.Pix[i+c]); d > tolerance || -d > tolerance {
				n++
				break
			}
		}
	}
	return n
}

// Pictures of scenes are as they were when someone last looked at them: at
// most one pixel of a hundred differs by more than 3 of 255. Run the tests with
// -update after a change that is meant to show, and look at what git says has
// changed.
func TestGoldenPictures(t *testing.T) {
	for name, level := range map[string]string{"halls": "halls.txt", "caves": "caves.txt"} {
		w := readWorld(t, level)
		w.visit(geom.Pos{X: 22, Y: 27}, geom.Pos{X: 45, Y: 20})
		st := party(w)
		s := settled(t, st)
		compareGolden(t, name, pixels(s, st, 640, 400))
		st.Apply(client.Change{Link: &protocol.Link{Phase: protocol.Reconnecting}})
		s.Update(st, frameTime)
		compareGolden(t, name+"-grey", pixels(s, st, 640, 400))
	}
	s, st := kinds(t)
	compareGolden(t, "kinds", pixels(s, st, 640, 400))
	w := hall()
	compareGolden(t, "hall", pixels(settled(t, known(w)), known(w), 640, 400))
}

func compareGolden(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	path := "testdata/" + name + ".png"
	if *update {
		writePNG(t, path, got)
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	want := image.NewRGBA(img.Bounds())
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			want.Set(x, y, img.At(x, y))
		}
	}
	if want.Bounds() != got.Bounds() {
		t.Fatalf("%s: the picture is %v, not %v", name, got.Bounds(), want.Bounds())
	}
	if n, all := differing(got, want, 3), len(got.Pix)/4; n*100 > all {
		out := t.TempDir() + "/" + name + ".png"
		writePNG(t, out, got)
		t.Errorf("%s: %d of %d pixels differ", name, n, all)
	}
}
