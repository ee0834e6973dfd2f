// Command pack puts files into an archive, .tar.gz or .zip by the archive's
// name, so that the same files give the same bytes: sorted, owned by nobody in
// particular, and all of one time.
//
//	pack -o laneya.tar.gz -in laneya-v1 -time 1767225600 laneya README.md
//
// A file goes in under its base name, in the folder that -in names. What the
// system says may be executed may be executed there too, and so may what is
// named with -exec, for systems that do not say.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	out := flag.String("o", "", "the archive to write, .tar.gz or .zip")
	folder := flag.String("in", "", "the folder inside the archive")
	seconds := flag.Int64("time", 0, "the time of all files, in seconds since 1970")
	executable := flag.String("exec", "", "base name of a file that may be executed")
	flag.Parse()
	if err := run(*out, *folder, *executable, time.Unix(*seconds, 0).UTC(), flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(out, folder, executable string, when time.Time, paths []string) error {
	entries, err := read(folder, executable, paths)
	if err != nil {
		return err
	}
	data, err := pack(out, when, entries)
	if err != nil {
		return err
	}
	return os.WriteFile(out, data, 0o666)
}
