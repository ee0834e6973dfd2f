package render

import (
	"math"
	"time"

	"laneya/geom"
	"laneya/protocol"
	"laneya/sprites"
)

const (
	lunge     = 3.5 // pixels of the atlas that who strikes leaps forward
	recoil    = 3.0 // and that who is struck is thrown back
	flashTime = 70 * time.Millisecond
)

// toward turns f's moment, a blow or being hurt, to where it goes, a direction of
// length 1; nowhere where both places are one.
func (f *figure) toward(dx, dy float64) {
	d := math.Hypot(dx, dy)
	if d == 0 {
		f.kx, f.ky = 0, 0
		return
	}
	f.kx, f.ky = float32(dx/d), float32(dy/d)
}

// offset returns how far from its place f is drawn for its moment, in device pixels.
func (f *figure) offset(zoom int) (dx, dy int) {
	if f.acts <= 0 {
		return 0, 0
	}
	left := float64(f.acts) / float64(actTime)
	far := recoil * left * left
	if f.act == sprites.Attack {
		far = lunge * math.Sin(math.Pi*left)
	}
	far *= float64(zoom)
	return int(math.Round(far * float64(f.kx))), int(math.Round(far * float64(f.ky)))
}

// flashes reports whether f is drawn bright as it was struck just now.
func (f *figure) flashes() bool { return f.act == sprites.Hurt && f.acts > actTime-flashTime }

// aim turns who takes part in e towards and from each other.
func (s *Scene) aim(e *protocol.Event) {
	by, on := s.cast.byID[e.By], s.cast.byID[e.On]
	if by != nil && on != nil && by != on {
		by.toward(on.x-by.x, on.y-by.y)
		on.toward(on.x-by.x, on.y-by.y)
		return
	}
	at := e.At
	if e.To != nil {
		at = e.To
	}
	if by != nil && at != nil {
		by.toward(float64(at.X)-by.x, float64(at.Y)-by.y)
	}
}

// shake is how the window trembles after a heavy blow.
type shake struct {
	force float64 // from 0 to 1
	age   time.Duration
}

const (
	shakeTime  = 280 * time.Millisecond
	shakeReach = 4.0 // pixels of the atlas, at full force
	shakeBeats = 11  // to and fro a second
	heavyBlow  = 0.12
	burstReach = 7 // fields within which a burst is felt
)

// strike lets the window tremble, unless it trembles harder already.
func (s *Scene) strike(force float64) {
	if !s.style.Shake || s.style.Calm {
		return
	}
	if force = min(force, 1); force >= s.shake.left() {
		s.shake = shake{force: force}
	}
}

// struck lets the window tremble where the own hero lost so much of its health.
func (s *Scene) struck(f *figure, lost int) {
	if f.own && f.most > 0 && float64(lost) >= heavyBlow*float64(f.most) {
		s.strike(2.5 * float64(lost) / float64(f.most))
	}
}

// felt lets the window tremble for a burst near the own hero.
func (s *Scene) felt(at geom.Pos) {
	if own := s.cast.own; own != nil {
		if d := math.Hypot(float64(at.X)-own.x, float64(at.Y)-own.y); d < burstReach {
			s.strike(0.7 * (1 - d/burstReach))
		}
	}
}

func (k *shake) left() float64 { return k.force * max(1-float64(k.age)/float64(shakeTime), 0) }

// advance lets dt pass and returns how far the window is off, in device pixels.
func (k *shake) advance(dt time.Duration, zoom int) (dx, dy int) {
	if k.force == 0 {
		return 0, 0
	}
	k.age += dt
	far := k.left() * shakeReach * float64(zoom)
	if far == 0 {
		*k = shake{}
	}
	t := 2 * math.Pi * shakeBeats * k.age.Seconds()
	return int(math.Round(far * math.Sin(t))), int(math.Round(0.6 * far * math.Sin(1.3*t+1)))
}
