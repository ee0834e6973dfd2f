package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// The words that make this program something else than the bench.
const (
	roleOurs    = "serve-ours"  // and the file for a CPU profile, if any
	roleLeast   = "serve-least" // the least server
	roleObserve = "observe"     // with the server's address and a mode
)

// patience is how long a server may take to stop.
const patience = 15 * time.Second

// child is a part of the bench in a process of its own, mostly a server.
type child struct {
	role string
	addr string // where it listens; the first line that it printed
	out  *bufio.Reader
	cmd  *exec.Cmd
	in   io.Closer // closed, a server stops
}

// start runs a part and waits for its first line. It ends with stop, or kill,
// or with this process.
func (b *bench) start(role string, args ...string) (*child, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", role, err)
	}
	c := &child{role: role, cmd: exec.CommandContext(b.ctx, exe, append([]string{role}, args...)...)}
	if role == roleOurs && b.profiles != "" {
		c.cmd.Args = append(c.cmd.Args, filepath.Join(b.profiles, b.scenario+".prof"))
	}
	c.cmd.Stderr = os.Stderr
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		return nil, fmt.Errorf("start %s: %w", role, err)
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", role, err)
	}
	if err := c.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", role, err)
	}
	c.out = bufio.NewReader(out)
	line, err := c.out.ReadString('\n')
	if err != nil {
		c.kill()
		return nil, fmt.Errorf("%s did not say that it is ready: %w", role, err)
	}
	c.addr = strings.TrimSpace(line)
	return c, nil
}

func (c *child) pid() int { return c.cmd.Process.Pid }

// stop ends the server in peace.
func (c *child) stop() error {
	timer := time.AfterFunc(patience, func() { _ = c.cmd.Process.Kill() }) // Wait tells
	defer timer.Stop()
	_ = c.in.Close() // it has no other reader that could mind
	if err := c.cmd.Wait(); err != nil {
		return fmt.Errorf("%s: %w", c.role, err)
	}
	return nil
}

// kill ends the server at once; it does nothing to one that has ended.
func (c *child) kill() {
	_ = c.cmd.Process.Kill() // an error means that it has ended
	_ = c.cmd.Wait()
}
