package mapgen

import "laneya/geom"

// nearest returns the member of s nearest to p.
func nearest(s *geom.CellSet, p geom.Pos) (best geom.Pos, ok bool) {
	least := geom.LevelCells
	for i := range geom.LevelCells {
		q := geom.CellAt(i)
		if n := q.Sub(p).Taxicab(); n < least && s.Has(q) {
			best, least, ok = q, n, true
		}
	}
	return best, ok
}

// reach returns the members of s that can be reached from start by steps
// within s.
func reach(s *geom.CellSet, start geom.Pos) geom.CellSet {
	var reached geom.CellSet
	if !s.Has(start) {
		return reached
	}
	reached.Add(start)
	stack := []geom.Pos{start}
	for len(stack) > 0 {
		p := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, d := range geom.Dirs {
			if q := p.Step(d); s.Has(q) && !reached.Has(q) {
				reached.Add(q)
				stack = append(stack, q)
			}
		}
	}
	return reached
}

// spread returns s with the eight neighbours of each member; it may run over
// the level's sides.
func spread(s *geom.CellSet) geom.CellSet {
	row := *s
	row.Union(shifted(s, 1))
	row.Union(shifted(s, -1))
	out := row
	out.Union(shifted(&row, geom.LevelWidth))
	out.Union(shifted(&row, -geom.LevelWidth))
	return out
}

// shifted returns s with every CellIndex n higher; |n| must be below 64.
func shifted(s *geom.CellSet, n int) *geom.CellSet {
	var out geom.CellSet
	last := len(s) - 1
	for i := range s {
		if n > 0 {
			out[i] = s[i] << n
			if i > 0 {
				out[i] |= s[i-1] >> (64 - n)
			}
			continue
		}
		out[i] = s[i] >> -n
		if i < last {
			out[i] |= s[i+1] << (64 + n)
		}
	}
	const spare = len(out)*64 - geom.LevelCells
	out[last] &= ^uint64(0) >> spare
	return &out
}

// vacate takes p, which must be on the level, out of s.
func vacate(s *geom.CellSet, p geom.Pos) {
	i := geom.CellIndex(p)
	s[i/64] &^= 1 << (i % 64)
}

// addRect puts the cells of r into s.
func addRect(s *geom.CellSet, r geom.Rect) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		s.AddRun(geom.Run{X: r.Min.X, Y: y, N: r.Size().DX})
	}
}

// around returns the square of cells at most n from p.
func around(p geom.Pos, n int) geom.Rect {
	return geom.Rect{Min: p.Add(geom.Delta{DX: -n, DY: -n}), Max: p.Add(geom.Delta{DX: n + 1, DY: n + 1})}
}

// within returns the part of r that lies in s.
func within(r, s geom.Rect) geom.Rect {
	return geom.Rect{
		Min: geom.Pos{X: max(r.Min.X, s.Min.X), Y: max(r.Min.Y, s.Min.Y)},
		Max: geom.Pos{X: min(r.Max.X, s.Max.X), Y: min(r.Max.Y, s.Max.Y)},
	}
}
