package rules

import "laneya/geom"

// Kind says what an entity is.
type Kind uint8

// The kinds of entities.
const (
	KindHero  Kind = iota // a user's figure
	KindGhost             // wanders about and wants nothing
)

// String returns "hero" or "ghost".
func (k Kind) String() string {
	switch k {
	case KindHero:
		return "hero"
	case KindGhost:
		return "ghost"
	}
	return "invalid"
}

// Entity is something that stands on a field; no two stand on one.
type Entity struct {
	ID     uint64 // from 1, never given twice in one world
	Kind   Kind
	Name   string // a hero's is its user's
	Pos    geom.Pos
	Facing geom.Dir // the way it last turned; Stop before it has
	Asleep bool     // a hero whose player is away
}

// maxOwed is how many taps may wait for their tick.
const maxOwed = 2

// hero is a user's figure. While it is asleep it has no intent and owes no
// step.
type hero struct {
	Entity
	level  *level
	intent geom.Dir // walks so until told otherwise
	// owed are intents that no tick has carried out yet, the oldest first, then
	// Stop. They outlive what comes after them, so that the shortest tap on a
	// key is one step, and two taps are two, however they fall between ticks.
	owed  [maxOwed]geom.Dir
	known []knowledge // by level

	sight geom.CellSet // fields in sight from Pos; follows from the rest
	dirty bool         // changed since the last Changed
}

// knowledge is what a hero has seen of a level.
type knowledge struct {
	level    geom.LevelID
	explored geom.CellSet
}

// wish returns the way that the hero is to step in the next tick, Stop for
// none.
func (h *hero) wish() geom.Dir {
	if h.owed[0] != geom.Stop {
		return h.owed[0]
	}
	return h.intent
}

// owe puts d behind what is owed, or in the place of the last if too much is.
func (h *hero) owe(d geom.Dir) {
	i := 0
	for i < maxOwed-1 && h.owed[i] != geom.Stop {
		i++
	}
	h.owed[i] = d
}

// paid takes the oldest off what is owed.
func (h *hero) paid() {
	copy(h.owed[:], h.owed[1:])
	h.owed[maxOwed-1] = geom.Stop
}

// explored returns what the hero knows of the level it is on.
func (h *hero) explored() *geom.CellSet {
	for i := range h.known {
		if h.known[i].level == h.level.id {
			return &h.known[i].explored
		}
	}
	i := 0
	for i < len(h.known) && h.known[i].level.Compare(h.level.id) < 0 {
		i++
	}
	h.known = append(h.known, knowledge{})
	copy(h.known[i+1:], h.known[i:])
	h.known[i] = knowledge{level: h.level.id}
	return &h.known[i].explored
}

// ghost wanders about its level.
type ghost struct{ Entity }
