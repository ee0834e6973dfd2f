package client

import (
	"slices"

	"laneya/geom"
	"laneya/protocol"
)

// applySnapshot makes the State what u states, whatever it was before.
func (s *State) applySnapshot(u *protocol.Snapshot) {
	if u.Width < 0 || u.Width > maxSide || u.Height < 0 || u.Height > maxSide {
		return
	}
	s.known = true
	level := plainText(u.Level, maxName)
	other := level != s.level
	s.setMap(level, func() {
		s.ground.reset(geom.Delta{DX: u.Width, DY: u.Height})
		s.ground.explore(u.Terrain)
		s.ground.look(u.Sight)
	})
	s.setHero(u.Hero)
	s.applyDetails(&u.Details, true)
	s.keepOnly(u.Entities)
	for i := range u.Entities {
		s.put(&u.Entities[i], other)
	}
}

// applyView changes what u names. Without a snapshot before it, it says
// nothing.
func (s *State) applyView(u *protocol.View) {
	if !s.known {
		return
	}
	if s.ground.explore(u.Terrain) {
		s.mapChanged()
	}
	if len(u.Sight) > 0 {
		s.former.sight = append(s.former.sight[:0], s.ground.sight...)
		clear(s.ground.sight)
		s.ground.look(u.Sight)
		if !slices.Equal(s.former.sight, s.ground.sight) {
			s.mapChanged()
		}
	}
	s.applyDetails(&u.Details, false)
	for _, id := range u.Gone {
		s.remove(s.byID[id])
	}
	for i := range u.Entities {
		s.put(&u.Entities[i], false)
	}
}

// setMap replaces the map by what fill makes of s.ground, which must begin
// with a reset.
func (s *State) setMap(level string, fill func()) {
	s.ground, s.former = s.former, s.ground
	fill()
	if level != s.level || !s.ground.equal(&s.former) {
		s.level = level
		s.mapChanged()
	}
}

func (s *State) mapChanged() {
	s.mapRevision++
	s.revision++
}

func (s *State) setHero(id string) {
	if len(id) > maxID {
		id = ""
	}
	if id != s.hero {
		s.hero = id
		s.revision++
	}
}

// keepOnly removes the entities that a snapshot doesn't tell of.
func (s *State) keepOnly(told []protocol.Entity) {
	s.mark++
	for i := range told {
		if e := s.byID[told[i].Entity]; e != nil {
			e.mark = s.mark
		}
	}
	for _, e := range s.sorted {
		if e.mark != s.mark {
			s.remove(e)
		}
	}
}

// put brings an entity into sight or up to date. anew says that it can't have
// walked from where it was. One that is told to be off the level isn't in
// sight.
func (s *State) put(u *protocol.Entity, anew bool) {
	id, pos := u.Entity, geom.Pos{X: u.X, Y: u.Y}
	if id == "" || len(id) > maxID {
		return
	}
	e := s.byID[id]
	if !s.bounds().Contains(pos) {
		s.remove(e)
		return
	}
	told := entityOf(u)
	if e == nil {
		if len(s.byID) == maxEntities {
			return
		}
		e, anew = s.fresh(id), true
	}
	if anew || pos.Sub(e.Pos).Taxicab() > 1 {
		s.generation++
		told.Generation = s.generation
	} else {
		told.Generation = e.Generation
	}
	told.mark = e.mark
	if *e != told {
		*e = told
		s.revision++
	}
}

// fresh returns a new entity in s under that ID, which must be free.
func (s *State) fresh(id string) *Entity {
	var e *Entity
	if last := len(s.spare) - 1; last >= 0 {
		e, s.spare = s.spare[last], s.spare[:last]
	} else {
		e = new(Entity)
	}
	s.byID[id] = e
	s.sorted = append(s.sorted, e)
	s.unsettled = true
	return e
}

// remove takes e, if it isn't nil, out of sight.
func (s *State) remove(e *Entity) {
	if e == nil {
		return
	}
	delete(s.byID, e.ID)
	e.gone = true
	s.unsettled = true
	s.revision++
}

// settle puts the entities in order after all changes of one Apply.
func (s *State) settle() {
	if !s.unsettled {
		return
	}
	s.unsettled = false
	live := s.sorted[:0]
	for _, e := range s.sorted {
		if e.gone {
			*e = Entity{}
			s.spare = append(s.spare, e)
		} else {
			live = append(live, e)
		}
	}
	clear(s.sorted[len(live):])
	s.sorted = live
	slices.SortFunc(s.sorted, byID)
}

// bounds returns the fields that an entity may stand on: the level's, or before
// its size is known those of any level.
func (s *State) bounds() geom.Rect {
	size := s.ground.size
	if size == (geom.Delta{}) {
		size = geom.Delta{DX: maxSide, DY: maxSide}
	}
	return geom.Rect{Max: geom.Pos{}.Add(size)}
}
