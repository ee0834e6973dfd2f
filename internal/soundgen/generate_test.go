package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// TestSoundsAreCurrent makes all sounds anew and compares them, byte by byte,
// with those in the tree.
func TestSoundsAreCurrent(t *testing.T) {
	const sounds = "../../sounds"
	made, err := generate(os.DirFS(sounds + "/_src"))
	if err != nil {
		t.Fatal(err)
	}
	there, err := filepath.Glob(sounds + "/*.wav")
	if err != nil {
		t.Fatal(err)
	}
	if len(there) != len(made) {
		t.Errorf("%d sounds in the tree, %d made", len(there), len(made))
	}
	for name, want := range made {
		got, err := os.ReadFile(filepath.Join(sounds, name))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is not what its description says: run go generate ./sounds", name)
		}
	}
}

func TestVariantsGetNumbers(t *testing.T) {
	const body = "length 50\npeak 0.5\ntone from 440 decay 30 level 1\n"
	made, err := generate(fstest.MapFS{
		"one.synth":  {Data: []byte(body)},
		"many.synth": {Data: []byte("variants 2 spread 0.1\n" + body)},
		"README.md":  {Data: []byte("no sound")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(made) != 3 || made["one.wav"] == nil || made["many1.wav"] == nil || made["many2.wav"] == nil {
		t.Errorf("made %d files", len(made))
	}
	if bytes.Equal(made["many1.wav"], made["many2.wav"]) {
		t.Error("the variants are the same")
	}
}

func TestErrorsNameTheFile(t *testing.T) {
	_, err := generate(fstest.MapFS{"odd.synth": {Data: []byte("length 50\nsquawk 1\n")}})
	if err == nil || err.Error() != `odd.synth:2: unknown word "squawk"` {
		t.Errorf("got %v", err)
	}
}
