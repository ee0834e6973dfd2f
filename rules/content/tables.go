package content

// The tables.
var (
	Kits     [kits]Kit
	Foes     []Foe
	Items    []Item
	Runes    []RuneRow
	Shots    []Shot
	Pages    []Page
	Messages []Message
	Emotes   []Emote
)
