package client

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"testing/synctest"
	"time"

	"laneya/geom"
	"laneya/protocol"
)

// play runs test in virtual time with a Session on a watchServer, once the
// State knows the hero.
func play(t *testing.T, test func(t *testing.T, server *watchServer, s *Session, st *State)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		server := newWatchServer(t)
		s := Start(Config{Dial: server.dial, User: "anna"})
		defer server.group.Wait()
		defer s.Close()
		st := NewState()
		until(t, s, st, heroAt(st, 1, 1))
		test(t, server, s, st)
	})
}

// drain applies what is there.
func drain(s *Session, st *State) (n int) {
	for {
		synctest.Wait()
		select {
		case c := <-s.Changes():
			st.Apply(c)
			n++
		default:
			return n
		}
	}
}

func moveOf(t *testing.T, a protocol.Action) geom.Dir {
	t.Helper()
	m, ok := a.(protocol.Move)
	if !ok {
		t.Fatalf("asked for %s instead of move", a.Name())
	}
	return m.Direction
}

func TestWalk(t *testing.T) {
	play(t, func(t *testing.T, server *watchServer, s *Session, st *State) {
		s.Walk(geom.Stop) // as it is
		s.Walk(geom.East)
		if d := moveOf(t, <-server.asked); d != geom.East || s.Wish() != geom.East {
			t.Errorf("asked for %v with the wish %v", d, s.Wish())
		}
		s.Walk(geom.East) // as it is
		for range 3 {
			server.tick()
		}
		until(t, s, st, heroAt(st, 4, 1))
		if generation := st.Hero().Generation; generation != 1 {
			t.Errorf("a walking hero was placed: generation %d", generation)
		}
		drain(s, st)
		if len(server.asked) > 0 {
			t.Errorf("asked for %+v without a new wish", <-server.asked)
		}
		if l := st.Link(); l.Phase != protocol.Online || l.Tick != 100*time.Millisecond || l.RTT <= 0 || l.Original {
			t.Errorf("the link is %+v", l)
		}
	})
}

// TestNewestWishWins lets the server leave moves unanswered: once there is a
// newer one, no older one comes again.
func TestNewestWishWins(t *testing.T) {
	play(t, func(t *testing.T, server *watchServer, s *Session, _ *State) {
		server.set(func() { server.mute = true })
		s.Walk(geom.East)
		if d := moveOf(t, <-server.asked); d != geom.East {
			t.Fatalf("asked for %v", d)
		}
		s.Walk(geom.North)
		for range 3 {
			if d := moveOf(t, <-server.asked); d != geom.North {
				t.Errorf("asked for %v after north was wished for", d)
			}
		}
	})
}

// TestTapIsToldWhole wishes to walk and to stop before anything can be sent:
// the server is told of both, in order.
func TestTapIsToldWhole(t *testing.T) {
	play(t, func(t *testing.T, server *watchServer, s *Session, _ *State) {
		s.Walk(geom.East)
		s.Walk(geom.Stop)
		want := protocol.Batch{Actions: []protocol.Action{protocol.Move{Direction: geom.East}, protocol.Move{Direction: geom.Stop}}}
		if got := <-server.asked; !reflect.DeepEqual(got, want) {
			t.Fatalf("asked for %+v, want %+v", got, want)
		}
	})
}

// TestUnsentWishesAreReplaced wishes a lot while there is no server.
func TestUnsentWishesAreReplaced(t *testing.T) {
	play(t, func(t *testing.T, server *watchServer, s *Session, st *State) {
		server.cut(true)
		until(t, s, st, func() bool { return st.Link().Phase == protocol.Reconnecting })
		for range 300 {
			for _, d := range geom.Dirs {
				s.Walk(d)
				synctest.Wait()
			}
		}
		s.Walk(geom.South)
		server.set(func() { server.away = false })
		until(t, s, st, func() bool { return st.Link().Phase == protocol.Online })
		drain(s, st)
		for n := len(server.asked); n > 0; n-- {
			if d := moveOf(t, <-server.asked); d != geom.South {
				t.Errorf("asked for %v, which was wished for long ago", d)
			}
		}
		server.set(func() {
			if server.going != geom.South {
				t.Errorf("the hero goes %v", server.going)
			}
		})
	})
}

// TestServerAwayForAMinute keeps the view, says what is going on, and goes on
// walking when the server is back.
func TestServerAwayForAMinute(t *testing.T) {
	play(t, func(t *testing.T, server *watchServer, s *Session, st *State) {
		s.Walk(geom.East)
		<-server.asked
		server.tick()
		until(t, s, st, heroAt(st, 2, 1))
		before := shown(st)
		server.cut(true)
		<-time.After(time.Minute)
		drain(s, st)
		l := st.Link()
		if l.Phase != protocol.Reconnecting || l.Message == "" {
			t.Errorf("after a minute the link is %+v", l)
		}
		after := shown(st)
		after.Link = before.Link
		if !reflect.DeepEqual(before, after) {
			t.Errorf("the view became\n%+v\nwas\n%+v", after, before)
		}
		server.set(func() { server.away, server.hero.X = false, 9 })
		back := time.Now()
		until(t, s, st, heroAt(st, 9, 1))
		if waited := time.Since(back); waited > 10*time.Second {
			t.Errorf("came back after %v", waited)
		}
		if st.Hero().Generation != 2 {
			t.Errorf("far off after a gap, the hero wasn't placed: %+v", st.Hero())
		}
		if d := moveOf(t, <-server.asked); d != geom.East {
			t.Errorf("the wish was told again as %v", d)
		}
		server.tick()
		until(t, s, st, heroAt(st, 10, 1))
	})
}

