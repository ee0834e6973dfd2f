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

// The words that make this program a server instead.
const (
	roleOurs  = "serve-ours"
	roleLeast = "serve-least"
)

// patience is how long a server may take to stop.
const patience = 15 * time.Second

// child is a server in a process of its own.
type child struct {
	role string
	addr string // where it listens
	cmd  *exec.Cmd
	in   io.Closer // closed, it stops
}

// start runs a new server. It ends with stop, or kill, or with this process.
func (b *bench) start(role string) (*child, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("start a server: %w", err)
	}
	c := &child{role: role, cmd: exec.CommandContext(b.ctx, exe, role)}
	if role == roleOurs && b.profiles != "" {
		c.cmd.Args = append(c.cmd.Args, filepath.Join(b.profiles, b.scenario+".prof"))
	}
	c.cmd.Stderr = os.Stderr
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		return nil, fmt.Errorf("start a server: %w", err)
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("start a server: %w", err)
	}
	if err := c.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start a server: %w", err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		c.kill()
		return nil, fmt.Errorf("%s did not say where it listens: %w", role, err)
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
