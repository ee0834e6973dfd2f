package main

import (
	"fmt"
	"io/fs"
	"math"
	"path"
	"strings"

	"laneya/sounds/score"
	"laneya/sounds/synth"
)

// generate makes the sound of each description in a folder, and returns the
// files by their names: step.synth with four variants makes step1.wav to
// step4.wav, and bump.synth with one makes bump.wav; ambience/camp.ambience makes
// ambience_camp.wav, and each layer of music/title.score a music_title_LAYER.wav.
func generate(source fs.FS) (map[string][]byte, error) {
	made := make(map[string][]byte)
	for _, step := range []struct {
		pattern string
		make    func(source fs.FS, made map[string][]byte, name, text string) error
	}{{"*.synth", makeEffect}, {"ambience/*.ambience", makeAmbience}, {"music/*.score", makeMusic}} {
		names, err := fs.Glob(source, step.pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			text, err := fs.ReadFile(source, name)
			if err != nil {
				return nil, err
			}
			if err := step.make(source, made, name, string(text)); err != nil {
				return nil, fmt.Errorf("%s:%w", name, err)
			}
		}
	}
	return made, nil
}

func makeEffect(_ fs.FS, made map[string][]byte, name, text string) error {
	d, err := synth.Parse(text)
	if err != nil {
		return err
	}
	base := strings.TrimSuffix(name, ".synth")
	for v := range d.Variants() {
		out := base + ".wav"
		if d.Variants() > 1 {
			out = fmt.Sprintf("%s%d.wav", base, v+1)
		}
		made[out] = encodeWAV(d.Render(v+1), synth.Rate, 1)
	}
	return nil
}

func makeAmbience(source fs.FS, made map[string][]byte, name, text string) error {
	a, err := synth.ParseAmbience(text, func(name string) *synth.Description {
		d, _ := describe(source, "ambience", name)
		return d
	})
	if err != nil {
		return err
	}
	made["ambience_"+strings.TrimSuffix(path.Base(name), ".ambience")+".wav"] = encodeWAV(a.Render(), synth.AmbienceRate, 1)
	return nil
}

func makeMusic(source fs.FS, made map[string][]byte, name, text string) error {
	s, err := score.Parse(text)
	if err != nil {
		return err
	}
	t, err := s.Arrange(score.NewLibrary(func(name string) (*synth.Description, error) { return describe(source, "music", name) }))
	if err != nil {
		return fmt.Errorf(" %w", err)
	}
	for _, layer := range t.Layers() {
		base := strings.TrimSuffix(path.Base(name), ".score")
		made["music_"+base+"_"+layer+".wav"] = encodeWAV(toInts(t.Render(t.Only(layer))), synth.Rate, 2)
	}
	return nil
}

// describe reads the description of a sound.
func describe(source fs.FS, folder, name string) (*synth.Description, error) {
	text, err := fs.ReadFile(source, path.Join(folder, name+".synth"))
	if err != nil {
		return nil, err
	}
	return synth.Parse(string(text))
}

func toInts(samples []float32) []int16 {
	out := make([]int16, len(samples))
	for i, v := range samples {
		out[i] = int16(max(min(v, 1), -1) * math.MaxInt16)
	}
	return out
}
