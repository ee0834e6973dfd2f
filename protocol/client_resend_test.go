package protocol_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"laneya/protocol"
)

func TestClientSendsAgainUnderTheSameKey(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, c *protocol.Client, _ *recorder) {
		var answers int
		answered := make(chan protocol.Response, 9)
		c.Go(north, func(r protocol.Response, err error) {
			answers++
			answered <- r
		})
		end, _ := f.acceptWatch()
		first := end.next()
		start := time.Now()
		second := end.next()
		if waited := since(start); waited != 2*time.Second {
			t.Errorf("sent again after %v instead of 2s", waited)
		}
		if first.Key != second.Key || first.Digest != second.Digest {
			t.Errorf("sent again as %v with another body or key than %v", second.Key, first.Key)
		}
		end.success(second, `{}`)
		end.success(first, `{}`) // late, for nobody
		if r := <-answered; r.Status != protocol.Success || r.Key != first.Key {
			t.Errorf("answered %+v", r)
		}
		c.Go(protocol.GetMap{MapID: []byte("0")}, nil)
		if r := end.next(); r.Key == first.Key || r.Action.Name() != "get_map" {
			t.Errorf("after the answer came %s under %v", r.Action.Name(), r.Key)
		}
		if answers != 1 {
			t.Errorf("done was called %d times", answers)
		}
	})
}

func TestClientGivesUpAtTheDeadline(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, c *protocol.Client, _ *recorder) {
		start := time.Now()
		failed := make(chan error, 1)
		go func() {
			_, err := c.Do(t.Context(), north)
			failed <- err
		}()
		end, _ := f.acceptWatch()
		var times []time.Duration
		f.group.Go(func() {
			for {
				r, err := end.read()
				switch {
				case err != nil:
					return
				case r.Action.Name() == "ping":
					end.success(r, `{}`)
				default:
					times = append(times, since(start))
				}
			}
		})
		if err := <-failed; !errors.Is(err, protocol.ErrTimeout) {
			t.Errorf("Do failed with %v instead of ErrTimeout", err)
		}
		if at := since(start); at != 30*time.Second {
			t.Errorf("Do gave up after %v instead of 30s", at)
		}
		want := []time.Duration{0, 2 * time.Second, 6 * time.Second, 14 * time.Second, 22 * time.Second}
		if !slices.Equal(times, want) {
			t.Errorf("sent at %v instead of %v", times, want)
		}
	})
}

func TestClientSendsAgainOnTheNextConnection(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, c *protocol.Client, _ *recorder) {
		answered := make(chan error, 1)
		c.Go(north, func(_ protocol.Response, err error) { answered <- err })
		end, _ := f.acceptWatch()
		first := end.next()
		end.nc.Close()
		end, _ = f.acceptWatch()
		start := time.Now()
		second := end.next()
		if waited := since(start); waited != 0 {
			t.Errorf("sent again %v after the reconnect instead of at once", waited)
		}
		if first.Key != second.Key || first.Digest != second.Digest {
			t.Errorf("sent again as %v, before as %v", second.Key, first.Key)
		}
		end.success(second, `{}`)
		if err := <-answered; err != nil {
			t.Errorf("answered with error %v", err)
		}
	})
}

func TestClientBoundsWhatIsOutstanding(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, c *protocol.Client, _ *recorder) {
		f.away.Store(true)
		const most = 256
		var calls []*protocol.Call
		for range most {
			calls = append(calls, c.Go(north, func(_ protocol.Response, err error) {
				if errors.Is(err, protocol.ErrCrowded) {
					t.Error("crowded too early")
				}
			}))
		}
		var refused error
		c.Go(north, func(_ protocol.Response, err error) { refused = err })
		if !errors.Is(refused, protocol.ErrCrowded) {
			t.Fatalf("request %d ended with %v instead of ErrCrowded", most+1, refused)
		}
		calls[0].Cancel()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		<-ctx.Done() // lets the client notice
		if _, err := c.Do(ctx, north); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("with room again, Do ended with %v", err)
		}
	})
}

func TestClientCancelledIsNotSentAgain(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, c *protocol.Client, _ *recorder) {
		failed := make(chan error, 1)
		call := c.Go(north, func(_ protocol.Response, err error) { failed <- err })
		end, _ := f.acceptWatch()
		first := end.next()
		call.Cancel()
		if err := <-failed; !errors.Is(err, context.Canceled) {
			t.Errorf("a cancelled call ended with %v", err)
		}
		c.Go(protocol.Logout{}, nil)
		if r := end.next(); r.Action.Name() != "logout" {
			t.Errorf("%s came again under %v after it was cancelled as %v", r.Action.Name(), r.Key, first.Key)
		}
	})
}

func TestClientRefusesWhatIsNoRequest(t *testing.T) {
	c := protocol.NewClient(protocol.ClientConfig{User: "anna"})
	for name, a := range map[string]protocol.Action{
		"no action":   nil,
		"no fields":   protocol.Move{Direction: 99},
		"empty batch": protocol.Batch{},
	} {
		if _, err := c.Do(t.Context(), a); err == nil || errors.Is(err, protocol.ErrTimeout) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
