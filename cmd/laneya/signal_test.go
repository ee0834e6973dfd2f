//go:build unix

package main

import (
	"bufio"
	"context"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"laneya/protocol"
)

// A signal ends the game as Quit does: the world is saved, guests are told, and
// all went well.
func TestASignalEndsTheGameInOrder(t *testing.T) {
	for name, sig := range map[string]syscall.Signal{"interrupt": syscall.SIGINT, "terminate": syscall.SIGTERM} {
		t.Run(name, func(t *testing.T) {
			addr := freeAddress(t)
			g := startGame(t, "-host", addr, "-name", "host", "-world", filepath.Join(t.TempDir(), "w.db"), "-mute", "-log", "info")
			g.waitFor(t, "hero appeared")
			told := make(chan string, 1)
			visit(t, addr, func(g protocol.Goodbye) { told <- g.Reason })
			g.waitFor(t, "hero appeared")
			if err := g.cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			g.waitFor(t, "world saved")
			select {
			case <-told:
			case <-time.After(10 * time.Second):
				t.Error("the guest is told nothing")
			}
			if err := g.cmd.Wait(); err != nil {
				t.Errorf("it ended with %v", err)
			}
		})
	}
}

// A game whose narration nobody reads any more goes on.
func TestAReaderWhoLeavesEndsNothing(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	a := readAloud(w)
	for range 1000 {
		if n, err := a.Write([]byte("line\n")); n != 5 || err != nil {
			t.Fatal(n, err)
		}
	}
	a.finish()
	w.Close()

	addr := freeAddress(t)
	g := startGame(t, "-host", addr, "-name", "anna", "-world", filepath.Join(t.TempDir(), "w.db"), "-mute", "-narrate", "-log", "info")
	g.waitFor(t, "hero appeared")
	g.stdout.Close()
	visit(t, addr, func(protocol.Goodbye) {}) // of which it tells
	g.waitFor(t, "hero appeared")
	if err := g.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	g.waitFor(t, "world saved")
	if err := g.cmd.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
}

// running is a game that runs.
type running struct {
	cmd    *exec.Cmd
	log    *bufio.Scanner
	stdout io.Closer // may be closed early
}

func startGame(t *testing.T, args ...string) *running {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 40*time.Second)
	t.Cleanup(cancel) // which ends the game if nothing else did
	cmd := exec.CommandContext(ctx, binary, args...)
	cmd.Env = os.Environ()
	out, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return &running{cmd, bufio.NewScanner(out), stdout}
}

// waitFor reads the log up to a line with that text.
func (r *running) waitFor(t *testing.T, text string) {
	t.Helper()
	for r.log.Scan() {
		if strings.Contains(r.log.Text(), text) {
			return
		}
	}
	t.Fatalf("it never logs %q; %v", text, r.cmd.Wait())
}

// visit joins the world at addr for as long as the test runs.
func visit(t *testing.T, addr string, goodbye func(protocol.Goodbye)) {
	c := protocol.NewClient(protocol.ClientConfig{
		User: "guest",
		Dial: func(ctx context.Context) (net.Conn, error) {
			var d net.Dialer
			return d.DialContext(ctx, "tcp", addr)
		},
		OnUpdate: func(u protocol.Update) {
			if g, ok := u.(protocol.Goodbye); ok {
				goodbye(g)
			}
		},
	})
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = c.Run(ctx) // until the test ends
	}()
	t.Cleanup(func() {
		cancel()
		<-done
	})
}

// freeAddress returns an address of this machine that nobody listens on.
func freeAddress(t *testing.T) string {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	return ln.Addr().String()
}
