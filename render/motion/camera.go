package motion

import (
	"math"
	"time"
)

const (
	cameraLag = 110 * time.Millisecond
	// still is less than half a device pixel at any zoom in use.
	still = 1.0 / 512
	// maxLag is how far, in fields, the camera is ever behind; a hero that is
	// placed further away is cut to.
	maxLag = 10
)

// Camera is the place in the middle of the window, in fields from the level's
// north-west corner.
type Camera struct{ X, Y float64 }

// Follow brings the camera nearer to x, y in dt of time, softly and without
// ever passing it; a camera that is too far off is set there. It reports
// whether the camera moved.
func (c *Camera) Follow(x, y float64, dt time.Duration) (moved bool) {
	if c.X == x && c.Y == y {
		return false
	}
	dx, dy := x-c.X, y-c.Y
	if d := math.Hypot(dx, dy); d < still || d > maxLag {
		c.X, c.Y = x, y
		return true
	}
	part := 1 - math.Exp(-float64(max(dt, 0))/float64(cameraLag))
	c.X += dx * part
	c.Y += dy * part
	return part > 0
}

// Within returns the place nearest to middle at which a window that shows view
// fields along one side shows nothing outside a level of that many fields; the
// level's middle where all of it fits.
func Within(middle, view, level float64) float64 {
	if level <= view {
		return level / 2
	}
	return min(max(middle, view/2), level-view/2)
}

// Leashed returns where the middle of a window goes from there for a hero at that
// place, who may be as much as leash away from it.
func Leashed(middle, hero, leash float64) float64 {
	return min(max(middle, hero-leash), hero+leash)
}

// Zoom returns how many device pixels a pixel of the pictures takes along each
// side, for a window of w by h device pixels on a desktop of that scale
// factor: what comes nearest to 28 by 17 fields of size pixels, and at least
// what makes a field easy to see.
func Zoom(w, h, size int, scale float64) int {
	fit := math.Min(float64(w)/float64(28*size), float64(h)/float64(17*size))
	least := 2.0
	if scale > 1 {
		least = 2 * scale
	}
	return int(math.Round(math.Max(fit, least)))
}
