//go:build !js

package main

import (
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestShotsAreKept writes two pictures in one second, and one where nothing can be
// written.
func TestShotsAreKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "pictures")
	at := time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)
	encode := func(w io.Writer) error { return png.Encode(w, image.NewRGBA(image.Rect(0, 0, 7, 5))) }
	seen := map[string]bool{}
	for range 2 {
		path, err := writePicture(dir, at, "png", encode)
		if err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(f)
		f.Close()
		if err != nil || img.Bounds() != image.Rect(0, 0, 7, 5) {
			t.Errorf("%s holds %v, %v", path, img, err)
		}
		seen[path] = true
	}
	if len(seen) != 2 || !seen[filepath.Join(dir, "laneya-2030-01-02-030405.png")] {
		t.Errorf("they are in %v", seen)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if path, err := writePicture(file, at, "png", encode); err == nil {
		t.Errorf("it is kept in %s", path)
	}
}
