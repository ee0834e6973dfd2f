package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// solver plays a level: it walks wherever it can, takes the keys that it gets
// to, opens the doors they open and pulls levers. It knows only what Generate
// returned, none of what the generator thought.
type solver struct {
	*Level
	secrets bool // finds secret doors
	been    [geom.LevelCells]bool
	dry     [geom.LevelCells]bool // opened or drained by levers
	keys    map[int]bool
}

// solve plays l from start until it gets no further.
func solve(l *Level, start geom.Pos, secrets bool) *solver {
	s := &solver{Level: l, secrets: secrets, keys: map[int]bool{}}
	for before := -1; before != s.count(); {
		before = s.count()
		s.been = [geom.LevelCells]bool{}
		s.walk(start)
		for _, it := range l.Items {
			if it.Lock > 0 && s.has(it.Pos) {
				s.keys[it.Lock] = true
			}
		}
		for _, lever := range l.Levers {
			if s.beside(lever.Pos) {
				for _, q := range lever.Targets {
					s.dry[geom.CellIndex(q)] = true
				}
			}
		}
	}
	return s
}

// count returns how much is known, so that it grows while there is progress.
func (s *solver) count() int {
	n := 1000 * len(s.keys)
	for i := range s.been {
		if s.been[i] {
			n++
		}
		if s.dry[i] {
			n++
		}
	}
	return n
}

func (s *solver) walk(q geom.Pos) {
	todo := []geom.Pos{q}
	for len(todo) > 0 {
		q, todo = todo[len(todo)-1], todo[:len(todo)-1]
		if !geom.LevelBounds.Contains(q) || s.been[geom.CellIndex(q)] || !s.passes(q) {
			continue
		}
		s.been[geom.CellIndex(q)] = true
		for _, d := range geom.Dirs {
			todo = append(todo, q.Step(d))
		}
	}
}

// passes reports whether a hero gets over q unharmed.
func (s *solver) passes(q geom.Pos) bool {
	switch k := s.At(q); k {
	case content.DeepWater, content.Portcullis:
		return s.dry[geom.CellIndex(q)]
	case content.Lava, content.Chasm:
		return false
	case content.SecretDoor:
		return s.secrets
	case content.DoorLocked:
		for _, l := range s.Locks {
			if l.Pos == q {
				return s.keys[l.Number]
			}
		}
		return false
	default:
		return k.Row().Walk || k == content.DoorClosed
	}
}

func (s *solver) has(q geom.Pos) bool { return s.been[geom.CellIndex(q)] }

// beside reports whether the solver got onto q or next to it.
func (s *solver) beside(q geom.Pos) bool {
	for _, d := range [5]geom.Dir{geom.Stop, geom.North, geom.East, geom.South, geom.West} {
		if at := q.Step(d); geom.LevelBounds.Contains(at) && s.has(at) {
			return true
		}
	}
	return false
}
