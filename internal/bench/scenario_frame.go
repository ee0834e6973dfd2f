package main

import (
	"bytes"
	"errors"
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
	figures, err := b.frames("BusiestFrame$")
	if err != nil {
		return nil, err
	}
	mean, p99 := figures["ns/op"]/1e9, figures["p99-ns"]/1e9
	own, ok := figures["own-allocs/frame"]
	if mean == 0 || !ok {
		return nil, errNoFigures
	}
	rows := []row{
		{
			what: "200 heroes walk in the window, with names: `Update` and `Draw`, mean",
			ours: seconds(mean), goal: "≤ " + seconds(frameLimit), verdict: judge(mean <= frameLimit),
		},
		{what: "… p99", ours: seconds(p99)},
		{what: "… allocations of our own code for each frame", ours: plain(own), goal: "0", verdict: judge(own == 0)},
		{what: "… allocations with the engine's, one for each draw call", ours: plain(figures["allocs/frame"])},
	}
	for _, size := range [...]string{"1280x800", "3840x2160"} {
		fiery, err := b.fiery(size)
		if err != nil {
			return nil, err
		}
		rows = append(rows, fiery...)
	}
	return rows, nil
}

// fiery measures the same of the cave in which most of what can be drawn is, in a
// window of that size.
func (b *bench) fiery(size string) ([]row, error) {
	f, err := b.frames("FieryFrame$/^" + size + "$")
	if err != nil {
		return nil, err
	}
	draws := f["draws/frame"]
	if f["ns/op"] == 0 || draws == 0 {
		return nil, errNoFigures
	}
	own := f["own-allocs/frame"]
	return []row{
		{what: fmt.Sprintf("200 heroes among fires, %s: `Update` and `Draw`, mean, with %s particles", size, plain(f["particles"])), ours: seconds(f["ns/op"] / 1e9)},
		{what: "… draw calls of our own code", ours: plain(draws), goal: fmt.Sprintf("≤ %d", mostOfDraws-2), verdict: judge(draws <= mostOfDraws-2)},
		{what: "… allocations of our own code for each frame", ours: plain(own), goal: "0", verdict: judge(own == 0)},
	}, nil
}

var errNoFigures = errors.New("the benchmark's figures are not in its output")

// frames runs benchmarks of package app and returns their figures.
func (b *bench) frames(pattern string) (map[string]float64, error) {
	cmd := exec.CommandContext(b.ctx, "go", "test", "-run", "^$", "-bench", "^Benchmark"+pattern,
		"-benchtime", fmt.Sprintf("%dx", b.plan.frames), "-count", "3", "laneya/app")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	return benchmarkFigures(out), nil
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
