// Command darwincheck type-checks packages as they would be compiled for
// macOS. Compiling them takes Apple's SDK, because Ebitengine uses cgo there;
// reading them and their types takes only the Go tool, on any system.
//
//	go run ./internal/darwincheck ./cmd/laneya
//
// It finds what a compiler would complain of in Go code. It does not find
// errors in C, wrong arguments to C functions, or what a linker misses.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	arch := flag.String("arch", "arm64", "processor: arm64 or amd64")
	dir := flag.String("C", ".", "folder to run in")
	flag.Parse()
	complaints, err := check(*dir, *arch, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, "darwincheck:", err)
		os.Exit(2)
	}
	for _, c := range complaints {
		fmt.Println(c)
	}
	if len(complaints) > 0 {
		os.Exit(1)
	}
}
