package main

import (
	"slices"
	"testing"
	"time"
)

func TestObserverTellsBurstsApart(t *testing.T) {
	var o observer
	start := time.Now()
	for _, ms := range []int{0, 1, 20, 100, 103, 200, 299, 300} {
		o.note(start.Add(time.Duration(ms) * time.Millisecond))
	}
	if got, want := o.intervals(), []float64{0.1, 0.1, 0.099}; !slices.Equal(got, want) {
		t.Errorf("intervals = %v, want %v", got, want)
	}
	if got := o.intervals(); len(got) != 0 {
		t.Errorf("the same intervals were told twice: %v", got)
	}
}
