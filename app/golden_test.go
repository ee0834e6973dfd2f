package app

import (
	"flag"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/geom"
	"laneya/protocol"
)

var update = flag.Bool("update", false, "write the pictures anew, to be looked at")

// What may differ between two machines' pictures: each channel by so much
// without being counted, and so large a part of the pixels.
const (
	channelSlack = 3
	pixelSlack   = 0.005
)

func TestPictures(t *testing.T) {
	titleRig := newRig(t, nil)
	titleRig.frames(60)
	joinRig := joining(t)
	joinRig.frames(60)
	hostRig := newRig(t, nil)
	hostRig.g.openHosting()
	hostRig.frames(60)
	plateRig := newRig(t, nil)
	plateRig.g.openInvitation(&play{world: &World{Port: 5001, Invite: "laneya -connect 192.168.1.7:5001", Others: []string{"10.0.0.3:5001"}}})
	plateRig.frames(60)
	playRig := playing(t)
	menuRig := playing(t)
	keyboard{}.menu(menuRig)
	menuRig.frame()
	lostRig := playing(t)
	lostRig.tell(link(protocol.Reconnecting, "the server can't be reached"))
	lostRig.frames(3)
	awayRig := playing(t)
	missing(awayRig, 4)
	awayRig.frames(3)
	for name, r := range map[string]*rig{"away": awayRig, "title": titleRig, "join": joinRig, "host": hostRig, "plate": plateRig, "play": playRig, "menu": menuRig, "lost": lostRig} {
		t.Run(name, func(t *testing.T) { compare(t, name, r) })
	}
}

func compare(t *testing.T, name string, r *rig) {
	r.g.redraw()
	r.g.Draw(r.dst)
	got := pixels(r.dst)
	path := filepath.Join("testdata", name+".png")
	if *update {
		write(t, path, got)
		return
	}
	want := read(t, path)
	if want.Rect != got.Rect {
		t.Fatalf("the picture is %v, want %v", got.Rect, want.Rect)
	}
	if n := differing(want, got, channelSlack); float64(n) > pixelSlack*float64(got.Rect.Dx()*got.Rect.Dy()) {
		out := filepath.Join(t.ArtifactDir(), name+".png")
		write(t, out, got)
		t.Errorf("%d pixels differ from %s; see %s, and run with -update if it is right", n, path, out)
	}
}

func pixels(img *ebiten.Image) *image.RGBA {
	out := image.NewRGBA(img.Bounds())
	img.ReadPixels(out.Pix)
	return out
}

// differing returns how many pixels differ by more than slack in a channel.
func differing(a, b *image.RGBA, slack int) (n int) {
	for i := 0; i < len(a.Pix); i += 4 {
		for c := range 4 {
			if d := int(a.Pix[i+c]) - int(b.Pix[i+c]); d > slack || d < -slack {
				n++
				break
			}
		}
	}
	return n
}

func write(t *testing.T, path string, img image.Image) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) *image.RGBA {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Src)
	return out
}

func geomPos(x, y int) geom.Pos { return geom.Pos{X: x, Y: y} }
