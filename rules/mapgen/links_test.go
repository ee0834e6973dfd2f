package mapgen

import (
	"testing"

	"pgregory.net/rapid"

	"laneya/geom"
)

func TestNeighboursAgree(t *testing.T) {
	beside := [5]geom.LevelID{
		geom.North: {Y: -1}, geom.East: {X: 1}, geom.South: {Y: 1}, geom.West: {X: -1},
	}
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		id := geom.LevelID{
			X: rapid.IntRange(-2, 2).Draw(t, "x"),
			Y: rapid.IntRange(-2, 2).Draw(t, "y"),
			Z: rapid.IntRange(1, 11).Draw(t, "z"),
		}
		here := LinksOf(seed, HeartDepth, id)
		below := LinksOf(seed, HeartDepth, geom.LevelID{X: id.X, Y: id.Y, Z: id.Z + 1})
		if !below.HasUp || below.Up != here.Down {
			t.Fatalf("the ladder down at %v comes out at %v", here.Down, below.Up)
		}
		if here.HasUp != (id.Z > 1 || id == geom.LevelID{Z: 1}) {
			t.Fatalf("HasUp is %v", here.HasUp)
		}
		const apart = 9
		if here.HasUp && here.Up.Sub(here.Down).Chebyshev() < apart {
			t.Fatalf("ladders at %v and %v", here.Up, here.Down)
		}
		for _, d := range geom.Dirs {
			other := LinksOf(seed, HeartDepth, geom.LevelID{X: id.X + beside[d].X, Y: id.Y + beside[d].Y, Z: id.Z})
			back := opposite(d)
			if here.HasSide[d] != other.HasSide[back] {
				t.Fatalf("only one side has a passage %v", d)
			}
			if !here.HasSide[d] {
				continue
			}
			// One step further lies the other side's first row or column.
			p, q := here.Sides[d], other.Sides[back]
			want := geom.Pos{X: (p.Step(d).X + geom.LevelWidth) % geom.LevelWidth, Y: (p.Step(d).Y + geom.LevelHeight) % geom.LevelHeight}
			if q != want {
				t.Fatalf("the passage %v at %v comes out at %v", d, p, q)
			}
		}
	})
}

func TestPassagesAreThereMostly(t *testing.T) {
	n, all := 0, 0
	for x := range 60 {
		for y := range 20 {
			l := LinksOf(5, HeartDepth, geom.LevelID{X: x, Y: y, Z: 3})
			for _, d := range geom.Dirs {
				all++
				if l.HasSide[d] {
					n++
				}
			}
		}
	}
	if share := 100 * n / all; share < passages-5 || share > passages+5 {
		t.Errorf("%d %% of walls have a passage", share)
	}
}

func TestDepthGrowsToAllSides(t *testing.T) {
	for id, want := range map[geom.LevelID]int{
		{}: 0, {Z: 3}: 3, {X: 1, Z: 3}: 3, {X: -1, Y: 1, Z: 3}: 4, {X: -4, Y: -3, Z: 1}: 4,
	} {
		if got := Depth(id); got != want {
			t.Errorf("level %v has depth %d, want %d", id, got, want)
		}
	}
}
