package geom

import "iter"

// Line goes over the fields of the straight line from a, which is left out, to b:
// Bresenham's. What flies goes this way.
func Line(a, b Pos) iter.Seq[Pos] {
	return func(yield func(Pos) bool) {
		dx, dy := b.X-a.X, b.Y-a.Y
		sx, sy := 1, 1
		if dx < 0 {
			dx, sx = -dx, -1
		}
		if dy < 0 {
			dy, sy = -dy, -1
		}
		err := dx - dy
		for p := a; p != b; {
			e := 2 * err
			if e > -dy {
				err -= dy
				p.X += sx
			}
			if e < dx {
				err += dx
				p.Y += sy
			}
			if !yield(p) {
				return
			}
		}
	}
}
