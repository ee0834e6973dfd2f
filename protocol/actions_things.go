package protocol

// Take puts an item that lies on the hero's field, or in a chest or grave next to
// her, into her pack.
type Take struct {
	Thing uint64 `json:"thing" wire:"id"` // the item
}

// Drop lays an item from the pack onto the hero's field.
type Drop struct {
	Item  uint64 `json:"item" wire:"id"`       // the item
	Count int    `json:"count" wire:"1..9999"` // how many of its stack
}

// Put lays an item from the pack into a chest or grave, or offers it on an altar,
// next to the hero or on her field.
type Put struct {
	Item  uint64 `json:"item" wire:"id"`       // the item
	Count int    `json:"count" wire:"1..9999"` // how many of its stack
	X     int    `json:"x" wire:"place"`       // of the chest, grave or altar
	Y     int    `json:"y" wire:"place"`       // of the chest, grave or altar
}

// Use does with an item what it is for, as drinking, reading, eating or applying
// it.
type Use struct {
	Item   uint64 `json:"item" wire:"id"`    // the item
	Target string `json:"target" wire:"256"` // an entity, or the number of an item, that it is used on; "" for what needs none
}

// Throw throws one of an item at a field.
type Throw struct {
	Item uint64 `json:"item" wire:"id"` // the item
	X    int    `json:"x" wire:"place"` // of the field
	Y    int    `json:"y" wire:"place"` // of the field
}

// Shoot shoots at a field with the bow that the hero wears.
type Shoot struct {
	X int `json:"x" wire:"place"` // of the field
	Y int `json:"y" wire:"place"` // of the field
}

// Zap points a wand or staff at a field and lets go what is in it.
type Zap struct {
	Item uint64 `json:"item" wire:"id"` // the wand or staff
	X    int    `json:"x" wire:"place"` // of the field
	Y    int    `json:"y" wire:"place"` // of the field
}

// Equip wears an item; what was worn there goes back into the pack.
type Equip struct {
	Item uint64 `json:"item" wire:"id"` // the item
	Slot string `json:"slot"`           // where, as the content names it; "" is the usual place
}

// Unequip takes off an item that is worn.
type Unequip struct {
	Item uint64 `json:"item" wire:"id"` // the item
}

// Give hands an item to a friend who stands next to the hero.
type Give struct {
	Item  uint64 `json:"item" wire:"id"`       // the item
	Count int    `json:"count" wire:"1..9999"` // how many of its stack
	To    string `json:"to" wire:"user"`       // the friend
}

// Junk marks an item as one that is not worth carrying, or takes the mark away.
// Items of a kind that is marked are not picked up by walking and exploring.
type Junk struct {
	Item uint64 `json:"item" wire:"id"` // the item
	On   bool   `json:"on"`             // whether it is junk
}

// Name implements Action.
func (Take) Name() string { return "take" }

// Name implements Action.
func (Drop) Name() string { return "drop" }

// Name implements Action.
func (Put) Name() string { return "put" }

// Name implements Action.
func (Use) Name() string { return "use" }

// Name implements Action.
func (Throw) Name() string { return "throw" }

// Name implements Action.
func (Shoot) Name() string { return "shoot" }

// Name implements Action.
func (Zap) Name() string { return "zap" }

// Name implements Action.
func (Equip) Name() string { return "equip" }

// Name implements Action.
func (Unequip) Name() string { return "unequip" }

// Name implements Action.
func (Give) Name() string { return "give" }

// Name implements Action.
func (Junk) Name() string { return "junk" }

// Validate implements Action.
func (t Take) Validate() error { return checked(t) }

// Validate implements Action.
func (d Drop) Validate() error { return checked(d) }

// Validate implements Action.
func (p Put) Validate() error { return checked(p) }

// Validate implements Action.
func (u Use) Validate() error { return checked(u) }

// Validate implements Action.
func (t Throw) Validate() error { return checked(t) }

// Validate implements Action.
func (s Shoot) Validate() error { return checked(s) }

// Validate implements Action.
func (z Zap) Validate() error { return checked(z) }

// Validate implements Action.
func (e Equip) Validate() error { return checked(e) }

// Validate implements Action.
func (u Unequip) Validate() error { return checked(u) }

// Validate implements Action.
func (g Give) Validate() error { return checked(g) }

// Validate implements Action.
func (j Junk) Validate() error { return checked(j) }
