package main

import (
	"image"

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
	ebiten.SetWindowIcon(icons())
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

// icons are the window's picture in the sizes that desktops ask for.
func icons() []image.Image {
	var out []image.Image
	for zoom := 1; zoom <= 8; zoom *= 2 {
		out = append(out, enlarged(sprites.HeroSouth0, zoom))
	}
	return out
}

// enlarged returns a sprite with each pixel made a square of zoom pixels.
func enlarged(id sprites.ID, zoom int) image.Image {
	from := sprites.Rect(id)
	img := image.NewNRGBA(image.Rect(0, 0, from.Dx()*zoom, from.Dy()*zoom))
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			img.SetNRGBA(x, y, sprites.Sheet().NRGBAAt(from.Min.X+x/zoom, from.Min.Y+y/zoom))
		}
	}
	return img
}
