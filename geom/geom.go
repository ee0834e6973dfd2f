// Package geom holds the integer geometry that every other package of laneya
// shares: cells, directions, rectangles and the names of levels. It imports
// nothing of laneya and does no drawing, so the server and the client can both
// use it.
//
// All coordinates are whole cells. x grows to the east, y grows to the south.
package geom

// Pos is the place of one cell on a level, in cells from the level's
// north-west corner.
type Pos struct{ X, Y int }

// Delta is a step from one Pos to another, in cells. It is a type of its own
// so that a place and a distance can't be mixed up.
type Delta struct{ DX, DY int }

// Add returns the cell that lies d away from p.
func (p Pos) Add(d Delta) Pos { return Pos{p.X + d.DX, p.Y + d.DY} }

// Sub returns the step that leads from q to p.
func (p Pos) Sub(q Pos) Delta { return Delta{p.X - q.X, p.Y - q.Y} }

// Step returns the cell next to p in direction d; it is p itself for Stop.
func (p Pos) Step(d Dir) Pos { return p.Add(d.Delta()) }

// Taxicab returns the length of d in cells when walking along the axes.
func (d Delta) Taxicab() int { return max(d.DX, -d.DX) + max(d.DY, -d.DY) }

// Chebyshev returns the larger of the two sides of d, in cells.
func (d Delta) Chebyshev() int {
	return max(d.DX, -d.DX, d.DY, -d.DY)
}
