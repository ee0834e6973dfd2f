package rules

import "fmt"

// Verb says what a Command does.
type Verb uint8

// The verbs of a Command, with the fields that they go by besides User.
const (
	// Join lets the user's hero enter the camp, or Level if that is set, awake,
	// at the free field that is nearest to the entrance.
	Join Verb = iota
	// Wake tells that the hero's player is there. A hero awake stays so.
	Wake
	// Sleep tells that the hero's player is away: the hero stops where it is
	// and stays there. A hero asleep stays so.
	Sleep
	// Leave takes the hero out of the world, with what it carries and knows. It
	// is put by until a Join brings it back to where it was; or to the camp with
	// a new kit, once its party plays another run.
	Leave

	// What follows sets an intent.

	Walk    // Dir; one step after another until another intent
	Travel  // Name: "place" or what is sought; At of a place, On: on Level, otherwise on the hero's
	Explore //
	Rest    //
	Attack  // Target; 0 is the nearest
	Search  //
	Follow  // Name of a user
	Pass    // let a tick go by

	// What follows is done at once.

	Sneak      // On
	Door       // At, On: open
	Touch      // At
	Climb      // On: down
	Cross      // At
	Take       // Item
	Drop       // Item, Count
	Put        // Item, Count, At
	Use        // Item, Target or Other
	Throw      // Item, At
	Shoot      // At
	Zap        // Item, At
	Equip      // Item, Name: of the slot
	Unequip    // Item
	Give       // Item, Count, Name: of the user
	MarkJunk   // Item, On
	Prefer     // Prefs
	ChooseKit  // Name: key of the kit
	Hold       // On
	Say        // Name: near, party, all; Text
	Emote      // Name: key of the emote
	MarkPlace  // At, Name: look, gather, danger or nothing
	Ignore     // Name of a user, On
	Invite     // Name of a user
	JoinParty  // Name of a user
	LeaveParty //
	Colour     // Name
	Write      // Text
	Share      // the Heart
	NewRun     //
	verbs
)

var verbNames = [verbs]string{
	"join", "wake", "sleep", "leave",
	"walk", "travel", "explore", "rest", "attack", "search", "follow", "pass",
	"sneak", "door", "touch", "climb", "cross", "take", "drop", "put", "use", "throw", "shoot", "zap",
	"equip", "unequip", "give", "mark", "prefer", "kit", "hold", "say", "emote", "mark_place", "ignore",
	"invite", "join_party", "leave_party", "colour", "write", "share", "new_run",
}

// String returns the verb's word, as in "join".
func (v Verb) String() string {
	if v >= verbs {
		return "invalid"
	}
	return verbNames[v]
}

// MarshalText returns the verb's word.
func (v Verb) MarshalText() ([]byte, error) {
	if v >= verbs {
		return nil, fmt.Errorf("there is no verb %d", v)
	}
	return []byte(verbNames[v]), nil
}

// UnmarshalText reads a verb's word.
func (v *Verb) UnmarshalText(text []byte) error {
	for i, name := range verbNames {
		if name == string(text) {
			*v = Verb(i)
			return nil
		}
	}
	return fmt.Errorf("there is no verb %q", text)
}

// SetsIntent reports whether a command of that verb sets what the hero does
// from now on, and is never refused for what stands in the way.
func (v Verb) SetsIntent() bool { return v >= Walk && v <= Pass }
