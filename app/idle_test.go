package app

import (
	"testing"
	"time"
)

// still lets nothing happen for a while, and returns how often the window was
// drawn.
func still(r *rig, d time.Duration) int {
	before := r.draws
	r.frames(int(d / frameTime))
	return r.draws - before
}

func TestNothingIsDrawnWhileNothingChanges(t *testing.T) {
	for name, r := range map[string]*rig{"title": newRig(t, nil), "play": playing(t)} {
		r.frames(int(25 * time.Second / frameTime)) // the hint has gone
		if n := still(r, 4*heartbeat); n < 3 || n > 5 {
			t.Errorf("%s: drawn %d times in four heartbeats", name, n)
		}
		r.Blurred = true
		if n := still(r, time.Second); n != burst {
			t.Errorf("%s: drawn %d times after losing the focus, want %d", name, n, burst)
		}
		r.X += 5
		if n := still(r, time.Second); n > 1 {
			t.Errorf("%s: drawn %d times when the mouse moved", name, n)
		}
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
