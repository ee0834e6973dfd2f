package mapgen

import (
	"slices"

	"laneya/geom"
)

// digCaves grows caverns over the whole level, and then takes their larger
// parts for rooms.
func (p *plan) digCaves(ground int) {
	var cells geom.CellSet
	for i := range geom.LevelCells {
		if q := geom.CellAt(i); interior.Contains(q) && p.dice.Percent(ground) {
			cells.Add(q)
		}
	}
	for range 4 {
		cells = settle(&cells, interior)
	}
	cells = cells.Minus(&p.fixed)
	const least = 25 // cells of a cavern worth keeping
	p.floor.Union(&cells)
	p.partRooms(least)
}

// partRooms makes a room of each part of the floor that hangs together,
// filling up those of fewer than least cells that hold no other room and from
// which no vault is entered.
func (p *plan) partRooms(least int) {
	old := p.rooms
	p.rooms = nil
	left := p.floor
	for _, r := range old {
		if left.Has(r.seat) {
			part := reach(&p.floor, r.seat)
			left = left.Minus(&part)
			p.rooms = append(p.rooms, r)
		}
	}
	for i := range geom.LevelCells {
		q := geom.CellAt(i)
		if !left.Has(q) {
			continue
		}
		part := reach(&left, q)
		left = left.Minus(&part)
		if slices.ContainsFunc(p.gates, func(g geom.Pos) bool { return part.Has(g) }) {
			continue
		}
		if part.Len() < least {
			p.floor = p.floor.Minus(&part)
			continue
		}
		box := boundsOf(&part)
		seat, _ := nearest(&part, box.Center())
		p.rooms = append(p.rooms, room{box, seat})
	}
}

// boundsOf returns the least rectangle around s, which isn't empty.
func boundsOf(s *geom.CellSet) geom.Rect {
	r := geom.Rect{Min: geom.Pos{X: geom.LevelWidth, Y: geom.LevelHeight}}
	for i := range geom.LevelCells {
		if q := geom.CellAt(i); s.Has(q) {
			r.Min = geom.Pos{X: min(r.Min.X, q.X), Y: min(r.Min.Y, q.Y)}
			r.Max = geom.Pos{X: max(r.Max.X, q.X+1), Y: max(r.Max.Y, q.Y+1)}
		}
	}
	return r
}
