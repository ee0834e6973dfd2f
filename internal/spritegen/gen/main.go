// Gen writes the atlas of a sprites package: it reads the sources in the
// folder _src of the working directory and writes atlas.png and atlas.go
// beside it.
package main

import (
	"bytes"
	"fmt"
	"image/png"
	"os"

	"laneya/internal/spritegen"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run() error {
	atlas, err := spritegen.Read(os.DirFS("_src"))
	if err != nil {
		return err
	}
	source, err := atlas.Source("sprites")
	if err != nil {
		return err
	}
	var picture bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&picture, atlas.Image); err != nil {
		return err
	}
	if err := os.WriteFile("atlas.png", picture.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile("atlas.go", source, 0o644)
}
