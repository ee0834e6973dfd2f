// Gen writes the atlas of a sprites package: it reads the sources in the
// folder _src of the working directory and writes atlas.png and atlas.go
// beside it, and with -sheet a contact sheet of all pictures.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"image"
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
	sheet := flag.String("sheet", "", "`file` to write a contact sheet to")
	flag.Parse()
	atlas, err := spritegen.Read(os.DirFS("_src"))
	if err != nil {
		return err
	}
	source, err := atlas.Source("sprites")
	if err != nil {
		return err
	}
	if err := write("atlas.png", atlas.Image); err != nil {
		return err
	}
	if *sheet != "" {
		if err := write(*sheet, atlas.ContactSheet()); err != nil {
			return err
		}
	}
	return os.WriteFile("atlas.go", source, 0o644)
}

func write(name string, img image.Image) error {
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&b, img); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}
