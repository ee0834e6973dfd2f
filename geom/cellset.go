package geom

import "math/bits"

// CellSet is a set of a level's cells. The zero value is empty. It is a plain
// array, so assigning it makes a copy and == compares the members.
type CellSet [(LevelCells + 63) / 64]uint64

// Has reports whether p is in the set; a place off the level never is.
func (s *CellSet) Has(p Pos) bool {
	if !LevelBounds.Contains(p) {
		return false
	}
	i := CellIndex(p)
	return s[i/64]&(1<<(i%64)) != 0
}

// Add puts p into the set; a place off the level is passed over.
func (s *CellSet) Add(p Pos) {
	if !LevelBounds.Contains(p) {
		return
	}
	i := CellIndex(p)
	s[i/64] |= 1 << (i % 64)
}

// Union puts all members of t into s.
func (s *CellSet) Union(t *CellSet) {
	for i, w := range t {
		s[i] |= w
	}
}

// Minus returns the members of s that are not in t.
func (s *CellSet) Minus(t *CellSet) CellSet {
	var out CellSet
	for i, w := range s {
		out[i] = w &^ t[i]
	}
	return out
}

// Len returns the number of members.
func (s *CellSet) Len() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// Run is a row of cells next to each other: those from X to X+N-1 at Y.
type Run struct{ X, Y, N int }

// AppendRuns appends to runs the members of s as the fewest runs, from north
// to south and west to east, and returns the extended slice.
func (s *CellSet) AppendRuns(runs []Run) []Run {
	for y := range LevelHeight {
		for x := 0; x < LevelWidth; x++ {
			if !s.Has(Pos{x, y}) {
				continue
			}
			start := x
			for x < LevelWidth && s.Has(Pos{x, y}) {
				x++
			}
			runs = append(runs, Run{start, y, x - start})
		}
	}
	return runs
}

// AddRun puts the cells of r into the set, passing over those off the level.
func (s *CellSet) AddRun(r Run) {
	if r.Y < 0 || r.Y >= LevelHeight {
		return
	}
	for x := max(r.X, 0); x < min(r.X+r.N, LevelWidth); x++ {
		s.Add(Pos{x, r.Y})
	}
}

// FullCellSet returns the set of all cells of a level.
func FullCellSet() CellSet {
	var s CellSet
	for i := range LevelCells {
		s[i/64] |= 1 << (i % 64)
	}
	return s
}
