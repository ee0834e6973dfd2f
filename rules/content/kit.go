package content

// KitKind is what a hero begins with.
type KitKind uint8

// The kits.
const (
	Warden KitKind = iota
	Ranger
	Arcanist
	Rogue
	kits
)

// Kit is a row of Kits.
type Kit struct {
	Key, Name, Text string
	Picture         string
	Health          int
	Items           []KitItem
	Stealth         int    // percent of a walker's noise that it makes
	Gift            string // one sentence: what it alone can do
}

// KitItem is one thing of a kit.
type KitItem struct {
	Item  string // Key
	Count int
	Worn  bool
}

func (k Kit) key() string { return k.Key }

// Row returns the kind's row.
func (k KitKind) Row() *Kit { return &Kits[k] }

// MarshalText returns the kind's key.
func (k KitKind) MarshalText() ([]byte, error) { return kitTable.marshal(k) }

// UnmarshalText reads a key.
func (k *KitKind) UnmarshalText(b []byte) error { return kitTable.unmarshal(k, b) }

var kitTable = newTable[KitKind]("kit", Kits[:])

// KitByKey returns the kit with that key.
func KitByKey(key string) (KitKind, bool) { return kitTable.lookup(key) }

// Page is a page of the guide. Pages about kinds of foes, items and statuses are
// made from their rows.
type Page struct {
	Key, Title string
	Text       string // paragraphs are parted by an empty line
}

// Loudness is that of what heroes do, in cells that it carries to over open ground.
var Loudness = struct{ Walk, Sneak, Fight, Door, Break, Blast, Shout int }{
	Walk: 7, Sneak: 2, Fight: 12, Door: 8, Break: 14, Blast: 40, Shout: 25,
}
