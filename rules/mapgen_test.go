package rules

import (
	"testing"

	"laneya/geom"
)

const seeds = 300

// dug returns the level of that seed as newLevel digs it.
func dug(seed uint64) *level {
	id := uint64(0)
	return newLevel(seed, geom.LevelID{}, func() uint64 { id++; return id })
}

func TestLevelsKeepTheirPromises(t *testing.T) {
	least, most, sum := geom.LevelCells, 0, 0
	for seed := range uint64(seeds) {
		l := dug(seed)
		n := l.floor.Len()
		least, most, sum = min(least, n), max(most, n), sum+n
		reached := l.floor
		keepReached(&reached, l.entrance)
		switch {
		case n < minFloor || n > maxFloor:
			t.Errorf("seed %d has %d floor fields", seed, n)
		case hasBorderFloor(&l.floor):
			t.Errorf("seed %d has floor on its border", seed)
		case reached != l.floor:
			t.Errorf("seed %d is not connected", seed)
		case l.entrance.Y < geom.LevelHeight/2 || l.entrance.X < 20 || l.entrance.X >= 40:
			t.Errorf("seed %d has its entrance at %v", seed, l.entrance)
		case len(l.ghosts) != 1 || !l.floor.Has(l.ghosts[0].Pos):
			t.Errorf("seed %d has no ghost on its floor", seed)
		}
		if t.Failed() {
			t.Fatalf("\n%s", draw(l))
		}
	}
	t.Logf("floor fields: %d to %d, %d on average", least, most, sum/seeds)
}

func TestBrushSparesTheBorder(t *testing.T) {
	p := plan{}
	for _, at := range []geom.Pos{{X: 1, Y: 1}, {X: geom.LevelWidth - 2, Y: geom.LevelHeight - 2}} {
		p.digBrush(at, 2)
		if !p.floor.Has(at) || hasBorderFloor(&p.floor) {
			t.Errorf("at %v it digs %v", at, p.floor.AppendRuns(nil))
		}
	}
}

func BenchmarkDig(b *testing.B) {
	seed := uint64(0)
	for b.Loop() {
		d := levelDice(seed, geom.LevelID{})
		dig(&d)
		seed++
	}
}
