package main

import "testing"

func TestLinesOfABenchmark(t *testing.T) {
	out := []byte("BenchmarkWay-2 \t 10 5 ns/op\nBenchmarkWay\t 10 6 ns/op\nBenchmarkWays-2 \t 10 7 ns/op\nBenchmarkWay/a-2 \t 10 8 ns/op\nok\n")
	if got, want := string(linesOf(out, "Way")), "BenchmarkWay-2 \t 10 5 ns/op\nBenchmarkWay\t 10 6 ns/op\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
