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
	At     geom.Pos     `json:",omitzero"` // of Travelling: what is sought; of Following: where the friend was last
	Target uint64       `json:",omitzero"` // of Attacking: the foe's ID, 0 for the nearest
	User   string       `json:",omitzero"` // of Following
	Count  int          `json:",omitzero"` // of Searching and Resting: what is done so far; of Passing: 1 once the tick is over; of those who go: how often it has waited for air to clear
	Alert  []uint64     `json:",omitzero"` // enemies awake that were in view when it began, by ID
	Drowsy []uint64     `json:",omitzero"` // of Exploring: enemies asleep that have been told of
	Swims  bool         `json:",omitzero"` // of Travelling: through deep water if nothing else leads there; of Idle: it will, if she wants to travel there once more
	Ill    bool         `json:",omitzero"` // it was poisoned when it began
	Frail  bool         `json:",omitzero"` // it had little health when it began
	Jolt   string       `json:",omitzero"` // what has hurt the hero since, for a person

	// Way is how to go on from From, a digit of geom.Dir for each step.
	Way   string   `json:",omitzero"`
	From  geom.Pos `json:",omitzero"`
	Goal  geom.Pos `json:",omitzero"` // where Way ends, if Found
	Found bool     `json:",omitzero"` // a way to Goal was found
	Still int      `json:",omitzero"` // ticks in which the way was barred

	// Nearest is the shortest way, in steps, that Attacking has had to its
	// target since the last blow, and Chased how many steps it has gone since.
	Nearest int `json:",omitzero"`
	Chased  int `json:",omitzero"`
}

// next returns the way to step now, Stop at the end of the way.
func (in *Intent) next() geom.Dir {
	if in.Way == "" {
		return geom.Stop
	}
	return geom.Dir(in.Way[0] - '0')
}

// stop ends what the hero is set to do.
func (h *hero) stop() {
	h.Intent = Intent{}
	h.dirty = true
}

// halt ends what the hero is set to do and tells her why.
func (h *hero) halt(e Event) {
	h.stop()
	e.Ends = true
	h.tell(e)
}
