package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// What the window is held to.
const (
	startLimit  = 0.7       // seconds to the first frame
	memoryLimit = 160 << 20 // bytes
	idleLimit   = 0.03      // of a core
)

// window measures the game in a window on a world of its own: how long it takes
// to show itself, and what it costs to be played and to be left alone.
func (b *bench) window() ([]row, error) {
	folder, err := os.MkdirTemp("", "laneya-bench")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path, err := b.build(folder, "")
	if err != nil {
		return nil, err
	}
	eye, err := openScreen(os.Getenv("DISPLAY"))
	if err != nil {
		return nil, err
	}
	defer eye.close()
	var starts []float64
	for range b.plan.starts - 1 {
		took, err := b.startOnce(path, eye)
		if err != nil {
			return nil, err
		}
		starts = append(starts, took)
	}
	m := windowMeasure{}
	if err := b.live(path, eye, &m); err != nil {
		return nil, err
	}
	m.start = median(append(starts, m.start))
	return m.rows(b.plan), nil
}

// windowMeasure is what a window gave.
type windowMeasure struct {
	start      float64 // seconds
	played     used    // at the end of playing
	walk, idle float64 // processor time, of one core
}

func (m *windowMeasure) rows(p plan) []row {
	return []row{
		{
			what: "from the start of the process to its first frame on the screen", ours: seconds(m.start),
			goal: "≤ " + seconds(startLimit), verdict: judge(m.start <= startLimit),
		},
		{
			what: fmt.Sprintf("resident memory after %v of walking alone", p.play), ours: megabytes(float64(m.played.memory)),
			goal: "≤ " + megabytes(memoryLimit), verdict: judge(m.played.memory <= memoryLimit),
		},
		{what: "processor time meanwhile, with the software renderer's", ours: percent(m.walk)},
		{
			what: fmt.Sprintf("processor time of the idle window, over %v", p.rest), ours: percent(m.idle),
			goal: fmt.Sprintf("≤ %.0f %% of a core", 100*idleLimit), verdict: judge(m.idle <= idleLimit),
		},
	}
}

func percent(share float64) string { return fmt.Sprintf("%.1f %%", 100*share) }

// startOnce starts the game, and ends it when it has shown itself.
func (b *bench) startOnce(path string, eye *screen) (float64, error) {
	if err := eye.until(true, nil); err != nil {
		return 0, err
	}
	g, err := b.open(path, nil, "-solo")
	if err != nil {
		return 0, err
	}
	defer g.close()
	if err := eye.until(false, g); err != nil {
		return 0, err
	}
	return time.Since(g.began).Seconds(), nil
}

// until waits until the middle of the screen is plain or isn't, while the game
// runs, if there is one.
func (s *screen) until(plain bool, g *game) error {
	poll := time.NewTicker(3 * time.Millisecond)
	defer poll.Stop()
	give := time.NewTimer(longest)
	defer give.Stop()
	var ended chan struct{}
	if g != nil {
		ended = g.ended
	}
	for {
		if is, err := s.plain(); err != nil || is == plain {
			return err
		}
		select {
		case <-poll.C:
		case <-ended:
			return g.early()
		case <-give.C:
			return errors.New("the screen must be empty before the game starts and not after: scripts/bench.sh brings one of its own")
		}
	}
}

// live starts the game, plays it and leaves it alone.
func (b *bench) live(path string, eye *screen, m *windowMeasure) error {
	if err := eye.until(true, nil); err != nil {
		return err
	}
	g, err := b.open(path, nil, "-solo")
	if err != nil {
		return err
	}
	defer g.close()
	if err := eye.until(false, g); err != nil {
		return err
	}
	m.start = time.Since(g.began).Seconds()
	if m.walk, err = g.share(func() error { return g.walk(b.plan.play) }); err != nil {
		return err
	}
	if m.played, err = usage(g.pid()); err != nil {
		return err
	}
	if err := g.wait(b.plan.settle); err != nil {
		return err
	}
	m.idle, err = g.share(func() error { return g.wait(b.plan.rest) })
	return err
}

// share returns how much of a core the game takes while f runs.
func (g *game) share(f func() error) (float64, error) {
	before, err := usage(g.pid())
	if err != nil {
		return 0, err
	}
	begin := time.Now()
	if err := f(); err != nil {
		return 0, err
	}
	took := time.Since(begin)
	after, err := usage(g.pid())
	return (after.cpu - before.cpu).Seconds() / took.Seconds(), err
}

// walk holds one arrow key after the other, as a player does.
func (g *game) walk(d time.Duration) error {
	const pace = 700 * time.Millisecond
	found, err := xdotool("search", "--onlyvisible", "--pid", strconv.Itoa(g.pid()))
	windows := strings.Fields(found)
	if err != nil || len(windows) == 0 {
		return fmt.Errorf("the game's window is not to be found: %w", err)
	}
	if _, err := xdotool("windowfocus", "--sync", windows[len(windows)-1]); err != nil {
		return err
	}
	keys := [...]string{"Right", "Down", "Left", "Up"}
	for i := 0; time.Duration(i)*pace < d; i++ {
		key := keys[i%len(keys)]
		if _, err := xdotool("keydown", key); err != nil {
			return err
		}
		waited := g.wait(pace)
		if _, err := xdotool("keyup", key); err != nil || waited != nil {
			return errors.Join(waited, err)
		}
	}
	return nil
}

// xdotool presses real keys, and returns what it prints.
func xdotool(args ...string) (string, error) {
	var stderr strings.Builder
	cmd := exec.Command("xdotool", args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("xdotool %s: %w: %s", args[0], err, stderr.String())
	}
	return string(out), nil
}
