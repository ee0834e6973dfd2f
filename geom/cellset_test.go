package geom

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// cells is the model of a CellSet.
type cells map[Pos]bool

// anyPos draws places on the level and around it.
var anyPos = rapid.Custom(func(t *rapid.T) Pos {
	return Pos{rapid.IntRange(-3, LevelWidth+2).Draw(t, "x"), rapid.IntRange(-3, LevelHeight+2).Draw(t, "y")}
})

func drawCells(t *rapid.T, label string) (CellSet, cells) {
	var s CellSet
	m := cells{}
	for _, p := range rapid.SliceOf(anyPos).Draw(t, label) {
		s.Add(p)
		if LevelBounds.Contains(p) {
			m[p] = true
		}
	}
	return s, m
}

func compare(t *rapid.T, s *CellSet, m cells) {
	t.Helper()
	if s.Len() != len(m) {
		t.Fatalf("%d members, want %d", s.Len(), len(m))
	}
	for y := -3; y < LevelHeight+3; y++ {
		for x := -3; x < LevelWidth+3; x++ {
			if p := (Pos{x, y}); s.Has(p) != m[p] {
				t.Fatalf("Has(%v) is %v", p, s.Has(p))
			}
		}
	}
}

func TestCellSetIsASet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, inA := drawCells(t, "a")
		b, inB := drawCells(t, "b")
		compare(t, &a, inA)

		rest, inRest := a.Minus(&b), cells{}
		union, inUnion := a, cells{}
		union.Union(&b)
		for p := range inA {
			inUnion[p] = true
			if !inB[p] {
				inRest[p] = true
			}
		}
		for p := range inB {
			inUnion[p] = true
		}
		compare(t, &rest, inRest)
		compare(t, &union, inUnion)
		compare(t, &a, inA)
	})
}

// drawRun draws a run that may stick out of the level.
func drawRun(t *rapid.T) Run {
	p := anyPos.Draw(t, "start")
	return Run{p.X, p.Y, rapid.IntRange(-2, LevelWidth+9).Draw(t, "n")}
}

func TestRunsRebuildTheSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s CellSet
		m := cells{}
		for range rapid.IntRange(0, 30).Draw(t, "runs") {
			r := drawRun(t)
			s.AddRun(r)
			for x := r.X; x < r.X+r.N; x++ {
				if p := (Pos{x, r.Y}); LevelBounds.Contains(p) {
					m[p] = true
				}
			}
		}
		compare(t, &s, m)

		before := []Run{{1, 2, 3}}
		runs := s.AppendRuns(slices.Clone(before))
		if runs[0] != before[0] {
			t.Fatal("AppendRuns changed what was there")
		}
		checkFewest(t, &s, runs[1:])
		var again CellSet
		for _, r := range runs[1:] {
			again.AddRun(r)
		}
		if again != s {
			t.Fatalf("%v rebuild another set", runs[1:])
		}
	})
}

// checkFewest fails unless runs are in order, within the level and each as
// long as can be.
func checkFewest(t *rapid.T, s *CellSet, runs []Run) {
	t.Helper()
	next := 0 // index of the first cell that the next run may begin at
	for _, r := range runs {
		i := CellIndex(Pos{r.X, r.Y})
		if r.N < 1 || r.X < 0 || r.X+r.N > LevelWidth || i < next {
			t.Fatalf("run %v is out of order or of bounds", r)
		}
		if s.Has(Pos{r.X - 1, r.Y}) || s.Has(Pos{r.X + r.N, r.Y}) {
			t.Fatalf("run %v could be longer", r)
		}
		next = i + r.N
	}
}

func TestFullCellSet(t *testing.T) {
	full := FullCellSet()
	if full.Len() != LevelCells {
		t.Fatalf("%d members, want %d", full.Len(), LevelCells)
	}
	runs := full.AppendRuns(nil)
	if len(runs) != LevelHeight || runs[7] != (Run{0, 7, LevelWidth}) {
		t.Fatalf("its runs are %v", runs)
	}
	var none CellSet
	if full.Minus(&full) != none || len(none.AppendRuns(nil)) != 0 {
		t.Fatal("nothing isn't empty")
	}
}
