package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"laneya/rules/replay"
	"laneya/server"
)

func main() {
	runs := flag.Int("runs", 200, "how many runs")
	first := flag.Uint64("seed", 1, "the seed of the first run; the others count on from it")
	size := flag.Int("party", 4, "bots in a party")
	ticks := flag.Int("ticks", 60_000, "ticks that a run takes at most")
	jobs := flag.Int("jobs", 2, "runs at once")
	record := flag.String("record", "", "a folder to record the runs in, as replays")
	verbose := flag.Bool("v", false, "a line for each run, and for one that gets stuck what came before")
	flag.Parse()
	results, err := playAll(&plan{*runs, *first, *size, *ticks, *jobs, *verbose, *record, patience})
	if err != nil {
		fmt.Fprintln(os.Stderr, "balance:", err)
		os.Exit(1)
	}
	report(os.Stdout, results)
	for _, r := range results {
		if r.stuck != "" && *verbose {
			fmt.Printf("\nSeed %d, before it got stuck:\n%s\n", r.seed, strings.Join(r.trail, "\n"))
		}
	}
	for _, r := range results {
		if r.wrong() {
			os.Exit(1)
		}
	}
}

// plan is what is to be played.
type plan struct {
	runs        int
	first       uint64
	size, ticks int
	jobs        int
	verbose     bool
	record      string
	patience    int // ticks that a party may go without getting anywhere
}

// play plays the nth run, and records it if the plan says where.
func (p *plan) play(n int) (*result, error) {
	seed := p.first + uint64(n)
	if p.record == "" {
		return play(seed, p.size, p.ticks, p.patience, nil)
	}
	f, err := os.Create(filepath.Join(p.record, fmt.Sprintf("run-%02d.jsonl", seed)))
	if err != nil {
		return nil, err
	}
	res, err := recorded(f, seed, p.size, p.ticks)
	return res, errors.Join(err, f.Close())
}

// recorded plays a run and writes its replay.
func recorded(w io.Writer, seed uint64, size, ticks int) (*result, error) {
	var rec *replay.Recorder
	var table *server.Table
	res, err := play(seed, size, ticks, patience, func(t *server.Table) {
		table = t
		rec = replay.NewRecorder(w, t.World().Options())
		t.Log(rec.Note)
	})
	if err != nil {
		return nil, err
	}
	return res, rec.End(table.World())
}

// playAll plays so many runs, several at once, and returns them by seed.
func playAll(p *plan) ([]*result, error) {
	results := make([]*result, p.runs)
	errs := make([]error, p.runs)
	next := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range max(p.jobs, 1) {
		wg.Go(func() {
			for i := range next {
				results[i], errs[i] = p.play(i)
				if r := results[i]; p.verbose && r != nil {
					mu.Lock()
					fmt.Printf("seed %d: %s, deepest %d, %d ticks, %d deaths %s %s\n", r.seed, r.state, r.deepest, r.ticks, len(r.deaths), r.stuck, r.fault)
					mu.Unlock()
				}
			}
		})
	}
	for i := range p.runs {
		next <- i
	}
	close(next)
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return results, nil
}
