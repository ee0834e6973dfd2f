package render

import (
	"math"
	"strconv"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/sprites"
)

// How long things are seen. Nothing waits for them.
const (
	actTime    = 180 * time.Millisecond // a blow, or being hurt
	burstTime  = 260 * time.Millisecond
	flightTime = 26 * time.Millisecond // for a field
	mostFlight = 280 * time.Millisecond
	numberTime = 900 * time.Millisecond
	addTime    = 350 * time.Millisecond // numbers that come so close add up
	fallTime   = 500 * time.Millisecond // of who died
)

// burstPicture is the picture of what bursts: pieces fly, and the ground shakes.
const burstPicture = "fx_burst"

const (
	maxEffects = 64 // that are seen at once
	rise       = 10 // pixels of the atlas that a number rises
)

// effect is a picture that is seen for a moment: at a field, or on its way from one
// to another.
type effect struct {
	art      sprites.ID
	from, to geom.Pos
	flies    bool
	wait     time.Duration // until it begins
	age      time.Duration
	lasts    time.Duration
}

// number is by how much somebody's health changed.
type number struct {
	id   string
	x, y float64 // in fields
	n    int
	age  time.Duration
}

// fallen is a figure that died, as it is seen for a moment more.
type fallen struct {
	figure figure
	age    time.Duration
}

// effects are what is seen of what happened. They come from confirmed updates only.
type effects struct {
	seen    uint64 // events so far
	began   bool
	all     []effect
	numbers []number
	fallen  []fallen
	digits  []byte // scratch of addNumber
	// deaths are entities that may have died in the update that is being taken over:
	// something befell them that had no number.
	deaths []string
}

// takeEvents takes over the events of st.
func (s *Scene) takeEvents(st *client.State) {
	fx := &s.effects
	events, count := st.EventsSince(fx.seen)
	fx.seen = count
	fx.deaths = fx.deaths[:0]
	if !fx.began {
		fx.began = true // what happened before is over
		return
	}
	if s.style.Calm {
		return
	}
	for i := range events {
		s.takeEvent(st, &events[i])
	}
}

func (s *Scene) takeEvent(st *client.State, e *protocol.Event) {
	s.aim(e)
	if f := s.cast.byID[e.By]; f != nil && e.By != e.On && (e.On != "" || e.To != nil) {
		f.act, f.acts = sprites.Attack, actTime
		f.face(e)
	}
	var arrives time.Duration
	if e.To != nil && e.At != nil {
		arrives = s.fly(e)
	}
	r := st.Content().Row(protocol.TableMessages, e.Code)
	if r == nil || r.Picture == "" || e.At == nil {
		return
	}
	if f := s.cast.byID[e.On]; f != nil && e.N > 0 && r.Tone != "good" {
		f.act, f.acts = sprites.Hurt, actTime
	}
	if e.On != "" && e.N == 0 {
		s.effects.deaths = append(s.effects.deaths, e.On)
	}
	if art, ok := sprites.ByKey(r.Picture); ok {
		at := geom.Pos{X: e.At.X, Y: e.At.Y}
		s.addEffect(effect{art: art, from: at, to: at, wait: arrives, lasts: burstTime})
		if r.Picture == burstPicture {
			s.burst(at, s.eyes.see(rgb{1, 0.8, 0.4}))
			s.felt(at)
		}
	}
}

// face turns a foe to where the event is.
func (f *figure) face(e *protocol.Event) {
	at := e.At
	if e.To != nil {
		at = e.To
	}
	if at != nil && at.X != int(math.Round(f.x)) {
		f.west = at.X < int(math.Round(f.x))
	}
}

// fly lets the picture of what the event names fly, and returns when it arrives.
func (s *Scene) fly(e *protocol.Event) time.Duration {
	art, ok := sprites.ByKey(e.Picture)
	if !ok {
		return 0
	}
	fx := effect{art: art, from: geom.Pos{X: e.At.X, Y: e.At.Y}, to: geom.Pos{X: e.To.X, Y: e.To.Y}, flies: true}
	d := fx.to.Sub(fx.from)
	fx.lasts = min(time.Duration(d.Chebyshev())*flightTime, mostFlight)
	if fx.lasts > 0 {
		s.addEffect(fx)
	}
	return fx.lasts
}

func (s *Scene) addEffect(e effect) {
	if len(s.effects.all) < maxEffects {
		s.effects.all = append(s.effects.all, e)
	}
}

