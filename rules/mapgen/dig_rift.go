package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// cleave opens a chasm that winds across the whole level, with bridges.
func (p *plan) cleave() {
	var cells geom.CellSet
	if p.dice.OneIn(2) {
		y, width := p.dice.Between(10, geom.LevelHeight-10), p.dice.Between(3, 5)
		for x := 1; x < geom.LevelWidth-1; x++ {
			y = min(geom.LevelHeight-8, max(8, y+p.dice.Between(-1, 1)))
			width = min(6, max(3, width+p.dice.Between(-1, 1)))
			for i := range width {
				cells.Add(geom.Pos{X: x, Y: y + i - width/2})
			}
		}
	} else {
		x, width := p.dice.Between(15, geom.LevelWidth-15), p.dice.Between(3, 6)
		for y := 1; y < geom.LevelHeight-1; y++ {
			x = min(geom.LevelWidth-8, max(8, x+p.dice.Between(-1, 1)))
			width = min(7, max(3, width+p.dice.Between(-1, 1)))
			for i := range width {
				cells.Add(geom.Pos{X: x + i - width/2, Y: y})
			}
		}
	}
	near := spread(&p.fixed)
	calm := spread(&p.calm)
	near.Union(&calm)
	for _, q := range p.gates {
		addRect(&near, around(q, 1))
	}
	cells = cells.Minus(&near)
	p.sink(&cells, content.Chasm, content.Bridge)
	for range p.dice.Between(1, 3) {
		p.extraBridge(content.Chasm, content.Bridge)
	}
}

// extraBridge lays one more straight crossing over k, away from others.
func (p *plan) extraBridge(k, over content.TerrainKind) {
	const least, most, away = 2, 8, 7 // cells: its length, and how far it is from others
	all := p.walkable()
	const tries = 200
	for range tries {
		q := geom.CellAt(p.dice.Below(geom.LevelCells))
		if !all.Has(q) || p.nearAny(q, over, away) {
			continue
		}
		d := geom.Dirs[p.dice.Below(4)]
		if n, ok := p.gap(q, d, &all, k); ok && n >= least && n <= most {
			way := line(q.Step(d), d, n)
			p.fill(&way, over)
			return
		}
	}
}

// nearAny reports whether a field of kind k lies at most n cells from q.
func (p *plan) nearAny(q geom.Pos, k content.TerrainKind, n int) bool {
	r := within(around(q, n), geom.LevelBounds)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if p.at(geom.Pos{X: x, Y: y}) == k {
				return true
			}
		}
	}
	return false
}
