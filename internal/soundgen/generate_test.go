package main

import (
	"bytes"
	"os"
	"testing"
	"testing/fstest"
)

// TestAllSoundsAreMade makes all sounds of the tree.
func TestAllSoundsAreMade(t *testing.T) {
	made, err := generate(os.DirFS("../../sounds/_src"))
	if err != nil {
		t.Fatal(err)
	}
	if len(made) < 100 {
		t.Errorf("%d sounds are made", len(made))
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
