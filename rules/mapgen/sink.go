package mapgen

import (
	"slices"

	"laneya/geom"
	"laneya/rules/content"
)

// free reports whether dressing may change the field at q.
func (p *plan) free(q geom.Pos) bool {
	return interior.Contains(q) && !p.calm.Has(q) && !p.fixed.Has(q)
}

// sink makes the free fields among cells of kind k, which one can't walk on,
// and then lays crossings of kind over wherever that parted the level.
func (p *plan) sink(cells *geom.CellSet, k, over content.TerrainKind) {
	for i := range geom.LevelCells {
		if q := geom.CellAt(i); cells.Has(q) && p.free(q) && !p.isGate(q) {
			p.level.Terrain[i] = k
		}
	}
	p.span(k, over)
}

// isGate reports whether a vault is entered from q.
func (p *plan) isGate(q geom.Pos) bool { return slices.Contains(p.gates, q) }

// walkable returns the ground outside of vaults.
func (p *plan) walkable() geom.CellSet {
	var s geom.CellSet
	for i, k := range p.level.Terrain {
		if q := geom.CellAt(i); ground(k) && !p.fixed.Has(q) {
			s.Add(q)
		}
	}
	return s
}

// span joins the parts of the ground by crossings of kind over where k parts
// them. Islets that matter to nobody become k.
func (p *plan) span(k, over content.TerrainKind) {
	const islet = 5 // fields
	all := p.walkable()
	main := reach(&all, p.level.Links.Down)
	rest := all.Minus(&main)
	for i := range geom.LevelCells {
		q := geom.CellAt(i)
		if !rest.Has(q) {
			continue
		}
		part := reach(&rest, q)
		rest = rest.Minus(&part)
		if part.Len() <= islet && !p.matters(&part) {
			p.fill(&part, k)
			continue
		}
		crossed := p.cross(&part, &main, k)
		p.fill(&crossed, over)
		main.Union(&crossed)
		main.Union(&part)
		// The crossing may have touched others.
		main = p.grown(&main)
		rest = rest.Minus(&main)
	}
}

// grown returns all ground outside of vaults that can be reached from main.
func (p *plan) grown(main *geom.CellSet) geom.CellSet {
	all := p.walkable()
	all.Union(main)
	return reach(&all, p.level.Links.Down)
}

// matters reports whether a vault, ladder or passage is entered from s.
func (p *plan) matters(s *geom.CellSet) bool {
	for _, q := range p.gates {
		if s.Has(q) {
			return true
		}
	}
	for _, q := range p.level.Links.all() {
		if s.Has(q) {
			return true
		}
	}
	return false
}

// fill makes all fields of s of kind k.
func (p *plan) fill(s *geom.CellSet, k content.TerrainKind) {
	for i := range geom.LevelCells {
		if s.Has(geom.CellAt(i)) {
			p.level.Terrain[i] = k
		}
	}
}

// cross returns the fields of a shortest way over k from part to main: a
// straight one, if there is any. It is empty if there is no way.
func (p *plan) cross(part, main *geom.CellSet, k content.TerrainKind) geom.CellSet {
	var best geom.CellSet
	least := geom.LevelCells
	for i := range geom.LevelCells {
		q := geom.CellAt(i)
		if !part.Has(q) {
			continue
		}
		for _, d := range geom.Dirs {
			if n, ok := p.gap(q, d, main, k); ok && n < least {
				least, best = n, line(q.Step(d), d, n)
			}
		}
	}
	if least < geom.LevelCells {
		return best
	}
	return p.crossBent(part, main, k)
}

// gap returns how many fields of k lie from q in direction d before main; ok
// is false if something else comes first.
func (p *plan) gap(q geom.Pos, d geom.Dir, main *geom.CellSet, k content.TerrainKind) (n int, ok bool) {
	for q = q.Step(d); p.free(q) && p.at(q) == k; q = q.Step(d) {
		n++
	}
	return n, n > 0 && main.Has(q)
}

// line returns n cells from q on in direction d.
func line(q geom.Pos, d geom.Dir, n int) geom.CellSet {
	var s geom.CellSet
	for range n {
		s.Add(q)
		q = q.Step(d)
	}
	return s
}

// crossBent returns the fields between part and main on a shortest way that
// may bend, over k or through rock.
func (p *plan) crossBent(part, main *geom.CellSet, k content.TerrainKind) geom.CellSet {
	var (
		from  [geom.LevelCells]geom.Dir
		seen  = *part
		queue []geom.Pos
		way   geom.CellSet
	)
	for i := range geom.LevelCells {
		if q := geom.CellAt(i); part.Has(q) {
			queue = append(queue, q)
		}
	}
	for len(queue) > 0 {
		q := queue[0]
		queue = queue[1:]
		if main.Has(q) {
			for q = q.Step(from[geom.CellIndex(q)]); !part.Has(q); q = q.Step(from[geom.CellIndex(q)]) {
				way.Add(q)
			}
			return way
		}
		for _, d := range geom.Dirs {
			to := q.Step(d)
			if seen.Has(to) || !main.Has(to) && (!p.free(to) || p.at(to) != k && p.at(to) != content.Rock) {
				continue
			}
			seen.Add(to)
			from[geom.CellIndex(to)] = opposite(d)
			queue = append(queue, to)
		}
	}
	return way
}

// block puts a prop of kind k, which one can't walk through, onto the ground
// at q, if that parts nothing; ok is false if it does.
func (p *plan) block(q geom.Pos, k content.TerrainKind) (ok bool) {
	if !p.free(q) || !ground(p.at(q)) || !p.spare(q) || p.besideProp(q) {
		return false
	}
	p.set(q, k)
	return true
}

// besideProp reports whether a prop stands next to q: two could wall each other
// in.
func (p *plan) besideProp(q geom.Pos) bool {
	for _, d := range geom.Dirs {
		if k := p.at(q.Step(d)); !open(k) && !solid(k) {
			return true
		}
	}
	return false
}

// ring is the way round a cell.
var ring = [8]geom.Delta{{DX: 0, DY: -1}, {DX: 1, DY: -1}, {DX: 1, DY: 0}, {DX: 1, DY: 1}, {DX: 0, DY: 1}, {DX: -1, DY: 1}, {DX: -1, DY: 0}, {DX: -1, DY: -1}}

// spare reports whether the ground around q hangs together without q, as far
// as can be seen from its eight neighbours, and no vault is entered from q.
func (p *plan) spare(q geom.Pos) bool {
	if p.isGate(q) {
		return false
	}
	runs := 0 // of ground around q that hold a neighbour on an axis
	inRun, axis := false, false
	first := -1
	for i, d := range ring {
		if !ground(p.at(q.Add(d))) {
			first = i
			break
		}
	}
	if first < 0 {
		return true
	}
	for i := range len(ring) + 1 {
		j := (first + i) % len(ring)
		if ground(p.at(q.Add(ring[j]))) {
			inRun, axis = true, axis || j%2 == 0
			continue
		}
		if inRun && axis {
			runs++
		}
		inRun, axis = false, false
	}
	return runs <= 1
}
