package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// Level is a freshly dug level. Whoever asked for it owns it.
type Level struct {
	Kind     Kind
	Terrain  [geom.LevelCells]content.TerrainKind // by geom.CellIndex
	Clouds   []Cloud
	Links    Links
	Entrance geom.Pos // a free field for who comes by no way: next to the ladder up, or in the camp
	Foes     []Foe
	Items    []Item
	Locks    []Lock
	Levers   []Lever
	Coffins  []Coffin
	Vaults   []VaultSite
}

// At returns the terrain at p, Rock off the level.
func (l *Level) At(p geom.Pos) content.TerrainKind {
	if !geom.LevelBounds.Contains(p) {
		return content.Rock
	}
	return l.Terrain[geom.CellIndex(p)]
}

// Cloud is what hangs in the air over a field.
type Cloud struct {
	Pos    geom.Pos
	Kind   content.CloudKind
	Amount int // units
}

// Links are the ways to other levels.
type Links struct {
	Down, Up geom.Pos // where the ladders stand
	HasUp    bool     // every level has a ladder down
	Sides    [5]geom.Pos
	HasSide  [5]bool // whether there is a passage on that geom.Dir's side, at Sides
}

// Foe is who lives on the level.
type Foe struct {
	Kind     content.FoeKind
	Pos      geom.Pos
	Asleep   bool
	Hidden   bool             // it can't be seen until one is near, or touches it
	Disguise content.ItemKind // what a hidden Mimic looks like
}

// Item is a stack of things that lies on the level or in a coffin.
type Item struct {
	Kind   content.ItemKind
	Pos    geom.Pos
	Count  int
	Cursed bool
	Rune   content.RuneKind // 0 for none
	Lock   int              // of a key: the Number of the lock that it opens
}

// Lock is a locked door. The key whose Lock is Number opens it; it lies on the
// same level, within reach of who has not opened it.
type Lock struct {
	Pos    geom.Pos
	Number int // from 1
}

// LeverKind says what pulling a lever does.
type LeverKind uint8

// The kinds of levers.
const (
	OpensPortcullis LeverKind = iota // Targets become Floor
	DrainsWater                      // Targets become Floor
)

// Lever is a lever in a wall, pulled from a field next to it.
type Lever struct {
	Pos     geom.Pos
	Kind    LeverKind
	Targets []geom.Pos
}

// Coffin is a closed coffin with what is in it: often nothing.
type Coffin struct {
	Pos   geom.Pos
	Foes  []Foe // at most one; it rises when the coffin is opened
	Items []Item
}

// VaultSite is where a hand-drawn room was put.
type VaultSite struct {
	Name string
	Min  geom.Pos // its north-west corner
	Turn int      // 0 to 7: bit 2 mirrors it, then the rest are quarter turns clockwise
}
