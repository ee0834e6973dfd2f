package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// sound reports whether the level keeps its promises: all of it can be
// reached, and all that matters without finding a secret door.
func (p *plan) sound() bool {
	n := 0
	for _, k := range p.level.Terrain {
		if open(k) {
			n++
		}
	}
	if n < minOpen || n > maxOpen {
		return false
	}
	plain := p.reachable(false)
	for _, q := range p.level.Links.all() {
		if !plain.Has(q) {
			return false
		}
	}
	for _, q := range p.gates {
		if !plain.Has(q) {
			return false
		}
	}
	all := p.grounds(ground)
	reached := p.reachable(true)
	return all.Minus(&reached) == geom.CellSet{}
}

// grounds returns the fields whose terrain passes.
func (p *plan) grounds(pass func(content.TerrainKind) bool) geom.CellSet {
	var s geom.CellSet
	for i, k := range p.level.Terrain {
		if pass(k) {
			s.Add(geom.CellAt(i))
		}
	}
	return s
}
