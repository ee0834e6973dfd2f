package rules

import "laneya/geom"

// joinRooms digs corridors: first as few as connect every room, the shortest
// ones, then some that close loops where the way round would be long.
func (p *plan) joinRooms() {
	hops := newHops(len(p.rooms))
	joined := make([]bool, len(p.rooms))
	joined[0] = true
	for range len(p.rooms) - 1 {
		a, b := p.closest(func(i, j int) bool { return joined[i] && !joined[j] })
		joined[b] = true
		hops.join(a, b)
		p.digCorridor(p.rooms[a].seat, p.rooms[b].seat, 2)
	}
	const long = 3 // hops that are worth a short cut
	for range p.dice.between(2, 4) {
		a, b := p.closest(func(i, j int) bool { return i < j && hops[i][j] >= long })
		if a < 0 {
			return
		}
		hops.join(a, b)
		p.digCorridor(p.rooms[a].seat, p.rooms[b].seat, p.dice.between(1, 2))
	}
}

// closest returns the two rooms nearest to each other of those that want
// allows, -1 and -1 if there are none.
func (p *plan) closest(want func(i, j int) bool) (a, b int) {
	a, b = -1, -1
	least := geom.LevelCells
	for i := range p.rooms {
		for j := range p.rooms {
			n := p.rooms[i].seat.Sub(p.rooms[j].seat).Taxicab()
			if n < least && want(i, j) {
				a, b, least = i, j, n
			}
		}
	}
	return a, b
}

// hops[i][j] is the number of corridors on the way from room i to room j.
type hops [][]int

func newHops(rooms int) hops {
	h := make(hops, rooms)
	for i := range h {
		h[i] = make([]int, rooms)
		for j := range h[i] {
			if i != j {
				h[i][j] = rooms
			}
		}
	}
	return h
}

// join notes a corridor between a and b.
func (h hops) join(a, b int) {
	for i := range h {
		for j := range h {
			h[i][j] = min(h[i][j], h[i][a]+1+h[b][j], h[i][b]+1+h[a][j])
		}
	}
}

// digCorridor digs a way from a to b, one or two fields wide.
func (p *plan) digCorridor(a, b geom.Pos, width int) {
	if p.dice.percent(85 - p.caves) {
		p.digBent(a, b, width)
		return
	}
	for _, at := range p.burrow(a, b) {
		p.digBrush(at, width)
	}
}

// digBent digs a straight corridor with a bend at either end of its middle
// part.
func (p *plan) digBent(a, b geom.Pos, width int) {
	span := b.Sub(a)
	share := p.dice.between(25, 75) // percent of the way before the first bend
	mid := a
	if max(span.DX, -span.DX) > max(span.DY, -span.DY) {
		mid.X += span.DX * share / 100
		p.digLine(a, mid, width)
		p.digLine(mid, geom.Pos{X: mid.X, Y: b.Y}, width)
		p.digLine(geom.Pos{X: mid.X, Y: b.Y}, b, width)
		return
	}
	mid.Y += span.DY * share / 100
	p.digLine(a, mid, width)
	p.digLine(mid, geom.Pos{X: b.X, Y: mid.Y}, width)
	p.digLine(geom.Pos{X: b.X, Y: mid.Y}, b, width)
}

// digLine digs from a to b, which lie in one row or column.
func (p *plan) digLine(a, b geom.Pos, width int) {
	step := geom.Delta{DX: sign(b.X - a.X), DY: sign(b.Y - a.Y)}
	for at := a; at != b; at = at.Add(step) {
		p.digBrush(at, width)
	}
	p.digBrush(b, width)
}

func sign(n int) int { return min(1, max(-1, n)) }

// digBrush digs a square with its north-west corner at p.
func (p *plan) digBrush(at geom.Pos, width int) {
	for i := range width * width {
		if q := at.Add(geom.Delta{DX: i % width, DY: i / width}); interior.Contains(q) {
			p.floor.Add(q)
		}
	}
}
