package synth

import (
	"fmt"
	"strconv"
	"strings"
)

// All numbers of a description are kept in thousandths: 0.5 is 500, and 60
// milliseconds are 60000.
const unit = 1000

// A Description is what one effect is made of.
type Description struct {
	variants int
	spread   int64 // by how much variants differ, in thousandths
	length   int64 // thousandths of a millisecond
	peak     int64 // of the finished sound, in thousandths of full scale
	layers   []layer
	room     room
	// Of the voices that music is played with:
	pitch   int64 // of the note that the sound is, thousandths of Hz; 0 for other sounds
	release int64 // how long it takes to die away when the note is let go, thousandths of a millisecond
}

// A layer is one tone or noise of an effect.
type layer struct {
	kind              string // tone, hiss or rumble
	from, to          int64  // frequency at its beginning and end, thousandths of Hz
	width             int64  // of a hiss's band: 1/Q, in thousandths
	at, attack, decay int64  // thousandths of a millisecond
	level             int64  // thousandths
}

// A room is the echo of the walls around.
type room struct {
	level, decay int64
}

// words says which numbers may follow each word, in the order of layer's and
// description's fields; those that end in ! must be there.
var words = map[string][]string{
	"variants": {"count!", "spread"},
	"length":   {"ms!"},
	"peak":     {"level!"},
	"tone":     {"from!", "to", "at", "attack", "decay!", "level!"},
	"hiss":     {"from!", "to", "width", "at", "attack", "decay!", "level!"},
	"rumble":   {"from!", "to", "at", "attack", "decay!", "level!"},
	"room":     {"level!", "decay!"},
	"pitch":    {"hz!"},
	"release":  {"ms!"},
}

// Parse reads a description. Errors begin with the number of the line.
func Parse(text string) (*Description, error) {
	d := &Description{variants: 1}
	for i, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		values, err := parseLine(words, fields)
		if err == nil {
			err = d.take(fields[0], values)
		}
		if err != nil {
			return nil, fmt.Errorf("%d: %w", i+1, err)
		}
	}
	if d.length == 0 || d.peak == 0 || len(d.layers) == 0 {
		return nil, fmt.Errorf("1: a sound needs a length, a peak, and at least one tone, hiss or rumble")
	}
	return d, nil
}

// parseLine reads the numbers behind a line's first word: either one number
// alone, or names and numbers by turns.
func parseLine(words map[string][]string, fields []string) (map[string]int64, error) {
	known, ok := words[fields[0]]
	if !ok {
		return nil, fmt.Errorf("unknown word %q", fields[0])
	}
	rest := fields[1:]
	if len(rest)%2 == 1 {
		rest = append([]string{strings.TrimSuffix(known[0], "!")}, rest...)
	}
	values := make(map[string]int64)
	for i := 0; i < len(rest); i += 2 {
		name := rest[i]
		if !isKnown(known, name) {
			return nil, fmt.Errorf("%s has no %q", fields[0], name)
		}
		v, err := parseNumber(rest[i+1])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		values[name] = v
	}
	for _, k := range known {
		name, needed := strings.CutSuffix(k, "!")
		if _, ok := values[name]; needed && !ok {
			return nil, fmt.Errorf("%s needs %q", fields[0], name)
		}
	}
	return values, nil
}

func isKnown(known []string, name string) bool {
	for _, k := range known {
		if strings.TrimSuffix(k, "!") == name {
			return true
		}
	}
	return false
}

// parseNumber reads a number with at most three decimals, in thousandths.
func parseNumber(s string) (int64, error) {
	whole, decimals, _ := strings.Cut(s, ".")
	if len(decimals) > 3 {
		return 0, fmt.Errorf("%q has more than three decimals", s)
	}
	v, err := strconv.ParseUint(whole+decimals+"000"[len(decimals):], 10, 32)
	if err != nil {
		return 0, fmt.Errorf("%q is no number between 0 and four million", s)
	}
	return int64(v), nil
}

// take adds what a line says to the description.
func (d *Description) take(word string, v map[string]int64) error {
	switch word {
	case "variants":
		d.variants, d.spread = int(v["count"]/unit), v["spread"]
		if d.variants < 1 || d.variants > 9 || d.spread > unit/2 {
			return fmt.Errorf("variants are 1 to 9, and spread at most 0.5")
		}
	case "length":
		d.length = v["ms"]
		if d.length > 5000*unit {
			return fmt.Errorf("a sound lasts at most 5000 ms")
		}
	case "peak":
		d.peak = v["level"]
		if d.peak > 890 {
			return fmt.Errorf("a peak over 0.89 leaves no room above it")
		}
	case "room":
		d.room = room{v["level"], v["decay"]}
	case "pitch":
		d.pitch = v["hz"]
	case "release":
		d.release = v["ms"]
	default:
		return d.takeLayer(word, v)
	}
	return nil
}

func (d *Description) takeLayer(kind string, v map[string]int64) error {
	l := layer{kind: kind, from: v["from"], to: v["to"], width: v["width"], at: v["at"], attack: v["attack"], decay: v["decay"], level: v["level"]}
	if l.to == 0 {
		l.to = l.from
	}
	if l.width == 0 {
		l.width = unit
	}
	if max(l.from, l.to) > 7000*unit || min(l.from, l.to) < 20*unit {
		return fmt.Errorf("frequencies lie between 20 and 7000 Hz")
	}
	if l.decay < 2*unit {
		return fmt.Errorf("a decay takes at least 2 ms")
	}
	d.layers = append(d.layers, l)
	return nil
}
