package app

import (
	"errors"
	"image/gif"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/settings"
)

// TestTheLastSecondsAreKept lets 15 seconds go by in which much moves, and keeps them.
func TestTheLastSecondsAreKept(t *testing.T) {
	r := playing(t)
	kept := make(chan *gif.GIF, 2)
	fault := error(nil)
	r.g.cfg.KeepReplay = func(g *gif.GIF) (string, error) { kept <- g; return "x.gif", fault }
	replay := func() {
		r.Press(ebiten.KeyShiftLeft)
		r.press(ebiten.KeyF12)
		r.Release(ebiten.KeyShiftLeft)
		r.frame()
	}
	replay()
	if r.g.toast.text == "" || len(kept) > 0 {
		t.Errorf("without the setting it says %q", r.g.toast.text)
	}
	r.g.set.Replay = true
	for range 15 * 60 {
		r.g.redraw()
		r.frame()
	}
	replay()
	g := <-kept
	total := 0
	for i, p := range g.Image {
		total += g.Delay[i]
		if p.Rect.Dx() != replayWide || len(p.Palette) > 256 || len(p.Palette) < 10 {
			t.Fatalf("picture %d is %v with %d colours", i, p.Rect, len(p.Palette))
		}
	}
	if len(g.Image) < 60 || len(g.Image) > replayFrames || total < 900 || total > 1020 {
		t.Errorf("%d pictures take %d hundredths of a second", len(g.Image), total)
	}
	r.until("it is told", func() bool { return r.g.toast.text == "The picture is x.gif" })
	fault = errors.New("the disk is full")
	replay()
	<-kept
	r.until("the fault is told", func() bool { return r.g.toast.text == "The disk is full." })
	r.g.set.Replay = false
	r.g.redraw()
	r.frame()
	if r.g.replay.ring != nil {
		t.Error("the pictures stay in memory")
	}
}

// TestPicturesASecond counts pictures while everything moves.
func TestPicturesASecond(t *testing.T) {
	r := playing(t)
	count := func() int {
		before := r.draws
		for range 60 {
			r.g.redraw()
			r.frame()
		}
		return r.draws - before
	}
	for pace, want := range map[int]int{60: 60, 30: 30} {
		if r.g.set.Pace = pace; count() != want {
			t.Errorf("at %d there are %d", pace, count())
		}
	}
	r.g.set.Pace = 60
	r.Blurred = true
	r.frame()
	if n := count(); n < 29 || n > 31 {
		t.Errorf("without the keyboard there are %d", n)
	}
	r.window.minimised = true
	r.frames(5)
	if n := count(); n != 0 {
		t.Errorf("minimised there are %d", n)
	}
}

// TestTheWindowsPlaceIsKept quits, once out of full screen.
func TestTheWindowsPlaceIsKept(t *testing.T) {
	for _, full := range []bool{false, true} {
		var kept settings.Settings
		r := newRig(t, func(c *Config) { c.Keep = func(s settings.Settings) error { kept = s; return nil } })
		r.window.full = full
		r.window.closing = true
		r.frame()
		if want := (settings.Place{Monitor: "one", X: 7, Y: 8, Width: 800, Height: 500}); (kept.Window == want) == full {
			t.Errorf("full screen %v: kept is %+v", full, kept.Window)
		}
	}
}
