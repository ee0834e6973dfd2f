package main

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestPercentileIsTheLeastThatIsHighEnough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.IntRange(0, 50), 1, 60).Draw(t, "values")
		p := rapid.IntRange(0, 100).Draw(t, "p")
		got := percentile(slices.Clone(values), float64(p))
		share := func(v int) int { // of the values not above v, times 100·len
			n := 0
			for _, other := range values {
				if other <= v {
					n++
				}
			}
			return 100 * n
		}
		if share(got) < p*len(values) {
			t.Fatalf("percentile %d of %v = %d, which is too low", p, values, got)
		}
		if !slices.Contains(values, got) {
			t.Fatalf("percentile %d of %v = %d, which is none of them", p, values, got)
		}
		for _, v := range values {
			if v < got && share(v) >= p*len(values) {
				t.Fatalf("percentile %d of %v = %d, but %d is high enough", p, values, got, v)
			}
		}
	})
}

func TestPercentileOfNone(t *testing.T) {
	if got := percentile([]float64(nil), 99); got != 0 {
		t.Errorf("percentile of nothing = %v, want 0", got)
	}
}

func TestMedian(t *testing.T) {
	for _, test := range []struct {
		values []float64
		want   float64
	}{
		{nil, 0}, {[]float64{3}, 3}, {[]float64{4, 1}, 2.5}, {[]float64{9, 1, 2}, 2}, {[]float64{4, 3, 2, 1}, 2.5},
	} {
		before := slices.Clone(test.values)
		if got := median(test.values); got != test.want {
			t.Errorf("median(%v) = %v, want %v", test.values, got, test.want)
		}
		if !slices.Equal(before, test.values) {
			t.Errorf("median changed the order of %v to %v", before, test.values)
		}
	}
}

func TestRatiosLeaveOutWhatHasNone(t *testing.T) {
	got := ratios([]float64{1, 2, 3, 4}, []float64{2, 0, 6})
	if want := []float64{0.5, 0.5}; !slices.Equal(got, want) {
		t.Errorf("ratios = %v, want %v", got, want)
	}
}