// TestStopIsNotToldAgain reconnects without a wish.
func TestStopIsNotToldAgain(t *testing.T) {
	play(t, func(t *testing.T, server *watchServer, s *Session, st *State) {
		server.cut(false)
		until(t, s, st, func() bool { return st.Link().Phase == protocol.Reconnecting })
		until(t, s, st, func() bool { return st.Link().Phase == protocol.Online })
		drain(s, st)
		if len(server.asked) > 0 {
			t.Errorf("asked for %+v", <-server.asked)
		}
	})
}

// TestStalledReceiver takes nothing for a minute. The server isn't kept waiting,
// memory stays bounded, and then the State is at once what it should be.
func TestStalledReceiver(t *testing.T) {
	play(t, func(t *testing.T, server *watchServer, s *Session, st *State) {
		drain(s, st)
		server.set(func() { server.going, server.pings = geom.East, 0 })
		start := time.Now()
		for i := range 3000 {
			if i%2 == 0 {
				<-time.After(40 * time.Millisecond)
			}
			server.tick()
			if i%50 == 0 {
				server.set(func() { server.going = [...]geom.Dir{geom.West, geom.East}[i/50%2] })
			}
		}
		synctest.Wait()
		server.set(func() {
			if server.pings < 25 || server.dials != 1 {
				t.Errorf("in %v came %d pings, on %d connections", time.Since(start), server.pings, server.dials)
			}
		})
		s.feed.mu.Lock()
		pending := len(s.feed.pending)
		s.feed.mu.Unlock()
		if pending > maxPending {
			t.Errorf("%d changes are pending", pending)
		}
		if n := drain(s, st); n > maxReady+maxPending+2 {
			t.Errorf("%d changes were kept", n)
		}
		server.set(func() {
			want := applied(server.snapshot())
			want.Apply(Change{Link: &st.link})
			if got, want := shown(st), shown(want); !reflect.DeepEqual(got, want) {
				t.Errorf("after it stood still the state shows\n%+v\ninstead of\n%+v", got, want)
			}
			server.seq--
		})
		at := st.Hero().Pos
		server.tick()
		until(t, s, st, func() bool { return st.Hero().Pos != at })
	})
}

func TestLeave(t *testing.T) {
	play(t, func(t *testing.T, server *watchServer, s *Session, _ *State) {
		server.set(func() { server.mute = true })
		s.Walk(geom.East)
		<-server.asked
		server.set(func() { server.mute = false })
		if err := s.Leave(t.Context()); err != nil {
			t.Errorf("leaving: %v", err)
		}
		if a := <-server.asked; a.Name() != "logout" {
			t.Errorf("asked for %s instead of logout", a.Name())
		}
		server.group.Wait()
		if len(server.asked) > 0 {
			t.Errorf("after logout came %s", (<-server.asked).Name())
		}
		if _, ok := <-s.Changes(); ok {
			for range s.Changes() {
			}
		}
		s.Close()
	})
}

// TestLeaveOverALostConnection loses the answer to logout with the connection:
// coming back brings the hero back, so logout has to be asked for anew.
func TestLeaveOverALostConnection(t *testing.T) {
	play(t, func(t *testing.T, server *watchServer, s *Session, _ *State) {
		server.set(func() { server.mute = true })
		left := make(chan error, 1)
		go func() { left <- s.Leave(t.Context()) }()
		<-server.asked
		server.set(func() { server.mute = false })
		server.cut(false)
		if err := <-left; err != nil {
			t.Errorf("leaving: %v", err)
		}
		server.set(func() {
			if server.here {
				t.Error("the hero is still in the world")
			}
		})
	})
}

func TestLeaveGivesUpWithItsContext(t *testing.T) {
	play(t, func(t *testing.T, server *watchServer, s *Session, _ *State) {
		server.cut(true)
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		if err := s.Leave(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("leaving a server that is away: %v", err)
		}
	})
}

func TestCloseBeforeConnected(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newWatchServer(t)
		server.away = true
		s := Start(Config{Dial: server.dial, User: "anna"})
		s.Walk(geom.East)
		synctest.Wait()
		s.Close()
		s.Close()
		s.Walk(geom.West)
		if err := s.Leave(t.Context()); err == nil {
			t.Error("left over a closed session")
		}
	})
}
