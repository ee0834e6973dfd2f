package main

import (
	"github.com/hajimehoshi/ebiten/v2"

	"laneya/internal/about"
	"laneya/sprites"
)

const (
	usualWidth, usualHeight = 1280, 800
	leastWidth, leastHeight = 800, 500
)

// openWindow says how the window is to be when the game runs.
func openWindow(o *options) {
	ebiten.SetWindowTitle(about.Name)
	ebiten.SetWindowIcon(sprites.Icons())
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetWindowSizeLimits(leastWidth, leastHeight, -1, -1)
	ebiten.SetWindowClosingHandled(true)
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetRunnableOnUnfocused(true)
	w, h := usualWidth, usualHeight
	if o.geometry.w > 0 {
		w, h = o.geometry.w, o.geometry.h
	}
	ebiten.SetWindowSize(max(w, leastWidth), max(h, leastHeight))
	if o.geometry.placed {
		ebiten.SetWindowPosition(o.geometry.x, o.geometry.y)
	}
}
