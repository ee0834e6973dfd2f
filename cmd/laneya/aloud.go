package main

import (
	"bytes"
	"io"
	"time"
)

// aloud writes lines beside the game, so that who reads them slowly, or no more, holds
// up nothing.
type aloud struct {
	lines chan []byte
	done  chan struct{}
}

// readAloud begins to write to out.
func readAloud(out io.Writer) *aloud {
	outliveReaders()
	a := &aloud{make(chan []byte, 256), make(chan struct{})}
	go func() {
		defer close(a.done)
		for line := range a.lines {
			_, _ = out.Write(line) // nobody is there to be told
		}
	}()
	return a
}

// Write implements io.Writer. What comes while far too much waits is left out.
func (a *aloud) Write(line []byte) (int, error) {
	select {
	case a.lines <- bytes.Clone(line):
	default:
	}
	return len(line), nil
}

// finish waits a moment until all is written.
func (a *aloud) finish() {
	close(a.lines)
	select {
	case <-a.done:
	case <-time.After(time.Second):
	}
}
