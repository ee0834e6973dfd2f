package main

import (
	"image"
	"image/gif"
)

// keepShot is nil: a browser keeps no files.
var keepShot func(image.Image) (string, error)

// keepReplay is nil for the same reason.
var keepReplay func(*gif.GIF) (string, error)
