package protocol_test

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"laneya/protocol"
)

func TestClientIsRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fakeServer{t: t, conns: make(chan *farEnd)}
		var last protocol.Link
		c := protocol.NewClient(protocol.ClientConfig{Dial: f.dial, User: "anna", OnLink: func(l protocol.Link) { last = l }})
		var pending error
		c.Go(north, func(_ protocol.Response, err error) { pending = err })
		ended := make(chan error, 1)
		go func() { ended <- c.Run(t.Context()) }()
		end := f.accept()
		end.respond(end.next(), protocol.Illegal, `{"message":"The server speaks versions 8 to 9: the client is too old.","reason":"version"}`)
		var refused *protocol.RefusedError
		if err := <-ended; !errors.As(err, &refused) || !strings.Contains(refused.Message, "too old") {
			t.Errorf("Run ended with %v", err)
		}
		if last.Phase != protocol.Refused || last.Message != refused.Message {
			t.Errorf("the last link is %+v", last)
		}
		if !errors.As(pending, &refused) {
			t.Errorf("a pending request ended with %v", pending)
		}
		if _, err := c.Do(t.Context(), north); !errors.As(err, &refused) {
			t.Errorf("a later request ended with %v", err)
		}
		if err := c.Run(t.Context()); err == nil {
			t.Error("Run ran twice")
		}
	})
}

// What is illegal now may be legal later, so the client tries again.
func TestClientTriesAgainWhatIsIllegalNow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fakeServer{t: t, conns: make(chan *farEnd)}
		var last protocol.Link
		c := protocol.NewClient(protocol.ClientConfig{Dial: f.dial, User: "anna", OnLink: func(l protocol.Link) { last = l }})
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- c.Run(ctx) }()
		end := f.accept()
		end.respond(end.next(), protocol.Illegal, `{"message":"There is no room."}`)
		again := f.accept()
		if r := again.next(); r.Action.Name() != "watch" {
			t.Errorf("comes back with %q", r.Action.Name())
		}
		if last.Phase == protocol.Refused || last.Message != "There is no room." {
			t.Errorf("the link is %+v", last)
		}
		cancel()
		<-ended
	})
}

func TestClientRefusesAVersionItDoesNotSpeak(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fakeServer{t: t, conns: make(chan *farEnd)}
		c := protocol.NewClient(protocol.ClientConfig{Dial: f.dial, User: "anna"})
		ended := make(chan error, 1)
		go func() { ended <- c.Run(t.Context()) }()
		end := f.accept()
		end.success(end.next(), `{"version":99,"tick_ms":100}`)
		var refused *protocol.RefusedError
		if err := <-ended; !errors.As(err, &refused) {
			t.Errorf("Run ended with %v", err)
		}
	})
}

func TestClientTellsWhyItEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fakeServer{t: t, conns: make(chan *farEnd)}
		var last protocol.Link
		c := protocol.NewClient(protocol.ClientConfig{Dial: f.dial, User: "anna", OnLink: func(l protocol.Link) { last = l }})
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- c.Run(ctx) }()
		end, _ := f.acceptWatch()
		var pending error
		c.Go(north, func(_ protocol.Response, err error) { pending = err })
		end.next()
		cancel()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("Run ended with %v", err)
		}
		if !errors.Is(pending, protocol.ErrClosed) || last.Phase != protocol.Closed {
			t.Errorf("the request ended with %v, the link with %+v", pending, last)
		}
		for { // until it is closed
			if _, err := end.read(); err != nil {
				break
			}
		}
	})
}

func TestClientShowsWhyTheServerLeft(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, _ *protocol.Client, told *recorder) {
		end, _ := f.acceptWatch()
		told.await(protocol.Online)
		f.away.Store(true)
		end.update(protocol.Goodbye{Reason: "The server is stopping."})
		end.nc.Close()
		for range 3 {
			if l := told.await(protocol.Reconnecting); l.Message != "The server is stopping." {
				t.Errorf("while reconnecting the link is %+v", l)
			}
		}
		f.away.Store(false)
		f.acceptWatch()
		if l := told.await(protocol.Online); l.Message != "" {
			t.Errorf("back again, the link is %+v", l)
		}
	})
}

// TestClientWaitsLongerEachTime counts how often a server is dialled that is
// away, and how soon it is found once it is back.
func TestClientWaitsLongerEachTime(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, _ *protocol.Client, told *recorder) {
		end, _ := f.acceptWatch()
		told.await(protocol.Online)
		f.away.Store(true)
		before := f.dials.Load()
		end.nc.Close()
		<-time.After(10 * time.Minute)
		synctest.Wait()
		// The pauses are 5 s in the mean once they are at their longest.
		if dials := f.dials.Load() - before; dials < 60 || dials > 300 {
			t.Errorf("dialled %d times in 10 minutes", dials)
		}
		var pauses int
		for len(told.links) > 0 {
			if l := <-told.links; l.Retry > 10*time.Second {
				t.Errorf("paused for %v", l.Retry)
			} else if l.Retry > 0 {
				pauses++
			}
		}
		if pauses == 0 {
			t.Error("no pause was told of")
		}
		f.away.Store(false)
		back := time.Now()
		f.acceptWatch()
		if waited := time.Since(back); waited > 10*time.Second {
			t.Errorf("found again after %v", waited)
		}
	})
}

