package main

import (
	"cmp"
	"slices"
)

// percentile returns the least value that p percent of all are not above, 0 of
// none. It sorts the values.
func percentile[T cmp.Ordered](values []T, p float64) T {
	if len(values) == 0 {
		var none T
		return none
	}
	slices.Sort(values)
	rank := int(p / 100 * float64(len(values)))
	if float64(rank) < p/100*float64(len(values)) {
		rank++
	}
	return values[min(max(rank-1, 0), len(values)-1)]
}

// median returns the middle of the values, or the mean of the two in the middle,
// 0 of none. It leaves the values in their order.
func median(values []float64) float64 {
	n := len(values)
	if n == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// mean returns the mean of the values, 0 of none.
func mean(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

// ratios returns a[i]/b[i] as far as both go, leaving out those without a b.
func ratios(a, b []float64) []float64 {
	var out []float64
	for i := range min(len(a), len(b)) {
		if b[i] != 0 {
			out = append(out, a[i]/b[i])
		}
	}
	return out
}
