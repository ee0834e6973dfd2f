package rules

import "laneya/geom"

// IntentKind says what a hero is set to do.
type IntentKind uint8

// The kinds of intents.
const (
	Idle IntentKind = iota
	Walking
	Travelling
	Exploring
	Resting
	Attacking
	Searching
	Following
	Passing
)

var intentNames = [...]string{"", "walk", "travel", "explore", "rest", "attack", "search", "follow", "pass"}

// String returns the intent's word on the wire, "" for Idle.
func (k IntentKind) String() string {
	if int(k) >= len(intentNames) {
		return "invalid"
	}
	return intentNames[k]
}

// Intent is what a hero does until it is done, stopped or replaced.
type Intent struct {
	Kind   IntentKind
	Dir    geom.Dir     `json:",omitzero"` // of Walking
	To     string       `json:",omitzero"` // of Travelling: "place" or what is sought
	Level  geom.LevelID `json:",omitzero"` // of Travelling to a place
	At     geom.Pos     `json:",omitzero"` // of Travelling
	Target uint64       `json:",omitzero"` // of Attacking: the foe's ID, 0 for the nearest
	User   string       `json:",omitzero"` // of Following
	Count  int          `json:",omitzero"` // of Searching and Resting: ticks spent so far
	Alert  []uint64     `json:",omitzero"` // what was in sight when it began, by ID
}

// stop ends what the hero is set to do.
func (h *hero) stop() {
	h.Intent = Intent{}
	h.dirty = true
}
