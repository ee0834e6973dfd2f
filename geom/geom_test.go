package geom

import (
	"testing"

	"pgregory.net/rapid"
)

func TestStepsFollowDeltas(t *testing.T) {
	for d, want := range map[Dir]Pos{
		Stop:    {5, 5},
		North:   {5, 4},
		East:    {6, 5},
		South:   {5, 6},
		West:    {4, 5},
		Dir(5):  {5, 5},
		Dir(99): {5, 5},
	} {
		if got := (Pos{5, 5}).Step(d); got != want {
			t.Errorf("a step %v from 5,5 leads to %v, want %v", d, got, want)
		}
	}
}

func TestDirNames(t *testing.T) {
	for d := range Dir(8) {
		got, ok := ParseDir(d.String())
		if ok != d.Valid() || ok && got != d {
			t.Errorf("direction %d is named %q, which reads as %v, %v", d, d, got, ok)
		}
	}
	for _, name := range []string{"", "North", "up", "invalid", " stop"} {
		if d, ok := ParseDir(name); ok || d != Stop {
			t.Errorf("%q reads as %v, %v", name, d, ok)
		}
	}
	if Dirs != [4]Dir{North, East, South, West} {
		t.Errorf("Dirs is %v", Dirs)
	}
}

func TestDistances(t *testing.T) {
	for d, want := range map[Delta][2]int{
		{}:       {0, 0},
		{3, 0}:   {3, 3},
		{-3, 2}:  {5, 3},
		{2, -7}:  {9, 7},
		{-4, -4}: {8, 4},
	} {
		if got := [2]int{d.Taxicab(), d.Chebyshev()}; got != want {
			t.Errorf("%v is %v long, want %v", d, got, want)
		}
	}
}

func TestAddUndoesSub(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, q := anyPos.Draw(t, "p"), anyPos.Draw(t, "q")
		if got := q.Add(p.Sub(q)); got != p {
			t.Fatalf("%v, want %v", got, p)
		}
	})
}

var anyRect = rapid.Custom(func(t *rapid.T) Rect { return Rect{anyPos.Draw(t, "min"), anyPos.Draw(t, "max")} })

func TestRectHoldsItsCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, s := anyRect.Draw(t, "r"), anyRect.Draw(t, "s")
		n := rapid.IntRange(-2, 4).Draw(t, "inset")
		inside := r.Inset(n)
		share, members := false, 0
		for y := -9; y < LevelHeight+9; y++ {
			for x := -9; x < LevelWidth+9; x++ {
				p := Pos{x, y}
				in := x >= r.Min.X && x < r.Max.X && y >= r.Min.Y && y < r.Max.Y
				deep := x >= r.Min.X+n && x < r.Max.X-n && y >= r.Min.Y+n && y < r.Max.Y-n
				if r.Contains(p) != in || inside.Contains(p) != deep {
					t.Fatalf("%v is taken for in or out", p)
				}
				share = share || in && s.Contains(p)
				if in {
					members++
				}
			}
		}
		if members > 0 && s.Size().DX > 0 && s.Size().DY > 0 && r.Overlaps(s) != share {
			t.Fatalf("Overlaps is %v", !share)
		}
		if size := r.Size(); members > 0 && (members != size.DX*size.DY || !r.Contains(r.Center())) {
			t.Fatalf("%d cells, size %v, center %v", members, size, r.Center())
		}
	})
}

func TestCellIndexIsByRows(t *testing.T) {
	for i := range LevelCells {
		p := CellAt(i)
		if CellIndex(p) != i || !LevelBounds.Contains(p) || p != (Pos{i % 60, i / 60}) {
			t.Fatalf("cell %d is at %v, which has index %d", i, p, CellIndex(p))
		}
	}
}
