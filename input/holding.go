package input

import "time"

// When a held key or button asks again.
const (
	repeatDelay = 400 * time.Millisecond
	repeatEvery = 50 * time.Millisecond
)

// holding follows one key or button and tells when it asks.
type holding struct {
	on   bool // went down while that counted, and is down since
	next time.Duration
}

// tick returns true when the key went down, and each time that it repeats. A
// key that is found down without having gone down, as after a text was written
// with it, doesn't count until it is taken.
func (h *holding) tick(went, down bool, now time.Duration) bool {
	h.on = down && (went || h.on)
	if went {
		h.next = now + repeatDelay
		return true
	}
	if !h.on || now < h.next {
		return false
	}
	// A long frame makes up for no repeats that it missed.
	h.next = now + repeatEvery
	return true
}

// take lets a key count that is found down. It doesn't ask for that.
func (h *holding) take(now time.Duration) { h.on, h.next = true, now+repeatDelay }
