package client

import (
	"context"
	"sync"

	"laneya/protocol"
)

// What a feed keeps for a receiver that doesn't take it.
const (
	maxReady   = 32      // changes in the channel
	maxPending = 256     // changes before it
	maxWeight  = 4 << 20 // bytes of these, roughly
)

// feed carries changes from the network to whoever takes them, in order. It
// never makes the network wait. When too much is pending, it throws that away
// and has one change instead that states everything, as of when it is taken.
type feed struct {
	out  chan Change
	wake chan struct{} // holds one token when there is something to take

	mu      sync.Mutex // guards the following fields
	mirror  *State     // what a State is after all changes
	pending []Change   // not yet in out, oldest first
	weight  int        // of pending
	behind  bool       // pending was thrown away, and mirror goes out next
}

func newFeed() *feed {
	return &feed{out: make(chan Change, maxReady), wake: make(chan struct{}, 1), mirror: NewState()}
}

// put adds a change.
func (f *feed) put(c Change) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.mirror.Apply(c)
	if f.behind {
		return
	}
	f.pending = append(f.pending, c)
	f.weight += c.weight()
	if len(f.pending) > maxPending || f.weight > maxWeight {
		f.behind = true
		f.pending, f.weight = nil, 0
	}
	select {
	case f.wake <- struct{}{}:
	default:
	}
}

// take removes the change that goes out next; ok is false if there is none.
func (f *feed) take() (c Change, ok bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.behind {
		f.behind = false
		return f.mirror.whole(), true
	}
	if len(f.pending) == 0 {
		return Change{}, false
	}
	c = f.pending[0]
	f.weight -= c.weight()
	copy(f.pending, f.pending[1:])
	f.pending[len(f.pending)-1] = Change{}
	f.pending = f.pending[:len(f.pending)-1]
	return c, true
}

// run moves changes to the channel until ctx ends, and then closes it.
func (f *feed) run(ctx context.Context) {
	defer close(f.out)
	for {
		c, ok := f.take()
		if !ok {
			select {
			case <-f.wake:
				continue
			case <-ctx.Done():
				return
			}
		}
		select {
		case f.out <- c:
		case <-ctx.Done():
			return
		}
	}
}

// heroOffFloor reports whether the hero is known to stand where there is no
// floor on the map.
func (f *feed) heroOffFloor() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	hero := f.mirror.Hero()
	return hero != nil && f.mirror.Terrain(hero.Pos) != Floor
}

// weight returns about how many bytes of memory c takes.
func (c Change) weight() int {
	const pointer, run = 16, 24
	n := 64
	if c.Plan != nil {
		for _, column := range c.Plan.FloorLayer {
			n += pointer + pointer*len(column)
		}
	}
	switch u := c.Update.(type) {
	case protocol.Snapshot:
		n += run*len(u.Sight) + weightOf(u.Terrain, u.Entities)
	case protocol.View:
		n += run*len(u.Sight) + weightOf(u.Terrain, u.Entities)
		for _, id := range u.Gone {
			n += pointer + len(id)
		}
	}
	return n
}

func weightOf(strips []protocol.Strip, entities []protocol.Entity) int {
	const strip, entity = 32, 88
	n := strip*len(strips) + entity*len(entities)
	for i := range strips {
		n += len(strips[i].Cells)
	}
	for i := range entities {
		n += len(entities[i].Entity) + len(entities[i].Kind) + len(entities[i].Name)
	}
	return n
}
