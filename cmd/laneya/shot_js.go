package main

import "image"

// keepShot is nil: a browser keeps no files.
var keepShot func(image.Image) (string, error)
