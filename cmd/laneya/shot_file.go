//go:build !js

package main

import (
	"fmt"
	"image"
	"image/gif"
	"image/png"
	"io"
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
	return writePicture(pictures(), time.Now(), "png", func(w io.Writer) error { return png.Encode(w, img) })
}

// keepReplay does the same with a moving picture.
func keepReplay(g *gif.GIF) (path string, err error) {
	return writePicture(pictures(), time.Now(), "gif", func(w io.Writer) error { return gif.EncodeAll(w, g) })
}

// pictures is the folder that pictures are kept in.
func pictures() string {
	dir := xdg.UserDirs.Pictures
	if dir == "" {
		dir = xdg.DataHome
	}
	return filepath.Join(dir, about.Name)
}

// writePicture writes a picture of that kind into a folder, which it makes. It never overwrites one.
func writePicture(dir string, at time.Time, kind string, encode func(io.Writer) error) (path string, err error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", fmt.Errorf("%s: %w", lang.Text("the picture can't be kept"), err)
	}
	var f *os.File
	for n := 1; ; n++ {
		path = filepath.Join(dir, fmt.Sprintf("%s-%s.%s", about.Name, at.Format("2006-01-02-150405"), kind))
		if n > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%s-%d.%s", about.Name, at.Format("2006-01-02-150405"), n, kind))
		}
		f, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil {
			break
		}
		if !os.IsExist(err) || n == 100 {
			return "", fmt.Errorf("%s: %w", lang.Text("the picture can't be kept"), err)
		}
	}
	err = encode(f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return "", fmt.Errorf("%s: %w", lang.Text("the picture can't be kept"), err)
	}
	return path, nil
}
