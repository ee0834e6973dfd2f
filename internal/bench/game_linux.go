package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// game is the real game in a window, in a process of its own.
type game struct {
	cmd    *exec.Cmd
	began  time.Time
	stderr bytes.Buffer
	ended  chan struct{}
}

// build builds the game into a folder, with build tags or "".
func (b *bench) build(folder, tags string) (path string, err error) {
	path = filepath.Join(folder, "laneya")
	cmd := exec.CommandContext(b.ctx, "go", "build", "-tags", tags, "-o", path, "laneya/cmd/laneya")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build the game: %w\n%s", err, out)
	}
	return path, nil
}

// open starts the game. It reads and writes nothing of the player who measures:
// all it could is in the folder that it was built into. Call close when done.
func (b *bench) open(path string, stdout io.Writer, args ...string) (*game, error) {
	g := &game{ended: make(chan struct{})}
	g.cmd = exec.CommandContext(b.ctx, path, append([]string{"-world", "memory", "-mute", "-geometry", "1280x800+0+0"}, args...)...)
	g.cmd.Env = os.Environ()
	home := filepath.Dir(path)
	for _, name := range []string{"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"} {
		g.cmd.Env = append(g.cmd.Env, name+"="+home)
	}
	g.cmd.Stdout, g.cmd.Stderr = stdout, &g.stderr
	g.began = time.Now()
	if err := g.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the game: %w", err)
	}
	go func() {
		defer close(g.ended)
		_ = g.cmd.Wait() // whoever sees it end too early tells
	}()
	return g, nil
}

func (g *game) pid() int { return g.cmd.Process.Pid }

// close ends the game and waits until it has ended.
func (g *game) close() {
	_ = g.cmd.Process.Signal(syscall.SIGTERM) // it may have ended
	timer := time.AfterFunc(patience, func() { _ = g.cmd.Process.Kill() })
	defer timer.Stop()
	<-g.ended
}

// wait lets time pass while the game runs.
func (g *game) wait(d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-g.ended:
		return g.early()
	}
}

func (g *game) early() error {
	return fmt.Errorf("the game has ended by itself: %v\n%s", g.cmd.ProcessState, g.stderr.Bytes())
}
