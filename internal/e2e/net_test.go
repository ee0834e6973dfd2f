package e2e

import (
	"context"
	"errors"
	"net"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/server"
)

// patience is how long a test waits for what must happen, on a busy machine.
// It is never reached unless the test fails.
const patience = time.Minute

// bot plays without a window: the client that the game uses, and a State that
// it alone changes.
type bot struct {
	t       *testing.T
	session *client.Session
	state   *client.State
}

func newBot(t *testing.T, user string, dial func(context.Context) (net.Conn, error)) *bot {
	b := &bot{t: t, session: client.Start(client.Config{Dial: dial, User: user}), state: client.NewState()}
	t.Cleanup(b.session.Close)
	return b
}

// until applies changes until the state fits.
func (b *bot) until(what string, fits func(*client.State) bool) {
	b.t.Helper()
	timeout := time.NewTimer(patience)
	defer timeout.Stop()
	for !fits(b.state) {
		select {
		case c, ok := <-b.session.Changes():
			if !ok {
				b.t.Fatalf("session ended before %s", what)
			}
			b.state.Apply(c)
		case <-timeout.C:
			b.t.Fatalf("waited in vain for %s; link %+v", what, b.state.Link())
		}
	}
}

func (b *bot) at() geom.Pos {
	b.until("the hero", func(s *client.State) bool { return s.Hero() != nil })
	return b.state.Hero().Pos
}

// sees returns the entity with that name, nil if it isn't in sight.
func (b *bot) sees(name string) *client.Entity {
	for _, e := range b.state.Entities() {
		if e.Name == name {
			return e
		}
	}
	return nil
}

// openWay returns a way with at least n free fields before the hero.
func (b *bot) openWay(n int) geom.Dir {
	b.t.Helper()
	return b.way(b.at(), n)
}

// way returns a way with n free fields before p on which nobody stands.
func (b *bot) way(p geom.Pos, n int) geom.Dir {
	b.t.Helper()
	for _, d := range geom.Dirs {
		q, free := p, 0
		for free < n && b.state.Terrain(q.Step(d)) == client.Floor && !b.occupied(q.Step(d)) {
			q, free = q.Step(d), free+1
		}
		if free == n {
			return d
		}
	}
	b.t.Fatalf("no %d free fields around %v", n, p)
	return geom.Stop
}

func (b *bot) occupied(p geom.Pos) bool {
	for _, e := range b.state.Entities() {
		if e.Pos == p {
			return true
		}
	}
	return false
}

// walk goes n fields that way and stops.
func (b *bot) walk(d geom.Dir, n int) {
	b.t.Helper()
	from := b.at()
	goal := from
	for range n {
		goal = goal.Step(d)
	}
	b.session.Walk(d)
	b.until("the walk", func(s *client.State) bool { return s.Hero().Pos.Sub(from).Taxicab() >= n })
	b.session.Walk(geom.Stop)
}

func newServer(t *testing.T, cfg server.Config) *server.Server {
	t.Helper()
	s, err := server.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func shutdown(t *testing.T, s *server.Server) {
	t.Helper()
	if err := s.Shutdown(context.Background()); err != nil {
		t.Error(err)
	}
}

// Two who play over connections in memory see each other walk.
func TestTwoSeeEachOtherWalk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t, server.Config{Seed: 7})
		anna, bert := newBot(t, "anna", s.Dial), newBot(t, "bert", s.Dial)
		anna.at()
		bert.at()
		anna.until("bert in sight", func(*client.State) bool { return anna.sees("bert") != nil })
		bert.until("anna in sight", func(*client.State) bool { return bert.sees("anna") != nil })
		for _, pair := range [][2]*bot{{anna, bert}, {bert, anna}} {
			walker, witness := pair[0], pair[1]
			walker.walk(walker.openWay(1), 1)
			goal, name := walker.at(), walker.state.Hero().Name
			witness.until("the walker at its goal", func(*client.State) bool {
				e := witness.sees(name)
				return e != nil && e.Pos == goal
			})
		}
		anna.session.Close()
		bert.session.Close()
		shutdown(t, s)
	})
}

