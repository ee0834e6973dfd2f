// Package synth makes sounds from their descriptions: text that says of what tones
// and noises an effect is made. The format is in sounds/_src/README.md.
//
// It calculates with integers only, because floating point may be rounded
// differently from one processor to the next: so the same description is the same
// sound everywhere.
package synth

import (
	"slices"
	"sync"
)

const (
	// Rate is the number of samples in a second.
	Rate = 48000
	// one is 1 as a fixed-point number: 24 bits behind the point.
	one = 1 << 24
	// pi is π as a fixed-point number.
	pi = 52707179
)

// samples returns how many samples a time takes, given in thousandths of a
// millisecond.
func samples(time int64) int { return int(time * Rate / (1000 * unit)) }

// mul multiplies two fixed-point numbers.
func mul(a, b int64) int64 { return a * b >> 24 }

// Pitch returns which note the sound is, in Hz; 0 if it isn't for music.
func (d *Description) Pitch() float64 { return float64(d.pitch) / unit }

// Release returns how many samples a note takes to die away when it is let go.
func (d *Description) Release() int { return samples(d.release) }

// Variants returns in how many ways the effect sounds, at least 1.
func (d *Description) Variants() int { return d.variants }

// Render makes one variant of an effect, from 1 on, as samples of 16 bits.
func (d *Description) Render(variant int) []int16 {
	scratch := mixes.Get().(*[]int64)
	defer mixes.Put(scratch)
	*scratch = slices.Grow((*scratch)[:0], samples(d.length))[:samples(d.length)]
	mix := *scratch
	clear(mix)
	chance := &dice{uint32(variant) * 2654435761}
	for _, l := range d.layers {
		if d.variants > 1 {
			l.vary(chance, d.spread)
		}
		l.addTo(mix, chance)
	}
	d.room.addTo(mix)
	removeDC(mix)
	fadeOut(mix)
	return scale(mix, d.peak)
}

// mixes are used again: a mix takes four times the memory of what is made of it.
var mixes = sync.Pool{New: func() any { return new([]int64) }}

// vary moves what a layer is made of by up to spread, up or down.
func (l *layer) vary(chance *dice, spread int64) {
	pitch := unit + chance.between(-spread, spread)
	l.from, l.to = l.from*pitch/unit, l.to*pitch/unit
	l.level += l.level * chance.between(-spread, spread) / unit
	l.at += l.at * chance.between(-2*spread, 2*spread) / unit
	l.decay += l.decay * chance.between(-spread, spread) / unit
}

// addTo adds the layer's sound to the mix.
func (l *layer) addTo(mix []int64, chance *dice) {
	begin := samples(l.at)
	if begin >= len(mix) {
		return
	}
	mix = mix[begin:]
	source := l.source(chance)
	env := newEnvelope(l.attack, l.decay)
	decay := max(samples(l.attack+l.decay), 1)
	for i := range mix {
		glide := min(int64(i)*one/int64(decay), one)
		frequency := l.from + mul(l.to-l.from, glide)
		mix[i] += mul(source(frequency), env.next()) * l.level / unit
	}
}

// source returns what makes the layer's next sample, given its frequency of
// the moment in thousandths of Hz.
func (l *layer) source(chance *dice) func(frequency int64) int64 {
	switch l.kind {
	case "tone":
		var phase uint32
		return func(frequency int64) int64 {
			phase += uint32(frequency << 32 / (Rate * unit))
			return sine(phase)
		}
	case "hiss":
		// Twice, so that little is left far above the band: it would hurt.
		var f, g filter
		width := l.width * one / unit
		return func(frequency int64) int64 {
			f.run(chance.noise(), frequency, width)
			g.run(mul(f.band, width), frequency, width)
			return mul(g.band, width)
		}
	default:
		var f filter
		return func(frequency int64) int64 {
			f.run(chance.noise(), frequency, one)
			return f.low
		}
	}
}

// An envelope rises in a straight line and then dies away, to a thousandth
// over the time of its decay.
type envelope struct {
	level, rise, fall int64
	rising            bool
}

func newEnvelope(attack, decay int64) *envelope {
	n := int64(max(samples(decay), 1))
	// 1024 to the power of -1/n, by the first terms of its series.
	x := 116287862 / n // ln(1024)
	fall := one - x + mul(x, x)/2 - mul(mul(x, x), x)/6
	return &envelope{rise: one / int64(samples(attack)+1), fall: fall, rising: true}
}

func (e *envelope) next() int64 {
	if !e.rising {
		e.level = mul(e.level, e.fall)
		return e.level
	}
	e.level += e.rise
	if e.level >= one-e.rise {
		e.rising = false
	}
	return e.level
}

// sine returns the sine of a phase whose whole range is one turn, by a
// polynomial that is off by less than 1/5000.
func sine(phase uint32) int64 {
	// The turn is from -2*one to 2*one; the outer quarters are folded in.
	x := int64(int32(phase)) >> 6
	if x > one {
		x = 2*one - x
	} else if x < -one {
		x = -2*one - x
	}
	square := mul(x, x)
	return mul(x, 26350745-mul(square, 10791596-mul(square, 1219874)))
}

// A dice gives numbers by chance, the same ones each time.
type dice struct{ state uint32 }

func (d *dice) next() uint32 {
	d.state ^= d.state << 13
	d.state ^= d.state >> 17
	d.state ^= d.state << 5
	return d.state
}

// noise returns a number between -1 and 1, as a fixed-point number.
func (d *dice) noise() int64 { return int64(int32(d.next())) >> 7 }

// between returns a number between low and high.
func (d *dice) between(low, high int64) int64 {
	return low + int64(d.next()>>8)*(high-low+1)>>24
}
