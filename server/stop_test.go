package server_test

import (
	"context"
	"net"
	"path/filepath"
	"strings"
	"testing"

	"laneya/server"
)

// A server that stops says so to those who watch, closes the others, and finds
// its world again when it is started anew.
func TestStopAndStartAgain(t *testing.T) {
	cfg := server.Config{World: filepath.Join(t.TempDir(), "worlds", "w.db"), Seed: 3, FogOff: true}
	s := start(t, cfg)
	addr := listen(t, s)
	anna, bert := dial(t, addr, "anna"), dial(t, addr, "bert")
	anna.must("watch", watchData)
	floor := bert.floor()
	at := bert.position("User:bert")
	bert.must("move", `{"direction":"`+openWay(t, floor, at, 1)+`"}`)
	bert.position("User:bert")
	bert.must("move", `{"direction":"stop"}`)

	stop(t, s)
	if text, _ := anna.update("goodbye").data["reason"].(string); !strings.Contains(text, "stopping") {
		t.Errorf("goodbye says %q", text)
	}
	anna.closed()
	for {
		m, ok := <-bert.messages
		if !ok {
			break
		}
		if m.action == "position" && m.data["entity"] == "User:bert" {
			at = place(m.data)
		}
	}

	cfg.Seed = 4 // the world keeps its own
	s = start(t, cfg)
	again := dial(t, listen(t, s), "bert")
	for field := range again.floor() {
		if !floor[field] {
			t.Fatal("the level is another after the restart")
		}
	}
	if got := again.position("User:bert"); floor[at] && got != at && !near(got, at) {
		t.Errorf("bert stood on %v before the restart and stands on %v after it", at, got)
	}
}

// near reports whether two places are next to each other.
func near(a, b [2]int) bool {
	dx, dy := a[0]-b[0], a[1]-b[1]
	return dx*dx+dy*dy <= 1
}

func TestNothingIsServedAfterStop(t *testing.T) {
	s := start(t, server.Config{})
	addr := listen(t, s)
	stop(t, s)
	if nc, err := net.Dial("tcp", addr); err == nil {
		// Where nobody listens, TCP may connect a port with itself.
		if nc.LocalAddr().String() != addr {
			t.Error("the port still listens")
		}
		_ = nc.Close()
	}
	if _, err := s.Dial(context.Background()); err == nil {
		t.Error("Dial still connects")
	}
}

func TestBadConfig(t *testing.T) {
	dir := t.TempDir()
	for name, cfg := range map[string]server.Config{
		"clock": {Clock: "sundial"},
		"death": {Death: "never"},
		"party": {Party: "none"},
		"world": {World: dir}, // a folder
	} {
		if _, err := server.New(cfg); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	path := filepath.Join(dir, "w.db")
	start(t, server.Config{World: path})
	if _, err := server.New(server.Config{World: path}); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("second server on one world: error %v, want one that names %s", err, path)
	}
}
