package client

import (
	"slices"

	"laneya/geom"
	"laneya/protocol"
)

// ground is what is known of a level's fields, row by row.
type ground struct {
	size    geom.Delta // each side at most maxSide; both 0 before a map is known
	terrain []Terrain
	sight   cells
}

// reset makes g a level of that size of which nothing is known.
func (g *ground) reset(size geom.Delta) {
	g.size = size
	n := size.DX * size.DY
	g.terrain = slices.Grow(g.terrain[:0], n)[:n]
	clear(g.terrain)
	g.sight = g.sight.reset(n)
}

func (g *ground) equal(o *ground) bool {
	return g.size == o.size && slices.Equal(g.terrain, o.terrain) && slices.Equal(g.sight, o.sight)
}

// index returns where p is found in terrain and sight; ok is false for a place
// off the level.
func (g *ground) index(p geom.Pos) (i int, ok bool) {
	ok = 0 <= p.X && p.X < g.size.DX && 0 <= p.Y && p.Y < g.size.DY
	return p.Y*g.size.DX + p.X, ok
}

// clip returns the part of the run that lies on the level as first and last+1
// index; skip is how many of its fields lie to the west of the level.
func (g *ground) clip(r protocol.Run) (from, to, skip int) {
	if r.N <= 0 || r.Y < 0 || r.Y >= g.size.DY || r.X >= g.size.DX {
		return 0, 0, 0
	}
	if r.X < 0 {
		skip = -max(r.X, -r.N) // as r.X may be too low to be turned round
		r.X, r.N = 0, r.N-skip
	}
	from = r.Y*g.size.DX + r.X
	return from, from + min(r.N, g.size.DX-r.X), skip
}

// look adds the fields to those in sight.
func (g *ground) look(runs []protocol.Run) {
	for _, r := range runs {
		from, to, _ := g.clip(r)
		for i := from; i < to; i++ {
			g.sight.add(i)
		}
	}
}

// explore sets the terrain of the fields and reports whether any of it is new.
func (g *ground) explore(strips []protocol.Strip) (changed bool) {
	for _, s := range strips {
		from, to, skip := g.clip(protocol.Run{X: s.X, Y: s.Y, N: len(s.Cells)})
		for i := from; i < to; i++ {
			t := terrainOf(s.Cells[skip+i-from])
			changed = changed || g.terrain[i] != t
			g.terrain[i] = t
		}
	}
	return changed
}

// terrainOf takes what is no printable character for unknown ground.
func terrainOf(cell byte) Terrain {
	if cell <= protocol.CellUnknown || cell > '~' {
		return Unknown
	}
	return Terrain(cell)
}

// cells is a set of a level's fields by their index, a bit for each.
type cells []uint64

// reset returns an empty set for n fields, in c's memory where that suffices.
func (c cells) reset(n int) cells {
	words := (n + 63) / 64
	c = slices.Grow(c[:0], words)[:words]
	clear(c)
	return c
}

func (c cells) has(i int) bool { return c[i/64]&(1<<(i%64)) != 0 }

func (c cells) add(i int) { c[i/64] |= 1 << (i % 64) }
