package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
)

// What a frame of the busiest scene is held to.
const (
	frameLimit  = 0.0005 // seconds of Update and Draw, in the mean
	mostOfDraws = 8
)

// frame measures what a frame takes of our own code while 200 heroes walk in
// the window, by a benchmark of package app, where time is made by hand.
func (b *bench) frame() ([]row, error) {
	cmd := exec.CommandContext(b.ctx, "go", "test", "-run", "^$", "-bench", "^BenchmarkBusiestFrame$",
		"-benchtime", fmt.Sprintf("%dx", b.plan.frames), "-count", "3", "laneya/app")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	figures := benchmarkFigures(out)
	mean, p99 := figures["ns/op"]/1e9, figures["p99-ns"]/1e9
	own, ok := figures["own-allocs/frame"]
	if mean == 0 || !ok {
		return nil, fmt.Errorf("the benchmark's figures are not in its output:\n%s", out)
	}
	return []row{
		{
			what: "200 heroes walk in the window, with names: `Update` and `Draw`, mean",
			ours: seconds(mean), goal: "≤ " + seconds(frameLimit), verdict: judge(mean <= frameLimit),
		},
		{what: "… p99", ours: seconds(p99)},
		{what: "… allocations of our own code for each frame", ours: plain(own), goal: "0", verdict: judge(own == 0)},
		{what: "… allocations with the engine's, one for each draw call", ours: plain(figures["allocs/frame"])},
	}, nil
}

var figure = regexp.MustCompile(`([0-9.]+(?:e[+-]?[0-9]+)?) ([A-Za-z][A-Za-z0-9/-]*)`)

// benchmarkFigures returns the figures that go test printed, by their units,
// the median of each.
func benchmarkFigures(out []byte) map[string]float64 {
	all := map[string][]float64{}
	for line := range bytes.Lines(out) {
		if !bytes.HasPrefix(line, []byte("Benchmark")) {
			continue
		}
		for _, m := range figure.FindAllSubmatch(line, -1) {
			if v, err := strconv.ParseFloat(string(m[1]), 64); err == nil {
				all[string(m[2])] = append(all[string(m[2])], v)
			}
		}
	}
	figures := map[string]float64{}
	for unit, values := range all {
		figures[unit] = median(values)
	}
	return figures
}

// plain writes a number as short as it is.
func plain(v float64) string { return strconv.FormatFloat(v, 'g', 4, 64) }