func TestClientMeasuresTheRoundTrip(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, _ *protocol.Client, told *recorder) {
		end, _ := f.acceptWatch()
		var pings []time.Time
		f.group.Go(func() {
			for {
				r, err := end.read()
				if err != nil {
					return
				}
				pings = append(pings, time.Now())
				<-time.After(80 * time.Millisecond)
				end.success(r, `{}`)
			}
		})
		<-time.After(time.Minute)
		synctest.Wait()
		if len(pings) < 29 || len(pings) > 31 {
			t.Errorf("%d pings came in a minute", len(pings))
		}
		var last protocol.Link
		for len(told.links) > 0 {
			last = <-told.links
		}
		if last.RTT < 75*time.Millisecond || last.RTT > 80*time.Millisecond {
			t.Errorf("a round trip of 80ms is told as %v", last.RTT)
		}
	})
}

// TestClientLeavesADeadConnection lets a connection fall silent without closing
// it.
func TestClientLeavesADeadConnection(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, _ *protocol.Client, told *recorder) {
		end, _ := f.acceptWatch()
		told.await(protocol.Online)
		f.group.Go(func() {
			for { // reads, and says nothing
				if _, err := end.read(); err != nil {
					return
				}
			}
		})
		start := time.Now()
		told.await(protocol.Reconnecting)
		if waited := time.Since(start); waited < 5*time.Second || waited > 9*time.Second {
			t.Errorf("a silent connection was left after %v", waited)
		}
		_, w := f.acceptWatch()
		if w.Seen != 1 {
			t.Errorf("came back having seen %d instead of 1", w.Seen)
		}
	})
}

// TestClientKeepsASlowConnection sends one byte at a time, so that a message
// takes longer than a silence may.
func TestClientKeepsASlowConnection(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, _ *protocol.Client, told *recorder) {
		end, _ := f.acceptWatch()
		f.group.Go(func() {
			for {
				if _, err := end.read(); err != nil {
					return
				}
			}
		})
		payload, err := protocol.AppendUpdate(nil, protocol.Goodbye{Reason: "This takes a while."})
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range protocol.AppendFrame(nil, payload) {
			if _, err := end.nc.Write([]byte{b}); err != nil {
				t.Fatalf("hung up: %v", err)
			}
			<-time.After(500 * time.Millisecond)
		}
		<-told.updates
		if g, ok := (<-told.updates).(protocol.Goodbye); !ok || g.Reason != "This takes a while." {
			t.Errorf("came %+v", g)
		}
	})
}

// TestClientSurvivesNonsense sends what is no message, and what is no frame.
func TestClientSurvivesNonsense(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, c *protocol.Client, told *recorder) {
		end, _ := f.acceptWatch()
		told.await(protocol.Online)
		for _, payload := range []string{``, `null`, `{}`, `{"type":"update","action":"earthquake","data":{}}`, `{"type":"response","key":null,"status":"invalid","data":{"message":"What?"}}`, `{"type":"response","key":77,"status":"success","data":{}}`, `[[[[[[[[[[[[[[[[[[[[`} {
			end.write([]byte(payload))
		}
		answered := make(chan error, 1)
		c.Go(north, func(_ protocol.Response, err error) { answered <- err })
		end.success(end.next(), `{}`)
		if err := <-answered; err != nil {
			t.Errorf("after nonsense a request ended with %v", err)
		}
		f.group.Go(func() { _, _ = end.nc.Write([]byte("9999999:")) })
		told.await(protocol.Reconnecting)
		f.acceptWatch()
		told.await(protocol.Online)
	})
}

func TestClientTakesNothingForNoConnection(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		c := protocol.NewClient(protocol.ClientConfig{User: "anna", Dial: func(context.Context) (net.Conn, error) { return nil, nil }})
		if err := c.Run(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Run ended with %v", err)
		}
	})
}

// TestClientWithABadNameIsRefused never gets to dial for long.
func TestClientWithABadNameIsRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fakeServer{t: t, conns: make(chan *farEnd, 9)}
		c := protocol.NewClient(protocol.ClientConfig{User: "an na", Dial: f.dial})
		var refused *protocol.RefusedError
		if err := c.Run(t.Context()); !errors.As(err, &refused) {
			t.Errorf("Run ended with %v", err)
		}
	})
}
