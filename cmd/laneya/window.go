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
	if o.geometry == (geometry{}) && putBack(last) {
		return
	}
	size := usualSize(ebiten.Monitor().Size())
	if o.geometry.w > 0 {
		size = image.Pt(o.geometry.w, o.geometry.h)
	}
	ebiten.SetWindowSize(max(size.X, leastWidth), max(size.Y, leastHeight))
	if o.geometry.placed {
		ebiten.SetWindowPosition(o.geometry.x, o.geometry.y)
	}
}

// usualSize returns the size of a window that nobody has sized yet, on a monitor of w×h:
// one that goes beyond it has its menus out of reach where nothing moves it back.
func usualSize(w, h int) image.Point {
	return image.Pt(min(usualWidth, w), min(usualHeight, h))
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
