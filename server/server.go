package server

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"laneya/protocol"
	"laneya/rules"
	"laneya/store"
)

// ErrStopped is why a connection ends, or Serve returns, when the server was
// shut down.
var ErrStopped = errors.New("the server has stopped")

// Server runs one world for any number of connections. Its methods may be
// called from any goroutine.
type Server struct {
	cfg      Config
	now      func() time.Time
	accounts accounts
	inbox    *inbox
	conns    connections
	loop     *loop
	store    store.Store
	told     atomic.Pointer[[]byte] // the answer to About
	players  atomic.Int64           // that it tells of
	stopped  chan struct{}          // closed when the server begins to stop
	stop     sync.Once
	loopDone chan struct{}
}

// New opens the world of the configuration and lets time pass in it. Its
// errors are sentences for a person. Shutdown frees what New took.
func New(cfg Config) (*Server, error) {
	cfg = cfg.withDefaults()
	options, err := cfg.options()
	if err != nil {
		return nil, err
	}
	if options.Seed == 0 {
		options.Seed = randomSeed()
	}
	if _, err := tablesIn(nil); err != nil {
		return nil, err
	}
	if err := faults(); err != nil {
		cfg.Log.Error("the content has faults", "error", err)
	}
	st, err := openStore(cfg.World)
	if err != nil {
		return nil, err
	}
	world, err := loadWorld(st, options)
	if err != nil {
		_ = st.Close() // the first error says more
		return nil, fmt.Errorf("world %s: %w", cfg.World, err)
	}
	s := &Server{
		cfg:      cfg,
		now:      time.Now,
		inbox:    newInbox(),
		store:    st,
		stopped:  make(chan struct{}),
		loopDone: make(chan struct{}),
	}
	s.loop = &loop{
		server: s, world: world, saver: newSaver(st, cfg.Log),
		lastSave: s.now(), perLevel: parallel,
	}
	s.settle(world)
	if err := s.publish(0); err != nil {
		_ = st.Close() // the first error says more
		return nil, fmt.Errorf("the world's title: %w", err)
	}
	if cfg.Seed != 0 && cfg.Seed != world.Seed() {
		cfg.Log.Warn("the world has a seed already and keeps it", "file", cfg.World, "seed", world.Seed())
	}
	cfg.Log.Info("world open", "file", cfg.World, "seed", world.Seed(), "tick", world.Tick(), "heroes", len(world.Users()))
	go func() {
		defer close(s.loopDone)
		s.loop.run()
	}()
	return s, nil
}

// settle makes the accounts of the heroes in the world. Nobody is connected
// yet, so all of them sleep.
func (s *Server) settle(w *rules.World) {
	for _, name := range w.Users() {
		s.accounts.lookup(name).present.Store(true)
		sleep := rules.Command{User: name, Verb: rules.Sleep}
		if w.Check(sleep) == nil {
			_ = w.Perform(sleep) // Check has just allowed it
		}
	}
}

func openStore(path string) (store.Store, error) {
	if path == "" {
		return store.NewMemory(), nil
	}
	return store.Open(path)
}

// randomSeed returns a seed that is never 0, which stands for none.
func randomSeed() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails, see crypto/rand
	return binary.LittleEndian.Uint64(b[:]) | 1
}

// Serve accepts connections until the listener fails or the server is shut
// down, which closes the listener and makes Serve return ErrStopped.
func (s *Server) Serve(ln net.Listener) error {
	if !s.conns.addListener(ln) {
		_ = ln.Close() // nothing was accepted on it
		return ErrStopped
	}
	var pause time.Duration
	for {
		nc, err := ln.Accept()
		if err == nil {
			pause = 0
			s.conns.spawn(func() { s.ServeConn(nc) })
			continue
		}
		select {
		case <-s.stopped:
			return ErrStopped
		default:
		}
		if errors.Is(err, net.ErrClosed) {
			return fmt.Errorf("accept connections: %w", err)
		}
		// Most likely too many files are open. Some will be closed.
		pause = min(max(2*pause, 5*time.Millisecond), time.Second)
		s.cfg.Log.Warn("could not accept a connection", "error", err, "retry", pause)
		select {
		case <-time.After(pause):
		case <-s.stopped:
			return ErrStopped
		}
	}
}

