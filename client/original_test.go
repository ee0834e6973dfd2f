package client

import (
	"context"
	"net"
	"testing"
	"testing/synctest"
	"time"

	"laneya/geom"
	"laneya/protocol"
)

// until applies changes of s to st until done says so, and fails if the Session
// ends before.
func until(t *testing.T, s *Session, st *State, done func() bool) {
	t.Helper()
	for !done() {
		c, ok := <-s.Changes()
		if !ok {
			t.Fatalf("the session ended; the hero was %+v, the link %+v", st.Hero(), st.Link())
		}
		st.Apply(c)
	}
}

// heroAt reports whether the hero of st is known to be there.
func heroAt(st *State, x, y int) func() bool {
	return func() bool { return st.Hero() != nil && st.Hero().Pos == geom.Pos{X: x, Y: y} }
}

// TestPlaysOnOriginalServer comes to servers that don't know watch, sees what
// they tell, and walks.
func TestPlaysOnOriginalServer(t *testing.T) {
	for _, unknown := range []string{"invalid", "close", "silence"} {
		t.Run(unknown, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := newOriginalServer(t, unknown)
				playOriginal(t, server, server.pipe())
			})
		})
	}
	for _, unknown := range []string{"invalid", "close"} {
		t.Run(unknown+" over TCP", func(t *testing.T) {
			server := newOriginalServer(t, unknown)
			playOriginal(t, server, server.listen())
		})
	}
}

func playOriginal(t *testing.T, server *originalServer, dial func(context.Context) (net.Conn, error)) {
	start := time.Now()
	s := Start(Config{Dial: dial, User: "anna"})
	defer s.Close()
	if h := <-server.heard; h.action != "watch" || h.conn != 1 {
		t.Errorf("the first request was %+v instead of watch", h)
	}
	h := <-server.heard
	for h.action == "watch" && h.conn == 1 {
		h = <-server.heard // sent again, as it is unanswered
	}
	if h.action != "get_map" || h.conn != 2 || h.key != 1 {
		t.Errorf("the next request was %+v instead of get_map under 1 on a new connection", h)
	}
	if waited := time.Since(start); waited > 5*time.Second {
		t.Errorf("came back after %v", waited)
	}
	st := NewState()
	until(t, s, st, heroAt(st, 1, 1))
	if got, want := picture(st), "######\n#....#\n######\n"; got != want {
		t.Errorf("the map is\n%swant\n%s", got, want)
	}
	if l := st.Link(); l.Phase != protocol.Online || !l.Original {
		t.Errorf("the link is %+v", l)
	}
	s.Walk(geom.East)
	if h := <-server.heard; h.action != "move" || h.dir != "east" || h.key != 2 {
		t.Errorf("walking east was asked for by %+v", h)
	}
	server.tick("anna")
	until(t, s, st, heroAt(st, 2, 1))
	if hero := st.Hero(); hero.Name != "anna" || hero.Kind != protocol.KindHero || hero.Facing != geom.East {
		t.Errorf("the hero is %+v", hero)
	}
	if err := s.Leave(t.Context()); err != nil {
		t.Errorf("leaving: %v", err)
	}
	if h := <-server.heard; h.action != "logout" || h.conn != 2 {
		t.Errorf("the last request was %+v instead of logout", h)
	}
}

// TestOriginalMapIsAskedForAgain walks out of the map that the client has, and
// counts how often it asks for the new one.
func TestOriginalMapIsAskedForAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newOriginalServer(t, "invalid")
		s := Start(Config{Dial: server.pipe(), User: "anna"})
		defer s.Close()
		st := NewState()
		until(t, s, st, heroAt(st, 1, 1))
		s.Walk(geom.East)
		for h := range server.heard {
			if h.action == "move" {
				break
			}
		}
		for range 3 {
			server.tick("anna")
		}
		until(t, s, st, heroAt(st, 4, 1))
		if len(server.heard) > 0 {
			t.Errorf("on known ground the client asked for %+v", <-server.heard)
		}
		server.setFloor(corridor(12))
		start := time.Now()
		server.tick("anna")
		until(t, s, st, func() bool { w, _ := st.Size(); return w == 12 })
		if waited := time.Since(start); waited > 100*time.Millisecond {
			t.Errorf("the new map took %v", waited)
		}
		server.setFloor(corridor(30))
		for range 10 {
			server.tick("anna")
		}
		until(t, s, st, func() bool { w, _ := st.Size(); return w == 30 })
		if waited := time.Since(start); waited < time.Second || waited > 2*time.Second {
			t.Errorf("the map was asked for again after %v instead of a second", waited)
		}
		if asked := len(server.heard); asked != 2 {
			t.Errorf("the map was asked for %d times more instead of 2", asked)
		}
	})
}

// TestOriginalServerComesBack cuts the connection: the client asks once more
// whether the server knows watch by now, and the wish is told again.
func TestOriginalServerComesBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newOriginalServer(t, "close")
		s := Start(Config{Dial: server.pipe(), User: "anna"})
		defer s.Close()
		st := NewState()
		until(t, s, st, heroAt(st, 1, 1))
		s.Walk(geom.East)
		await := func(action string, conn int) heardOne {
			for h := range server.heard {
				if h.action == action && h.conn == conn {
					return h
				}
			}
			return heardOne{}
		}
		first := await("move", 2)
		server.mu.Lock()
		for nc := range server.conns {
			nc.Close()
		}
		server.mu.Unlock()
		await("watch", 3)
		again := await("move", 4)
		if again.dir != "east" || again.key <= first.key {
			t.Errorf("told again: %+v, before %+v", again, first)
		}
	})
}
