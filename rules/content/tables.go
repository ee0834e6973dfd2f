package content

// The tables.
var (
	Terrains [terrainKinds]Terrain
	Clouds   [cloudKinds]Cloud
	Statuses [statusKinds]Status
	Kits     [kits]Kit
	Foes     []Foe
	Items    []Item
	Runes    []RuneRow
	Shots    []Shot
	Pages    []Page
	Messages []Message
	Colours  []Colour
	Emotes   []Emote
)