// wound shows that the health of f changed by n.
func (s *Scene) wound(f *figure, n int) {
	fx := &s.effects
	for i := range fx.numbers {
		if m := &fx.numbers[i]; m.id == f.id && m.age < addTime && (m.n < 0) == (n < 0) {
			m.n += n
			m.age = 0
			m.x, m.y = f.x, f.y
			return
		}
	}
	if len(fx.numbers) < maxEffects {
		fx.numbers = append(fx.numbers, number{id: f.id, x: f.x, y: f.y, n: n})
	}
	if n < 0 && !s.style.Calm {
		f.act, f.acts = sprites.Hurt, actTime
		s.bleed(f, -n)
		s.struck(f, -n)
	}
}

// fell keeps f in the picture for a moment, if it died just now.
func (s *Scene) fell(f *figure) {
	if !f.drawn || len(s.effects.fallen) == maxEffects {
		return
	}
	for _, id := range s.effects.deaths {
		if id == f.id {
			s.effects.fallen = append(s.effects.fallen, fallen{figure: *f})
			if f.points > 0 {
				s.wound(f, -f.points)
			}
			return
		}
	}
}

// forget drops what is seen, as the level is another one.
func (fx *effects) forget() {
	fx.all, fx.numbers, fx.fallen = fx.all[:0], fx.numbers[:0], fx.fallen[:0]
}

// advance lets dt of time pass, and reports whether anything is or was seen.
func (fx *effects) advance(dt time.Duration) bool {
	busy := len(fx.all)+len(fx.numbers)+len(fx.fallen) > 0
	kept := fx.all[:0]
	for _, e := range fx.all {
		if e.wait > 0 {
			e.wait -= dt
		} else {
			e.age += dt
		}
		if e.age < e.lasts {
			kept = append(kept, e)
		}
	}
	fx.all = kept
	numbers := fx.numbers[:0]
	for _, n := range fx.numbers {
		if n.age += dt; n.age < numberTime {
			numbers = append(numbers, n)
		}
	}
	fx.numbers = numbers
	down := fx.fallen[:0]
	for _, f := range fx.fallen {
		if f.age += dt; f.age < fallTime {
			down = append(down, f)
		}
	}
	fx.fallen = down
	return busy
}

// addFallen puts those who died just now into the batch.
func (s *Scene) addFallen() {
	for i := range s.effects.fallen {
		f := &s.effects.fallen[i]
		c := s.lights.lit(f.figure.x, f.figure.y)
		left := 1 - float32(f.age)/float32(fallTime)
		s.put(&f.figure, f.figure.art+sprites.ID(sprites.Dead), f.figure.west, 0, -kindLift, c, left)
	}
}

// addEffects puts what flies and bursts, and the numbers, into the batch.
func (s *Scene) addEffects() {
	for i := range s.effects.all {
		e := &s.effects.all[i]
		if e.wait > 0 {
			continue
		}
		gone := float64(e.age) / float64(e.lasts)
		if !e.flies {
			s.icon(float64(e.from.X), float64(e.from.Y), e.art, rgb{1, 1, 1}, float32(1-gone*gone))
			continue
		}
		d := e.to.Sub(e.from)
		s.flying(float64(e.from.X)+float64(d.DX)*gone, float64(e.from.Y)+float64(d.DY)*gone, math.Atan2(float64(d.DY), float64(d.DX)), e.art)
	}
	for i := range s.effects.numbers {
		s.addNumber(&s.effects.numbers[i])
	}
}

// flying puts a picture that points to the east into the batch, turned by angle
// around its middle.
func (s *Scene) flying(x, y, angle float64, id sprites.ID) {
	v := &s.view
	src := sprites.Rect(id)
	half := float64(v.cell()) / 2
	mx, my := float64(v.device(x)-v.left)+half, float64(v.device(y)-v.top)+half
	sin, cos := math.Sincos(angle)
	s.figures.turned(mx, my, half, sin, cos, src)
}

// digitStep is how far apart the digits of a number are, in pixels of the atlas.
const digitStep = 6

func (s *Scene) addNumber(n *number) {
	v := &s.view
	ink := s.eyes.bad()
	text := s.effects.digits[:0]
	if n.n > 0 {
		text = append(text, '+')
		ink = s.eyes.good()
	}
	text = strconv.AppendInt(text, int64(n.n), 10)
	s.effects.digits = text
	gone := float64(n.age) / float64(numberTime)
	alpha := float32(min(1, 3*(1-gone)))
	up := int(math.Round(rise * (1 - (1-gone)*(1-gone)) * float64(v.zoom)))
	x := v.device(n.x) - v.left + (sprites.Size-digitStep*len(text))*v.zoom/2 - 4*v.zoom
	y := v.device(n.y) - v.top - 10*v.zoom - up
	size := float32(sprites.Size * v.zoom)
	for i, r := range text {
		s.figures.quad(float32(x+i*digitStep*v.zoom), float32(y), size, size, glyphRect(rune(r)), corners(ink), alpha)
	}
}
