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
	caves int    // percent: some levels are built, some are grown
}

// room is one dug space.
type room struct {
	box  geom.Rect
	seat geom.Pos // floor; corridors lead here
}

// placeRooms digs the entrance hall, then large, middling and small rooms
// wherever one fits.
func (p *plan) placeRooms() {
	p.digHall()
	p.caves = p.dice.below(75)
	for _, s := range stages {
		for range s.tries {
			if p.floor.Len() >= s.goal {
				break
			}
			p.placeRoom(geom.Delta{
				DX: p.dice.between(s.least.DX, s.most.DX),
				DY: p.dice.between(s.least.DY, s.most.DY),
			})
		}
	}
}

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

// placeRoom digs a room of that size where it fits, if it does.
func (p *plan) placeRoom(size geom.Delta) {
	const touching = 12 // one room in so many may run into another
	box, ok := p.site(size, p.dice.oneIn(touching))
	if !ok {
		return
	}
	if size.DX >= 8 && size.DY >= 6 && p.dice.percent(p.caves) {
		p.digRoom(box, caveShape)
		return
	}
	p.digRoom(box, p.pickShape(size))
}

// digHall digs the entrance hall.
func (p *plan) digHall() {
	w, h := p.dice.between(11, 15), p.dice.between(7, 9)
	x := p.dice.between(18, 42-w)
	y := p.dice.between(22, 38-h)
	p.digRoom(geom.Rect{Min: geom.Pos{X: x, Y: y}, Max: geom.Pos{X: x + w, Y: y + h}}, cutShape)
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
