package mapgen

import "laneya/geom"

// joinRooms digs corridors: first as few as connect every room and vault, the
// shortest ones, then at most so many that close loops where the way round
// would be long.
func (p *plan) joinRooms(loops int) {
	seats := make([]geom.Pos, 0, len(p.rooms)+len(p.gates))
	for _, r := range p.rooms {
		seats = append(seats, r.seat)
	}
	seats = append(seats, p.gates...)
	hops := p.joinSeats(seats)
	const long = 3 // hops that are worth a short cut
	for range loops {
		a, b := shortCut(seats, hops, long)
		if a < 0 {
			return
		}
		hops.join(a, b)
		p.digCorridor(seats[a], seats[b], p.dice.Between(1, 2))
	}
}

// joinSeats digs the corridors that connect all seats, as a tree that grows
// from the first, and returns how many hops they are apart.
func (p *plan) joinSeats(seats []geom.Pos) hops {
	hops := newHops(len(seats))
	part := p.parts()
	type link struct{ from, far int } // the nearest seat of the tree, and how far that is
	links := make([]link, len(seats))
	done := make([]bool, len(seats))
	add := func(i int) {
		done[i] = true
		for j := range seats {
			far := seats[i].Sub(seats[j]).Taxicab()
			if part[geom.CellIndex(seats[i])] == part[geom.CellIndex(seats[j])] {
				far = 0
			}
			if far < links[j].far {
				links[j] = link{i, far}
			}
		}
	}
	for j := range links {
		links[j] = link{0, geom.LevelCells}
	}
	add(0)
	for range len(seats) - 1 {
		next := -1
		for j := range seats {
			if !done[j] && (next < 0 || links[j].far < links[next].far) {
				next = j
			}
		}
		from := links[next].from
		hops.join(from, next)
		if links[next].far > 0 {
			p.digCorridor(seats[from], seats[next], p.corridor())
		}
		add(next)
	}
	return hops
}

// corridor draws the width of a corridor, in fields.
func (p *plan) corridor() int {
	if p.level.Kind == Crypt {
		return 1
	}
	return p.dice.Between(1, 2)
}

// parts numbers the parts of the floor that hang together, from 1; what isn't
// floor is of part 0.
func (p *plan) parts() *[geom.LevelCells]uint16 {
	var part [geom.LevelCells]uint16
	left := p.floor
	for n, i := uint16(1), 0; i < geom.LevelCells; i++ {
		if !left.Has(geom.CellAt(i)) {
			continue
		}
		cells := reach(&left, geom.CellAt(i))
		left = left.Minus(&cells)
		for j := i; j < geom.LevelCells; j++ {
			if cells.Has(geom.CellAt(j)) {
				part[j] = n
			}
		}
		n++
	}
	return &part
}

// shortCut returns the two seats nearest to each other of those that are at
// least so many hops apart, -1 and -1 if there are none.
func shortCut(seats []geom.Pos, h hops, long int) (a, b int) {
	a, b = -1, -1
	least := geom.LevelCells
	for i := range seats {
		for j := range i {
			n := seats[i].Sub(seats[j]).Taxicab()
			if n < least && h[i][j] >= long {
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
