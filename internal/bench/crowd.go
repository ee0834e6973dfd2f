package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"laneya/geom"
	"laneya/protocol"
)

var directions = [...]geom.Dir{geom.North, geom.East, geom.South, geom.West}

// crowd is users who walk about at random on one level.
type crowd struct {
	walkers []*walker
	pace    time.Duration // from one request of a walker to its next
	readers sync.WaitGroup
	leaving atomic.Bool
}

// walker is one of them. The crowd sends for it; a goroutine of its own
// receives.
type walker struct {
	*peer
	ways []request
	sent atomic.Int64 // when the outstanding request was, in Unix nanoseconds; 0 for none

	mu        sync.Mutex // guards all below
	latencies []time.Duration
	updates   int
	err       error
}

// gather brings n users into the world of the server, as watching clients or as
// original ones. They stand until walk is called. Call leave when done.
func gather(addr string, n int, pace time.Duration, watching bool) (*crowd, error) {
	c := &crowd{walkers: make([]*walker, n), pace: pace}
	err := each(n, func(i int) (err error) {
		c.walkers[i], err = newWalker(addr, fmt.Sprintf("walker-%d", i), watching)
		return err
	})
	if err != nil {
		c.leave()
		return nil, err
	}
	for _, w := range c.walkers {
		c.readers.Go(func() { c.read(w) })
	}
	return c, nil
}

func newWalker(addr, user string, watching bool) (*walker, error) {
	w := &walker{}
	for _, d := range directions {
		r, err := newRequest(user, protocol.Move{Direction: d})
		if err != nil {
			return nil, err
		}
		w.ways = append(w.ways, r)
	}
	var err error
	w.peer, err = join(addr, user, hello(watching))
	return w, err
}

// hello returns the first request of a watching or an original client.
func hello(watching bool) protocol.Action {
	if watching {
		return protocol.Watch{MinVersion: protocol.MinVersion, MaxVersion: protocol.MaxVersion}
	}
	return stop
}

// read is the goroutine of one walker.
func (c *crowd) read(w *walker) {
	for {
		responses, updates, err := w.receive()
		var took time.Duration
		if responses > 0 {
			took = time.Duration(time.Now().UnixNano() - w.sent.Swap(0))
		}
		w.mu.Lock()
		w.updates += updates
		if responses > 0 {
			w.latencies = append(w.latencies, took)
		}
		if err != nil && !(c.leaving.Load() && errors.Is(err, net.ErrClosed)) {
			w.err = err
		}
		w.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// walk lets all walk for d, each in a new direction every pace, and returns the
// times to the answers and the number of updates that came.
func (c *crowd) walk(d time.Duration) (latencies []time.Duration, updates int, err error) {
	if _, _, err := c.take(); err != nil {
		return nil, 0, err
	}
	ticker := time.NewTicker(c.pace / time.Duration(len(c.walkers)))
	defer ticker.Stop()
	end := time.After(d)
	for i := 0; ; i++ {
		select {
		case <-ticker.C:
			if err := c.walkers[i%len(c.walkers)].turn(); err != nil {
				return nil, 0, err
			}
		case <-end:
			return c.take()
		}
	}
}

// turn sends a new direction, unless the last one is not answered yet.
func (w *walker) turn() error {
	if !w.sent.CompareAndSwap(0, time.Now().UnixNano()) {
		return nil
	}
	return w.send(&w.ways[rand.IntN(len(w.ways))], 1)
}

// take returns what has come since it was last called.
func (c *crowd) take() (latencies []time.Duration, updates int, err error) {
	for _, w := range c.walkers {
		w.mu.Lock()
		latencies = append(latencies, w.latencies...)
		updates += w.updates
		err = errors.Join(err, w.err)
		w.latencies, w.updates = w.latencies[:0], 0
		w.mu.Unlock()
	}
	return latencies, updates, err
}

// leave closes the connections and ends the goroutines.
func (c *crowd) leave() {
	c.leaving.Store(true)
	for _, w := range c.walkers {
		if w != nil && w.peer != nil {
			w.close()
		}
	}
	c.readers.Wait()
}
