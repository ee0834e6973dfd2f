package rules

import (
	"cmp"
	"slices"

	"laneya/geom"
)

const ghostName = "wisp"

// level is one map and all that stands on it. It is stepped by one goroutine
// at a time and reads nothing outside itself and its heroes.
type level struct {
	id       geom.LevelID
	floor    geom.CellSet // every other field is wall
	entrance geom.Pos
	tick     uint64 // ticks that have passed here
	dice     dice
	fog      bool

	heroes []*hero   // by ID
	ghosts []*ghost  // by ID
	bodies []*Entity // of all of them, by ID
	taken  geom.CellSet

	eyes   *eyes
	movers []*hero // scratch of moveHeroes
	dirty  bool    // changed since the last Changed
}

// newLevel digs a level; newID gives its ghost an ID.
func newLevel(seed uint64, id geom.LevelID, newID func() uint64) *level {
	l := &level{id: id, dice: levelDice(seed, id), dirty: true}
	l.floor, l.entrance = dig(&l.dice)
	if at, ok := l.ghostField(); ok {
		g := &ghost{Entity{ID: newID(), Kind: KindGhost, Name: ghostName, Pos: at}}
		l.ghosts = append(l.ghosts, g)
		l.place(&g.Entity)
	}
	return l
}

// ghostField picks where the ghost starts: out of the newcomers' way.
func (l *level) ghostField() (geom.Pos, bool) {
	const tries, away = 200, 10
	for range tries {
		p := geom.CellAt(l.dice.below(geom.LevelCells))
		if l.free(p) && p.Sub(l.entrance).Chebyshev() >= away {
			return p, true
		}
	}
	return l.freeField()
}

// free reports whether something can step onto p.
func (l *level) free(p geom.Pos) bool { return l.floor.Has(p) && !l.taken.Has(p) }

// place puts e on the level where e.Pos says, which must be free.
func (l *level) place(e *Entity) {
	i, _ := slices.BinarySearchFunc(l.bodies, e.ID, compareID)
	l.bodies = slices.Insert(l.bodies, i, e)
	l.taken.Add(e.Pos)
	l.dirty = true
}

// enter puts h on the level where h.Pos says, which must be free.
func (l *level) enter(h *hero) {
	h.level = l
	i, _ := slices.BinarySearchFunc(l.heroes, h.ID, func(h *hero, id uint64) int {
		return cmp.Compare(h.ID, id)
	})
	l.heroes = slices.Insert(l.heroes, i, h)
	l.place(&h.Entity)
	l.look(h)
}

// leave takes h off the level.
func (l *level) leave(h *hero) {
	l.heroes = slices.DeleteFunc(l.heroes, func(o *hero) bool { return o == h })
	l.bodies = slices.DeleteFunc(l.bodies, func(e *Entity) bool { return e == &h.Entity })
	vacate(&l.taken, h.Pos)
	l.dirty = true
}

func compareID(e *Entity, id uint64) int { return cmp.Compare(e.ID, id) }

// moveTo takes e to a free field.
func (l *level) moveTo(e *Entity, to geom.Pos) {
	vacate(&l.taken, e.Pos)
	l.taken.Add(to)
	e.Pos = to
}

// freeField returns the free field nearest to the entrance on foot; ok is
// false when every field is taken.
func (l *level) freeField() (p geom.Pos, ok bool) {
	var (
		queue [geom.LevelCells]uint16
		seen  geom.CellSet
	)
	queue[0] = uint16(geom.CellIndex(l.entrance))
	seen.Add(l.entrance)
	for head, tail := 0, 1; head < tail; head++ {
		p := geom.CellAt(int(queue[head]))
		if l.free(p) {
			return p, true
		}
		for _, d := range geom.Dirs {
			if q := p.Step(d); l.floor.Has(q) && !seen.Has(q) {
				seen.Add(q)
				queue[tail] = uint16(geom.CellIndex(q))
				tail++
			}
		}
	}
	return geom.Pos{}, false
}

// vacate takes p, which must lie on the level, out of s.
func vacate(s *geom.CellSet, p geom.Pos) {
	i := geom.CellIndex(p)
	s[i/64] &^= 1 << (i % 64)
}
