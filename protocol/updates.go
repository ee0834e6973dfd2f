package protocol

import "laneya/geom"

// The characters that stand for a field in Strip.Cells in any content; the
// content names others.
const (
	CellUnknown = ' '
	CellWall    = '#'
	CellFloor   = '.'
)

// The kinds of Entity.
const (
	KindHero  = "hero"
	KindGhost = "ghost"
)

// Position tells where an entity stands now. It is the one update of the
// original vocabulary, sent to connections that do not watch.
type Position struct {
	X      int    `json:"x"`      // fields from the west
	Y      int    `json:"y"`      // fields from the north
	Entity string `json:"entity"` // as in "User:anna" or "Ghost:wisp"
}

// Snapshot states all that the user may know now and replaces whatever a
// client knew before.
type Snapshot struct {
	Seq      uint64   `json:"seq"`      // sequence number of this connection's view
	Tick     uint64   `json:"tick"`     // the world's tick that this states
	Level    string   `json:"level"`    // x:y:z
	Width    int      `json:"width"`    // cells
	Height   int      `json:"height"`   // cells
	Hero     string   `json:"hero"`     // the user's own entity
	Terrain  []Strip  `json:"terrain"`  // all explored fields
	Sight    []Run    `json:"sight"`    // the fields in sight now
	Entities []Entity `json:"entities"` // the entities in sight now

	Details
}

// View states what is no longer as the user was last told. What it leaves out
// is unchanged.
type View struct {
	Seq      uint64   `json:"seq"`                // one more than the last Snapshot's or View's
	Tick     uint64   `json:"tick"`               // the world's tick that this states
	Terrain  []Strip  `json:"terrain,omitempty"`  // fields newly explored or changed
	Sight    []Run    `json:"sight,omitempty"`    // all fields in sight now
	Entities []Entity `json:"entities,omitempty"` // entities new in sight or changed, whole
	Gone     []string `json:"gone,omitempty"`     // entities no longer in sight

	Details
}

// Strip is the terrain of a row of fields next to each other, from X, Y to the
// east.
type Strip struct {
	X     int    `json:"x" wire:"place"` // of the westernmost field
	Y     int    `json:"y" wire:"place"` // of all the fields
	Cells string `json:"cells"`          // a printable ASCII character for each: " " unknown, "#" wall, "." floor, and what the content names
}

// Run is a row of N fields next to each other, from X, Y to the east.
type Run struct {
	X int `json:"x"` // of the westernmost field
	Y int `json:"y"` // of all the fields
	N int `json:"n"` // how many, at least 1
}

// Entity is something that stands on a field.
type Entity struct {
	Entity string   `json:"entity"` // names it, as in "User:anna"; clients compare it and read nothing out of it
	Kind   string   `json:"kind"`   // "hero", or the key of a foe of the content
	Name   string   `json:"name"`   // for a person to read
	X      int      `json:"x"`      // fields from the west
	Y      int      `json:"y"`      // fields from the north
	Facing geom.Dir `json:"facing"` // the way it last turned; "stop" before it has
	Asleep bool     `json:"asleep"` // a hero whose player is away, or a foe that sleeps

	Health    int      `json:"health,omitzero"`            // points, where the user can tell
	MaxHealth int      `json:"max_health,omitzero"`        // points at most, where the user can tell
	Status    []string `json:"status,omitzero" wire:"100"` // keys of the statuses that affect it
	Attitude  string   `json:"attitude,omitzero"`          // towards the user: "foe", "friend" or "neutral"
	Light     int      `json:"light,omitzero"`             // radius of the light that it gives, in cells
	Tint      string   `json:"tint,omitzero"`              // key of that light's colour
	Colour    string   `json:"colour,omitzero"`            // key of a hero's colour
	Kit       string   `json:"kit,omitzero"`               // key of a hero's kit
	Boss      bool     `json:"boss,omitzero"`              // a foe of which there is one
	Wisp      bool     `json:"wisp,omitzero"`              // a hero who is dead and goes on as a wisp
	Sneaking  bool     `json:"sneaking,omitzero"`          // a hero who sneaks
	Weapon    string   `json:"weapon,omitzero"`            // key of the item in its hand
	Armour    string   `json:"armour,omitzero"`            // key of the armour that it wears
}

// Goodbye tells that the server is about to close the connection.
type Goodbye struct {
	Reason string `json:"reason"` // one sentence for a person
}

// Name implements Update.
func (Position) Name() string { return "position" }

// Name implements Update.
func (Snapshot) Name() string { return "snapshot" }

// Name implements Update.
func (View) Name() string { return "view" }

// Name implements Update.
func (Goodbye) Name() string { return "goodbye" }
