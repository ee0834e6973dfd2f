package client

import (
	"strings"

	"laneya/geom"
	"laneya/protocol"
)

// heroPrefix begins the names of the heroes of an original server.
const heroPrefix = "User:"

// applyPlan takes the floor plan of a server that tells nothing of sight, so
// all of the level counts as seen. Entities stay, as such a server tells of
// each only when it moves.
func (s *State) applyPlan(p *Plan) {
	size := planSize(p.FloorLayer)
	if size.DX > maxSide || size.DY > maxSide {
		return
	}
	s.known = false
	if s.level != "" {
		s.keepOnly(nil)
	}
	s.setMap("", func() {
		s.ground.reset(size)
		for x, column := range p.FloorLayer {
			for y, word := range column {
				i, _ := s.ground.index(geom.Pos{X: x, Y: y})
				s.ground.terrain[i] = terrainNamed(word)
				s.ground.sight.add(i)
			}
		}
	})
	s.setHero(p.Hero)
	for _, e := range s.sorted {
		if !e.gone && !s.bounds().Contains(e.Pos) {
			s.remove(e)
		}
	}
}

// planSize returns the size of the level that holds all columns.
func planSize(columns [][]string) geom.Delta {
	var size geom.Delta
	for _, c := range columns {
		size.DX++
		size.DY = max(size.DY, len(c))
	}
	return size
}

func terrainNamed(word string) Terrain {
	switch word {
	case "wall":
		return Wall
	case "floor":
		return Floor
	}
	return Unknown
}

// applyPosition moves an entity, or brings it into sight. All that such an
// update doesn't say is read from the entity's name and the way it moved.
func (s *State) applyPosition(u protocol.Position) {
	e := protocol.Entity{Entity: u.Entity, Kind: protocol.KindGhost, X: u.X, Y: u.Y}
	_, e.Name, _ = strings.Cut(u.Entity, ":")
	if strings.HasPrefix(u.Entity, heroPrefix) {
		e.Kind = protocol.KindHero
	}
	if old := s.byID[u.Entity]; old != nil {
		e.Facing, e.Asleep = old.Facing, old.Asleep
		step := geom.Pos{X: u.X, Y: u.Y}.Sub(old.Pos)
		for _, d := range geom.Dirs {
			if d.Delta() == step {
				e.Facing = d
			}
		}
	}
	s.put(&e, false)
}
