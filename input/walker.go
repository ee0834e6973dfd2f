package input

import (
	"time"

	"laneya/geom"
)

// maxOwed is how many taps wait for their step.
const maxOwed = 2

// Walker makes out of direction keys that are held the way in which the hero is
// to walk. The key pressed last wins; when it is let go, one that is still held
// counts again.
//
// Each press is worth a step: one that ends, or is overridden by another,
// before the world could notice it stays the wish until its step was confirmed,
// or until it has been the wish for as long as Notice.
//
// The zero value stands still. Times are since any fixed moment.
type Walker struct {
	// Notice is how long a wish must last to be carried out: a tick of a world
	// that looks only then, nothing for one that is told every wish and makes
	// a step of each.
	Notice time.Duration

	held []press
	owed []press // wait for their step, the oldest first
	now  time.Duration
}

// press is a key that went down.
type press struct {
	id      int
	dir     geom.Dir
	told    bool          // it has been the wish
	since   time.Duration // when it was first told
	stepped bool          // a step that way was confirmed since, or is owed
}

// noticed reports whether p has been the wish for long enough.
func (w *Walker) noticed(p *press) bool { return p.told && w.now-p.since >= w.Notice }

// Tick tells the time.
func (w *Walker) Tick(now time.Duration) {
	w.now = now
	if len(w.owed) > 0 && w.noticed(&w.owed[0]) {
		w.pay()
	}
}

// Press tells that the key or button id, which means d, went down.
func (w *Walker) Press(id int, d geom.Dir) {
	w.take(id)
	if n := len(w.held); n > 0 {
		w.owe(w.held[n-1])
		w.held[n-1].stepped = true // once is enough
	}
	w.held = append(w.held, press{id: id, dir: d})
}

// Release tells that the key or button id is no longer down.
func (w *Walker) Release(id int) {
	top := len(w.held) > 0 && w.held[len(w.held)-1].id == id
	if p, ok := w.take(id); ok && top {
		w.owe(p)
	}
}

// Stepped tells that the hero was seen to make a step in direction d.
func (w *Walker) Stepped(d geom.Dir) {
	if len(w.owed) > 0 {
		if w.owed[0].dir == d {
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

// Wish returns the way in which the hero is to walk now. Each change of it is to
// be told to the world.
func (w *Walker) Wish() geom.Dir {
	p := w.wish()
	if p == nil {
		return geom.Stop
	}
	if !p.told {
		p.told, p.since = true, w.now
	}
	return p.dir
}

func (w *Walker) wish() *press {
	if len(w.owed) > 0 {
		return &w.owed[0]
	}
	if n := len(w.held); n > 0 {
		return &w.held[n-1]
	}
	return nil
}

// owe notes that p, which ended, is still to have its step, if that is so.
func (w *Walker) owe(p press) {
	if p.stepped || w.noticed(&p) || len(w.owed) == maxOwed {
		return
	}
	w.owed = append(w.owed, p)
}

// pay takes the oldest press off the list.
func (w *Walker) pay() { w.owed = append(w.owed[:0], w.owed[1:]...) }

// take takes id out of held.
func (w *Walker) take(id int) (press, bool) {
	for i, p := range w.held {
		if p.id == id {
			w.held = append(w.held[:i], w.held[i+1:]...)
			return p, true
		}
	}
	return press{}, false
}
