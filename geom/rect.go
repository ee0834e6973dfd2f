package geom

// Rect is the cells with Min.X <= x < Max.X and Min.Y <= y < Max.Y.
type Rect struct{ Min, Max Pos }

// Size returns the width and height of r, in cells.
func (r Rect) Size() Delta { return r.Max.Sub(r.Min) }

// Contains reports whether p is one of r's cells.
func (r Rect) Contains(p Pos) bool {
	return r.Min.X <= p.X && p.X < r.Max.X && r.Min.Y <= p.Y && p.Y < r.Max.Y
}

// Inset returns r with n cells taken off each side.
func (r Rect) Inset(n int) Rect {
	return Rect{r.Min.Add(Delta{n, n}), r.Max.Add(Delta{-n, -n})}
}

// Overlaps reports whether r and s share a cell.
func (r Rect) Overlaps(s Rect) bool {
	return r.Min.X < s.Max.X && s.Min.X < r.Max.X && r.Min.Y < s.Max.Y && s.Min.Y < r.Max.Y
}

// Center returns the middle cell of r; of two middles, the one nearer to Min.
func (r Rect) Center() Pos {
	return Pos{(r.Min.X + r.Max.X - 1) / 2, (r.Min.Y + r.Max.Y - 1) / 2}
}
