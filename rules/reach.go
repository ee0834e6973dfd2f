package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// Barred returns how many levels there are and those of them whose ladder down
// nobody can get to from where heroes come in, whatever she opens, finds, swims
// through or leaps into. There should be none; bots and tests look.
func (w *World) Barred() (levels int, barred []geom.LevelID) {
	for _, l := range w.levels {
		if !l.leadsDown() {
			barred = append(barred, l.ID)
		}
	}
	return len(w.levels), barred
}

// leadsDown reports whether a way leads from the entrance of l to its ladder
// down, or to a chasm.
func (l *level) leadsDown() bool {
	var seen geom.CellSet
	seen.Add(l.Entrance)
	queue := []geom.Pos{l.Entrance}
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		if p == l.Links.Down || l.Ground.At(p) == content.Chasm {
			return true
		}
		for _, d := range geom.Dirs {
			if q := p.Step(d); geom.LevelBounds.Contains(q) && !seen.Has(q) && canBePassed(l.Ground.At(q)) {
				seen.Add(q)
				queue = append(queue, q)
			}
		}
	}
	return false
}

// canBePassed reports whether there is some means to get past such ground.
func canBePassed(k content.TerrainKind) bool {
	switch k {
	case content.DoorClosed, content.DoorLocked, content.SecretDoor, content.Portcullis, content.DeepWater, content.Chasm, content.Gravestone:
		return true
	}
	return k.Row().Walk
}
