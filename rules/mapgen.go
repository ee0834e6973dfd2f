package rules

import "laneya/geom"

// What every level that dig returns keeps to.
const (
	minFloor = geom.LevelCells * 35 / 100
	maxFloor = geom.LevelCells * 50 / 100
)

// digAttempts bounds how often dig begins anew; nearly all first attempts
// keep to the bounds above.
const digAttempts = 100

// interior is what may be dug: the border stays wall.
var interior = geom.LevelBounds.Inset(1)

// dig makes the ground of a level: rooms and caves, joined by corridors, all
// of it connected. Newcomers arrive around the entrance, in a hall of its own
// near the middle of the south.
func dig(d *dice) (floor geom.CellSet, entrance geom.Pos) {
	for range digAttempts {
		p := plan{dice: d}
		p.placeRooms()
		p.joinRooms()
		floor = p.floor
		entrance = p.rooms[0].seat
		keepReached(&floor, entrance)
		if n := floor.Len(); n >= minFloor && n <= maxFloor {
			break
		}
	}
	return floor, entrance
}

// plan is a level in the making.
type plan struct {
	dice  *dice
	floor geom.CellSet
	rooms []room // the entrance hall first
}

// room is one dug space.
type room struct {
	box  geom.Rect
	seat geom.Pos // floor; corridors lead here
}

// placeRooms digs the entrance hall, then rooms of falling size wherever one
// fits.
func (p *plan) placeRooms() {
	const (
		tries    = 260
		goal     = geom.LevelCells * 35 / 100
		touching = 12 // one room in so many may run into another
	)
	p.digHall()
	caves := p.dice.below(70) // percent: some levels are built, some are grown
	for try := 0; try < tries && p.floor.Len() < goal; try++ {
		size := p.size(try * 3 / tries)
		box, ok := p.site(size, p.dice.oneIn(touching))
		if !ok {
			continue
		}
		if p.dice.percent(caves) && size.DX >= 8 && size.DY >= 6 {
			p.digRoom(box, caveShape)
			continue
		}
		p.digRoom(box, p.pickShape(size))
	}
}

// digHall digs the entrance hall.
func (p *plan) digHall() {
	w, h := p.dice.between(11, 15), p.dice.between(7, 9)
	x := p.dice.between(18, 42-w)
	y := p.dice.between(22, 38-h)
	p.digRoom(geom.Rect{Min: geom.Pos{X: x, Y: y}, Max: geom.Pos{X: x + w, Y: y + h}}, cutShape)
}

// size draws the size of a room, of stage 0 (large) to 2 (small).
func (p *plan) size(stage int) geom.Delta {
	d := p.dice
	switch stage {
	case 0:
		return geom.Delta{DX: d.between(9, 18), DY: d.between(7, 12)}
	case 1:
		return geom.Delta{DX: d.between(6, 12), DY: d.between(5, 9)}
	}
	return geom.Delta{DX: d.between(4, 8), DY: d.between(3, 6)}
}

// site draws a place for a room of that size; ok is false if it would touch
// another, unless touching is welcome.
func (p *plan) site(size geom.Delta, touching bool) (box geom.Rect, ok bool) {
	box.Min.X = p.dice.between(interior.Min.X, interior.Max.X-size.DX)
	box.Min.Y = p.dice.between(interior.Min.Y, interior.Max.Y-size.DY)
	box.Max = box.Min.Add(size)
	apart := p.dice.between(1, 2) // cells of rock between two rooms
	for i, r := range p.rooms {
		near := box.Inset(-apart).Overlaps(r.box)
		if near && (!touching || i == 0 || box.Inset(2).Overlaps(r.box)) {
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
	keepReached(&cells, seat)
	const least = 9 // cells
	if cells.Len() < least {
		return
	}
	p.floor.Union(&cells)
	p.rooms = append(p.rooms, room{box, seat})
}

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

// keepReached takes out of s all that can't be reached on foot from start.
func keepReached(s *geom.CellSet, start geom.Pos) {
	var reached geom.CellSet
	if !s.Has(start) {
		*s = reached
		return
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
	*s = reached
}
