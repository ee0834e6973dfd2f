package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"laneya/lang"
	"laneya/store"
)

// TestAWorldThatDoesNotOpenSaysWhy opens what is no world, in German.
func TestAWorldThatDoesNotOpenSaysWhy(t *testing.T) {
	t.Cleanup(func() { lang.Use(nil) })
	german := lang.For("de")
	lang.Use(german)
	path := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(path, []byte(strings.Repeat("This is no world. ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	o, err := parse([]string{"-world", path})
	if err != nil {
		t.Fatal(err)
	}
	_, err = (&house{opts: o}).start(o.terms())
	if want := path + ": " + german.Text("this file is not a world"); err == nil || err.Error() != want {
		t.Fatalf("it says %q, not %q", err, want)
	}
	if !errors.Is(err, store.ErrNotWorld) {
		t.Error("what it is can't be told from it")
	}
	other := errors.New("the disk is full")
	if got := worldTrouble(path, other); got != other {
		t.Errorf("it says %q", got)
	}
}
