package server

import (
	"laneya/geom"
	"laneya/protocol"
	"laneya/rules"
)

// chart answers with what the user knows of a level.
func chart(t *turn, user string, a protocol.Action) (any, error) {
	asked, ok := a.(protocol.Chart)
	if !ok {
		return nil, errAction(a)
	}
	id, err := geom.ParseLevelID(asked.Level)
	if err != nil {
		return nil, err
	}
	c, err := t.world.Chart(user, id)
	if err != nil {
		return nil, err
	}
	res := &protocol.ChartResult{
		Level: asked.Level, Name: c.Name, Width: geom.LevelWidth, Height: geom.LevelHeight,
		Terrain: strips(&c.Explored, &c.Ground),
	}
	for i := range c.Marks {
		res.Marks = append(res.Marks, wireMark(&c.Marks[i]))
	}
	return res, nil
}

// strips returns the terrain of the given fields.
func strips(fields *geom.CellSet, ground *rules.Ground) []protocol.Strip {
	list := []protocol.Strip{}
	for _, r := range fields.AppendRuns(nil) {
		cells := make([]byte, 0, r.N)
		for x := r.X; x < r.X+r.N; x++ {
			cells = append(cells, ground.At(geom.Pos{X: x, Y: r.Y}).Row().Code)
		}
		list = append(list, protocol.Strip{X: r.X, Y: r.Y, Cells: string(cells)})
	}
	return list
}
