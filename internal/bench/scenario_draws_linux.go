package main

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"
	"sync"
)

// draws counts the draw calls that the engine makes for a frame of the whole
// game, its own ones included, while a crowd walks about in the window's sight.
func (b *bench) draws() ([]row, error) {
	folder, err := os.MkdirTemp("", "laneya-bench")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path, err := b.build(folder, "ebitenginedebug")
	if err != nil {
		return nil, err
	}
	addr, err := freeAddress()
	if err != nil {
		return nil, err
	}
	log := drawLog{begun: make(chan struct{})}
	g, err := b.open(path, &log, "-host", addr, "-fog", "off")
	if err != nil {
		return nil, err
	}
	defer g.close()
	if err := b.crowdIn(g, addr, &log); err != nil {
		return nil, err
	}
	counts := log.take()
	if len(counts) == 0 {
		return nil, errors.New("the engine tells of no frame")
	}
	most := percentile(counts, 100)
	return []row{{
		what: "draw calls for a frame of the whole game among 200 walkers, with the engine's own: most",
		ours: fmt.Sprintf("%d; p50 %d", most, percentile(counts, 50)),
		goal: fmt.Sprintf("≤ %d", mostOfDraws), verdict: judge(most <= mostOfDraws),
	}}, nil
}

// crowdIn lets a crowd walk about in the game's world. The log then holds the
// frames since all of them were there.
func (b *bench) crowdIn(g *game, addr string, log *drawLog) error {
	select {
	case <-log.begun: // by then it lets others in
	case <-g.ended:
		return g.early()
	case <-b.ctx.Done():
		return b.ctx.Err()
	}
	people, err := gather(addr, crowdSize, crowdPace, true)
	if err != nil {
		return err
	}
	defer people.leave()
	if _, _, err := people.walk(b.plan.walk / 5); err != nil {
		return err
	}
	log.take() // those of the beginning
	_, _, err = people.walk(b.plan.walk)
	return err
}

// freeAddress returns an address of this machine that nobody listens on.
func freeAddress() (string, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer ln.Close()
	return ln.Addr().String(), nil
}

// drawLog reads what the engine prints with the build tag ebitenginedebug: a
// line of dashes before each frame, and one for each command.
type drawLog struct {
	begun  chan struct{} // closed after the first frame
	rest   []byte        // of a line that hasn't ended
	frames int           // begun
	count  int           // in this one
	mu     sync.Mutex
	counts []int // of the frames that had any; guarded by mu
}

// Write implements io.Writer.
func (l *drawLog) Write(p []byte) (int, error) {
	l.rest = append(l.rest, p...)
	for {
		line, rest, whole := bytes.Cut(l.rest, []byte("\n"))
		if !whole {
			return len(p), nil
		}
		l.rest = rest
		switch {
		case bytes.Equal(line, []byte("----")):
			l.frame()
		case bytes.HasPrefix(line, []byte("  draw-triangles: ")):
			l.count++
		}
	}
}

// frame ends a frame and begins the next.
func (l *drawLog) frame() {
	if l.frames++; l.frames == 2 {
		close(l.begun)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.count > 0 {
		l.counts = append(l.counts, l.count)
	}
	l.count = 0
}

// take returns the draw calls of the frames since it was called last.
func (l *drawLog) take() []int {
	l.mu.Lock()
	defer l.mu.Unlock()
	counts := l.counts
	l.counts = nil
	return counts
}
