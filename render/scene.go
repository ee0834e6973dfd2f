// Package render draws what the player may know: the level, lit by lanterns,
// and who walks on it. It reads a client.State and changes nothing but its own
// caches.
package render

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
)

// Scene shows a client.State in a window. It belongs to the goroutine that
// runs the game loop.
type Scene struct {
	labels []Label
	steps  []Footstep
}

// Footstep is a step that a figure began to draw, for sounds.
type Footstep struct {
	Pos geom.Pos // the field it steps onto
	Own bool     // it is the player's own hero
}

// Label is a name to be drawn over a figure.
type Label struct {
	X, Y   float64 // the middle of the lower edge of the text, in device pixels
	Text   string
	Own    bool // it is the player's own hero
	Asleep bool // its player is away
}

// NewScene returns a Scene that shows nothing until its first Update. It may
// be called before the game loop runs.
func NewScene() *Scene { return &Scene{} }

// Resize tells how large the window is, in device pixels, and how many device
// pixels make one of the size that the desktop is set to.
func (s *Scene) Resize(w, h int, scale float64) {}

// Update lets dt of time pass in the picture and takes over what changed in
// st. It reports whether the picture is now another one, so that it has to be
// drawn.
func (s *Scene) Update(st *client.State, dt time.Duration) (dirty bool) { return false }

// Draw draws the picture as of the last Update over the whole of dst.
func (s *Scene) Draw(dst *ebiten.Image, st *client.State) {}

// Footsteps returns the steps that began in the last Update. The slice is
// good until the next one.
func (s *Scene) Footsteps() []Footstep { return s.steps }

// Labels returns the names of the heroes in the picture as of the last Update,
// from the far ones to the near. The slice is good until the next one.
func (s *Scene) Labels() []Label { return s.labels }

// Zoom returns how many device pixels a pixel of the pictures takes along each
// side; it is at least 1.
func (s *Scene) Zoom() int { return 1 }
