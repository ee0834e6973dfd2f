package app

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"

	"laneya/lang"
)

// TestSentencesOfErrors makes sentences of what a system and package protocol complain of.
func TestSentencesOfErrors(t *testing.T) {
	t.Cleanup(func() { lang.Use(nil) })
	german := lang.For("de")
	lang.Use(german)
	for _, c := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("it failed: %w", &fs.PathError{Op: "open", Path: "/x/y", Err: syscall.EACCES}), "It failed: /x/y: " + german.Text("that isn't allowed") + "."},
		{&fs.PathError{Op: "write", Path: "/x", Err: syscall.ENOSPC}, "/x: " + german.Text("the disk is full") + "."},
		{&fs.PathError{Op: "write", Path: "/x", Err: errors.New("gone")}, "Write /x: gone."},
		{errors.New("the connection is closed"), asSentence(german.Text("the connection is closed"))},
	} {
		if got := sentence(c.err); got != c.want {
			t.Errorf("it says %q, not %q", got, c.want)
		}
	}
}
