package sounds

import (
	"fmt"
	"path"
	"strings"
	"sync"
	"sync/atomic"

	"laneya/sounds/score"
	"laneya/sounds/synth"
)

// Volumes are how loud things are, each from 0 to 1. All but Master are of its share.
type Volumes struct{ Master, Effects, Ambience, Music float64 }

// within returns v with every number brought between 0 and 1.
func (v Volumes) within() Volumes {
	for _, n := range []*float64{&v.Master, &v.Effects, &v.Ambience, &v.Music} {
		*n = limit(*n, 0, 1)
	}
	return v
}

// A Tune is a piece of music.
type Tune string

// The pieces.
const (
	NoTune     Tune = ""
	TitleTune  Tune = "title"
	WorldsTune Tune = "caves"
)

// Danger says what a hero has to fear.
type Danger = score.Danger

// The dangers.
const (
	Calm  = score.Calm
	Wary  = score.Wary
	Fight = score.Fight
)

// A Mood is what lies under the effects: what kind of place one hears, and the music
// for it.
type Mood struct {
	// Ambience is the key of a place's ambience, as the server's table of levels has
	// it. "" is silence, and what there is no ambience of sounds like Caves.
	Ambience string
	Tune     Tune
	Danger   Danger
	Depth    float64 // below 0 for the camp, then from 0 to 1
}

// Ambiences of the client's own.
const (
	Caves = "ambience_caves"
	Camp  = "ambience_camp"
)

// ambience is the sound of a kind of place.
type ambience struct {
	description *synth.Ambience
	once        sync.Once
	made        atomic.Bool
	samples     []int16 // not to be read before it is made
}

func (a *ambience) make() {
	a.once.Do(func() {
		a.samples = a.description.Render()
		a.made.Store(true)
	})
}

// loop returns the samples, nil for no ambience and before it is made.
func (a *ambience) loop() []int16 {
	if a == nil || !a.made.Load() {
		return nil
	}
	return a.samples
}

// tune is a piece of music.
type tune struct {
	score *score.Score
	once  sync.Once
	made  atomic.Pointer[score.Tune]
}

// ready returns what can be played, nil for no tune and before it is made.
func (t *tune) ready() *score.Tune {
	if t == nil {
		return nil
	}
	return t.made.Load()
}

// stage is all that can lie under the effects.
type stage struct {
	ambiences map[string]*ambience // by key, of which several may be one ambience
	tunes     map[Tune]*tune

	mu     sync.Mutex // guards voices
	voices *score.Library
}

// make makes a tune's notes and voices, at the first call.
func (s *stage) make(t *tune) {
	t.once.Do(func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		// A test arranges each piece; one that can't be is not heard.
		if made, err := t.score.Arrange(s.voices); err == nil {
			t.made.Store(made)
		}
	})
}

// describe reads the description of a sound in a folder.
func describe(folder, name string) (*synth.Description, error) {
	file := path.Join("_src", folder, name+".synth")
	text, err := files.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("sounds: %w", err)
	}
	d, err := synth.Parse(string(text))
	if err != nil {
		return nil, fmt.Errorf("sounds: %s: %w", file, err)
	}
	return d, nil
}

// texts calls do with the name and the text of each file in a folder that ends so.
func texts(folder, end string, do func(name, text string) error) error {
	entries, err := files.ReadDir(path.Join("_src", folder))
	if err != nil {
		return fmt.Errorf("sounds: %w", err)
	}
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), end)
		if !ok {
			continue
		}
		text, err := files.ReadFile(path.Join("_src", folder, e.Name()))
		if err == nil {
			err = do(name, string(text))
		}
		if err != nil {
			return fmt.Errorf("sounds: %s: %w", e.Name(), err)
		}
	}
	return nil
}

// set reads all ambiences and scores, once per process.
var set = sync.OnceValues(func() (*stage, error) {
	s := &stage{ambiences: map[string]*ambience{}, tunes: map[Tune]*tune{}}
	s.voices = score.NewLibrary(func(name string) (*synth.Description, error) { return describe("music", name) })
	err := texts("ambience", ".ambience", func(name, text string) error {
		a, err := synth.ParseAmbience(text, func(name string) *synth.Description {
			d, _ := describe("ambience", name)
			return d
		})
		s.ambiences[ambienceKey(name)] = &ambience{description: a}
		return err
	})
	if err != nil {
		return nil, err
	}
	err = texts("music", ".score", func(name, text string) error {
		piece, err := score.Parse(text)
		s.tunes[Tune(name)] = &tune{score: piece}
		return err
	})
	if err != nil {
		return nil, err
	}
	return s, texts("ambience", "alias.txt", func(_, text string) error {
		return pairsOf(text, func(key, like string) bool {
			a := s.ambiences[ambienceKey(like)]
			if a == nil || s.ambiences[ambienceKey(key)] != nil {
				return false
			}
			s.ambiences[ambienceKey(key)] = a
			return true
		})
	})
})

func ambienceKey(name string) string { return "ambience_" + name }

// pairsOf calls take with the two words of each line, and fails where it says false.
func pairsOf(text string, take func(key, like string) bool) error {
	for _, line := range strings.Split(text, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		if len(words) != 2 || !take(words[0], words[1]) {
			return fmt.Errorf("%q names no sound anew", line)
		}
	}
	return nil
}

// HasAmbience reports whether there is an ambience with that key.
func HasAmbience(key string) bool {
	s, err := set()
	return err == nil && s.ambiences[key] != nil
}

// scene returns what is wanted in a mood.
func (s *stage) scene(m Mood) scene {
	a := s.ambiences[m.Ambience]
	if a == nil && m.Ambience != "" {
		a = s.ambiences[Caves]
	}
	return scene{a, s.tunes[m.Tune], m.Danger, limit(m.Depth, -1, 1)}
}
