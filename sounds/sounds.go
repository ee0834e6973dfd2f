// Package sounds plays laneya's effects: steps, blows, doors, voices of foes, the
// notes of the menu and of friends who come and go.
//
// Effects are named by the keys of the server's tables. They are made from their
// descriptions in _src when they are first played, in the background, which takes a few
// milliseconds.
//
// Under the effects lie the ambience of the place, and music that follows danger and
// depth: a Mood says which.
//
// A Player mixes up to 16 effects, and what lies under them, into one stream for the
// sound card. Where there is none, or it goes away, everything works on in silence.
//
// The goroutine of the card reads what a Player mixes. It shares with others only what
// the mixer's lock guards: the effects that play, the volumes, and which ambience and
// tune are wanted, which are never changed once made. How far those have come, and how
// loud they are on the way to what is wanted, belongs to the card's goroutine alone.
package sounds

import (
	"embed"
	"math"
	"sync"
	"sync/atomic"

	"laneya/sounds/synth"
)

//go:embed _src/*.synth _src/alias.txt _src/music _src/ambience
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
	variants    [][]int16 // not to be read before ready
	played      atomic.Uint32
}

// make makes the sound, at the first call.
func (s *sound) make() {
	s.once.Do(func() {
		for v := range s.description.Variants() {
			s.variants = append(s.variants, s.description.Render(v+1))
		}
		s.ready.Store(true)
	})
}

// next returns the next variant, so that neighbouring ones differ; nil before it is
// made.
func (s *sound) next() []int16 {
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
	err := texts("", ".synth", func(key, text string) error {
		d, err := synth.Parse(text)
		b[Effect(key)] = &sound{name: key, description: d}
		return err
	})
	if err != nil {
		return nil, err
	}
	return b, b.alias()
})

// alias adds the keys that sound like others.
func (b bank) alias() error {
	return texts("", "alias.txt", func(_, text string) error {
		return pairsOf(text, func(key, sounds string) bool {
			like := b[Effect(sounds)]
			if like == nil || b[Effect(key)] != nil {
				return false
			}
			b[Effect(key)] = like
			return true
		})
	})
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

	orders chan func() // what is to be made
	made   sync.WaitGroup
	stop   chan struct{} // nothing more needs to be made
}

// Open returns a Player on the system's sound card. It returns at once; the
// card is opened in the background, and until it is there and where there is
// none, the Player is silent. It looks for one again from time to time. There may
// be several, one after the other or together.
func Open() *Player {
	p := newPlayer()
	if p.err == nil {
		p.plug = connect(&p.mixer, openCard)
	}
	p.made.Go(p.work)
	return p
}

// maxOrders is how many things may wait to be made.
const maxOrders = 32

// work makes what is ordered, one thing after the other.
func (p *Player) work() {
	for {
		select {
		case order := <-p.orders:
			order()
		case <-p.stop:
			return
		}
	}
}

// order has something made in the background, unless so much waits for that already.
// What is wanted for as long as one is at a place may wait longer than an effect.
func (p *Player) order(most int, make func()) {
	if len(p.orders) >= most {
		return
	}
	select {
	case p.orders <- make:
	default:
	}
}

// newPlayer returns a Player that nobody listens to.
func newPlayer() *Player {
	p := &Player{orders: make(chan func(), maxOrders), stop: make(chan struct{})}
	p.mixer.volume = Volumes{1, 1, 1, 1}
	if _, p.err = load(); p.err == nil {
		_, p.err = set()
	}
	return p
}

// Play starts an effect. gain is its loudness from 0 to 1; pan is where it
// comes from, -1 for left, 0 for ahead and 1 for right. Numbers beyond these
// are brought back to them. When too much plays already, the sound that is
// nearest to its end makes room. A key that there is no sound of is silent.
func (p *Player) Play(e Effect, gain, pan float64) { p.play(e, gain, pan, false) }

// throughWalls is what is left of a sound's loudness behind a wall, besides what is
// lost of its high tones.
const throughWalls = 0.7

// PlayDull is Play for what is heard through a wall or a closed door: duller, and not
// as loud.
func (p *Player) PlayDull(e Effect, gain, pan float64) { p.play(e, gain*throughWalls, pan, true) }

func (p *Player) play(e Effect, gain, pan float64, dull bool) {
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
	// Equal power: as loud in the middle as at the sides.
	angle := (limit(pan, -1, 1) + 1) * math.Pi / 4
	gain = limit(gain, 0, 1)
	left, right := float32(gain*math.Cos(angle)), float32(gain*math.Sin(angle))
	if samples := s.next(); samples != nil {
		p.mixer.add(voice{rest: samples, left: left, right: right, dull: dull})
		return
	}
	p.order(maxOrders/2, func() {
		s.make()
		p.mixer.add(voice{rest: s.next(), left: left, right: right, dull: dull})
	})
}

// SetVolumes sets how loud things are; at first each is 1. Numbers beyond 0 and 1 are
// brought back to them.
func (p *Player) SetVolumes(v Volumes) {
	if p != nil {
		p.mixer.setVolumes(v.within())
	}
}

// SetMood says what is to lie under the effects from now on. It comes and goes by and
// by.
func (p *Player) SetMood(m Mood) {
	if p == nil {
		return
	}
	all, err := set()
	if err != nil {
		return
	}
	s := all.scene(m)
	p.mixer.setScene(s)
	if a := s.ambience; a != nil && !a.made.Load() {
		p.order(maxOrders, a.make)
	}
	if t := s.tune; t != nil && t.made.Load() == nil {
		p.order(maxOrders, func() { all.make(t) })
	}
}

// Err returns why nothing is heard at present, or nil where all is well, or not known
// yet.
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
		close(p.stop)
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
