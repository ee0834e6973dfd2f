package synth

import (
	"fmt"
	"strings"
)

// AmbienceRate is the number of samples in a second of an ambience: what it is made of
// has nothing so high that more would be heard.
const AmbienceRate = Rate / 2

// An Ambience is what a kind of place sounds like: a loop without a seam.
type Ambience struct {
	length int64 // thousandths of a millisecond
	peak   int64 // of the finished loop, in thousandths of full scale
	beds   []bed
	falls  []falls
}

// A bed is a noise or tone that goes on all the time.
type bed struct {
	layer
	sway  int64 // how often it swells in the loop
	depth int64 // by how much, in thousandths
}

// falls are sounds that come now and then.
type falls struct {
	sound *Description
	count int
	level int64
}

// ambienceWords are words for ambiences.
var ambienceWords = map[string][]string{
	"length": {"ms!"},
	"peak":   {"level!"},
	"tone":   {"from!", "level!", "sway", "depth"},
	"hiss":   {"from!", "width", "level!", "sway", "depth"},
	"rumble": {"from!", "level!", "sway", "depth"},
	"fall":   {"count!", "level!"},
}

// ParseAmbience reads the description of an ambience. find returns the description of
// a sound that falls now and then, nil if there is none of that name. Errors begin
// with the number of the line.
func ParseAmbience(text string, find func(name string) *Description) (*Ambience, error) {
	a := &Ambience{}
	for i, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		if err := a.takeLine(fields, find); err != nil {
			return nil, fmt.Errorf("%d: %w", i+1, err)
		}
	}
	if a.length < 1000*unit || a.length > 30000*unit || a.peak == 0 || a.peak > 890 || len(a.beds) == 0 {
		return nil, fmt.Errorf("1: an ambience needs a length of 1000 to 30000 ms, a peak up to 0.89, and at least one tone, hiss or rumble")
	}
	return a, nil
}

func (a *Ambience) takeLine(fields []string, find func(string) *Description) error {
	var sound *Description
	if fields[0] == "fall" && len(fields) > 1 {
		if sound = find(fields[1]); sound == nil {
			return fmt.Errorf("there is no sound %q", fields[1])
		}
		fields = append([]string{"fall"}, fields[2:]...)
	}
	v, err := parseLine(ambienceWords, fields)
	switch {
	case err != nil:
		return err
	case sound != nil:
		if v["count"] > 200*unit {
			return fmt.Errorf("at most 200 of a sound fall")
		}
		a.falls = append(a.falls, falls{sound, int(v["count"] / unit), v["level"]})
		return nil
	}
	switch word := fields[0]; word {
	case "length":
		a.length = v["ms"]
	case "peak":
		a.peak = v["level"]
	default:
		b := bed{layer{kind: word, from: v["from"], width: v["width"], level: v["level"]}, v["sway"] / unit, v["depth"]}
		if b.width == 0 {
			b.width = unit
		}
		if b.from > 7000*unit || b.from < 20*unit || b.depth > unit {
			return fmt.Errorf("frequencies lie between 20 and 7000 Hz, and a depth up to 1")
		}
		a.beds = append(a.beds, b)
	}
	return nil
}

// overlap is how many samples, of Rate, the end of a bed of noise takes to become its
// beginning.
const overlap = Rate / 2

// Render makes the loop, as samples of 16 bits of which there are AmbienceRate in a
// second. What follows its last sample is its first.
func (a *Ambience) Render() []int16 {
	mix := make([]int32, samples(a.length)/2)
	chance := &dice{2654435761}
	for i := range a.beds {
		a.beds[i].addTo(mix, chance)
	}
	for i := range a.falls {
		a.falls[i].addTo(mix, chance)
	}
	middle, loudest := int64(0), int64(1)
	for _, v := range mix {
		middle += int64(v)
	}
	middle /= int64(len(mix))
	for _, v := range mix {
		loudest = max(loudest, int64(v)-middle, middle-int64(v))
	}
	out := make([]int16, len(mix))
	for i, v := range mix {
		out[i] = int16((int64(v) - middle) * a.peak * 32767 / (loudest * unit))
	}
	return out
}

// addTo adds the bed to a mix of half the samples.
func (b *bed) addTo(mix []int32, chance *dice) {
	n := len(mix)
	source := b.source(chance)
	frequency := b.from
	fade := overlap / 2
	if b.kind == "tone" {
		// A whole number of waves in the loop.
		frequency = max(b.from*int64(n)/(unit*AmbienceRate), 1) * unit * AmbienceRate / int64(n)
		fade = 0
	}
	begin := int64(chance.next())
	for i := range n + fade {
		v := (source(frequency) + source(frequency)) / 2
		share := int64(one)
		switch {
		case i >= n: // over the beginning, which rises meanwhile
			share = fadeShare(int64(n+fade-i), int64(fade))
		case i < fade:
			share = fadeShare(int64(i), int64(fade))
		}
		swell := sine(uint32(begin + (int64(i%n)*b.sway<<32)/int64(n)))
		loud := one - (one+swell)/2*b.depth/unit
		mix[i%n] += int32(mul(mul(v, share), loud) * b.level / (16 * unit))
	}
}

// fadeShare returns how loud a sound is that comes or goes while another does the
// opposite, so that noise is as loud all the while.
func fadeShare(at, of int64) int64 { return sine(uint32(at << 30 / of)) }

// addTo scatters the sounds over a mix of half the samples. What lasts beyond the end
// goes on at the beginning.
func (f *falls) addTo(mix []int32, chance *dice) {
	n := len(mix)
	for i := range f.count {
		sound := f.sound.Render(1 + i%f.sound.variants)
		// Each within a part of its own, so that they neither crowd nor are even.
		part := int64(n / f.count)
		at := int(int64(i)*part + chance.between(0, part-1))
		level := f.level * chance.between(500, 1000) / unit
		for j := 0; j+2 < len(sound); j += 2 {
			v := (int64(sound[j]) + 2*int64(sound[j+1]) + int64(sound[j+2])) / 4
			mix[(at+j/2)%n] += int32(v * (one >> 15) / 16 * level / unit)
		}
	}
}
