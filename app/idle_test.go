package app

import (
	"image"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
)

// still lets nothing happen for a while, and returns how often the window was
// drawn and how often it was shown.
func still(r *rig, d time.Duration) (draws, shows int) {
	draws, shows = r.draws, r.shows
	r.frames(int(d / frameTime))
	return r.draws - draws, r.shows - shows
}

func TestNothingIsDrawnWhileNothingChanges(t *testing.T) {
	for name, r := range map[string]*rig{"title": newRig(t, nil), "play": playing(t)} {
		r.frames(int(25 * time.Second / frameTime)) // the hint has gone
		if d, n := still(r, 4*heartbeat); d != 0 || n < 3 || n > 5 {
			t.Errorf("%s: drawn %d times and shown %d times in four heartbeats", name, d, n)
		}
		r.X += 5
		if d, n := still(r, time.Second); d != 0 || n > 1 {
			t.Errorf("%s: drawn %d times and shown %d times when the mouse moved", name, d, n)
		}
	}
}

// However late the window manager paints over it, within a second, the picture
// is back soon.
func TestAnUncoveredWindowIsShownAgainAndAgain(t *testing.T) {
	for name, uncover := range map[string]func(*rig){
		"focus lost":   func(r *rig) { r.Blurred = true },
		"focus gained": func(r *rig) { r.Blurred = false },
		"restored":     func(r *rig) { r.window.minimised = false },
		"resized":      func(r *rig) { r.g.resize(image.Pt(810, 510), 1) },
	} {
		r := playing(t)
		r.Blurred = name != "focus lost"
		r.window.minimised = name == "restored"
		r.frames(int(25 * time.Second / frameTime))
		uncover(r)
		longest, last := time.Duration(0), r.Time
		for end := r.Time + time.Second + 2*minimisedEvery*frameTime; r.Time < end; {
			before := r.shows
			r.frame()
			if r.shows > before {
				longest, last = max(longest, r.Time-last), r.Time
			}
		}
		if longest > 450*time.Millisecond || r.Time-last > 200*time.Millisecond {
			t.Errorf("%s: not shown for %v, and %v before the end", name, longest, r.Time-last)
		}
	}
}

func TestAMinimisedWindowIsNotShown(t *testing.T) {
	r := playing(t)
	r.Blurred, r.window.minimised = true, true
	r.frames(int(25 * time.Second / frameTime))
	if d, n := still(r, 4*heartbeat); d != 0 || n != 0 {
		t.Errorf("drawn %d times and shown %d times", d, n)
	}
}

func TestAnIdleFrameAllocatesNothing(t *testing.T) {
	for name, r := range map[string]*rig{"title": newRig(t, nil), "play": playing(t)} {
		r.frames(int(25 * time.Second / frameTime))
		if n := testing.AllocsPerRun(200, r.frame); n != 0 {
			t.Errorf("%s: %v allocations in a frame", name, n)
		}
	}
}

// What Draw looks at stays as it is, however often it is called.
func TestDrawChangesNothing(t *testing.T) {
	r := playing(t)
	r.g.redraw()
	r.g.Draw(r.dst)
	a := pixels(r.dst)
	for range 3 {
		r.g.drawn = 0
		r.g.Draw(r.dst)
	}
	if d := differing(a, pixels(r.dst), 0); d > 0 {
		t.Errorf("%d pixels differ when the same frame is drawn again", d)
	}
}

// A resting loop goes on when the server tells something.
func TestRestEndsWithNews(t *testing.T) {
	r := playing(t)
	r.frames(int(25 * time.Second / frameTime))
	r.g.cfg.Restless = false
	before := r.draws
	r.tell(stepTo(2, geomPos(5, 3)))
	r.frame()
	if r.draws == before || len(r.session.changes) != 0 {
		t.Error("the news waits")
	}
	start := time.Now()
	r.frames(int(2*restAfter/frameTime) + 3)
	if time.Since(start) < restFor {
		t.Error("the loop never rests")
	}
}

// While only the fire behind the title moves, the loop turns as seldom as that needs;
// what the player does makes it turn on at once.
func TestTheLoopRestsBetweenPicturesOfFlames(t *testing.T) {
	r := newRig(t, nil)
	r.frames(int(2 * restAfter / frameTime))
	r.g.cfg.Restless = false
	before, start := r.draws, time.Now()
	r.frames(4)
	if took := time.Since(start); took < 4*driftFor {
		t.Errorf("four turns took %v while only flames moved", took)
	}
	r.frames(4) // the rig's time goes by in frames, and not as long as the rests
	if r.draws == before {
		t.Error("flames do not move")
	}
	r.Tap(ebiten.KeyArrowDown)
	r.frame() // it rested before it looked at the keys
	start = time.Now()
	r.frames(4)
	if took := time.Since(start); took >= driftFor {
		t.Errorf("four turns took %v once a key was pressed", took)
	}
}
