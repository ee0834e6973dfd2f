package protocol

import "errors"

// Content asks for the server's tables: what the names, descriptions, pictures,
// sounds and numbers of all kinds are. The head says which parts there are, and a
// hash of them all; a client that has kept the parts of that hash needs no others.
type Content struct {
	Part     string `json:"part"`              // "" for the head, else the name of a part
	Language string `json:"language,omitzero"` // a tag, as in Watch: the tables of each language have a hash of their own
}

// Describe asks for words about one thing: an entity in sight, an item in the
// pack or in sight, a status, or a field of the level. Exactly one of the others
// is set, or none for the field x, y.
type Describe struct {
	X      int    `json:"x" wire:"place"`    // of the field; 0 for anything else
	Y      int    `json:"y" wire:"place"`    // of the field; 0 for anything else
	Entity string `json:"entity" wire:"256"` // an entity, or ""
	Item   uint64 `json:"item" wire:"id?"`   // an item, or 0
	Status string `json:"status"`            // the key of a status, or ""
}

// Guide asks for pages of the guide.
type Guide struct {
	Query string `json:"query" wire:"100"` // words that the pages are about; "" for the list of contents
}

// Find asks where on the explored levels something is known to be.
type Find struct {
	Query string `json:"query" wire:"1..100"` // part of a name of an item or a kind of place
}

// Chart asks for the explored part of a level.
type Chart struct {
	Level string `json:"level" wire:"level"` // x:y:z
}

// Board asks for the messages on the notice board.
type Board struct{}

// Hall asks for the hall of fame: the runs that have ended.
type Hall struct{}

// About asks what a world is, for those who are not in it yet. It brings no hero
// into the world and wakes none. Servers needn't tell.
type About struct{}

// Name implements Action.
func (Content) Name() string { return "content" }

// Name implements Action.
func (Describe) Name() string { return "describe" }

// Name implements Action.
func (Guide) Name() string { return "guide" }

// Name implements Action.
func (Find) Name() string { return "find" }

// Name implements Action.
func (Chart) Name() string { return "chart" }

// Name implements Action.
func (Board) Name() string { return "board" }

// Name implements Action.
func (Hall) Name() string { return "hall" }

// Name implements Action.
func (About) Name() string { return "about" }

// Validate implements Action.
func (c Content) Validate() error { return checked(c) }

// Validate implements Action.
func (g Guide) Validate() error { return checked(g) }

// Validate implements Action.
func (f Find) Validate() error { return checked(f) }

// Validate implements Action.
func (c Chart) Validate() error { return checked(c) }

// Validate implements Action.
func (Board) Validate() error { return nil }

// Validate implements Action.
func (Hall) Validate() error { return nil }

// Validate implements Action.
func (About) Validate() error { return nil }

// Validate implements Action.
func (d Describe) Validate() error {
	if err := checked(d); err != nil {
		return err
	}
	set := 0
	for _, is := range [...]bool{d.X != 0 || d.Y != 0, d.Entity != "", d.Item != 0, d.Status != ""} {
		if is {
			set++
		}
	}
	if set > 1 {
		return errors.New("only one thing can be described at once")
	}
	return nil
}
