package content

// The tables.
var (
	Pages    []Page
	Messages []Message
	Emotes   []Emote
)
