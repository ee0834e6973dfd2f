package client

import (
	"context"
	"errors"
	"sync"

	"laneya/geom"
	"laneya/protocol"
)

// maxUntold is how many wishes wait to be sent: a tap on a key and its end. More
// come at once only if the machine is far behind, and then only the newest
// matters.
const maxUntold = 2

// wishes tells the server what the player wants. There is one request at a time
// for it: a newer wish takes the place of an older one that is unanswered.
type wishes struct {
	net  *protocol.Client
	wake chan struct{} // holds one token when the server has to be told
	left chan error    // what came of leaving; nil when the server has done so
	// refused are wishes that the server refused. Who doesn't keep up misses some.
	refused chan *Reply

	mu      sync.Mutex        // guards the following fields
	dir     geom.Dir          // of the newest wish, Stop unless it is to walk
	untold  []protocol.Action // what the server is yet to be told, in order; the last is the newest wish
	newest  protocol.Action   // the newest wish; nil before the first
	leaving bool              // for good, whatever is wished
	call    *protocol.Call    // the newest request, nil before the first; set by run
}

func newWishes(c *protocol.Client) *wishes {
	return &wishes{net: c, wake: make(chan struct{}, 1), left: make(chan error, 1), refused: make(chan *Reply, 4)}
}

func (w *wishes) walk(d geom.Dir) {
	w.mu.Lock()
	defer w.mu.Unlock()
	walked := w.newest == nil
	if _, ok := w.newest.(protocol.Move); ok {
		walked = true
	}
	if !d.Valid() || walked && d == w.dir {
		return
	}
	w.dir = d
	w.add(protocol.Move{Direction: d})
}

// want sets a wish other than to walk.
func (w *wishes) want(a protocol.Action) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.dir = geom.Stop
	w.add(a)
}

func (w *wishes) add(a protocol.Action) {
	w.newest = a
	if len(w.untold) == maxUntold {
		w.untold = w.untold[:maxUntold-1]
	}
	w.untold = append(w.untold, a)
	w.nudge()
}

func (w *wishes) direction() geom.Dir {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.dir
}

// repeat tells the server again, under a new key: it may have performed the
// request before, and have stopped the hero or let it appear again since. It is
// called before anything is sent on a new connection.
func (w *wishes) repeat() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.dir != geom.Stop || w.leaving {
		if w.call != nil {
			w.call.Cancel()
		}
		w.untold = append(w.untold[:0], protocol.Move{Direction: w.dir})
		w.nudge()
	}
}

// again tells the server the newest wish once more.
func (w *wishes) again() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.untold) == 0 && w.newest != nil {
		w.untold = append(w.untold, w.newest)
	}
	w.nudge()
}

func (w *wishes) leave(ctx context.Context) error {
	w.mu.Lock()
	w.leaving = true
	w.nudge()
	w.mu.Unlock()
	select {
	case err := <-w.left:
		return err
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (w *wishes) nudge() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// action takes what the server is to be told next; nil for nothing. Wishes that
// could not be told one by one travel together, so that they stay in order.
func (w *wishes) action() protocol.Action {
	w.mu.Lock()
	defer w.mu.Unlock()
	untold := w.untold
	w.untold = w.untold[:0]
	switch {
	case w.leaving:
		return protocol.Logout{}
	case len(untold) == 0:
		return nil
	case len(untold) == 1:
		return untold[0]
	}
	return protocol.Batch{Actions: append([]protocol.Action(nil), untold...)}
}

// outcome is what came of one request.
type outcome struct {
	response protocol.Response
	err      error
}

// run tells the server each wish until ctx ends. It waits for a request that it
// cancels, so what is outstanding doesn't pile up however fast wishes change.
func (w *wishes) run(ctx context.Context) {
	underWay := false
	var asked protocol.Action
	finished := make(chan outcome, 1)
	for {
		select {
		case <-ctx.Done():
			w.gone(protocol.ErrClosed)
			return
		case <-w.wake:
			next := w.action()
			if next == nil {
				continue
			}
			if underWay {
				w.call.Cancel()
				if w.concluded(asked, <-finished) {
					return
				}
			}
			asked = next
			call := w.net.Go(asked, func(r protocol.Response, err error) { finished <- outcome{r, err} })
			w.mu.Lock()
			w.call = call
			w.mu.Unlock()
			underWay = true
		case o := <-finished:
			underWay = false
			if w.concluded(asked, o) {
				return
			}
		}
	}
}

// concluded goes on with what came of a request, and reports whether it was the
// last one. What ran out of time is still wished for.
func (w *wishes) concluded(asked protocol.Action, o outcome) (last bool) {
	_, leaving := asked.(protocol.Logout)
	switch {
	case errors.Is(o.err, context.Canceled):
		return false
	case errors.Is(o.err, protocol.ErrTimeout), errors.Is(o.err, protocol.ErrUnknownWord):
		w.again()
		return false
	case !leaving:
		if o.err == nil {
			w.tellRefused(asked, o.response)
		}
		return false
	case o.err == nil && o.response.Status != protocol.Success:
		o.err = errors.New(o.response.Message())
	}
	w.gone(o.err)
	return true
}

// tellRefused puts into refused what of an answer is a refusal, also of wishes that
// travelled together.
func (w *wishes) tellRefused(asked protocol.Action, r protocol.Response) {
	if r.Status != protocol.Success {
		select {
		case w.refused <- Answered(asked, r, nil):
		default:
		}
		return
	}
	var all protocol.BatchResult
	if batch, ok := asked.(protocol.Batch); ok && protocol.DecodeResult(r.Data, &all) == nil {
		for i, one := range all.Results[:min(len(all.Results), len(batch.Actions))] {
			if one.Status != protocol.Success {
				w.tellRefused(batch.Actions[i], protocol.Response{Status: one.Status, Data: one.Data})
			}
		}
	}
}

// gone lets leave return; only the first outcome counts.
func (w *wishes) gone(err error) {
	select {
	case w.left <- err:
	default:
	}
}
