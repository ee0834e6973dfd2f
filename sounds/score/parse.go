package score

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// The bounds of a score.
const (
	maxBars   = 64
	maxLayers = 8
)

// A Score is a piece of music as it is written.
type Score struct {
	tempo  float64 // beats a minute
	beats  int     // in a bar
	bars   int
	level  float64
	layers []layer
}

// A layer is a part of a piece that comes and goes.
type layer struct {
	name  string
	when  map[string]float64 // how loud it is, by the words of levelWords
	lines []line
}

// A line is what one voice plays in a layer.
type line struct {
	voice      string
	level, pan float64
	bars       [][]string
}

// levelWords are what a layer's loudness may depend on: how dangerous it is, and where.
var levelWords = []string{"calm", "wary", "fight", "camp", "upper", "deep"}

// Parse reads a score. Errors begin with the number of the line.
func Parse(text string) (*Score, error) {
	s := &Score{tempo: 60, beats: 4, level: 1}
	for i, line := range strings.Split(text, "\n") {
		if begin, _, ok := strings.Cut(line, "# "); ok {
			line = begin
		}
		if line = strings.TrimSpace(line); line == "" || line == "#" {
			continue
		}
		if err := s.take(line); err != nil {
			return nil, fmt.Errorf("%d: %w", i+1, err)
		}
	}
	if s.bars == 0 || len(s.layers) == 0 {
		return nil, fmt.Errorf("1: a piece needs bars and at least one layer")
	}
	return s, nil
}

func (s *Score) take(text string) error {
	head, notes, isLine := strings.Cut(text, "|")
	words := strings.Fields(head)
	if len(words) == 0 {
		return fmt.Errorf("a line begins with its voice")
	}
	if isLine {
		return s.takeLine(words, notes)
	}
	if words[0] == "layer" && len(words) > 1 {
		return s.takeLayer(words[1], words[2:])
	}
	values, err := pairs(words, "tempo", "beats", "bars", "level")
	if err != nil {
		return err
	}
	for word, v := range values {
		switch {
		case word == "tempo" && v >= 20 && v <= 240:
			s.tempo = v
		case word == "beats" && v >= 1 && v <= 12:
			s.beats = int(v)
		case word == "bars" && v >= 1 && v <= maxBars && len(s.layers) == 0:
			s.bars = int(v)
		case word == "level" && v <= 1:
			s.level = v
		default:
			return fmt.Errorf("%s can't be %v here", word, v)
		}
	}
	return nil
}

func (s *Score) takeLayer(name string, words []string) error {
	if len(s.layers) == maxLayers {
		return fmt.Errorf("a piece has at most %d layers", maxLayers)
	}
	when, err := pairs(words, levelWords...)
	if err != nil {
		return err
	}
	for _, word := range levelWords {
		if v, ok := when[word]; !ok {
			when[word] = 1
		} else if v > 1 {
			return fmt.Errorf("%s is 0 to 1", word)
		}
	}
	s.layers = append(s.layers, layer{name: name, when: when})
	return nil
}

func (s *Score) takeLine(words []string, notes string) error {
	if len(s.layers) == 0 {
		return fmt.Errorf("notes belong to a layer")
	}
	values, err := pairs(words[1:], "level", "pan")
	if err != nil {
		return err
	}
	l := line{voice: words[0], level: 1, pan: 0.5}
	if v, ok := values["level"]; ok {
		l.level = v
	}
	if v, ok := values["pan"]; ok {
		l.pan = v
	}
	if l.level > 1 || l.pan > 1 {
		return fmt.Errorf("level and pan are 0 to 1")
	}
	for _, bar := range strings.Split(strings.TrimSuffix(strings.TrimSpace(notes), "|"), "|") {
		tokens := strings.Fields(bar)
		if len(tokens) == 1 && tokens[0] == "%" && len(l.bars) > 0 {
			tokens = l.bars[len(l.bars)-1]
		}
		for _, token := range tokens {
			if _, _, err := chord(token); err != nil {
				return err
			}
		}
		l.bars = append(l.bars, tokens)
	}
	if s.bars%len(l.bars) != 0 {
		return fmt.Errorf("%d bars don't fit into the %d of the piece", len(l.bars), s.bars)
	}
	layer := &s.layers[len(s.layers)-1]
	layer.lines = append(layer.lines, l)
	return nil
}

// pairs reads names and numbers by turns.
func pairs(words []string, known ...string) (map[string]float64, error) {
	values := make(map[string]float64)
	for i := 0; i < len(words); i += 2 {
		found := false
		for _, k := range known {
			found = found || k == words[i]
		}
		if !found || i+1 == len(words) {
			return nil, fmt.Errorf("%q is none of %s with a number", words[i], strings.Join(known, ", "))
		}
		v, err := strconv.ParseFloat(words[i+1], 64)
		if err != nil || !(v >= 0 && v < 1000) {
			return nil, fmt.Errorf("%s: %q is no number between 0 and 1000", words[i], words[i+1])
		}
		values[words[i]] = v
	}
	return values, nil
}

// The words for what isn't a note.
const (
	holds = "." // what sounds goes on
	stops = "-" // what sounds is let go
)

// chord reads notes: "d4", "f#3" or "d3+a3+f4", with "!" behind them for louder and
// "," for softer. What isn't a note has none. Pitches are in Hz.
func chord(token string) (pitches []float64, loud float64, err error) {
	if token == holds || token == stops {
		return nil, 0, nil
	}
	loud = 1
	if rest, ok := strings.CutSuffix(token, "!"); ok {
		token, loud = rest, 1.4
	} else if rest, ok := strings.CutSuffix(token, ","); ok {
		token, loud = rest, 0.6
	}
	for _, name := range strings.Split(token, "+") {
		p, ok := pitch(name)
		if !ok {
			return nil, 0, fmt.Errorf("%q is no note", name)
		}
		pitches = append(pitches, p)
	}
	return pitches, loud, nil
}

// pitch returns the frequency of a note: a4 is 440 Hz.
func pitch(name string) (hz float64, ok bool) {
	if len(name) < 2 || len(name) > 3 {
		return 0, false
	}
	at := strings.IndexByte("c d ef g a b", name[0])
	if at < 0 || name[0] == ' ' {
		return 0, false
	}
	if len(name) == 3 {
		switch name[1] {
		case '#':
			at++
		case 'b':
			at--
		default:
			return 0, false
		}
	}
	octave := int(name[len(name)-1] - '0')
	if octave < 0 || octave > 8 {
		return 0, false
	}
	return 440 * math.Exp2(float64(12*(octave-4)+at-9)/12), true
}
