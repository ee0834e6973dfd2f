package rules

import (
	"slices"

	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// Chart is what a user knows of a level, on which she need not be.
type Chart struct {
	Level    geom.LevelID
	Name     string // for a person
	Explored geom.CellSet
	Ground   Ground // of explored fields only
	Marks    []Mark // of the user's party on it
}

// Chart returns what the user knows of the level with that ID.
func (w *World) Chart(user string, id geom.LevelID) (*Chart, error) {
	h := w.hero(user)
	if h == nil {
		return nil, refuse("no_hero")
	}
	c := &Chart{Level: id}
	l := w.level(id)
	switch i := slices.IndexFunc(h.Known, func(k *knowledge) bool { return k.Level == id }); {
	case h.level.ID == id:
		known, ground := l.mapOf(h)
		c.Explored, c.Ground = *known, *ground
	case i >= 0:
		c.Explored, c.Ground = h.Known[i].Explored, h.Known[i].Terrain
	default:
		return nil, refuse("unknown_place")
	}
	if l != nil {
		c.Name = l.name(h.say)
	}
	for _, o := range h.party.heroes {
		if o.Place != nil && o.Place.Level == id && !h.ignores(o.Name) {
			c.Marks = append(c.Marks, *o.Place)
		}
	}
	return c, nil
}

// Board returns the notes on the board of the level that the user's hero is on,
// the newest first.
func (w *World) Board(user string) ([]Note, error) {
	h := w.hero(user)
	if h == nil {
		return nil, refuse("no_hero")
	}
	if !slices.Contains(h.level.Ground[:], content.NoticeBoard) {
		return nil, refuse("no_board")
	}
	notes := slices.Clone(h.level.Notes)
	slices.Reverse(notes)
	return notes, nil
}

// Hall returns the runs that have ended, the latest first, as the user is told of
// them.
func (w *World) Hall(user string) []*HallRun {
	var say *lang.Language
	if h := w.hero(user); h != nil {
		say = h.say
	}
	runs := make([]*HallRun, len(w.hall))
	for i, r := range w.hall {
		runs[len(runs)-1-i] = r.told(say)
	}
	return runs
}
