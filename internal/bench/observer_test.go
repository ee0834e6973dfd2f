package main

import (
	"bufio"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestBurstsAreToldApart(t *testing.T) {
	var b bursts
	var begun []int
	start := time.Now()
	for _, ms := range []int{0, 1, 20, 100, 103, 200, 299, 300} {
		if b.begins(start.Add(time.Duration(ms) * time.Millisecond)) {
			begun = append(begun, ms)
		}
	}
	if want := []int{0, 100, 200, 299}; !slices.Equal(begun, want) {
		t.Errorf("bursts begin at %v, want %v", begun, want)
	}
}

func TestObserverTellsIntervalsOnce(t *testing.T) {
	o := observer{times: make(map[string][]float64)}
	o.listen(bufio.NewReader(strings.NewReader("update 1000000000\ntimer 1020000000\nupdate 1100000000\nupdate 1150000000\ntimer 1120000000\n")))
	near := func(a, b float64) bool { return math.Abs(a-b) < 1e-6 }
	updates, timer := o.intervals()
	if !slices.EqualFunc(updates, []float64{0.1, 0.05}, near) || !slices.EqualFunc(timer, []float64{0.1}, near) {
		t.Errorf("intervals = %v and %v, want 0.1, 0.05 and 0.1", updates, timer)
	}
	if updates, timer := o.intervals(); len(updates)+len(timer) != 0 {
		t.Errorf("the same intervals were told twice: %v, %v", updates, timer)
	}
}
