package client

import (
	"laneya/geom"
	"laneya/protocol"
)

// What a server may make a State hold, whatever it sends.
const (
	maxSide     = 512    // cells along each side of a level
	maxEntities = 10_000 // in sight at once
	maxName     = 64     // bytes of a name, kind or level
	maxID       = 256    // bytes of an entity's ID; a longer one is passed over
	maxMessage  = 512    // bytes of a sentence for a person
	maxStory    = 8000   // bytes of a longer text
	maxLight    = 64     // radius of a light, in cells
	maxPoints   = 1 << 24
	maxStatuses = 32   // of one entity
	maxThings   = 2400 // that are known to lie on a level
	maxCarried  = 200  // items, of the hero or in stores next to her
	maxMembers  = 256  // of a party, and marks that they make
	maxEvents   = 256  // that are kept
)

// Terrain is what a field is made of, as far as the player knows: the code of a
// terrain of the server's content, a printable ASCII character, or Unknown.
type Terrain byte

// The kinds of Terrain that every server has.
const (
	Unknown Terrain = 0
	Wall    Terrain = protocol.CellWall
	Floor   Terrain = protocol.CellFloor
)

// State is all that the player may know now. It changes by Apply alone, and
// what it is depends on nothing but the changes applied, in their order.
//
// A State belongs to one goroutine, in a window the one that runs Update.
type State struct {
	link  protocol.Link
	level string
	known bool // a Snapshot was applied, so a View can follow

	ground ground // of the level
	former ground // what it was, while it is being replaced

	hero      string
	byID      map[string]*Entity
	sorted    []*Entity // all of byID, by ID, once settled
	unsettled bool      // sorted lacks order, or holds what is gone
	spare     []*Entity // no longer in use

	details details
	content *Content

	mark           uint64 // grows with each snapshot
	generation     uint64 // the last one given
	mapRevision    uint64
	detailRevision uint64
	revision       uint64
}

// NewState returns a State in which nothing is known yet.
func NewState() *State { return &State{byID: map[string]*Entity{}} }

// Link returns how the connection to the server is.
func (s *State) Link() protocol.Link { return s.link }

// Level returns the name of the level that the hero is on, as x:y:z; it is
// empty before a map is known, and with a server that doesn't name levels.
func (s *State) Level() string { return s.level }

// Size returns the width and height of the level in cells, each at most 512;
// both are 0 before a map is known.
func (s *State) Size() (w, h int) { return s.ground.size.DX, s.ground.size.DY }

// Terrain returns what p is made of; Unknown for a place off the level.
func (s *State) Terrain(p geom.Pos) Terrain {
	if i, ok := s.ground.index(p); ok {
		return s.ground.terrain[i]
	}
	return Unknown
}

// InSight reports whether the hero sees p now; false for a place off the level.
func (s *State) InSight(p geom.Pos) bool {
	i, ok := s.ground.index(p)
	return ok && s.ground.sight.has(i)
}

// Hero returns the player's own figure, nil before it is known. See Entity for
// how long it may be kept.
func (s *State) Hero() *Entity { return s.byID[s.hero] }

// Entities returns what is in sight, sorted by ID, the hero included. The slice
// is the State's own and good until the next Apply.
func (s *State) Entities() []*Entity { return s.sorted }

// MapRevision returns a number that grows when the level, its terrain or what
// is in sight of it changed, and not otherwise.
func (s *State) MapRevision() uint64 { return s.mapRevision }

// Revision returns a number that grows with every change of anything that the
// other methods return, and not otherwise.
func (s *State) Revision() uint64 { return s.revision }

// DetailRevision returns a number that grows when anything but the map and
// entities changed.
func (s *State) DetailRevision() uint64 { return s.detailRevision }

// Apply makes the State what it is after c. It takes whatever a server may
// send: what can't be is passed over, and text is cut to a length that can be
// shown.
func (s *State) Apply(c Change) {
	if c.Link != nil {
		s.applyLink(*c.Link)
	}
	if c.Plan != nil {
		s.applyPlan(c.Plan)
	}
	if c.Content != nil {
		s.content = c.Content
		s.revision++
		s.detailRevision++
		s.mapChanged()
	}
	switch u := c.Update.(type) {
	case protocol.Snapshot:
		s.applySnapshot(&u)
	case protocol.View:
		s.applyView(&u)
	case protocol.Position:
		s.applyPosition(u)
	}
	s.settle()
}

func (s *State) applyLink(l protocol.Link) {
	l.Message = plainText(l.Message, maxMessage)
	if l != s.link {
		s.link = l
		s.revision++
	}
}
