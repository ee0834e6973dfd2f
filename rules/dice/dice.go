// Package dice is a seeded source of chance. How numbers are derived from the
// generator is fixed here rather than left to math/rand's helpers, so that a
// log plays the same on every Go version.
package dice

import (
	"math/bits"
	"math/rand/v2"

	"laneya/geom"
)

// Dice is a source of chance that is part of a world. Its zero value is not
// usable. It belongs to whoever owns the world or level that it is part of.
type Dice struct{ pcg rand.PCG }

// New returns the dice of that seed.
func New(a, b uint64) Dice { return Dice{*rand.NewPCG(a, b)} }

// OfLevel returns the dice of one level of the world with that seed.
func OfLevel(seed uint64, id geom.LevelID) Dice {
	h := OfPlace(seed, id)
	return New(h, Mix(h))
}

// OfPlace hashes the world's seed and a level's name.
func OfPlace(seed uint64, id geom.LevelID) uint64 {
	h := Mix(seed)
	for _, c := range [3]int{id.X, id.Y, id.Z} {
		h = Mix(h ^ uint64(int64(c)))
	}
	return h
}

// Mix is the finalizer of SplitMix64 (Steele, Lea and Flood, 2014): a stable
// hash of one word.
func Mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Below returns a number from 0 to n-1; n must be positive.
func (d *Dice) Below(n int) int {
	hi, _ := bits.Mul64(d.pcg.Uint64(), uint64(n))
	return int(hi)
}

// Between returns a number from lo to hi, both included.
func (d *Dice) Between(lo, hi int) int { return lo + d.Below(hi-lo+1) }

// OneIn is true once in n times.
func (d *Dice) OneIn(n int) bool { return d.Below(n) == 0 }

// Percent is true n times in a hundred.
func (d *Dice) Percent(n int) bool { return d.Below(100) < n }

// MarshalText and UnmarshalText keep the generator's state.
func (d Dice) MarshalText() ([]byte, error) { return appendHex(&d.pcg) }

// UnmarshalText reads what MarshalText wrote.
func (d *Dice) UnmarshalText(b []byte) error { return readHex(&d.pcg, b) }
