package e2e

import (
	"bufio"
	"bytes"
	"fmt"
	"image"
	_ "image/png" // what import writes
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// screen is an X server of its own without a monitor.
type screen struct {
	t    *testing.T
	name string // as in DISPLAY
}

func newScreen(t *testing.T, width, height int) *screen {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-nolisten", "tcp", "-noreset")
	x.ExtraFiles = []*os.File{w}
	if err := x.Start(); err != nil {
		t.Fatalf("start Xvfb (make test installs it): %v", err)
	}
	_ = w.Close() // Xvfb has its own
	t.Cleanup(func() {
		_ = x.Process.Signal(syscall.SIGTERM)
		_ = x.Wait() // ends by the signal
	})
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb didn't start: %v", err)
	}
	s := &screen{t: t, name: ":" + strings.TrimSpace(number)}
	// A held key must stay one press, also for the window that gets the focus.
	s.tool("xset", "r", "off")
	return s
}

func (s *screen) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+s.name)
	return cmd
}

// tool runs a program on the screen and returns what it prints.
func (s *screen) tool(name string, args ...string) string {
	s.t.Helper()
	var stderr bytes.Buffer
	cmd := s.command(name, args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		s.t.Fatalf("%s %v: %v: %s", name, args, err, stderr.String())
	}
	return strings.TrimSpace(string(out))
}

// keyDown and keyUp press real keys for whichever window has the focus.
func (s *screen) keyDown(key string) { s.t.Helper(); s.tool("xdotool", "keydown", key) }
func (s *screen) keyUp(key string)   { s.t.Helper(); s.tool("xdotool", "keyup", key) }

// shot returns what a window shows, or the whole screen for "root".
func (s *screen) shot(window string) image.Image {
	s.t.Helper()
	out, err := s.command("import", "-silent", "-window", window, "png:-").Output()
	if err != nil {
		s.t.Fatalf("take a screenshot: %v", err)
	}
	img, _, err := image.Decode(bytes.NewReader(out))
	if err != nil {
		s.t.Fatalf("read a screenshot: %v", err)
	}
	return img
}

// eventually waits until the condition holds, asking twenty times a second.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	ticker := time.NewTicker(50 * time.Millisecond)
	defer ticker.Stop()
	deadline := time.Now().Add(patience)
	for !holds() {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain for %s", what)
		}
		<-ticker.C
	}
}

var gameBinary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "laneya-e2e")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "laneya")
	out, err := exec.Command("go", "build", "-o", path, "laneya/cmd/laneya").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build the game: %w\n%s", err, out)
	}
	return path, nil
})

// speech keeps what is written to it.
type speech struct {
	mu   sync.Mutex // guards the following field
	text []byte
}

// Write implements io.Writer.
func (s *speech) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text = append(s.text, p...)
	return len(p), nil
}

// take returns what was said since the last take.
func (s *speech) take() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	text := string(s.text)
	s.text = s.text[:0]
	return text
}

// game is a running laneya with its window.
type game struct {
	t      *testing.T
	screen *screen
	cmd    *exec.Cmd
	stderr *bytes.Buffer
	spoken *speech // what the game says with -narrate
	ended  chan struct{}
	window string
}

// play starts the game and waits for its window.
func (s *screen) play(args ...string) *game {
	s.t.Helper()
	path, err := gameBinary()
	if err != nil {
		s.t.Fatal(err)
	}
	g := &game{t: s.t, screen: s, cmd: s.command(path, args...), stderr: new(bytes.Buffer), spoken: new(speech), ended: make(chan struct{})}
	g.cmd.Stderr = g.stderr
	g.cmd.Stdout = g.spoken
	// Nothing of the player who runs the tests is read or written.
	home := s.t.TempDir()
	g.cmd.Env = append(g.cmd.Env, "HOME="+home, "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home)
	if err := g.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	go func() {
		defer close(g.ended)
		_ = g.cmd.Wait() // its state is looked at where it matters
	}()
	s.t.Cleanup(func() { _ = g.cmd.Process.Kill(); <-g.ended })
	eventually(s.t, "the window", func() bool {
		select {
		case <-g.ended:
			s.t.Fatalf("laneya %v ended: %v\n%s", args, g.cmd.ProcessState, g.stderr)
		default:
		}
		out, err := s.command("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(g.cmd.Process.Pid)).Output()
		ids := strings.Fields(string(out))
		if err != nil || len(ids) == 0 {
			return false
		}
		g.window = ids[len(ids)-1]
		return true
	})
	return g
}

// focus gives the window the keyboard.
func (g *game) focus() {
	g.t.Helper()
	g.screen.tool("xdotool", "windowfocus", "--sync", g.window)
}

// tap presses a key for as long as a person does.
func (g *game) tap(key string) {
	g.t.Helper()
	g.focus()
	g.screen.tool("xdotool", "keydown", key, "sleep", "0.1", "keyup", key, "sleep", "0.2")
}

// shot returns what the window shows.
func (g *game) shot() image.Image {
	g.t.Helper()
	return g.screen.shot(g.window)
}

// exitCode waits until the game has ended.
func (g *game) exitCode() int {
	g.t.Helper()
	timeout := time.NewTimer(patience)
	defer timeout.Stop()
	select {
	case <-g.ended:
		return g.cmd.ProcessState.ExitCode()
	case <-timeout.C:
		g.t.Fatal("the game does not end")
		return -1
	}
}
