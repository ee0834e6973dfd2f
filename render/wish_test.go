package render

import (
	"bytes"
	"image"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/geom"
)

// TestWishesAreDrawn shows a wish, leaves it be, and takes it away again.
func TestWishesAreDrawn(t *testing.T) {
	st := known(hall())
	s := settled(t, st)
	dst := ebiten.NewImage(640, 400)
	defer dst.Deallocate()
	draw := func() []byte {
		s.Draw(dst, st)
		pix := make([]byte, 4*640*400)
		dst.ReadPixels(pix)
		return pix
	}
	bare := draw()
	way := []geom.Pos{{X: 6, Y: 2}, {X: 7, Y: 2}, {X: 8, Y: 2}}
	if s.Wish(way); !s.Update(st, frameTime) {
		t.Fatal("a wish changes nothing")
	}
	wished := draw()
	for _, p := range way {
		if !differs(bare, wished, s.Cell(p)) {
			t.Errorf("nothing shows at %v", p)
		}
	}
	if p := (geom.Pos{X: 8, Y: 3}); differs(bare, wished, s.Cell(p)) {
		t.Errorf("something shows at %v", p)
	}
	if s.Wish(way); s.Update(st, frameTime) {
		t.Error("the same wish is drawn anew")
	}
	if s.Wish(nil); !s.Update(st, frameTime) || !bytes.Equal(draw(), bare) {
		t.Error("a wish stays")
	}
}

// differs reports whether two pictures, 640 pixels wide, differ within r.
func differs(a, b []byte, r image.Rectangle) bool {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		from, to := 4*(640*y+r.Min.X), 4*(640*y+r.Max.X)
		if !bytes.Equal(a[from:to], b[from:to]) {
			return true
		}
	}
	return false
}