// cutter dials a server, and can cut what it has dialled or refuse to.
type cutter struct {
	mu    sync.Mutex
	dial  func(context.Context) (net.Conn, error)
	conns []net.Conn
}

func (c *cutter) Dial(ctx context.Context) (net.Conn, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.dial == nil {
		return nil, errors.New("no route to the server")
	}
	nc, err := c.dial(ctx)
	if err == nil {
		c.conns = append(c.conns, nc)
	}
	return nc, err
}

// cut ends all connections; further ones go to dial, or fail if it is nil.
func (c *cutter) cut(dial func(context.Context) (net.Conn, error)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, nc := range c.conns {
		_ = nc.Close()
	}
	c.conns, c.dial = nil, dial
}

// A cut connection is a pause: the view stays, the client comes back by itself,
// and a hero that was to walk walks on.
func TestCutAndBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t, server.Config{Seed: 7, FogOff: true})
		c := &cutter{dial: s.Dial}
		anna := newBot(t, "anna", c.Dial)
		way := anna.openWay(3)
		from := anna.at()
		anna.session.Walk(way)
		anna.until("a step", func(st *client.State) bool { return st.Hero().Pos != from })
		c.cut(nil)
		anna.until("the loss", func(st *client.State) bool { return st.Link().Phase == protocol.Reconnecting })
		if anna.state.Hero() == nil || len(anna.state.Entities()) == 0 {
			t.Error("the last view is gone with the connection")
		}
		time.Sleep(30 * time.Second)
		c.cut(s.Dial)
		back := anna.at()
		anna.until("the connection", func(st *client.State) bool { return st.Link().Phase == protocol.Online })
		anna.until("another step", func(st *client.State) bool { return st.Hero().Pos.Sub(back).Taxicab() >= 1 })
		anna.session.Close()
		shutdown(t, s)
	})
}

// A server that is stopped and started again is a pause as well, and the hero
// stands where she stood.
func TestServerRestart(t *testing.T) {
	cfg := server.Config{World: filepath.Join(t.TempDir(), "w.db"), Seed: 7}
	first := newServer(t, cfg)
	c := &cutter{dial: first.Dial}
	anna := newBot(t, "anna", c.Dial)
	anna.walk(anna.openWay(2), 2)
	anna.until("rest", func(s *client.State) bool { return s.Link().Phase == protocol.Online })
	shutdown(t, first)
	anna.until("the farewell", func(s *client.State) bool { return s.Link().Phase == protocol.Reconnecting })
	stood := anna.at()
	explored := slices.Collect(func(yield func(geom.Pos) bool) {
		for i := range geom.LevelCells {
			if p := geom.CellAt(i); anna.state.Terrain(p) != client.Unknown && !yield(p) {
				return
			}
		}
	})
	second := newServer(t, cfg)
	defer shutdown(t, second)
	c.cut(second.Dial)
	anna.until("the connection", func(s *client.State) bool { return s.Link().Phase == protocol.Online })
	anna.until("the snapshot", func(s *client.State) bool { return s.Hero() != nil && !s.Hero().Asleep })
	if got := anna.at(); got.Sub(stood).Taxicab() > 1 {
		t.Errorf("anna stood at %v before the restart and stands at %v after it", stood, got)
	}
	for _, p := range explored {
		if anna.state.Terrain(p) == client.Unknown {
			t.Fatalf("%v was explored before the restart and isn't after it", p)
		}
	}
	anna.session.Close()
}

// Leaving takes the hero out of the world, for everyone to see.
func TestLeave(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t, server.Config{Seed: 7})
		anna, bert := newBot(t, "anna", s.Dial), newBot(t, "bert", s.Dial)
		bert.at()
		anna.until("bert", func(*client.State) bool { return anna.sees("bert") != nil })
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		if err := bert.session.Leave(ctx); err != nil {
			t.Errorf("leave: %v", err)
		}
		anna.until("bert gone", func(*client.State) bool { return anna.sees("bert") == nil })
		anna.session.Close()
		shutdown(t, s)
	})
}
