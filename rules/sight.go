package rules

import (
	"codeberg.org/anaseto/gruid"
	"codeberg.org/anaseto/gruid/rl"

	"laneya/geom"
)

// eyes computes what is in sight from a field of one level. It keeps its
// memory from one use to the next.
type eyes struct {
	fov    *rl.FOV
	isOpen func(gruid.Point) bool
	floor  *geom.CellSet
}

func newEyes(floor *geom.CellSet) *eyes {
	e := &eyes{floor: floor}
	e.fov = rl.NewFOV(gruid.NewRange(0, 0, geom.LevelWidth, geom.LevelHeight))
	e.isOpen = func(p gruid.Point) bool { return e.floor.Has(geom.Pos{X: p.X, Y: p.Y}) }
	return e
}

// from sets sight to the fields in sight from p. The caves are lit, so sight
// ends at walls only. It is symmetric between floor fields, and a wall next
// to floor in sight is in sight too.
func (e *eyes) from(p geom.Pos, sight *geom.CellSet) {
	var open geom.CellSet
	seen := e.fov.SSCVisionMap(gruid.Point{X: p.X, Y: p.Y}, geom.LevelWidth, e.isOpen, true)
	for _, q := range seen {
		open.Add(geom.Pos{X: q.X, Y: q.Y})
	}
	for i := range open {
		open[i] &= e.floor[i]
	}
	around := spread(&open)
	for i := range open {
		sight[i] = open[i] | around[i]&^e.floor[i]
	}
}

// spread returns the members of s and the eight fields around each. No member
// may lie on the border of the level, which is why a row can't spill into the
// next.
func spread(s *geom.CellSet) geom.CellSet {
	row := *s
	row.Union(shifted(s, 1))
	row.Union(shifted(s, -1))
	out := row
	out.Union(shifted(&row, geom.LevelWidth))
	out.Union(shifted(&row, -geom.LevelWidth))
	return out
}

// shifted returns s with every CellIndex n higher; |n| must be below 64.
func shifted(s *geom.CellSet, n int) *geom.CellSet {
	var out geom.CellSet
	last := len(s) - 1
	for i := range s {
		if n > 0 {
			out[i] = s[i] << n
			if i > 0 {
				out[i] |= s[i-1] >> (64 - n)
			}
			continue
		}
		out[i] = s[i] >> -n
		if i < last {
			out[i] |= s[i+1] << (64 + n)
		}
	}
	return &out
}

// look brings what h sees, and so what it has explored, up to date.
func (l *level) look(h *hero) {
	if !l.fog {
		return
	}
	if l.eyes == nil {
		l.eyes = newEyes(&l.floor)
	}
	l.eyes.from(h.Pos, &h.sight)
	known := h.explored()
	before := *known
	known.Union(&h.sight)
	if *known != before {
		h.dirty = true
	}
}
