//go:build !linux

package main

// The window is measured on Linux only, where a screen without a monitor and
// the processes' figures are to be had.

func (b *bench) draws() ([]row, error) {
	return []row{{what: "draw calls for a frame", ours: unmeasured}}, nil
}

func (b *bench) window() ([]row, error) {
	return []row{{what: "the window's start, memory and processor time", ours: unmeasured}}, nil
}
