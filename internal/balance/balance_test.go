package main

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"laneya/geom"
	"laneya/rules/replay"
)

// TestPartiesGetOn lets a few parties play: they get somewhere, nothing fails
// inside, and nobody is stuck.
func TestPartiesGetOn(t *testing.T) {
	results, err := playAll(&plan{runs: 3, first: 1, size: 4, ticks: 5000, jobs: 2, patience: 2000})
	if err != nil {
		t.Fatal(err)
	}
	deepest := 0
	for _, r := range results {
		if r.wrong() {
			t.Errorf("seed %d: %s", r.seed, r.trouble())
		}
		deepest = max(deepest, r.deepest)
	}
	if deepest < 2 {
		t.Errorf("the deepest that a party got is %d", deepest)
	}
}

// TestRunsAreTheSameAgain plays a run twice, and its replay.
func TestRunsAreTheSameAgain(t *testing.T) {
	var one, other bytes.Buffer
	a, err := recorded(&one, 5, 2, 1500)
	if err != nil {
		t.Fatal(err)
	}
	b, err := recorded(&other, 5, 2, 1500)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(a, b) || one.String() != other.String() {
		t.Error("the same seed makes another run")
	}
	if _, err := replay.Play(&one); err != nil {
		t.Error(err)
	}
}

func TestReport(t *testing.T) {
	var out strings.Builder
	report(&out, []*result{
		{seed: 1, state: "won", deepest: 2, levels: map[int]int{1: 10, 2: 30}},
		{seed: 2, state: "going", deepest: 1, levels: map[int]int{1: 30}, deaths: []death{{kit: "rogue", cause: "a rat"}}, stuck: "on 0:0:1", dug: 3, barred: []geom.LevelID{{Z: 1}}},
	})
	for _, want := range []string{"2 runs: 1 won, 0 lost, 1 got stuck, 0 were cut off", "Of the 3 levels", "on 2.", "; no way to the ladder down of 0:0:1", "| 2 | 50 % | 30 |", "| 1 | 100 % | 30 |", "| rogue | 1 |", "| a rat | 1 |", "Seed 2: on 0:0:1"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}
