package content

import "strings"

// Message is a row of Messages: the sentence for something that happened or
// that the rules refuse. In Text, {actor}, {target}, {item}, {n}, {status},
// {user}, {text} and {kind} stand for what an event or a refusal names: actors
// and items with their article or number, "the rat" and "3 arrows", a status
// by its Name. {hits|hit} is the second where who was named last is You, otherwise
// the first; {actor|I} is the second where the actor herself is You. Translations
// say in which case a name stands, if that is not the nominative: {target:acc|me}.
type Message struct {
	Code  string // stable
	Text  string // a sentence: "{actor} {hits|hit} {target} for {n}."
	Tone  string // "good", "bad", "danger", "info" or "quiet"
	Sound string // key of its sound, "" for none
	Heard string // what it is to who only hears it: "a fight"; "" is "something"
	// Picture is the key of what is seen for a moment, where it happens; "" for
	// nothing.
	Picture string
}

// Colour is a row of Colours.
type Colour struct {
	Name    string
	R, G, B uint8
}

// Emote is a row of Emotes.
type Emote struct {
	Key  string // what is typed: "wave"
	Text string // what others read: "{user} waves."
}

// Plural returns the plural of a name: the regular one, unless it has one of its
// own.
func Plural(name, own string) string {
	if own != "" {
		return own
	}
	for _, end := range []string{"s", "x", "ch", "sh"} {
		if strings.HasSuffix(name, end) {
			return name + "es"
		}
	}
	if stem, y := strings.CutSuffix(name, "y"); y && !strings.ContainsAny(stem[max(len(stem)-1, 0):], "aeou") {
		return stem + "ies"
	}
	return name + "s"
}
