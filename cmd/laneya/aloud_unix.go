//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// outliveReaders lets the program go on when nobody reads its standard output any more,
// of which it would die.
func outliveReaders() { signal.Ignore(syscall.SIGPIPE) }
