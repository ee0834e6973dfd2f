package server_test

import (
	"context"
	"net"
	"testing"

	"go.uber.org/goleak"

	"laneya/server"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// start runs a server with the configuration until the test ends.
func start(t *testing.T, cfg server.Config) *server.Server {
	t.Helper()
	if cfg.Seed == 0 {
		cfg.Seed = 7
	}
	s, err := server.New(cfg)
	if err != nil {
		t.Fatalf("start server: %v", err)
	}
	t.Cleanup(func() { stop(t, s) })
	return s
}

func stop(t *testing.T, s *server.Server) {
	t.Helper()
	if err := s.Shutdown(context.Background()); err != nil {
		t.Errorf("shut down: %v", err)
	}
}

// listen makes the server listen on a free port of this machine and returns
// its address.
func listen(t *testing.T, s *server.Server) string {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatalf("listen: %v", err)
	}
	served := make(chan struct{})
	go func() {
		defer close(served)
		_ = s.Serve(ln) // ends with the server
	}()
	t.Cleanup(func() { stop(t, s); <-served })
	return ln.Addr().String()
}

// join connects a peer to the server without a socket.
func join(t *testing.T, s *server.Server, user string) *peer {
	t.Helper()
	nc, err := s.Dial(t.Context())
	if err != nil {
		t.Fatalf("dial: %v", err)
	}
	return newPeer(t, nc, user)
}

// dial connects a peer over TCP.
func dial(t *testing.T, addr, user string) *peer {
	t.Helper()
	nc, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatalf("dial: %v", err)
	}
	return newPeer(t, nc, user)
}
