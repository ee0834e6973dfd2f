package input

import (
	"time"

	"laneya/geom"
)

const (
	worldTick = 100 * time.Millisecond // in which a hero makes one step
	maxOwed   = 2                      // taps that wait for their step
)

// Walker makes out of direction keys that are held the way in which the hero is
// to walk. The key pressed last wins; when it is let go, one that is still held
// counts again.
//
// Each press is worth a step: one that ends, or is overridden by another,
// before the world had a tick to notice it stays the wish until its step was
// confirmed, or a tick has passed.
//
// The zero value stands still. Times are since any fixed moment.
type Walker struct {
	held  []held
	owed  []geom.Dir    // presses that wait for their step, the oldest first
	since time.Duration // when owed[0] began to be the wish
	now   time.Duration
}

type held struct {
	id      int
	dir     geom.Dir
	pressed time.Duration
	stepped bool // a step that way was confirmed since, or is owed
}

// Tick tells the time.
func (w *Walker) Tick(now time.Duration) {
	w.now = now
	if len(w.owed) > 0 && now-w.since >= worldTick {
		w.pay()
	}
}

// Press tells that the key or button id, which means d, went down.
func (w *Walker) Press(id int, d geom.Dir) {
	w.take(id)
	if n := len(w.held); n > 0 {
		w.owe(&w.held[n-1])
	}
	w.held = append(w.held, held{id: id, dir: d, pressed: w.now})
}

// Release tells that the key or button id is no longer down.
func (w *Walker) Release(id int) {
	top := len(w.held) > 0 && w.held[len(w.held)-1].id == id
	if h, ok := w.take(id); ok && top {
		w.owe(&h)
	}
}

// Stepped tells that the hero was seen to make a step in direction d.
func (w *Walker) Stepped(d geom.Dir) {
	if len(w.owed) > 0 {
		if w.owed[0] == d {
			w.pay()
		}
		return
	}
	for i := range w.held {
		if w.held[i].dir == d {
			w.held[i].stepped = true
		}
	}
}

// Reset forgets every key: the hero is to stand still.
func (w *Walker) Reset() { w.held, w.owed = w.held[:0], w.owed[:0] }

// Wish returns the way in which the hero is to walk now.
func (w *Walker) Wish() geom.Dir {
	if len(w.owed) > 0 {
		return w.owed[0]
	}
	if n := len(w.held); n > 0 {
		return w.held[n-1].dir
	}
	return geom.Stop
}

// owe notes that the press h is still to have its step, if that is so.
func (w *Walker) owe(h *held) {
	if h.stepped || w.now-h.pressed >= worldTick || len(w.owed) == maxOwed {
		return
	}
	if len(w.owed) == 0 {
		w.since = h.pressed
	}
	w.owed = append(w.owed, h.dir)
	h.stepped = true
}

// pay takes the oldest press off the list.
func (w *Walker) pay() {
	w.owed = append(w.owed[:0], w.owed[1:]...)
	w.since = w.now
}

// take takes id out of held.
func (w *Walker) take(id int) (held, bool) {
	for i, h := range w.held {
		if h.id == id {
			w.held = append(w.held[:i], w.held[i+1:]...)
			return h, true
		}
	}
	return held{}, false
}
