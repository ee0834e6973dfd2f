package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// Item is a thing, or a stack of equal things, that can be carried. It is in
// one place always: in a pack, on the ground, in a store, with a foe, or on its
// way between two levels.
type Item struct {
	ID      uint64
	Kind    content.ItemKind
	Count   int              // at least 1
	Slot    content.Slot     `json:",omitzero"` // where it is worn
	Charges int              `json:",omitzero"`
	Fuel    int              `json:",omitzero"` // ticks of light left
	Rune    content.RuneKind `json:",omitzero"`
	Bonus   int              `json:",omitzero"` // by enchantment, may be negative
	Cursed  bool             `json:",omitzero"`
	Shown   bool             `json:",omitzero"` // bonus, rune and curse are known
	Junk    uint64           `json:",omitzero"` // ID of the party whose walking leaves it where it lies, 0 for none
	Lock    int              `json:",omitzero"` // number of the lock that a key opens
	Of      geom.LevelID     `json:",omitzero"` // the level of that lock
	Dug     uint64           `json:",omitzero"` // and its serial number: a level may be dug anew
	Refill  int              `json:",omitzero"` // ticks until a staff gains a charge

	named *named // follows from the rest and from who looks
}

// row returns the item's kind.
func (it *Item) row() *content.Item { return it.Kind.Row() }

// lying is an item on a field of a level. Several may lie on one.
type lying struct {
	Pos  geom.Pos
	Item *Item
	By   uint64 `json:",omitzero"` // ID of the hero who put it down, who isn't to pick it up again by walking
}

// shuns reports whether h leaves g where it lies unless she asks for it.
func (h *hero) shuns(g *lying) bool {
	return g.By == h.ID || g.Item.Junk == h.Party || g.Item.row().Class == content.Corpse
}

// store is what holds items on a level besides the ground.
type store struct {
	Pos   geom.Pos
	Kind  StoreKind
	Owner string `json:",omitzero"` // of a grave, the user whose it is
	Items []*Item
	Under content.TerrainKind `json:",omitzero"` // of a grave, what its field was before
}

// StoreKind says what a store is.
type StoreKind uint8

// The kinds of stores.
const (
	ChestStore StoreKind = iota // the camp's
	GraveStore
	CoffinStore
)

// Thing is an item that lies somewhere, as a hero knows it.
type Thing struct {
	ID    uint64
	Kind  string // key of the item's kind, or of its looks while that is unknown
	Name  string `json:"-"` // for a person: what Label and Count are called in the hero's language
	Label Label
	Count int
	Pos   geom.Pos
	Seen  bool   // in sight now, otherwise remembered
	In    string // "" on the ground, "chest" or "grave"
}
