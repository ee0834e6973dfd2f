package client

import (
	"laneya/geom"
	"laneya/protocol"
)

// whole returns the one change that makes any State what s is. It shares no
// memory with s.
func (s *State) whole() Change {
	link := s.link
	u := protocol.Snapshot{
		Level: s.level, Width: s.ground.size.DX, Height: s.ground.size.DY, Hero: s.hero,
		Terrain: make([]protocol.Strip, 0, s.ground.size.DY),
	}
	for y := range u.Height {
		u.Terrain = append(u.Terrain, protocol.Strip{Y: y, Cells: s.rowCells(y)})
		u.Sight = s.appendRowSight(u.Sight, y)
	}
	for _, e := range s.sorted {
		u.Entities = append(u.Entities, e.told())
	}
	u.Details = s.details.whole(s.ground.size.DX)
	return Change{Update: u, Link: &link, Content: s.content}
}

// rowCells returns the terrain of a row in a Strip's characters.
func (s *State) rowCells(y int) string {
	row := make([]byte, s.ground.size.DX)
	for x := range row {
		row[x] = protocol.CellUnknown
		if t := s.Terrain(geom.Pos{X: x, Y: y}); t != Unknown {
			row[x] = byte(t)
		}
	}
	return string(row)
}

// appendRowSight appends the fields of a row that are in sight.
func (s *State) appendRowSight(runs []protocol.Run, y int) []protocol.Run {
	w := s.ground.size.DX
	for x := 0; x < w; x++ {
		start := x
		for x < w && s.InSight(geom.Pos{X: x, Y: y}) {
			x++
		}
		if x > start {
			runs = append(runs, protocol.Run{X: start, Y: y, N: x - start})
		}
	}
	return runs
}
