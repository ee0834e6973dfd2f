package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// digMine digs galleries that cross each other, with rails along some, and
// stopes dug out beside them.
func (p *plan) digMine() {
	const margin = 5 // cells, from the border to the outer galleries
	across, down := p.dice.Between(4, 5), 3
	node := func(i, j int) geom.Pos {
		w, h := geom.LevelWidth-2*margin, geom.LevelHeight-2*margin
		return geom.Pos{
			X: margin + i*w/(across-1) + p.dice.Between(-2, 2),
			Y: margin + j*h/(down-1) + p.dice.Between(-2, 2),
		}
	}
	var nodes [5][3]geom.Pos
	for i := range across {
		for j := range down {
			nodes[i][j] = node(i, j)
		}
	}
	const along, between = 80, 55 // percent of galleries of the grid that are dug
	for i := range across {
		for j := range down {
			if i+1 < across && p.dice.Percent(along) {
				p.digGallery(nodes[i][j], nodes[i+1][j], true)
			}
			if j+1 < down && p.dice.Percent(between) {
				p.digGallery(nodes[i][j], nodes[i][j+1], false)
			}
		}
	}
	p.partRooms(1)
	const goal, tries = geom.LevelCells * 36 / 100, 80
	for range tries {
		if p.floor.Len() >= goal {
			return
		}
		box, ok := p.site(geom.Delta{DX: p.dice.Between(6, 14), DY: p.dice.Between(5, 9)}, true)
		if ok {
			p.digRoom(box, caveShape)
		}
	}
}

// digGallery digs a gallery from a to b, with rails in the middle of a railed
// one.
func (p *plan) digGallery(a, b geom.Pos, railed bool) {
	bend := geom.Pos{X: (a.X + b.X) / 2, Y: a.Y}
	turn := geom.Pos{X: bend.X, Y: b.Y}
	if !railed {
		bend = geom.Pos{X: a.X, Y: (a.Y + b.Y) / 2}
		turn = geom.Pos{X: b.X, Y: bend.Y}
	}
	for _, leg := range [3][2]geom.Pos{{a, bend}, {bend, turn}, {turn, b}} {
		eachBetween(leg[0], leg[1], func(q geom.Pos) {
			if !railed {
				p.digBrush(q, 2)
				return
			}
			p.digBrush(q.Add(geom.Delta{DX: -1, DY: -1}), 3)
			p.rails.Add(q)
		})
	}
}

// dressMine lays rails and planks, leaves carts and rubble, and opens shafts.
func (p *plan) dressMine() {
	for i := range geom.LevelCells {
		q := geom.CellAt(i)
		if p.rails.Has(q) && p.at(q) == content.Floor && p.free(q) && !p.dice.OneIn(9) {
			p.level.Terrain[i] = content.Rail
		}
	}
	n := p.newNoise(7)
	for i := range geom.LevelCells {
		q := geom.CellAt(i)
		if p.at(q) != content.Floor || !p.free(q) {
			continue
		}
		switch h := n.at(q); {
		case h < 75:
			p.set(q, content.Planks)
		case h > 185 && p.dice.Percent(40):
			p.set(q, content.Rubble)
		}
	}
	for range p.dice.Between(2, 4) {
		p.digShaft()
	}
	p.strew(content.Cart, p.dice.Between(4, 8), func(q geom.Pos) bool { return p.near(q, content.Rail) })
	p.strew(content.Crystal, p.dice.Between(2, 5), p.atWall)
	p.strew(content.Pillar, p.dice.Between(4, 8), func(q geom.Pos) bool { return p.near(q, content.Planks) })
}

// digShaft opens a small chasm in the floor.
func (p *plan) digShaft() {
	q, ok := p.anyFloor(func(q geom.Pos) bool { return p.openAround(q) == 8 })
	if !ok {
		return
	}
	var cells geom.CellSet
	addRect(&cells, within(geom.Rect{
		Min: q, Max: q.Add(geom.Delta{DX: p.dice.Between(2, 3), DY: p.dice.Between(2, 3)}),
	}, interior))
	for i := range geom.LevelCells {
		if c := geom.CellAt(i); cells.Has(c) && !ground(p.at(c)) {
			vacate(&cells, c)
		}
	}
	p.sink(&cells, content.Chasm, content.Planks)
}
