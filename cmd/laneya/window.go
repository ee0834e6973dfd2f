package main

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/internal/about"
	"laneya/settings"
	"laneya/sprites"
)

const (
	usualWidth, usualHeight = 1280, 800
	leastWidth, leastHeight = 800, 500
)

// openWindow says how the window is to be when the game runs.
func openWindow(o *options, last settings.Place) {
	ebiten.SetWindowTitle(about.Name)
	ebiten.SetWindowIcon(sprites.Icons())
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetWindowSizeLimits(leastWidth, leastHeight, -1, -1)
	ebiten.SetWindowClosingHandled(true)
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetRunnableOnUnfocused(true)
	w, h := usualWidth, usualHeight
	if o.geometry == (geometry{}) && putBack(last) {
		return
	}
	if o.geometry.w > 0 {
		w, h = o.geometry.w, o.geometry.h
	}
	ebiten.SetWindowSize(max(w, leastWidth), max(h, leastHeight))
	if o.geometry.placed {
		ebiten.SetWindowPosition(o.geometry.x, o.geometry.y)
	}
}

// putBack puts the window where it was last, if the monitor is still there and shows
// all of it.
func putBack(last settings.Place) bool {
	for _, m := range ebiten.AppendMonitors(nil) {
		w, h := m.Size()
		if m.Name() != last.Monitor || !image.Rect(last.X, last.Y, last.X+last.Width, last.Y+last.Height).In(image.Rect(0, 0, w, h)) || last.Width == 0 {
			continue
		}
		ebiten.SetMonitor(m)
		ebiten.SetWindowSize(max(last.Width, leastWidth), max(last.Height, leastHeight))
		ebiten.SetWindowPosition(last.X, last.Y)
		return true
	}
	return false
}
