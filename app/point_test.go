package app

import (
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/geom"
	"laneya/protocol"
)

// TestClicksOnTheLevel clicks at floor, at a foe, at the hero herself, and off the
// level.
func TestClicksOnTheLevel(t *testing.T) {
	r := caves(t)
	p := r.g.top().(*play)
	click := func(at geom.Pos) {
		c := p.scene.Cell(at)
		r.Click(c.Min.X+c.Dx()/2, c.Min.Y+c.Dy()/2)
		r.frames(3)
	}
	click(geom.Pos{X: 6, Y: 4})
	r.asked(protocol.Travel{To: "place", X: 6, Y: 4})
	click(geom.Pos{X: 2, Y: 3})
	r.asked(protocol.Attack{Target: rat})
	click(geom.Pos{X: 4, Y: 3})
	r.asked(protocol.Pass{})
	click(geom.Pos{X: -1, Y: 3})
	r.asked()
	r.press(ebiten.KeyF1)
	click(geom.Pos{X: 6, Y: 4})
	for _, a := range r.did() {
		if a.Name() == "travel" {
			t.Error("a click on a list goes somewhere on the level")
		}
	}
}

// TestZoom goes nearer and further off than there is.
func TestZoom(t *testing.T) {
	r := caves(t)
	p := r.g.top().(*play)
	fits := p.scene.Zoom()
	for range 12 {
		r.press(ebiten.KeyEqual)
	}
	if got := p.scene.Zoom(); got <= fits || got > fits+5 {
		t.Errorf("the nearest is %d, where %d fits", got, fits)
	}
	for range 12 {
		r.press(ebiten.KeyMinus)
	}
	if got := p.scene.Zoom(); got >= fits || got < 1 {
		t.Errorf("the furthest is %d", got)
	}
	r.press(ebiten.KeyEqual)
	if got := p.scene.Zoom(); got != max(fits-3, 1)+1 {
		t.Errorf("one step nearer again is %d", got)
	}
}
