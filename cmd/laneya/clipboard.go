//go:build (linux && cgo) || (darwin && cgo) || windows

package main

import (
	"time"

	"golang.design/x/clipboard"

	"laneya/ui"
)

// pasteTime is how long the program that has what was copied is waited for.
const pasteTime = 300 * time.Millisecond

// systemClipboard is the clipboard that all programs share.
type systemClipboard struct{}

// openClipboard returns the system's clipboard, nil where there is none.
func openClipboard() ui.Clipboard {
	if clipboard.Init() != nil {
		return nil
	}
	return systemClipboard{}
}

// Read implements ui.Clipboard.
func (systemClipboard) Read() string {
	come := make(chan string, 1) // who is too late writes it all the same, and ends
	go func() { come <- string(clipboard.Read(clipboard.FmtText)) }()
	timer := time.NewTimer(pasteTime)
	defer timer.Stop()
	select {
	case text := <-come:
		return text
	case <-timer.C:
		return ""
	}
}

// Write implements ui.Clipboard.
func (systemClipboard) Write(text string) { clipboard.Write(clipboard.FmtText, []byte(text)) }
