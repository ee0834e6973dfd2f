package render

import (
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
)

// pixels draws the scene as it is and reads it back.
func pixels(s *Scene, st *client.State, w, h int) *image.RGBA {
	dst := ebiten.NewImage(w, h)
	defer dst.Deallocate()
	s.Draw(dst, st)
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	dst.ReadPixels(out.Pix)
	return out
}

func writePNG(t *testing.T, name string, img image.Image) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

// party is a scene with all kinds of figures in it.
func party(w *world) *client.State {
	st := client.NewState()
	st.Apply(online())
	at := func(dx, dy int) geom.Pos { return w.hero.Add(geom.Delta{DX: dx, DY: dy}) }
	ben, cleo, dora := at(-3, 1), at(2, 2), at(4, -1)
	sleeper := hero("dora", dora.X, dora.Y, geom.South)
	sleeper.Asleep = true
	gh := at(-2, -2)
	st.Apply(w.snapshot(false,
		hero("ben", ben.X, ben.Y, geom.East), hero("cleo", cleo.X, cleo.Y, geom.West), sleeper, ghost(gh.X, gh.Y)))
	return st
}

var shots = flag.String("shots", "", "a folder to put pictures to look at into")

// TestShots draws larger pictures than the golden ones, for a person to judge.
func TestShots(t *testing.T) {
	dir := *shots
	if dir == "" {
		return
	}
	for _, c := range []struct {
		name, level string
		w, h        int
		scale       float64
		places      []geom.Pos
	}{
		{"halls", "halls.txt", 1280, 800, 1, []geom.Pos{{X: 22, Y: 27}, {X: 46, Y: 27}, {X: 9, Y: 26}, {X: 52, Y: 32}}},
		{"caves", "caves.txt", 1280, 800, 1, []geom.Pos{{X: 45, Y: 20}, {X: 52, Y: 36}, {X: 30, Y: 31}}},
		{"large", "halls.txt", 2560, 1600, 2, []geom.Pos{{X: 22, Y: 27}, {X: 46, Y: 27}}},
	} {
		w := readWorld(t, c.level)
		w.visit(c.places...)
		st := party(w)
		s := NewScene()
		s.Resize(c.w, c.h, c.scale)
		s.Update(st, time.Second)
		writePNG(t, filepath.Join(dir, c.name+".png"), pixels(s, st, c.w, c.h))
		st.Apply(client.Change{Link: &protocol.Link{Phase: protocol.Reconnecting}})
		s.Update(st, time.Second)
		writePNG(t, filepath.Join(dir, c.name+"-grey.png"), pixels(s, st, c.w, c.h))
	}
}
