package app

import (
	"image"
	"strings"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/sounds"
)

// Our server makes one step of a tap that is told whole.
func TestATapIsToldWhole(t *testing.T) {
	r := playing(t)
	r.Tap(ebiten.KeyD)
	r.frames(2)
	r.walked(geom.East, geom.Stop)
	r.frames(20)
	r.walked(geom.East, geom.Stop)
}

// An original server would see nothing of it, so there a tap lasts until the
// step is seen.
func TestATapLastsForAnOriginalServer(t *testing.T) {
	r := playing(t)
	r.tell(client.Change{Link: &protocol.Link{Phase: protocol.Online, Original: true}})
	r.frame()
	r.Tap(ebiten.KeyD)
	r.frame()
	r.walked(geom.East)
	r.frames(3)
	r.walked(geom.East)
	r.tell(stepTo(2, geom.Pos{X: 5, Y: 3}))
	r.frame()
	r.walked(geom.East, geom.Stop)
}

func TestHeldKeysWalk(t *testing.T) {
	r := playing(t)
	r.Press(ebiten.KeyArrowUp)
	r.frames(12)
	r.Press(ebiten.KeyL)
	r.frames(12)
	r.Release(ebiten.KeyL)
	r.frames(12)
	r.Release(ebiten.KeyArrowUp)
	r.frames(2)
	r.walked(geom.North, geom.East, geom.North, geom.Stop)
}

func TestLosingTheFocusStopsTheHero(t *testing.T) {
	r := playing(t)
	r.Press(ebiten.KeyS)
	r.frame()
	r.Blurred = true
	r.frame()
	r.walked(geom.South, geom.Stop)
	r.Release(ebiten.KeyS)
	r.Blurred = false
	r.frames(5)
	r.walked(geom.South, geom.Stop)
}

// A letter that chooses a row is no step, however long it is held.
func TestAChosenRowDoesNotWalk(t *testing.T) {
	r := caves(t)
	for _, key := range []ebiten.Key{ebiten.KeyA, ebiten.KeyD} {
		r.press(ebiten.KeyU)
		r.wants("Go where?")
		r.Press(key)
		r.frames(5)
		r.Release(key)
		r.frames(2)
		if n := len(r.session.walks); n > 0 {
			t.Errorf("%v also walks: %v", key, r.session.walks)
		}
		if r.screen() != "play" {
			r.press(ebiten.KeyEscape)
		}
	}
}

// What is held when the game gets the keys back walks again, whoever had them,
// and nothing else does.
func TestHeldKeysWalkAgain(t *testing.T) {
	for name, away := range map[string][2]func(*rig){
		"menu":  {keyboard{}.menu, keyboard{}.menu},
		"focus": {func(r *rig) { r.Blurred = true; r.frame() }, func(r *rig) { r.Blurred = false; r.frame() }},
	} {
		t.Run(name, func(t *testing.T) {
			r := playing(t)
			r.Press(ebiten.KeyD)
			r.frame()
			r.Press(ebiten.KeyS)
			r.frame()
			away[0](r)
			r.walked(geom.East, geom.South, geom.Stop)
			r.frames(5)
			r.walked(geom.East, geom.South, geom.Stop)
			r.Release(ebiten.KeyS)
			r.frame()
			away[1](r)
			r.walked(geom.East, geom.South, geom.Stop, geom.East)
			r.Release(ebiten.KeyD)
			r.frame()
			r.walked(geom.East, geom.South, geom.Stop, geom.East, geom.Stop)
		})
	}
}

func TestTheMenuStopsTheHeroAndTheWorldGoesOn(t *testing.T) {
	r := playing(t)
	r.Press(ebiten.KeyS)
	r.frame()
	keyboard{}.menu(r)
	r.walked(geom.South, geom.Stop)
	r.tell(stepTo(2, geom.Pos{X: 4, Y: 4}))
	before := r.draws
	r.frame()
	if r.g.stack[1].(*play).state.Hero().Pos != (geom.Pos{X: 4, Y: 4}) || r.draws == before {
		t.Error("what the server tells doesn't arrive below the menu")
	}
	r.Release(ebiten.KeyS)
	keyboard{}.tap(r, ebiten.KeyEscape)
	r.wants("play")
	r.frames(5)
	r.walked(geom.South, geom.Stop)
}

