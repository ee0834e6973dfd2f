package app

import (
	"slices"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
)

// TestAWishIsDrawnAsAWish wishes for a step and for a way, and lets each become real,
// be refused, or come to nothing.
func TestAWishIsDrawnAsAWish(t *testing.T) {
	r := caves(t)
	p := r.g.top().(*play)
	shows := func(when string, want ...geom.Pos) {
		t.Helper()
		if r.frames(2); !slices.Equal(p.wished.way, want) {
			t.Errorf("%s it shows %v, want %v", when, p.wished.way, want)
		}
	}
	shows("at rest")
	r.Press(ebiten.KeyArrowDown)
	shows("with a key held", geom.Pos{X: 4, Y: 4})
	r.tell(stepTo(2, geom.Pos{X: 4, Y: 4}))
	shows("after the step", geom.Pos{X: 4, Y: 5})
	r.Release(ebiten.KeyArrowDown)
	shows("with the key let go")
	r.tell(stepTo(3, geom.Pos{X: 4, Y: 3}))
	r.Press(ebiten.KeyArrowRight)
	shows("before a chest")
	r.Release(ebiten.KeyArrowRight)
	r.tell(stepTo(4, geom.Pos{X: 4, Y: 4}))

	click := func(at geom.Pos) {
		r.frames(60) // the camera comes to rest
		x, y := r.fieldAt(p, at)
		r.Click(x, y)
	}
	line := []geom.Pos{{X: 5, Y: 4}, {X: 6, Y: 4}}
	click(geom.Pos{X: 6, Y: 4})
	shows("after a click", line...)
	d := details()
	d.Self.Intent, d.Self.Goal, d.Self.Path = "travel", &protocol.Place{X: 6, Y: 4}, []int{41, 42}
	r.update(5, d)
	shows("with the way told")
	r.update(6, details())

	click(geom.Pos{X: 6, Y: 4})
	shows("after another click", line...)
	r.session.refused <- client.Answered(protocol.Travel{}, protocol.Response{Status: protocol.Illegal, Data: protocol.AppendRefusal(nil, &protocol.Failure{Message: "no", At: &protocol.Place{X: 6, Y: 4}})}, nil)
	shows("refused")
	if p.refused.at != (geom.Pos{X: 6, Y: 4}) {
		t.Errorf("the reason stands at %v", p.refused.at)
	}

	click(geom.Pos{X: 6, Y: 4})
	shows("once more", line...)
	r.frames(int(wishTime / frameTime))
	shows("when nothing comes of it")

	click(geom.Pos{X: 2, Y: 3})
	if r.frames(2); len(p.wished.way) == 0 || p.wished.way[len(p.wished.way)-1] != (geom.Pos{X: 2, Y: 3}) {
		t.Errorf("with an attack wished for it shows %v", p.wished.way)
	}
	r.tell(link(protocol.Reconnecting, ""))
	shows("while the server is away")
}
