package app

import "github.com/hajimehoshi/ebiten/v2"

// realWindow is Ebitengine's.
type realWindow struct{}

func (realWindow) Fullscreen() bool      { return ebiten.IsFullscreen() }
func (realWindow) SetFullscreen(on bool) { ebiten.SetFullscreen(on) }
func (realWindow) Closing() bool         { return ebiten.IsWindowBeingClosed() }
func (realWindow) Minimised() bool       { return ebiten.IsWindowMinimized() }
