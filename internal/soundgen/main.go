package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	source := flag.String("src", "sounds/_src", "folder of the descriptions, *.synth")
	target := flag.String("out", "build/sounds", "folder that the sounds go to, *.wav")
	flag.Parse()
	if err := run(*source, *target); err != nil {
		fmt.Fprintln(os.Stderr, "soundgen:", err)
		os.Exit(1)
	}
}

func run(source, target string) error {
	made, err := generate(os.DirFS(source))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(target, 0o777); err != nil {
		return err
	}
	for name, data := range made {
		if err := os.WriteFile(filepath.Join(target, name), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}
