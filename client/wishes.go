package client

import (
	"context"
	"errors"
	"sync"

	"laneya/geom"
	"laneya/protocol"
)

// wishes tells the server what the player wants. There is one request at a time
// for it: a newer wish takes the place of an older one that is unanswered.
type wishes struct {
	net  *protocol.Client
	wake chan struct{} // holds one token when the server has to be told
	left chan error    // what came of leaving; nil when the server has done so

	mu      sync.Mutex // guards the following fields
	dir     geom.Dir
	leaving bool           // for good, whatever dir is
	call    *protocol.Call // the newest request, nil before the first; set by run
}

func newWishes(c *protocol.Client) *wishes {
	return &wishes{net: c, wake: make(chan struct{}, 1), left: make(chan error, 1)}
}

func (w *wishes) walk(d geom.Dir) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if d.Valid() && d != w.dir {
		w.dir = d
		w.nudge()
	}
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
		w.nudge()
	}
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

// action returns the newest wish.
func (w *wishes) action() protocol.Action {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.leaving {
		return protocol.Logout{}
	}
	return protocol.Move{Direction: w.dir}
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
			if underWay {
				w.call.Cancel()
				if w.concluded(asked, <-finished) {
					return
				}
			}
			asked = w.action()
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
	case errors.Is(o.err, protocol.ErrTimeout):
		w.nudge()
		return false
	case !leaving:
		return false
	case o.err == nil && o.response.Status != protocol.Success:
		o.err = errors.New(o.response.Message())
	}
	w.gone(o.err)
	return true
}

// gone lets leave return; only the first outcome counts.
func (w *wishes) gone(err error) {
	select {
	case w.left <- err:
	default:
	}
}
