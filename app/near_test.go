package app

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/lang"
	"laneya/protocol"
	"laneya/settings"
)

// fieldAt returns the middle of a field of the level, in the window.
func (r *rig) fieldAt(p *play, at geom.Pos) (x, y int) {
	c := p.scene.Cell(at)
	return c.Min.X + c.Dx()/2, c.Min.Y + c.Dy()/2
}

// TestWhatIsNearIsNarrated lets things come into sight and the hero walk to them.
func TestWhatIsNearIsNarrated(t *testing.T) {
	var said strings.Builder
	d := details()
	d.Things = append(d.Things, protocol.Pile{ID: 30, Kind: "axe", Name: "axe", Count: 1, X: 4, Y: 2, Seen: true})
	r := cavesBy(t, d, func(c *Config) { c.Narrate = &said })
	told := func(what string, want string) {
		t.Helper()
		r.frames(3)
		if !strings.Contains(said.String(), want) || want == "" && said.Len() > 0 {
			t.Errorf("of %s it is said:\n%s\nwant %q", what, said.String(), want)
		}
		said.Reset()
	}
	told("the beginning", "In sight: axe, 1 north; chest, 1 east; rat, 2 west.")
	r.tell(stepTo(2, geom.Pos{X: 4, Y: 2}))
	told("a step", "Here: axe, here.")
	r.tell(stepTo(3, geom.Pos{X: 4, Y: 1}))
	told("another", "")
	r.tell(client.Change{Update: protocol.View{Seq: 4, Gone: []string{rat}}})
	told("a rat that goes", "")
	r.tell(client.Change{Update: protocol.View{Seq: 5, Entities: []protocol.Entity{{Entity: rat, Kind: "rat", Name: "rat", X: 2, Y: 1, Attitude: "foe", Asleep: true}}}})
	told("a rat that comes back", "In sight: rat, asleep, 2 west.\n")
	r.press(ebiten.KeyV)
	said.Reset()
	r.press(ebiten.KeyArrowRight)
	told("the cursor of a wand", "Floor, 1 west.")
}

// TestNarrationInTheWindow reads the lines over the level.
func TestNarrationInTheWindow(t *testing.T) {
	set := settings.Default()
	set.Narration = true
	r := cavesWith(t, func(c *Config) { c.Settings = &set })
	p := r.g.top().(*play)
	lines := func() string { return strings.Join(p.narration.lines, "\n") }
	if !strings.Contains(lines(), "hest, 1 east") || !strings.Contains(lines(), "rat, 2 west") {
		t.Errorf("it says %q", lines())
	}
	r.tell(client.Change{Update: protocol.View{Seq: 2, Details: protocol.Details{Events: []protocol.Event{{Code: "hits", Actor: "the rat", Target: client.You, N: 3}}}}})
	r.frames(3)
	if !strings.Contains(lines(), "The rat hits you for 3") {
		t.Errorf("after a blow it says %q", lines())
	}
	r.X, r.Y = r.fieldAt(p, geom.Pos{X: 2, Y: 3})
	r.frames(int(hoverTime/frameTime) + 3)
	if !strings.HasPrefix(lines(), "Rat, ") {
		t.Errorf("with the mouse on the rat it says %q", lines())
	}
	r.g.set.Narration = false
	r.frames(3)
	r.g.redraw()
	r.frames(2)
	if len(p.narration.lines) > 0 {
		t.Errorf("nobody asked for %q", lines())
	}
}

// TestTheLevelExplainsItself lets the mouse lie on fields of the level.
func TestTheLevelExplainsItself(t *testing.T) {
	r := caves(t)
	p := r.g.top().(*play)
	lies := func(at geom.Pos) bool {
		r.X, r.Y = r.fieldAt(p, at)
		r.frames(int(hoverTime/frameTime) + 5)
		return p.hover.shown
	}
	if lies(geom.Pos{X: 3, Y: 2}) {
		t.Error("bare ground explains itself")
	}
	if !lies(geom.Pos{X: 2, Y: 3}) || p.hover.card.Detail.Title != "thing 0Rat:1" {
		t.Errorf("the rat says %+v", p.hover.card.Detail)
	}
	if b := p.hover.card.Bounds(); !b.In(r.g.room()) {
		t.Errorf("its card is cut off: %v", b)
	}
	r.tell(client.Change{Update: protocol.View{Seq: 2, Entities: []protocol.Entity{{Entity: rat, Kind: "rat", Name: "rat", X: 2, Y: 4, Attitude: "foe"}}}})
	r.frames(3)
	if p.hover.shown {
		t.Error("the card of a rat that has gone stays")
	}
	if !lies(geom.Pos{X: 5, Y: 3}) {
		t.Error("the chest doesn't explain itself")
	}
	if lies(geom.Pos{X: 3, Y: 2}) {
		t.Error("the card stays when the mouse goes")
	}
	before := len(r.session.done)
	if r.frames(120); len(r.session.done) != before {
		t.Error("it is asked again and again")
	}
}

// TestNarrationFits writes the lines beside everything else, in small windows too.
func TestNarrationFits(t *testing.T) {
	r := crowded(t)
	r.g.set.Narration = true
	notes := &sheet{painter: r.g.painter}
	r.g.painter = notes
	p := r.g.top().(*play)
	for _, l := range lang.All() {
		r.speaks(t, l)
		for name, open := range map[string]func(){"play": nil, "look": func() { r.press(ebiten.KeyX) }, "throw": func() { r.press(ebiten.KeyV) }} {
			if open != nil {
				open()
			}
			for _, scale := range []float64{1, 1.5, 2, 3} {
				for _, size := range []image.Point{{800, 500}, {1280, 800}} {
					r.g.resize(size, scale)
					r.frames(3)
					notes.page = page{}
					r.g.redraw()
					r.frame()
					if len(p.narration.lines) == 0 {
						t.Errorf("%s: it says only %q", name, p.narration.lines)
					}
					notes.check(t, fmt.Sprintf("%s in %s, scale %v in %v", name, l.Tag(), scale, size), size)
				}
			}
			for r.g.top() != screenOf(p) {
				r.g.pop()
			}
		}
	}
}
