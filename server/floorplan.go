package server

import (
	"laneya/geom"
	"laneya/protocol"
	"laneya/rules"
)

// floorPlan is the data of an answer to get_map: a level as far as one user
// has explored it. It is never changed once made, so any goroutine may read
// it.
type floorPlan struct {
	level    geom.LevelID
	explored geom.CellSet
	data     []byte
}

func newFloorPlan(v *rules.View) *floorPlan {
	floor := func(x, y int) bool {
		k, known := v.Terrain(geom.Pos{X: x, Y: y})
		return known && k.Row().Walk
	}
	return &floorPlan{
		level:    v.Level,
		explored: v.Explored,
		data:     protocol.AppendMapResult(nil, geom.LevelWidth, geom.LevelHeight, floor),
	}
}

// shows reports whether the plan is what the view would give.
func (p *floorPlan) shows(v *rules.View) bool {
	return p.level == v.Level && p.explored == v.Explored
}
