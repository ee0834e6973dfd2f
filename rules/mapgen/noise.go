package mapgen

import "laneya/geom"

// noise is a smooth hilly field: a height from 0 to 255 for each cell.
type noise [geom.LevelCells]uint8

// newNoise draws heights at points so many cells apart and slopes between
// them.
func (p *plan) newNoise(apart int) *noise {
	const most = geom.LevelWidth/3 + 2
	var points [most][most]int
	for y := range geom.LevelHeight/apart + 2 {
		for x := range geom.LevelWidth/apart + 2 {
			points[y][x] = p.dice.Below(256)
		}
	}
	var n noise
	for i := range n {
		q := geom.CellAt(i)
		x, y := q.X/apart, q.Y/apart
		fx, fy := q.X%apart, q.Y%apart
		north := points[y][x]*(apart-fx) + points[y][x+1]*fx
		south := points[y+1][x]*(apart-fx) + points[y+1][x+1]*fx
		n[i] = uint8((north*(apart-fy) + south*fy) / (apart * apart))
	}
	return &n
}

// at returns the height at q, which is on the level.
func (n *noise) at(q geom.Pos) int { return int(n[geom.CellIndex(q)]) }
