// Package motion works out where things are drawn between two confirmed
// states: figures that walk from field to field, and the camera that follows
// one. It is presentation only, needs no display and knows no clock but the
// time it is told has passed.
//
// Places are in fields, as real numbers: a figure on the field (3, 4) is at
// 3, 4.
package motion

import (
	"math"
	"time"

	"laneya/geom"
)

const (
	// MaxBehind is how many fields a figure may be drawn behind its confirmed
	// field; one that is further behind is placed there.
	MaxBehind = 4

	// MaxSpeed is the greatest speed at which a figure walks, in fields per
	// step's time.
	MaxSpeed = 2.0

	startSpeed = 0.8 // of one that begins to walk: it leaves room for a late step
	minSpeed   = 0.7
	behind     = 1.3  // fields that a walking figure is behind on the whole
	gain       = 0.35 // how much each field more or less changes the speed
	speedLag   = 150 * time.Millisecond
	linger     = 150 * time.Millisecond // a stop this short doesn't end a walk
)

// Walker is where one figure is drawn. Steps that were confirmed arrive
// unevenly, after they crossed a network; it walks them at an even speed, a
// little behind, so that one that comes late doesn't make it stop.
//
// It is drawn on the way along the confirmed fields at all times. The zero
// value stands at 0, 0.
type Walker struct {
	way    [2*MaxBehind + 2]geom.Pos // way[0] to way[n], next to each other each
	n      int                       // steps of the way, 0 at rest
	at     float64                   // what is walked of the first step, 0 to less than 1
	speed  float64                   // fields per step's time
	rest   time.Duration             // for how long it has been at rest
	walked float64
}

// Place puts the figure on p at once and at rest.
func (w *Walker) Place(p geom.Pos) {
	w.way[0], w.n, w.at, w.rest = p, 0, 0, linger
}

// Goal returns the field that the figure is on or walks to, the last one
// confirmed.
func (w *Walker) Goal() geom.Pos { return w.way[w.n] }

// Confirm tells that the figure is on p now, having come from its former goal
// and faced that way when it arrived. It walks there, or is placed there where
// that is too far, which Confirm reports.
func (w *Walker) Confirm(p geom.Pos, facing geom.Dir) (placed bool) {
	from := w.Goal()
	d := p.Sub(from)
	switch {
	case d == (geom.Delta{}):
		return false
	case w.n == 1 && p == w.way[0]:
		w.way[0], w.way[1], w.at = w.way[1], w.way[0], 1-w.at
		return false
	case w.Remaining()+float64(d.Taxicab()) > MaxBehind:
		w.Place(p)
		return true
	}
	if w.n == 0 && (w.rest >= linger || w.speed < minSpeed) {
		w.speed = startSpeed
	}
	w.extend(p, facing)
	return false
}

// extend adds the steps to p, last those in the direction faced.
func (w *Walker) extend(p geom.Pos, facing geom.Dir) {
	vertical := facing == geom.North || facing == geom.South
	for w.Goal() != p {
		d := p.Sub(w.Goal())
		step := geom.Delta{DX: sign(d.DX)}
		if d.DX == 0 || d.DY != 0 && !vertical {
			step = geom.Delta{DY: sign(d.DY)}
		}
		w.n++
		w.way[w.n] = w.way[w.n-1].Add(step)
	}
}

func sign(n int) int { return max(-1, min(n, 1)) }

// Remaining returns how many fields there are still to walk.
func (w *Walker) Remaining() float64 { return float64(w.n) - w.at }

// Moving reports whether the figure has some way to go.
func (w *Walker) Moving() bool { return w.n > 0 }

// Advance lets dt of time pass for a figure that takes pace for a step. It
// returns on how many fields it began to step.
func (w *Walker) Advance(dt, pace time.Duration) (steps int) {
	if dt <= 0 || pace <= 0 {
		return 0
	}
	if w.n == 0 {
		w.rest = min(w.rest+dt, linger)
		return 0
	}
	want := min(max(minSpeed, 1+gain*(w.Remaining()-behind)), MaxSpeed)
	w.speed += (want - w.speed) * (1 - math.Exp(-float64(dt)/float64(speedLag)))
	length := min(w.speed*float64(dt)/float64(pace), w.Remaining())
	if w.at == 0 && w.rest > 0 {
		steps++
	}
	w.rest = 0
	w.walked += length
	w.at += length
	for w.n > 0 && w.at >= 1 {
		w.at--
		w.n--
		copy(w.way[:], w.way[1:w.n+2])
		if w.n > 0 {
			steps++
		}
	}
	if w.n == 0 {
		w.at, w.rest = 0, 1
	}
	return steps
}

// Pos returns where the figure is drawn.
func (w *Walker) Pos() (x, y float64) {
	d := w.Heading().Delta()
	return float64(w.way[0].X) + w.at*float64(d.DX), float64(w.way[0].Y) + w.at*float64(d.DY)
}

// Heading returns which way the figure walks now, Stop for one at rest.
func (w *Walker) Heading() geom.Dir {
	if w.n == 0 {
		return geom.Stop
	}
	step := w.way[1].Sub(w.way[0])
	for _, d := range geom.Dirs {
		if d.Delta() == step {
			return d
		}
	}
	return geom.Stop
}

// Onto returns the field that the figure steps onto now, the one it stands on
// when it is at rest.
func (w *Walker) Onto() geom.Pos { return w.way[min(w.n, 1)] }

// Walked returns how many fields the figure has walked in all.
func (w *Walker) Walked() float64 { return w.walked }
