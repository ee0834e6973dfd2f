package rules

import "laneya/geom"

// Terrain is what a user knows of a field.
type Terrain uint8

// The kinds of terrain.
const (
	Unknown Terrain = iota
	Wall
	Floor
)

// View is all that one user may know of the world at one moment. Use one View
// again and again for World.View: it keeps its memory. It shares none with the
// world, so it may be read by another goroutine while the world goes on.
type View struct {
	Level    geom.LevelID
	Hero     int          // index of the user's own hero in Entities
	Explored geom.CellSet // fields whose terrain is known
	Sight    geom.CellSet // fields in sight now; all of them are explored
	Entities []Entity     // in sight, by ID

	floor geom.CellSet // of explored fields only
}

var everything = geom.FullCellSet()

// Terrain returns the terrain of p, Unknown where it is not explored.
func (v *View) Terrain(p geom.Pos) Terrain {
	switch {
	case !v.Explored.Has(p):
		return Unknown
	case v.floor.Has(p):
		return Floor
	}
	return Wall
}

// View fills v with what the user may know now. It reports false, and leaves v
// as it is, if the user has no hero in the world. Without fog that is the
// whole level.
func (w *World) View(user string, v *View) bool {
	h := w.hero(user)
	if h == nil {
		return false
	}
	v.Level = h.level.id
	if w.opts.Fog {
		v.Explored, v.Sight = *h.explored(), h.sight
	} else {
		v.Explored, v.Sight = everything, everything
	}
	for i := range v.floor {
		v.floor[i] = h.level.floor[i] & v.Explored[i]
	}
	v.Entities = v.Entities[:0]
	for _, e := range h.level.bodies {
		if e == &h.Entity {
			v.Hero = len(v.Entities)
		} else if !v.Sight.Has(e.Pos) {
			continue
		}
		v.Entities = append(v.Entities, *e)
	}
	return true
}
