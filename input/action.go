package input

import "laneya/geom"

// Action is something a player can ask for, whatever key or button asks.
type Action uint8

// The actions.
const (
	WalkNorth Action = iota
	WalkEast
	WalkSouth
	WalkWest
	Up    // the focus moves up
	Down  // the focus moves down
	Left  // one to the left
	Right // one to the right
	Next
	Previous
	Confirm
	Cancel
	Menu
	Fullscreen
	Screenshot
	ZoomIn
	ZoomOut
	Quit
	PageUp
	PageDown
	Explore
	Rest
	Attack // the nearest foe
	Search
	Sneak
	Shoot
	Throw
	Zap
	Use
	Equip
	Take
	Drop
	Inventory
	Look
	Map
	Find
	Travel
	Door  // opens or closes
	Touch // what is next to the hero; where nothing is, lets a moment go by
	Point // shows the party a place
	Chat
	Party
	Hold // time for all on the level
	Log
	Guide
	Commands // the list of all that can be done
	ClimbDown
	ClimbUp
	Write   // letters are shown on the screen
	Minimap // shows or hides the map in the corner
	Replay  // keeps the last seconds as a moving picture
	numActions
)

var actionNames = [numActions]string{
	"walk north", "walk east", "walk south", "walk west", "up", "down", "left", "right",
	"next", "previous", "confirm", "cancel", "menu", "full screen", "screenshot", "zoom in", "zoom out", "quit", "page up", "page down",
	"explore", "rest", "attack", "search", "sneak", "shoot", "throw", "zap", "use", "equip", "take", "drop", "inventory",
	"look", "map", "find", "travel", "door", "touch", "point", "chat", "party", "hold", "log", "guide", "commands",
	"climb down", "climb up", "write", "minimap", "replay",
}

// String returns the action's name for a person.
func (a Action) String() string {
	if a >= numActions {
		return "unknown"
	}
	return actionNames[a]
}

// Dir returns the way that a walking action leads, Stop for any other.
func (a Action) Dir() geom.Dir {
	if a > WalkWest {
		return geom.Stop
	}
	return geom.Dirs[a]
}

// Actions is a set of actions. The zero value is empty.
type Actions uint64

// Has reports whether a is in the set.
func (s Actions) Has(a Action) bool { return s&(1<<a) != 0 }

// With returns the set with a in it.
func (s Actions) With(a Action) Actions { return s | 1<<a }
