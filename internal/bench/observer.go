package main

import (
	"sync"
	"time"
)

// burstGap is the silence after which an update begins a new burst. All that a
// tick sends comes much closer together, and ticks are much further apart.
const burstGap = 25 * time.Millisecond

// observer is a user who stands in the world and notes when updates come.
type observer struct {
	*peer
	done sync.WaitGroup

	mu     sync.Mutex // guards all below
	last   time.Time  // when the last update came
	bursts []time.Time
}

// observe brings an observer into the world. Call leave when done.
func observe(addr string, watching bool) (*observer, error) {
	p, err := join(addr, "observer", hello(watching))
	if err != nil {
		return nil, err
	}
	o := &observer{peer: p}
	o.done.Go(o.read)
	return o, nil
}

// read notes updates until the connection is closed. Should the server close
// it, then the bursts that are missing show it.
func (o *observer) read() {
	for {
		_, updates, err := o.receive()
		if err != nil {
			return
		}
		if updates > 0 {
			o.note(time.Now())
		}
	}
}

func (o *observer) note(now time.Time) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if now.Sub(o.last) > burstGap {
		o.bursts = append(o.bursts, now)
	}
	o.last = now
}

// intervals returns the seconds from each burst to the next, of those that came
// since it was last called.
func (o *observer) intervals() []float64 {
	o.mu.Lock()
	defer o.mu.Unlock()
	var out []float64
	for i := 1; i < len(o.bursts); i++ {
		out = append(out, o.bursts[i].Sub(o.bursts[i-1]).Seconds())
	}
	o.bursts = o.bursts[:0]
	return out
}

func (o *observer) leave() {
	o.close()
	o.done.Wait()
}
