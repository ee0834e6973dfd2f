package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// digCrypt parts the level into chambers wall to wall, digs out most of them
// and opens doorways between neighbours.
func (p *plan) digCrypt() {
	var leaves []geom.Rect
	p.split(geom.LevelBounds.Inset(1), &leaves)
	for i := len(leaves) - 1; i > 0; i-- {
		j := p.dice.Below(i + 1)
		leaves[i], leaves[j] = leaves[j], leaves[i]
	}
	const goal = geom.LevelCells * 38 / 100
	first := len(p.rooms)
	for _, leaf := range leaves {
		if p.floor.Len() >= goal {
			break
		}
		if !p.taken(leaf) {
			p.digChamber(leaf)
		}
	}
	const tries = 150
	for i := 0; i < tries && p.floor.Len() < goal; i++ {
		p.placeRoom(geom.Delta{DX: p.dice.Between(3, 8), DY: p.dice.Between(3, 6)})
	}
	p.openDoorways(p.rooms[first:])
}

// split parts r into leaves. The last row and column of each is wall.
func (p *plan) split(r geom.Rect, leaves *[]geom.Rect) {
	const least = 5 // cells, of a leaf's side
	size := r.Size()
	wide, high := size.DX > 13 || size.DX > 9 && p.dice.Percent(60), size.DY > 9 || size.DY > 7 && p.dice.Percent(40)
	wide, high = wide && size.DX >= 2*least, high && size.DY >= 2*least
	if wide && high {
		wide = size.DX*2 > size.DY*3
	}
	a, b := r, r
	switch {
	case wide:
		a.Max.X = r.Min.X + p.dice.Between(least, size.DX-least)
		b.Min.X = a.Max.X
	case high:
		a.Max.Y = r.Min.Y + p.dice.Between(least, size.DY-least)
		b.Min.Y = a.Max.Y
	default:
		*leaves = append(*leaves, r)
		return
	}
	p.split(a, leaves)
	p.split(b, leaves)
}

// digChamber digs the chamber of a leaf.
func (p *plan) digChamber(leaf geom.Rect) {
	box := geom.Rect{Min: leaf.Min, Max: leaf.Max.Add(geom.Delta{DX: -1, DY: -1})}
	s := shape(plainShape)
	if size := box.Size(); min(size.DX, size.DY) >= 5 {
		s = [...]shape{plainShape, plainShape, pillarShape, cutShape}[p.dice.Below(4)]
	}
	p.digRoom(box, s)
}

// openDoorways opens a doorway between most chambers that share a wall.
func (p *plan) openDoorways(chambers []room) {
	const share = 55 // percent
	for i, a := range chambers {
		for _, b := range chambers[:i] {
			if q, ok := p.sharedWall(a.box, b.box); ok && p.dice.Percent(share) {
				p.floor.Add(q)
			}
		}
	}
}

// sharedWall draws a cell of the wall of one cell between a and b whose both
// sides are floor; ok is false if it found none.
func (p *plan) sharedWall(a, b geom.Rect) (q geom.Pos, ok bool) {
	gap := geom.Rect{
		Min: geom.Pos{X: max(a.Min.X, b.Min.X), Y: max(a.Min.Y, b.Min.Y)},
		Max: geom.Pos{X: min(a.Max.X, b.Max.X), Y: min(a.Max.Y, b.Max.Y)},
	}
	size := gap.Size()
	var step geom.Dir
	switch {
	case size.DX == -1 && size.DY > 0:
		q = geom.Pos{X: gap.Max.X, Y: p.dice.Between(gap.Min.Y, gap.Max.Y-1)}
		step = geom.East
	case size.DY == -1 && size.DX > 0:
		q = geom.Pos{X: p.dice.Between(gap.Min.X, gap.Max.X-1), Y: gap.Max.Y}
		step = geom.South
	default:
		return q, false
	}
	return q, !p.fixed.Has(q) && p.floor.Has(q.Step(step)) && p.floor.Has(q.Step(opposite(step)))
}

// dressCrypt puts coffins along the walls and bones on the floor.
func (p *plan) dressCrypt() {
	p.strew(content.Coffin, p.dice.Between(8, 16), func(q geom.Pos) bool { return p.atWall(q) && !p.atDoor(q) })
	p.strew(content.Statue, p.dice.Between(2, 5), p.atWall)
	p.scatter(content.Bones, 4)
	n := p.newNoise(6)
	p.paintWhere(content.Moss, func(q geom.Pos) bool { return n.at(q) > 205 })
}
