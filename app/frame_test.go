package app

import (
	"runtime"
	"strings"
	"testing"
)

func TestAWalkingFrameAllocatesNothing(t *testing.T) {
	checkWalksWithoutAllocating(t, newCrowd(t))
}

// checkWalksWithoutAllocating lets a crowd walk, and fails if drawing that
// allocates or isn't done.
func checkWalksWithoutAllocating(t *testing.T, c *crowd) {
	t.Helper()
	walk := func() {
		c.step()
		c.frames(framesPerStep)
	}
	for range 10 { // until all memory that is used again is there
		walk()
	}
	before := c.draws
	for where, n := range ownAllocations(func() {
		for range 10 {
			walk()
		}
	}) {
		t.Errorf("%d allocations in %s", n, where)
	}
	if n := c.draws - before; n != 10*framesPerStep {
		t.Errorf("only %d frames were drawn", n)
	}
}

// ownAllocations returns how often our own code allocates while f runs, by the
// functions that do. What the engine and the tests allocate isn't counted.
func ownAllocations(f func()) map[string]int64 {
	defer func(rate int) { runtime.MemProfileRate = rate }(runtime.MemProfileRate)
	before := allocations()
	runtime.MemProfileRate = 1
	f()
	runtime.MemProfileRate = 0
	after := allocations()
	for where, n := range before {
		if after[where] -= n; after[where] == 0 {
			delete(after, where)
		}
	}
	return after
}

// allocations returns how often our own functions have allocated, as far as
// that was noted.
func allocations() map[string]int64 {
	runtime.GC()
	runtime.GC() // what is noted shows only after two
	records := make([]runtime.MemProfileRecord, 1<<16)
	n, _ := runtime.MemProfile(records, true)
	found := map[string]int64{}
	for _, r := range records[:min(n, len(records))] {
		if where := allocator(r.Stack()); where != "" {
			found[where] += r.AllocObjects
		}
	}
	return found
}

// allocator returns which of our own functions allocated, if it was one: the
// innermost that is ours, with nothing of the engine within it.
func allocator(stack []uintptr) string {
	frames := runtime.CallersFrames(stack)
	for {
		f, more := frames.Next()
		switch {
		case strings.HasSuffix(f.File, "_test.go"), strings.Contains(f.Function, "/ebiten/"):
			return ""
		case strings.HasPrefix(f.Function, "laneya/"):
			return f.Function
		case !more:
			return ""
		}
	}
}

// mostDraws is how many draw calls a picture may take, besides the two with
// which the engine brings it to the screen.
const mostDraws = 8 - 2

func TestDrawCallsOfAPicture(t *testing.T) {
	c := newCrowd(t)
	check := func(what string, frames int) {
		t.Helper()
		for range frames {
			before, drawn := c.g.painter.Draws(), c.draws
			c.frame()
			if c.draws == drawn {
				continue
			}
			if n := c.play.scene.Draws() + c.g.painter.Draws() - before; n == 0 || n > mostDraws {
				t.Fatalf("%s: %d draw calls for a frame", what, n)
			}
		}
	}
	for range 3 {
		c.step()
		check("200 walk", framesPerStep)
	}
	c.g.openPause(c.play)
	c.step()
	check("200 walk behind the menu", framesPerStep)
}
