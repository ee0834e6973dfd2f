package main

import "testing"

func TestBenchmarkFigures(t *testing.T) {
	out := []byte("goos: linux\nBenchmarkA-2 300 1000 ns/op 3.000 allocs/frame 0 own-allocs/frame\n" +
		"BenchmarkA-2 300 4000 ns/op 3.000 allocs/frame 0 own-allocs/frame\n" +
		"BenchmarkA-2 300 2.5e+03 ns/op 3.000 allocs/frame 0 own-allocs/frame\nPASS\nok 3 ns/op\n")
	got := benchmarkFigures(out)
	if got["ns/op"] != 2500 || got["allocs/frame"] != 3 || len(got) != 3 {
		t.Errorf("%v", got)
	}
}
