package e2e

import (
	"errors"
	"io"
	"net"
	"slices"
	"sync"
	"testing"
	"time"

	"laneya/client"
	"laneya/protocol"
)

// tap stands between a window and its server and reads along what the window is
// told, so that a test knows what its player does. It dials the server anew for each
// connection that the window opens.
type tap struct {
	t     *testing.T
	addr  string
	ended chan struct{}
	state *client.State // the test's goroutine's

	wake    chan struct{} // holds a token when there is something to apply
	mu      sync.Mutex    // guards the following field
	changes []client.Change
}

// newTap listens for one window, whose server is at addr.
func newTap(t *testing.T, addr string) *tap {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	tp := &tap{t: t, addr: ln.Addr().String(), wake: make(chan struct{}, 1), ended: make(chan struct{}), state: client.NewState()}
	var group sync.WaitGroup
	group.Go(func() {
		for {
			conn, err := ln.Accept()
			if err != nil {
				return
			}
			group.Go(func() { tp.pass(conn, addr) })
		}
	})
	t.Cleanup(func() {
		close(tp.ended)
		_ = ln.Close() // nobody else closes it
		group.Wait()
	})
	return tp
}

// pass carries what two ends say until one of them ends.
func (tp *tap) pass(window net.Conn, addr string) {
	server, err := net.Dial("tcp", addr)
	if err != nil {
		tp.t.Error(err)
		_ = window.Close() // it tells of nothing that isn't known
		return
	}
	var group sync.WaitGroup
	part := func() {
		// Both end at once; the errors say no more than that.
		_ = window.Close()
		_ = server.Close()
	}
	told, tell := io.Pipe()
	group.Go(func() { defer part(); _, _ = io.Copy(server, window) })
	group.Go(func() { defer part(); defer tell.Close(); _, _ = io.Copy(io.MultiWriter(window, tell), server) })
	group.Go(func() { defer part(); defer told.Close(); tp.read(told) })
	select {
	case <-tp.ended:
		part()
	case <-done(&group):
	}
	group.Wait()
}

func done(group *sync.WaitGroup) <-chan struct{} {
	c := make(chan struct{})
	go func() { group.Wait(); close(c) }()
	return c
}

// read sends on what the server tells.
func (tp *tap) read(from io.Reader) {
	frames := protocol.NewFrameReader(from, 16<<20)
	for {
		frame, err := frames.Next()
		if err != nil {
			if !errors.Is(err, io.EOF) && !errors.Is(err, net.ErrClosed) && !errors.Is(err, io.ErrClosedPipe) {
				tp.t.Errorf("what the server tells can't be read: %v", err)
			}
			return
		}
		_, update, err := protocol.DecodeMessage(frame)
		if err != nil {
			tp.t.Errorf("what the server tells can't be read: %v", err)
			return
		}
		if update == nil {
			continue
		}
		tp.mu.Lock()
		tp.changes = append(tp.changes, client.Change{Update: update})
		tp.mu.Unlock()
		select {
		case tp.wake <- struct{}{}:
		default:
		}
	}
}

// drain applies what was told by now.
func (tp *tap) drain() {
	tp.mu.Lock()
	changes := tp.changes
	tp.changes = nil
	tp.mu.Unlock()
	for _, c := range changes {
		tp.state.Apply(c)
	}
}

// until applies what is told until the state fits.
func (tp *tap) until(what string, fits func(*client.State) bool) {
	tp.t.Helper()
	if !tp.within(patience, fits) {
		tp.t.Fatalf("waited in vain for %s; she is %+v", what, *tp.state.Self())
	}
}

// within applies what is told until the state fits or so much time is over.
func (tp *tap) within(d time.Duration, fits func(*client.State) bool) bool {
	timeout := time.NewTimer(d)
	defer timeout.Stop()
	for {
		tp.drain()
		if fits(tp.state) {
			return true
		}
		select {
		case <-tp.wake:
		case <-timeout.C:
			return false
		}
	}
}

// told reports whether an event of that code is among the last.
func told(st *client.State, code string) bool {
	events, _ := st.EventsSince(0)
	return slices.ContainsFunc(events, func(e protocol.Event) bool { return e.Code == code })
}
