package score

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"laneya/sounds/synth"
)

// A Tune is a piece of music that is ready to be played. It is never changed once made.
type Tune struct {
	frames int // that it lasts
	events []event
	lines  []tuneLine
	layers []tuneLayer
	level  float32
}

type tuneLayer struct {
	name string
	when [6]float32 // how loud, in the order of levelWords
}

// A tuneLine is one voice of a layer.
type tuneLine struct {
	layer       int
	voice       *voice
	left, right float32
}

// A voice is what notes are played with.
type voice struct {
	samples []int16
	release float32 // what is left after one frame of a note that was let go
}

// An event is a note that begins, or where step is 0 the end of what its line plays.
type event struct {
	at   int
	line int
	step uint64 // through the voice's samples in each frame, as 32.32 bits
	loud float32
}

// A Library makes the voices of tunes; those of a name are made once.
type Library struct {
	find   func(name string) (*synth.Description, error)
	voices map[string]*voice
	pitch  map[string]float64 // at which each step is one sample
}

// NewLibrary returns a Library of the voices that find describes.
func NewLibrary(find func(name string) (*synth.Description, error)) *Library {
	return &Library{find: find, voices: map[string]*voice{}, pitch: map[string]float64{}}
}

func (l *Library) voice(name string) (*voice, float64, error) {
	if v := l.voices[name]; v != nil {
		return v, l.pitch[name], nil
	}
	d, err := l.find(name)
	if err != nil {
		return nil, 0, err
	}
	if d.Pitch() == 0 {
		return nil, 0, fmt.Errorf("%s has no pitch", name)
	}
	v := &voice{samples: halve(d.Render(1)), release: float32(math.Exp(math.Log(0.001) / float64(max(d.Release(), 480))))}
	l.voices[name], l.pitch[name] = v, 2*d.Pitch()
	return v, l.pitch[name], nil
}

// halve leaves every second sample: voices have nothing so high that it would miss.
func halve(samples []int16) []int16 {
	out := make([]int16, 0, len(samples)/2)
	for i := 0; i+2 < len(samples); i += 2 {
		out = append(out, int16((int(samples[i])+2*int(samples[i+1])+int(samples[i+2]))/4))
	}
	return out
}

// Arrange makes the Tune of a score.
func (s *Score) Arrange(voices *Library) (*Tune, error) {
	bar := int(math.Round(synth.Rate * 60 * float64(s.beats) / s.tempo))
	t := &Tune{frames: bar * s.bars, level: float32(s.level)}
	for i := range s.layers {
		l := &s.layers[i]
		tl := tuneLayer{name: l.name}
		for j, word := range levelWords {
			tl.when[j] = float32(l.when[word])
		}
		t.layers = append(t.layers, tl)
		for j := range l.lines {
			if err := t.arrange(s, i, &l.lines[j], bar, voices); err != nil {
				return nil, fmt.Errorf("layer %s: %w", l.name, err)
			}
		}
	}
	slices.SortStableFunc(t.events, func(a, b event) int { return cmp.Compare(a.at, b.at) })
	return t, nil
}

// arrange adds the notes of a line.
func (t *Tune) arrange(s *Score, layer int, l *line, bar int, voices *Library) error {
	v, base, err := voices.voice(l.voice)
	if err != nil {
		return err
	}
	angle := l.pan * math.Pi / 2
	level := l.level / (1 << 15)
	t.lines = append(t.lines, tuneLine{layer, v, float32(level * math.Cos(angle)), float32(level * math.Sin(angle))})
	line := len(t.lines) - 1
	for i := range s.bars {
		tokens := l.bars[i%len(l.bars)]
		for j, token := range tokens {
			at := i*bar + j*bar/len(tokens)
			pitches, loud, err := chord(token)
			if err != nil {
				return err
			}
			if token != holds {
				t.events = append(t.events, event{at: at, line: line})
			}
			for k, p := range pitches {
				// Hands are not exact, and strings of a chord are struck one by one.
				hand := uint32(len(t.events)) * 2654435761 >> 16
				late := k*synth.Rate/60 + int(hand%500)
				step := p / base
				if step < 0.1 || step > 2 {
					return fmt.Errorf("%s can't play %s", l.voice, token)
				}
				t.events = append(t.events, event{
					at: min(at+late, t.frames-1), line: line, step: uint64(step * (1 << 32)),
					loud: float32(loud * stress(j, len(tokens)) * (0.85 + 0.15*float64(hand%97)/96)),
				})
			}
		}
	}
	return nil
}

// stress returns how loud the word at that place of a bar of n is: the first is the
// loudest, and what lies between beats the softest.
func stress(at, n int) float64 {
	switch {
	case at == 0:
		return 1
	case 2*at == n:
		return 0.93
	case at%2 == 0:
		return 0.87
	}
	return 0.78
}

// Frames returns how long the piece is until it begins anew, at synth.Rate.
func (t *Tune) Frames() int { return t.frames }

// Layers returns the names of the piece's layers.
func (t *Tune) Layers() (names []string) {
	for i := range t.layers {
		names = append(names, t.layers[i].name)
	}
	return names
}

// Danger says what a hero has to fear.
type Danger uint8

// The dangers.
const (
	Calm  Danger = iota
	Wary         // foes are in sight
	Fight        // and do harm
)

// Levels are how loud each layer of a piece is.
type Levels [maxLayers]float32

// Levels returns how loud the layers are in a danger at a depth: below 0 for the camp,
// otherwise from 0, where the caves begin, to 1, far down.
func (t *Tune) Levels(danger Danger, depth float64) (levels Levels) {
	for i := range t.layers {
		when := &t.layers[i].when
		place := when[3]
		if !(depth < 0) {
			deep := float32(min(depth, 1))
			place = when[4]*(1-deep) + when[5]*deep
		}
		levels[i] = when[min(danger, Fight)] * place
	}
	return levels
}

// Only returns levels at which only the layer with that name sounds; all do for "".
func (t *Tune) Only(name string) (levels Levels) {
	for i := range t.layers {
		if name == "" || t.layers[i].name == name {
			levels[i] = 1
		}
	}
	return levels
}
