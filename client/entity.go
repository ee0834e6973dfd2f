package client

import (
	"strings"

	"laneya/geom"
)

// Entity is something that stands on a field in sight. A *Entity stays the same
// one while the entity is in sight, and may stand for another one after that,
// so don't keep it beyond the next Apply; keep the ID.
type Entity struct {
	ID     string // names the entity; compare it and read nothing out of it
	Kind   string // protocol.KindHero, protocol.KindGhost, or a word of a newer server
	Name   string // for a person to read; at most 64 bytes on one line
	Pos    geom.Pos
	Facing geom.Dir // the way it last turned; Stop before it has
	Asleep bool     // a hero whose player is away

	// Generation grows when the entity was placed where it is, instead of
	// having walked there by one field: when it came into sight, or was told
	// to be further off. Draw such a one at its place at once. It never
	// repeats for one ID within a State.
	Generation uint64

	mark uint64 // the State's mark when a snapshot last told of it
	gone bool   // taken out of sight by the Apply that is under way
}

func byID(a, b *Entity) int { return strings.Compare(a.ID, b.ID) }