// Dial returns the client's end of a connection to the server that needs no
// socket.
func (s *Server) Dial(context.Context) (net.Conn, error) {
	select {
	case <-s.stopped:
		return nil, ErrStopped
	default:
	}
	client, server := net.Pipe()
	s.conns.spawn(func() { s.ServeConn(server) })
	return client, nil
}

// Shutdown finishes the tick, saves the world, tells the clients that watch
// and closes every connection. It returns when all is done or ctx ends; an
// error means that the world may not have been saved whole. Later calls do
// nothing.
func (s *Server) Shutdown(ctx context.Context) error {
	err := ErrStopped
	s.stop.Do(func() { err = s.shutdown(ctx) })
	if errors.Is(err, ErrStopped) {
		return nil
	}
	return err
}

func (s *Server) shutdown(ctx context.Context) error {
	close(s.stopped)
	s.conns.closeListeners()
	select {
	case <-s.loopDone:
	case <-ctx.Done():
		return fmt.Errorf("stop the world: %w", ctx.Err())
	}
	saved := s.loop.saver.finish(ctx, storeRecords(s.loop.world.Changed()))
	s.conns.closeAll()
	closed := make(chan struct{})
	go func() {
		s.conns.wg.Wait()
		close(closed)
	}()
	select {
	case <-closed:
	case <-ctx.Done():
	}
	if saved != nil {
		return fmt.Errorf("save the world: %w", saved)
	}
	if err := s.store.Close(); err != nil {
		return fmt.Errorf("close the world: %w", err)
	}
	s.cfg.Log.Info("world saved", "file", s.cfg.World, "tick", s.loop.world.Tick())
	return nil
}

// connections are the open connections and listeners of a server. Safe for
// concurrent use.
type connections struct {
	wg        sync.WaitGroup
	mu        sync.Mutex
	closed    bool
	sessions  map[*session]struct{}
	listeners []net.Listener
}

// spawn runs serve on a goroutine that shutting down waits for.
func (c *connections) spawn(serve func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		go serve() // it finds out by itself and returns at once
		return
	}
	c.wg.Go(serve)
}

// add notes an open connection; false means that the server is stopping.
func (c *connections) add(ss *session) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return false
	}
	if c.sessions == nil {
		c.sessions = make(map[*session]struct{})
	}
	c.sessions[ss] = struct{}{}
	return true
}

func (c *connections) remove(ss *session) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.sessions, ss)
}

func (c *connections) addListener(ln net.Listener) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return false
	}
	c.listeners = append(c.listeners, ln)
	return true
}

func (c *connections) closeListeners() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closed = true
	for _, ln := range c.listeners {
		_ = ln.Close() // it accepts nothing more either way
	}
}

// closeAll says goodbye to those who watch and ends all connections. The loop
// has ended, so its part of the sessions may be read.
func (c *connections) closeAll() {
	goodbye := frameOf(protocol.Goodbye{Reason: "The server is stopping."})
	c.mu.Lock()
	sessions := make([]*session, 0, len(c.sessions))
	for ss := range c.sessions {
		sessions = append(sessions, ss)
	}
	c.mu.Unlock()
	var wg sync.WaitGroup
	for _, ss := range sessions {
		wg.Go(func() {
			if ss.watching != nil {
				ss.conn.QueueUpdates(goodbye)
			}
			ss.conn.Finish(goodbyeTimeout)
		})
	}
	wg.Wait()
}

func frameOf(u protocol.Update) []byte {
	payload, err := protocol.AppendUpdate(nil, u)
	if err != nil {
		return nil
	}
	return protocol.AppendFrame(nil, payload)
}
