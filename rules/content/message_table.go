package content

import (
	"slices"

	"laneya/lang"
)

// Messages are the sentences for all that happens and all that is refused.
var Messages = slices.Concat(
	refusals, refusedThings, refusedTogether,
	fightMessages, foeMessages, bodyMessages,
	thingMessages, magicMessages, worldMessages,
	crossingMessages, runMessages, comfortMessages, seenMessages, talkMessages,
)

// heardPlace sets what somebody hears, as in "you hear a fight", apart from the same
// words elsewhere.
const heardPlace = "heard"

// HeardAs returns what an event with that code is to who only hears it: "a
// fight", "a door", or "something".
func HeardAs(say *lang.Language, code string) string {
	if m := messageOf[code]; m != nil && m.Heard != "" {
		return say.In(heardPlace, m.Heard)
	}
	return say.Text("something")
}
