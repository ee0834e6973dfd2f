//go:build !js

package main

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"

	"laneya/internal/about"
	"laneya/lang"
)

// keepShot writes a picture of the window into the user's folder of pictures, named by
// the time, and returns its path.
func keepShot(img image.Image) (path string, err error) {
	dir := xdg.UserDirs.Pictures
	if dir == "" {
		dir = xdg.DataHome
	}
	return writeShot(filepath.Join(dir, about.Name), time.Now(), img)
}

// writeShot writes a picture into a folder, which it makes. It never overwrites one.
func writeShot(dir string, at time.Time, img image.Image) (path string, err error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", fmt.Errorf("%s: %w", lang.Text("the picture can't be kept"), err)
	}
	var f *os.File
	for n := 1; ; n++ {
		path = filepath.Join(dir, fmt.Sprintf("%s-%s.png", about.Name, at.Format("2006-01-02-150405")))
		if n > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%s-%d.png", about.Name, at.Format("2006-01-02-150405"), n))
		}
		f, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil {
			break
		}
		if !os.IsExist(err) || n == 100 {
			return "", fmt.Errorf("%s: %w", lang.Text("the picture can't be kept"), err)
		}
	}
	err = png.Encode(f, img)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return "", fmt.Errorf("%s: %w", lang.Text("the picture can't be kept"), err)
	}
	return path, nil
}
