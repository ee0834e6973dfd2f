package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"laneya/protocol"
)

// report writes what the runs came to, as Markdown.
func report(w io.Writer, results []*result) {
	n := len(results)
	if n == 0 {
		return
	}
	states, deepest := map[string]int{}, map[int]int{}
	for _, r := range results {
		states[r.state]++
		for d := range r.deepest + 1 {
			deepest[d]++
		}
	}
	stuck := 0
	for _, r := range results {
		if r.stuck != "" {
			stuck++
		}
	}
	fmt.Fprintf(w, "%d runs: %d won, %d lost, %d got stuck, %d were cut off at the last tick.\n\n", n, states["won"], states["lost"], stuck, n-states["won"]-states["lost"]-stuck)
	fmt.Fprintln(w, "| depth | parties that reached it | median ticks spent there |\n|---|---|---|")
	for _, d := range slices.Sorted(maps.Keys(deepest)) {
		share := fmt.Sprint(deepest[d] * 100 / n)
		if share == "0" {
			share = "under 1"
		}
		fmt.Fprintf(w, "| %d | %s %% | %d |\n", d, share, median(results, d))
	}
	var searched, swam, leapt int
	for _, r := range results {
		if r.actions[protocol.Search{}.Name()] > 0 {
			searched++
		}
		if r.swam {
			swam++
		}
		if r.actions[protocol.Cross{}.Name()] > 0 {
			leapt++
		}
	}
	fmt.Fprintf(w, "\nNot by dry and open ways alone: in %d runs somebody searched for a hidden door, in %d swam, in %d leapt into a chasm.\n", searched, swam, leapt)
	dug, barred := 0, 0
	for _, r := range results {
		dug += r.dug
		barred += len(r.barred)
	}
	fmt.Fprintf(w, "\nOf the %d levels that were there in the end, the ladder down can be got to on %d.\n", dug, dug-barred)
	causes := map[string]int{}
	byKit, deaths := map[string]int{}, 0
	for _, r := range results {
		for _, d := range r.deaths {
			causes[d.cause]++
			byKit[d.kit]++
			deaths++
		}
	}
	fmt.Fprintf(w, "\n%d deaths of heroes. By kit:\n\n| kit | deaths |\n|---|---|\n", deaths)
	table(w, byKit, 10)
	fmt.Fprintln(w, "\n| killed by | deaths |\n|---|---|")
	table(w, causes, 15)
	fmt.Fprintln(w, "\n| depth | deaths | most by |\n|---|---|---|")
	for _, d := range slices.Sorted(maps.Keys(deepest)) {
		killers := map[string]int{}
		n := 0
		for _, r := range results {
			for _, x := range r.deaths {
				if x.depth == d {
					killers[x.cause]++
					n++
				}
			}
		}
		if n > 0 {
			fmt.Fprintf(w, "| %d | %d | %s |\n", d, n, strings.Join(largest(killers, 3), ", "))
		}
	}
	for _, r := range results {
		if r.wrong() {
			fmt.Fprintf(w, "\nSeed %d: %s\n", r.seed, r.trouble())
		}
	}
}

// median returns the median of the ticks that parties spent at a depth.
func median(results []*result, depth int) int {
	var all []int
	for _, r := range results {
		if t := r.levels[depth]; t > 0 {
			all = append(all, t)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// table writes the largest counts.
func table(w io.Writer, counts map[string]int, most int) {
	for _, k := range largest(counts, most) {
		fmt.Fprintf(w, "| %s | %d |\n", k, counts[k])
	}
}

// largest returns the keys of the largest counts, largest first.
func largest(counts map[string]int, most int) []string {
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		if counts[a] != counts[b] {
			return cmp.Compare(counts[b], counts[a])
		}
		return cmp.Compare(a, b)
	})
	return keys[:min(len(keys), most)]
}
