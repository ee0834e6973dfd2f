package main

import (
	"fmt"
	"io/fs"
	"strings"

	"laneya/sounds/synth"
)

// generate makes the sound of each description in a folder, and returns the
// files by their names: step.synth with four variants makes step1.wav to
// step4.wav, and bump.synth with one makes bump.wav.
func generate(source fs.FS) (map[string][]byte, error) {
	names, err := fs.Glob(source, "*.synth")
	if err != nil {
		return nil, err
	}
	made := make(map[string][]byte)
	for _, name := range names {
		text, err := fs.ReadFile(source, name)
		if err != nil {
			return nil, err
		}
		d, err := synth.Parse(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s:%w", name, err)
		}
		base := strings.TrimSuffix(name, ".synth")
		for v := range d.Variants() {
			out := base + ".wav"
			if d.Variants() > 1 {
				out = fmt.Sprintf("%s%d.wav", base, v+1)
			}
			made[out] = encodeWAV(d.Render(v + 1))
		}
	}
	return made, nil
}
