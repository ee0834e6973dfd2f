package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"time"
)

// burstGap is the silence after which an update begins a new burst. All that a
// tick sends comes much closer together, and ticks are much further apart.
const burstGap = 25 * time.Millisecond

// bursts tells updates of one tick from those of the next.
type bursts struct{ last time.Time }

// begins reports whether updates that came now are the first of a burst.
func (b *bursts) begins(now time.Time) bool {
	first := now.Sub(b.last) > burstGap
	b.last = now
	return first
}

// observe is this program as an observer: a user who stands in the world and
// prints when bursts of updates come. It is a process of its own so that the
// load's goroutines don't delay what it sees. Meanwhile it prints when a timer
// of the same length fires, which shows how punctual the machine itself is. It
// runs until the server closes the connection.
func observe(addr, mode string, stdout io.Writer) error {
	p, err := join(addr, "observer", hello(mode == modeWatching))
	if err != nil {
		return err
	}
	defer p.close()
	start := time.Now()
	fmt.Fprintln(stdout, "joined")
	timer := time.NewTicker(tickLength)
	defer timer.Stop()
	go func() {
		for range timer.C {
			fmt.Fprintln(stdout, markTimer, time.Since(start).Nanoseconds())
		}
	}()
	var b bursts
	for {
		_, updates, err := p.receive()
		if err != nil {
			return nil
		}
		if now := time.Now(); updates > 0 && b.begins(now) {
			fmt.Fprintln(stdout, markUpdate, now.Sub(start).Nanoseconds())
		}
	}
}

// What the lines of an observer begin with; nanoseconds follow.
const (
	markUpdate = "update"
	markTimer  = "timer"
)

// The words for what an observer asks for.
const (
	modeOriginal = "original"
	modeWatching = "watching"
)

// observer is the other end of an observing process.
type observer struct {
	*child
	done sync.WaitGroup

	mu    sync.Mutex           // guards all below
	times map[string][]float64 // in seconds, by mark
}

// observer brings an observer into the world. Call leave when done.
func (b *bench) observer(addr string, watching bool) (*observer, error) {
	mode := modeOriginal
	if watching {
		mode = modeWatching
	}
	c, err := b.start(roleObserve, addr, mode)
	if err != nil {
		return nil, err
	}
	o := &observer{child: c, times: make(map[string][]float64)}
	o.done.Go(func() { o.listen(c.out) })
	return o, nil
}

// listen notes what the process prints until it ends. Should it end early, then
// the bursts that are missing show it.
func (o *observer) listen(out *bufio.Reader) {
	for {
		line, err := out.ReadString('\n')
		if err != nil {
			return
		}
		mark, number, _ := strings.Cut(strings.TrimSpace(line), " ")
		if ns, err := strconv.ParseInt(number, 10, 64); err == nil {
			o.mu.Lock()
			o.times[mark] = append(o.times[mark], float64(ns)/1e9)
			o.mu.Unlock()
		}
	}
}

// intervals returns the seconds from each burst of updates to the next, and from
// each firing of the timer to the next, of those that came since it was last
// called.
func (o *observer) intervals() (updates, timer []float64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	updates, timer = gaps(o.times[markUpdate]), gaps(o.times[markTimer])
	clear(o.times)
	return updates, timer
}

// gaps returns the differences between neighbours.
func gaps(times []float64) []float64 {
	var out []float64
	for i := 1; i < len(times); i++ {
		out = append(out, times[i]-times[i-1])
	}
	return out
}

func (o *observer) leave() {
	o.kill()
	o.done.Wait()
}
