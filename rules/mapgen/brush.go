package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// openAround returns how many of the eight cells around q are open.
func (p *plan) openAround(q geom.Pos) int {
	n := 0
	for _, d := range ring {
		if open(p.at(q.Add(d))) {
			n++
		}
	}
	return n
}

// near reports whether one of the eight cells around q is of kind k.
func (p *plan) near(q geom.Pos, k content.TerrainKind) bool {
	for _, d := range ring {
		if p.at(q.Add(d)) == k {
			return true
		}
	}
	return false
}

// atWall reports whether a wall or rock is next to q.
func (p *plan) atWall(q geom.Pos) bool {
	for _, d := range geom.Dirs {
		if solid(p.at(q.Step(d))) {
			return true
		}
	}
	return false
}

// atDoor reports whether q lies in or next to what looks like a doorway: open
// ahead and behind, closed at both sides.
func (p *plan) atDoor(q geom.Pos) bool {
	if p.doorway(q) {
		return true
	}
	for _, d := range geom.Dirs {
		if p.doorway(q.Step(d)) {
			return true
		}
	}
	return false
}

// doorway reports whether q is open ahead and behind and closed at both sides.
func (p *plan) doorway(q geom.Pos) bool {
	n, e := ground(p.at(q.Step(geom.North))), ground(p.at(q.Step(geom.East)))
	s, w := ground(p.at(q.Step(geom.South))), ground(p.at(q.Step(geom.West)))
	return n && s && !e && !w || e && w && !n && !s
}

// anyFloor draws a free floor field that suits; ok is false if it found none.
func (p *plan) anyFloor(suits func(geom.Pos) bool) (q geom.Pos, ok bool) {
	const tries = 150
	for range tries {
		q = geom.CellAt(p.dice.Below(geom.LevelCells))
		if p.at(q) == content.Floor && p.free(q) && suits(q) {
			return q, true
		}
	}
	return q, false
}

// strew puts up to n props of kind k where suits allows and nothing is parted.
func (p *plan) strew(k content.TerrainKind, n int, suits func(geom.Pos) bool) {
	for range n {
		if q, ok := p.anyFloor(func(q geom.Pos) bool { return suits(q) && !p.atDoor(q) }); ok {
			p.block(q, k)
		}
	}
}

// scatter makes so many of a hundred free floor fields of kind k, which one
// can walk on.
func (p *plan) scatter(k content.TerrainKind, percent int) {
	p.paintWhere(k, func(geom.Pos) bool { return p.dice.Percent(percent) })
}

// paintWhere makes the free floor fields that suit of kind k.
func (p *plan) paintWhere(k content.TerrainKind, suits func(geom.Pos) bool) {
	for i, now := range p.level.Terrain {
		if q := geom.CellAt(i); now == content.Floor && p.free(q) && suits(q) {
			p.level.Terrain[i] = k
		}
	}
}

// cluster grows n round patches of kind k, most dense in the middle.
func (p *plan) cluster(k content.TerrainKind, n, radius int) {
	for range n {
		mid, ok := p.anyFloor(func(geom.Pos) bool { return true })
		if !ok {
			return
		}
		r := p.dice.Between(1, radius)
		p.paintWhere(k, func(q geom.Pos) bool {
			far := q.Sub(mid).Taxicab()
			return far <= r && p.dice.Percent(90-20*far)
		})
	}
}

// pool sinks n ponds into wide places.
func (p *plan) pool(n int) {
	for range n {
		mid, ok := p.anyFloor(func(q geom.Pos) bool { return p.openAround(q) == 8 })
		if !ok {
			return
		}
		r := p.dice.Between(2, 4)
		var cells geom.CellSet
		for i, k := range p.level.Terrain {
			q := geom.CellAt(i)
			d := q.Sub(mid)
			far := d.DX*d.DX + d.DY*d.DY
			if ground(k) && k != content.Bridge && far <= r*r-p.dice.Below(r) && p.openAround(q) >= 6 {
				cells.Add(q)
			}
		}
		p.sink(&cells, content.DeepWater, content.ShallowWater)
		p.paintWhere(content.ShallowWater, func(q geom.Pos) bool { return p.near(q, content.DeepWater) })
	}
}

// hangWebs hangs n webs with what is around them, where no way is narrow.
func (p *plan) hangWebs(n int) {
	for range n {
		mid, ok := p.anyFloor(func(q geom.Pos) bool { return p.openAround(q) >= 5 && p.atWall(q) })
		if !ok {
			return
		}
		p.paintWhere(content.Web, func(q geom.Pos) bool {
			return q.Sub(mid).Taxicab() <= 2 && p.openAround(q) >= 5 && p.dice.Percent(60)
		})
	}
}

// puff hangs n pockets of marsh gas over places far from ladders.
func (p *plan) puff(n int) {
	const away, amount = 8, 20 // cells from ladders and passages; units on each field
	for range n {
		mid, ok := p.anyFloor(func(q geom.Pos) bool { return p.farFromLinks(q, away) })
		if !ok {
			return
		}
		for i, t := range p.level.Terrain {
			if q := geom.CellAt(i); ground(t) && p.free(q) && q.Sub(mid).Taxicab() <= 2 {
				p.level.Clouds = append(p.level.Clouds, Cloud{q, content.MarshGas, amount})
			}
		}
	}
}
