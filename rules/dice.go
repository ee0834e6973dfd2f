package rules

import (
	"math/bits"
	"math/rand/v2"

	"laneya/geom"
)

// dice is a seeded source of chance. How numbers are derived from the
// generator is fixed here rather than left to math/rand's helpers, so that a
// log plays the same on every Go version.
type dice struct{ pcg rand.PCG }

func newDice(a, b uint64) dice { return dice{*rand.NewPCG(a, b)} }

// levelDice returns the dice of one level of the world with that seed.
func levelDice(seed uint64, id geom.LevelID) dice {
	h := mix(seed)
	for _, c := range [3]int{id.X, id.Y, id.Z} {
		h = mix(h ^ uint64(int64(c)))
	}
	return newDice(h, mix(h))
}

// mix is the finalizer of SplitMix64: a stable hash of one word.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// below returns a number from 0 to n-1; n must be positive.
func (d *dice) below(n int) int {
	hi, _ := bits.Mul64(d.pcg.Uint64(), uint64(n))
	return int(hi)
}

// between returns a number from lo to hi, both included.
func (d *dice) between(lo, hi int) int { return lo + d.below(hi-lo+1) }

// oneIn is true once in n times.
func (d *dice) oneIn(n int) bool { return d.below(n) == 0 }

// percent is true n times in a hundred.
func (d *dice) percent(n int) bool { return d.below(100) < n }
