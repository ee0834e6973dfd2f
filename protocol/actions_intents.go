package protocol

import "errors"

// Travel walks to a place, or to the nearest of a kind of place that the user
// knows of, by a way over explored fields. It ends when the hero is there, when
// the way is lost, or when something new or dangerous comes into sight; foes that
// are in sight already don't end it. Where only deep water leads there it is not
// begun, and the event says so; asked for once more, the hero swims.
type Travel struct {
	To    string `json:"to" wire:"place|down|up|passage|altar|shrine|door|chest|board|fountain|grave"` // "place" for the field x, y; or the nearest "down" or "up" ladder, "passage", "altar", "shrine", "door", "chest", "board", "fountain" or "grave"
	Level string `json:"level" wire:"level?"`                                                          // of the place, x:y:z; "" is the hero's own; "" unless to is "place"
	X     int    `json:"x" wire:"place"`                                                               // of the place; 0 unless to is "place"
	Y     int    `json:"y" wire:"place"`                                                               // of the place; 0 unless to is "place"
}

// Explore walks to what is unexplored and picks up on the way, until something
// new comes into sight, an item that she leaves, a choice of doors or a danger, or nothing is
// left. While a foe that is awake is in sight it is not begun, and the event says
// so; asked for once more, it is, until that foe is out of sight or something
// hurts the hero.
type Explore struct{}

// Rest stays where the hero is until she is healed or disturbed. It is not begun
// while a foe that is awake is in sight.
type Rest struct{}

// Attack fights a foe until it is dead, out of reach, or the hero's health is
// below the share that was set with Prefer.
type Attack struct {
	Target string `json:"target" wire:"256"` // an entity in sight, "" for the nearest foe
}

// Search looks for what is hidden around the hero, until something is found or
// five searches found nothing. It is not begun while a foe that is awake is in
// sight.
type Search struct{}

// Follow stays next to a friend, also over ladders and passages to other levels.
// It doesn't jump after her: when no other way to her level is known it ends, and
// the event names the level.
type Follow struct {
	User string `json:"user" wire:"user"` // whom
}

// Pass lets a moment go by where time waits for the hero.
type Pass struct{}

// Name implements Action.
func (Travel) Name() string { return "travel" }

// Name implements Action.
func (Explore) Name() string { return "explore" }

// Name implements Action.
func (Rest) Name() string { return "rest" }

// Name implements Action.
func (Attack) Name() string { return "attack" }

// Name implements Action.
func (Search) Name() string { return "search" }

// Name implements Action.
func (Follow) Name() string { return "follow" }

// Name implements Action.
func (Pass) Name() string { return "pass" }

// Validate implements Action.
func (t Travel) Validate() error {
	if err := checked(t); err != nil {
		return err
	}
	if t.To != "place" && (t.Level != "" || t.X != 0 || t.Y != 0) {
		return errors.New(`level, x and y must be "", 0 and 0 unless to is "place"`)
	}
	return nil
}

// Validate implements Action.
func (Explore) Validate() error { return nil }

// Validate implements Action.
func (Rest) Validate() error { return nil }

// Validate implements Action.
func (a Attack) Validate() error { return checked(a) }

// Validate implements Action.
func (Search) Validate() error { return nil }

// Validate implements Action.
func (f Follow) Validate() error { return checked(f) }

// Validate implements Action.
func (Pass) Validate() error { return nil }
