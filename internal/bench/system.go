package main

import (
	"fmt"
	"runtime"
	"time"
)

// used is what a process takes of the machine.
type used struct {
	cpu    time.Duration // since it began
	memory int64         // resident bytes now
	files  int           // open now
}

const (
	unknown    = "unknown"
	unmeasured = "not measured"
	smallLimit = 1024 // files that may be open where it isn't known
)

// machine describes what the figures were measured on.
func machine() string {
	note := ""
	if runtime.GOOS != "linux" {
		note = " Processor time and memory are not measured on this system."
	}
	return fmt.Sprintf("%s, %d cores, %s, %s.%s", processor(), runtime.NumCPU(), kernel(), runtime.Version(), note)
}
