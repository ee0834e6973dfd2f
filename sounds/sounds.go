// Package sounds plays laneya's effects: steps, blows, doors, voices of foes, the
// notes of the menu and of friends who come and go.
//
// Effects are named by the keys of the server's tables. They are made from their
// descriptions in _src when a Player is opened, which takes a moment; what isn't made
// yet isn't heard.
//
// A Player mixes up to 16 sounds into one stream for the sound card. Where
// there is none, or it goes away, everything works on in silence.
package sounds

import (
	"embed"
	"fmt"
	"math"
	"path"
	"strings"
	"sync"
	"sync/atomic"

	"laneya/sounds/synth"
)

//go:embed _src/*.synth _src/alias.txt
var files embed.FS

// An Effect is the key of a sound.
type Effect string

// The effects of the client's own.
const (
	Step    Effect = "step_stone" // on ground that has no sound of its own
	Bump    Effect = "bump"       // walked against something
	Click   Effect = "click"      // moved in a menu
	Confirm Effect = "confirm"    // chose something
	Join    Effect = "join"       // someone came
	Leave   Effect = "leave"      // someone went
)

// sound is one effect in all its variants.
type sound struct {
	name        string
	description *synth.Description
	once        sync.Once
	ready       atomic.Bool
	variants    [][]float32 // not to be read before ready
	played      atomic.Uint32
}

// make makes the sound, at the first call.
func (s *sound) make() {
	s.once.Do(func() {
		for v := range s.description.Variants() {
			samples := s.description.Render(v + 1)
			out := make([]float32, len(samples))
			for i, n := range samples {
				out[i] = float32(n) / (1 << 15)
			}
			s.variants = append(s.variants, out)
		}
		s.ready.Store(true)
	})
}

// next returns the next variant, so that neighbouring ones differ; nil before it is
// made.
func (s *sound) next() []float32 {
	if !s.ready.Load() {
		return nil
	}
	return s.variants[int(s.played.Add(1))%len(s.variants)]
}

// bank is all sounds by their keys, of which several may be one sound.
type bank map[Effect]*sound

// load reads all descriptions, once per process.
var load = sync.OnceValues(func() (bank, error) {
	b := bank{}
	entries, err := files.ReadDir("_src")
	if err != nil {
		return nil, fmt.Errorf("sounds: %w", err)
	}
	for _, e := range entries {
		key, ok := strings.CutSuffix(e.Name(), ".synth")
		if !ok {
			continue
		}
		text, err := files.ReadFile(path.Join("_src", e.Name()))
		if err != nil {
			return nil, fmt.Errorf("sounds: %w", err)
		}
		d, err := synth.Parse(string(text))
		if err != nil {
			return nil, fmt.Errorf("sounds: %s: %w", e.Name(), err)
		}
		b[Effect(key)] = &sound{name: key, description: d}
	}
	return b, b.alias()
})

// alias adds the keys that sound like others.
func (b bank) alias() error {
	text, err := files.ReadFile("_src/alias.txt")
	if err != nil {
		return fmt.Errorf("sounds: %w", err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		like := b[Effect(words[len(words)-1])]
		if len(words) != 2 || like == nil || b[Effect(words[0])] != nil {
			return fmt.Errorf("sounds: alias.txt: %q names no sound anew", line)
		}
		b[Effect(words[0])] = like
	}
	return nil
}

// Has reports whether there is a sound with that key.
func Has(e Effect) bool {
	b, _ := load()
	return b[e] != nil
}

// A Player plays effects. It may be used by several goroutines. A nil Player
// is silent.
type Player struct {
	mixer mixer
	err   error     // why there will be no sound at all
	plug  *plug     // the way to the sound card; nil where there is none
	once  sync.Once // Close
	made  sync.WaitGroup
	stop  atomic.Bool // no more sounds need to be made
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
	if b, _ := load(); p.err == nil {
		p.made.Go(func() {
			for _, s := range b {
				if p.stop.Load() {
					return
				}
				s.make()
			}
		})
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
// nearest to its end makes room. A key that there is no sound of is silent.
func (p *Player) Play(e Effect, gain, pan float64) {
	if p == nil {
		return
	}
	// What nobody hears now must not be heard later, all at once.
	if p.plug != nil && !p.plug.playing.Load() || p.Err() != nil {
		return
	}
	b, _ := load()
	s := b[e]
	if s == nil {
		return
	}
	samples := s.next()
	if samples == nil {
		return
	}
	// Equal power: as loud in the middle as at the sides.
	angle := (limit(pan, -1, 1) + 1) * math.Pi / 4
	gain = limit(gain, 0, 1)
	p.mixer.add(samples, float32(gain*math.Cos(angle)), float32(gain*math.Sin(angle)))
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
		p.stop.Store(true)
		if p.plug != nil {
			p.plug.pull()
		}
		p.made.Wait()
	})
}

// limit brings v between low and high; what is no number counts as the middle.
func limit(v, low, high float64) float64 {
	if math.IsNaN(v) {
		return (low + high) / 2
	}
	return min(max(v, low), high)
}
