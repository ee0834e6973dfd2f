// Package sounds plays laneya's effects: steps on stone, a bump, the notes of
// the menu and of friends who come and go.
//
// A Player mixes up to 16 sounds into one stream for the sound card. Where
// there is none, or it goes away, everything works on in silence.
package sounds

import (
	"embed"
	"fmt"
	"math"
	"sync"
)

//go:generate go run ../internal/soundgen

// The sounds are made from _src, which the embedding leaves out.
//
//go:embed *.wav
var files embed.FS

// An Effect is one of the sounds that a Player can play.
type Effect uint8

// The effects. The four steps are the same foot on the same stone; Step picks
// among them.
const (
	Step1 Effect = iota
	Step2
	Step3
	Step4
	Bump    // walked against something
	Click   // moved in a menu
	Confirm // chose something
	Join    // someone came
	Leave   // someone went

	effects = iota
)

var fileNames = [effects]string{
	Step1: "step1.wav", Step2: "step2.wav", Step3: "step3.wav", Step4: "step4.wav",
	Bump: "bump.wav", Click: "click.wav", Confirm: "confirm.wav", Join: "join.wav", Leave: "leave.wav",
}

// Step returns the sound of the n-th step, so that neighbouring steps differ.
func Step(n uint64) Effect {
	// Every order of the four follows another, none begins as the last ended.
	const order = "\x00\x02\x01\x03\x00\x01\x03\x02\x01\x00\x03\x02"
	return Step1 + Effect(order[n%uint64(len(order))])
}

// load decodes all effects, once per process.
var load = sync.OnceValues(func() ([effects][]float32, error) {
	var all [effects][]float32
	for e, name := range fileNames {
		data, err := files.ReadFile(name)
		if err != nil {
			return all, fmt.Errorf("sounds: %w", err)
		}
		if all[e], err = decodeWAV(data); err != nil {
			return all, fmt.Errorf("sounds: %s: %w", name, err)
		}
	}
	return all, nil
})

// A Player plays effects. It may be used by several goroutines. A nil Player
// is silent.
type Player struct {
	mixer mixer
	err   error     // why there will be no sound at all
	plug  *plug     // the way to the sound card; nil where there is none
	once  sync.Once // Close
}

// Open returns a Player on the system's sound card. It returns at once; the
// card is opened in the background, and until it is there and where there is
// none, the Player is silent. There may be several, one after the other or
// together.
func Open() *Player {
	p := newPlayer()
	if p.err == nil {
		p.plug, p.err = connect(&p.mixer)
	}
	return p
}

// newPlayer returns a Player that nobody listens to.
func newPlayer() *Player {
	p := &Player{}
	p.mixer.volume = 1
	_, p.err = load()
	return p
}

// Play starts an effect. gain is its loudness from 0 to 1; pan is where it
// comes from, -1 for left, 0 for ahead and 1 for right. Numbers beyond these
// are brought back to them. When too much plays already, the sound that is
// nearest to its end makes room.
func (p *Player) Play(e Effect, gain, pan float64) {
	if p == nil || e >= effects {
		return
	}
	// What nobody hears now must not be heard later, all at once.
	if p.plug != nil && !p.plug.playing.Load() || p.Err() != nil {
		return
	}
	all, _ := load()
	// Equal power: as loud in the middle as at the sides.
	angle := (limit(pan, -1, 1) + 1) * math.Pi / 4
	gain = limit(gain, 0, 1)
	p.mixer.add(all[e], float32(gain*math.Cos(angle)), float32(gain*math.Sin(angle)))
}

// SetVolume sets how loud everything is, from 0 to 1; at first it is 1.
func (p *Player) SetVolume(volume float64) {
	if p != nil {
		p.mixer.setVolume(float32(limit(volume, 0, 1)))
	}
}

// Err returns why nothing is heard, or nil where all is well, or not known yet.
func (p *Player) Err() error {
	switch {
	case p == nil:
		return nil
	case p.plug == nil:
		return p.err
	}
	return p.plug.err()
}

// Close ends all sound of this Player. It may be called more than once.
func (p *Player) Close() {
	if p == nil {
		return
	}
	p.once.Do(func() {
		if p.plug != nil {
			p.plug.pull()
		}
	})
}

// limit brings v between low and high; what is no number counts as the middle.
func limit(v, low, high float64) float64 {
	if math.IsNaN(v) {
		return (low + high) / 2
	}
	return min(max(v, low), high)
}
