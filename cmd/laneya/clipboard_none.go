//go:build !((linux && cgo) || (darwin && cgo) || windows)

package main

import "laneya/ui"

// openClipboard returns nil: the game keeps to a clipboard of its own here.
func openClipboard() ui.Clipboard { return nil }
