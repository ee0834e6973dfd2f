package render

import (
	"math"
	"time"
)

// Quality is how much is strewn about, and how often what moves by itself does.
type Quality uint8

// The qualities.
const (
	High Quality = iota
	Medium
	Low
)

// beats are how long a picture of what moves by itself stays, by quality; 0 where
// nothing does.
var beats = [...]time.Duration{High: 120 * time.Millisecond, Medium: 240 * time.Millisecond, Low: 0}

// ambientFor is how long after something happened flames and water move on. A cave in
// which nothing happens comes to rest and costs nothing.
const ambientFor = 4 * time.Second

// ambience is what moves although nothing happens: flames, water, air. It shows only
// where somebody looks.
type ambience struct {
	looked bool // somebody looks at the window
	beat   time.Duration
	quiet  time.Duration // since something happened
	now    time.Duration // of flames and water
	shown  time.Duration // when they were last seen to move
	alone  bool          // nothing else did in the last Update
}

// Look tells whether somebody looks at the window.
func (s *Scene) Look(on bool) { s.ambience.looked = on }

// Stir lets what moves by itself go on for a while more.
func (s *Scene) Stir() { s.ambience.quiet = 0 }

// Drifts reports whether nothing but what moves by itself did in the last Update.
func (s *Scene) Drifts() bool { return s.ambience.alone }

// moves reports whether things move by themselves now.
func (a *ambience) moves() bool { return a.looked && a.beat > 0 && a.quiet < ambientFor }

// advance lets dt pass. Something happened where busy is set. It reports whether
// another picture is due.
func (a *ambience) advance(dt time.Duration, busy bool) bool {
	if a.quiet += dt; busy {
		a.quiet = 0
	}
	if !a.moves() {
		return false
	}
	a.now += dt
	if busy {
		a.shown = a.now
		return false // it is drawn anyway
	}
	if a.now-a.shown < a.beat {
		return false
	}
	a.shown = a.now
	return true
}

// seconds returns the time of flames and water.
func (a *ambience) seconds() float64 { return a.now.Seconds() }

// How much light flames and the lantern have more or less while they flicker: far less
// than what counts as a flash.
const flameFlicker, lanternFlicker = 0.09, 0.035

// wave returns a number from -1 to 1 that changes with time t as flames do.
func wave(t, phase float64) float32 {
	return float32(0.5*math.Sin(5.1*t+phase) + 0.3*math.Sin(11.7*t+2.3*phase) + 0.2*math.Sin(17.9*t+4.1*phase))
}

// flicker sets how bright flames and lanterns are. Before anything moves they are as
// bright as can be told of them.
func (s *Scene) flicker() {
	l := &s.lights
	l.flames = [glowGroups]float32{1, 1, 1}
	l.ownFlame = 1
	if s.style.Calm || s.ambience.now == 0 || s.style.Quality == Low {
		return
	}
	t := s.ambience.seconds()
	l.flames[firstFlames] += flameFlicker * wave(t, 0.4)
	l.flames[otherFlames] += flameFlicker * wave(t, 2.9)
	l.ownFlame += lanternFlicker * wave(0.7*t, 1.7)
}