func TestDrainTakesInAFramesCapAndNoMore(t *testing.T) {
	r := playing(t)
	for i := range 3 * drainCap {
		r.tell(stepTo(uint64(i+2), geom.Pos{X: 1 + i%7, Y: 3}))
	}
	for want := 2 * drainCap; want >= 0; want -= drainCap {
		r.frame()
		if got := len(r.session.changes); got != want {
			t.Fatalf("%d changes wait, want %d", got, want)
		}
	}
}

func TestALostServerAndItsReturn(t *testing.T) {
	r := playing(t)
	p := r.g.top().(*play)
	r.tell(client.Change{Link: &protocol.Link{Phase: protocol.Reconnecting, Message: "the cable is cut", Retry: 3 * time.Second}})
	r.frame()
	if !p.status.away || !strings.HasSuffix(p.status.line, "Reconnecting…") {
		t.Errorf("away %v, line %q", p.status.away, p.status.line)
	}
	if text := p.status.message.Items[awayText].Text; text != "The cable is cut. Next try in 3 s." {
		t.Errorf("message %q", text)
	}
	r.frames(70)
	if text := p.status.message.Items[awayText].Text; !strings.HasSuffix(text, "Next try in 2 s.") {
		t.Errorf("a second later: %q", text)
	}
	for _, size := range []image.Point{{800, 500}, {1280, 800}} {
		r.g.resize(size, 1)
		r.frame()
		if b := p.status.message.Bounds(); b.Min.Y < size.Y*2/3 || b.Max.Y > size.Y {
			t.Errorf("in a window of %v the message covers %v", size, b)
		}
	}
	if w, _ := p.state.Size(); w == 0 {
		t.Error("the last view is gone")
	}
	r.tell(link(protocol.Online, ""))
	r.frame()
	if p.status.away || !strings.Contains(p.status.line, "12 ms") {
		t.Errorf("back: away %v, line %q", p.status.away, p.status.line)
	}
}

func TestTheHintGoesWithTheFirstStep(t *testing.T) {
	r := playing(t)
	p := r.g.top().(*play)
	if !p.hint.shown {
		t.Fatal("nobody says which keys to use")
	}
	r.tell(stepTo(2, geom.Pos{X: 5, Y: 3}))
	r.frame()
	if p.hint.shown {
		t.Error("the hint stays")
	}
}

func TestStepsAndBumpsAreHeard(t *testing.T) {
	r := playing(t)
	r.heard = nil
	r.tell(stepTo(2, geom.Pos{X: 5, Y: 3}))
	r.frames(10)
	if len(r.heard) != 1 || r.heard[0] != sounds.Step {
		t.Errorf("a step sounds like %v", r.heard)
	}
	r.tell(level(geom.Pos{X: 7, Y: 3})) // next to the wall
	r.frames(20)
	r.heard = nil
	r.Press(ebiten.KeyD)
	r.frames(30)
	if len(r.heard) != 1 || r.heard[0] != sounds.Bump {
		t.Errorf("a wall sounds like %v", r.heard)
	}
}

func TestHeard(t *testing.T) {
	ear := geom.Pos{X: 10, Y: 10}
	near, _ := heard(ear, geom.Pos{X: 11, Y: 10})
	far, pan := heard(ear, geom.Pos{X: 4, Y: 10})
	if near <= far || far <= 0 || pan >= 0 || pan < -1 {
		t.Errorf("near %v, far %v from %v", near, far, pan)
	}
	if gain, _ := heard(ear, geom.Pos{X: 10, Y: 30}); gain != 0 {
		t.Errorf("%v is heard out of earshot", gain)
	}
}
