package mapgen

import "laneya/geom"

// stage is a kind of room by size, dug until the level has so many floor
// fields.
type stage struct {
	least, most geom.Delta
	goal, tries int
}

var stages = []stage{
	{geom.Delta{DX: 10, DY: 8}, geom.Delta{DX: 19, DY: 13}, geom.LevelCells * 19 / 100, 40},
	{geom.Delta{DX: 6, DY: 5}, geom.Delta{DX: 12, DY: 9}, geom.LevelCells * 30 / 100, 120},
	{geom.Delta{DX: 3, DY: 3}, geom.Delta{DX: 7, DY: 5}, geom.LevelCells * 35 / 100, 120},
}

// digRooms digs large, middling and small rooms wherever one fits.
func (p *plan) digRooms() {
	for _, s := range stages {
		for range s.tries {
			if p.floor.Len() >= s.goal {
				break
			}
			p.placeRoom(geom.Delta{
				DX: p.dice.Between(s.least.DX, s.most.DX),
				DY: p.dice.Between(s.least.DY, s.most.DY),
			})
		}
	}
}

// placeRoom digs a room of that size where it fits, if it does.
func (p *plan) placeRoom(size geom.Delta) {
	const touching = 12 // one room in so many may run into another
	box, ok := p.site(size, p.dice.OneIn(touching))
	if !ok {
		return
	}
	if size.DX >= 8 && size.DY >= 6 && p.dice.Percent(p.caves) {
		p.digRoom(box, caveShape)
		return
	}
	p.digRoom(box, p.pickShape(size))
}

// site draws a place for a room of that size; ok is false if it would touch
// another, unless touching is welcome.
func (p *plan) site(size geom.Delta, touching bool) (box geom.Rect, ok bool) {
	box.Min.X = p.dice.Between(interior.Min.X, interior.Max.X-size.DX)
	box.Min.Y = p.dice.Between(interior.Min.Y, interior.Max.Y-size.DY)
	box.Max = box.Min.Add(size)
	apart := p.dice.Between(1, 2) // cells of rock between two rooms
	for i, r := range p.rooms {
		near := box.Inset(-apart).Overlaps(r.box)
		if near && (!touching || i == 0 || box.Inset(2).Overlaps(r.box)) {
			return box, false
		}
	}
	for _, v := range p.vaults {
		if box.Inset(-1).Overlaps(v.box) {
			return box, false
		}
	}
	return box, true
}

// digRoom digs the shape into box and notes the room, unless nothing of worth
// came of it.
func (p *plan) digRoom(box geom.Rect, s shape) {
	var cells geom.CellSet
	s(p.dice, box, &cells)
	seat, ok := nearest(&cells, box.Center())
	if !ok {
		return
	}
	cells = reach(&cells, seat)
	const least = 9 // cells
	if cells.Len() < least {
		return
	}
	p.floor.Union(&cells)
	p.rooms = append(p.rooms, room{box, seat})
}
