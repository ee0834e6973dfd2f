package mapgen

import (
	"reflect"
	"testing"

	"laneya/geom"
)

func TestGenerateIsAFunction(t *testing.T) {
	for z := range 12 {
		id := geom.LevelID{X: z - 4, Y: 2 - z, Z: z}
		if !reflect.DeepEqual(Generate(7, id), Generate(7, id)) {
			t.Errorf("level %v differs from itself", id)
		}
	}
}

func BenchmarkGenerate(b *testing.B) {
	seed := uint64(0)
	for b.Loop() {
		Generate(seed, geom.LevelID{Z: 1 + int(seed%12)})
		seed++
	}
}
