package content

// The tables.
var (
	Kits     [kits]Kit
	Items    []Item
	Runes    []RuneRow
	Pages    []Page
	Messages []Message
	Emotes   []Emote
)
