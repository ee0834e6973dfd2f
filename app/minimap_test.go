package app

import (
	"image"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
)

// TestTheMapInTheCorner looks at its pixels, hides it, and opens the maps by a click.
func TestTheMapInTheCorner(t *testing.T) {
	r := caves(t)
	p := r.g.top().(*play)
	box := p.minimapBox(r.g)
	if box.Empty() || !box.In(image.Rectangle{Max: r.g.size}) {
		t.Fatalf("it stands at %v", box)
	}
	w, h := p.state.Size()
	field := func(at geom.Pos) [4]uint8 {
		img := pixels(r.dst)
		c := box.Min.Add(image.Pt((2*at.X+1)*box.Dx()/(2*w), (2*at.Y+1)*box.Dy()/(2*h)))
		px := img.RGBAAt(c.X, c.Y)
		return [4]uint8{px.R, px.G, px.B, px.A}
	}
	if got := field(geom.Pos{}); got != [4]uint8{mapWallSeen.R, mapWallSeen.G, mapWallSeen.B, 255} && got != [4]uint8{mapWall.R, mapWall.G, mapWall.B, 255} {
		t.Errorf("a wall is %v", got)
	}
	fresh := p.minimap.revision
	r.frames(3)
	if p.minimap.revision != fresh || p.minimap.fresh {
		t.Error("it is made anew though nothing changed")
	}
	r.tell(client.Change{Update: protocol.View{Seq: 2, Terrain: []protocol.Strip{{X: 0, Y: 0, Cells: "."}}}})
	r.frames(2)
	if got := field(geom.Pos{}); got == [4]uint8{mapWallSeen.R, mapWallSeen.G, mapWallSeen.B, 255} {
		t.Error("what was dug away still shows")
	}
	r.Click(3, 300) // now it is a mouse that plays
	r.frames(3)
	click(r, p.minimapBox(r.g))
	r.wants("map")
	r.g.pop()
	r.Press(ebiten.KeyShiftLeft)
	r.press(ebiten.KeyM)
	r.Release(ebiten.KeyShiftLeft)
	r.frame()
	r.wants("play")
	if r.g.set.Minimap || !p.minimapBox(r.g).Empty() {
		t.Error("it isn't hidden")
	}
}

// TestTheMapInTheCornerAllocatesNothing draws it while the hero stands.
func TestTheMapInTheCornerAllocatesNothing(t *testing.T) {
	r := caves(t)
	p := r.g.top().(*play)
	r.frames(3)
	if n := testing.AllocsPerRun(100, func() { p.minimap.update(p.state); p.minimapBox(r.g) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
