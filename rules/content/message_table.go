package content

import "slices"

// Messages are the sentences for all that happens and all that is refused.
var Messages = slices.Concat(
	refusals, refusedThings, refusedTogether,
	fightMessages, foeMessages, bodyMessages,
	thingMessages, magicMessages, worldMessages,
	crossingMessages, runMessages, comfortMessages, seenMessages, talkMessages,
)

// HeardAs returns what an event with that code is to who only hears it: "a
// fight", "a door", or "something".
func HeardAs(code string) string {
	i := slices.IndexFunc(Messages, func(m Message) bool { return m.Code == code })
	if i < 0 || Messages[i].Heard == "" {
		return "something"
	}
	return Messages[i].Heard
}
