package mapgen

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
	for range p.dice.Between(2, 4) {
		a, b := p.closest(func(i, j int) bool { return i < j && hops[i][j] >= long })
		if a < 0 {
			return
		}
		hops.join(a, b)
		p.digCorridor(p.rooms[a].seat, p.rooms[b].seat, p.dice.Between(1, 2))
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

// digCorridor digs a way from a to b, one or two fields wide, around what is
// fixed.
func (p *plan) digCorridor(a, b geom.Pos, width int) {
	if p.dice.Percent(85-p.caves) && p.digBent(a, b, width) {
		return
	}
	for _, at := range p.burrow(a, b) {
		p.digBrush(at, width)
	}
}

// digBent digs a straight corridor with a bend at either end of its middle
// part; ok is false, and nothing dug, if something fixed is in the way.
func (p *plan) digBent(a, b geom.Pos, width int) (ok bool) {
	span := b.Sub(a)
	share := p.dice.Between(25, 75) // percent of the way before the first bend
	first, second := a, b
	if max(span.DX, -span.DX) > max(span.DY, -span.DY) {
		first.X += span.DX * share / 100
		second.X = first.X
	} else {
		first.Y += span.DY * share / 100
		second.Y = first.Y
	}
	legs := [3][2]geom.Pos{{a, first}, {first, second}, {second, b}}
	for _, leg := range legs {
		if !p.clear(leg[0], leg[1]) {
			return false
		}
	}
	for _, leg := range legs {
		eachBetween(leg[0], leg[1], func(at geom.Pos) { p.digBrush(at, width) })
	}
	return true
}

// clear reports whether nothing fixed lies on the line from a to b.
func (p *plan) clear(a, b geom.Pos) bool {
	ok := true
	eachBetween(a, b, func(at geom.Pos) { ok = ok && !p.fixed.Has(at) })
	return ok
}

// eachBetween calls f for the cells from a to b, which lie in one row or
// column.
func eachBetween(a, b geom.Pos, f func(geom.Pos)) {
	step := geom.Delta{DX: sign(b.X - a.X), DY: sign(b.Y - a.Y)}
	for at := a; at != b; at = at.Add(step) {
		f(at)
	}
	f(b)
}

func sign(n int) int { return min(1, max(-1, n)) }

// digBrush digs a square with its north-west corner at p, but for what is
// fixed.
func (p *plan) digBrush(at geom.Pos, width int) {
	for i := range width * width {
		q := at.Add(geom.Delta{DX: i % width, DY: i / width})
		if interior.Contains(q) && !p.fixed.Has(q) {
			p.floor.Add(q)
		}
	}
}
