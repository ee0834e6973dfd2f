package protocol

// Sneak begins or ends sneaking, which is slower and makes less noise.
type Sneak struct {
	On bool `json:"on"` // whether the hero sneaks
}

// Door opens or closes a door next to the hero.
type Door struct {
	X    int  `json:"x" wire:"place"` // of the door
	Y    int  `json:"y" wire:"place"` // of the door
	Open bool `json:"open"`           // what it is to be
}

// Touch uses what stands on a field next to the hero or on hers: a lever, altar,
// shrine, fountain, coffin, chest, plinth or statue.
type Touch struct {
	X int `json:"x" wire:"place"` // of the field
	Y int `json:"y" wire:"place"` // of the field
}

// Climb goes up or down the ladder that the hero stands on. Down, the party goes
// together unless the host lets each go alone: all on the level who live and are
// awake must stand close to it. Whoever steps onto the ladder calls the others by
// an event. When nobody of the living stays behind, the party's wisps on the level
// come along, and all its wisps on the level below live again.
type Climb struct {
	Way string `json:"way" wire:"down|up"` // "down" or "up"
}

// Cross steps onto a field next to the hero that she would not walk onto by
// herself: a chasm, lava or deep water.
type Cross struct {
	X int `json:"x" wire:"place"` // of the field
	Y int `json:"y" wire:"place"` // of the field
}

// Prefer sets what the server keeps as the hero's habits.
type Prefer struct {
	Pickup     bool `json:"pickup"`                    // whether walking and exploring pick up
	StopHealth int  `json:"stop_health" wire:"0..100"` // percent of health below which an attack stops, and exploring once she falls below it
	Confirm    bool `json:"confirm"`                   // whether walking stops before deep water, lava and chasms, for Cross to go on
}

// Kit chooses what the hero begins with, in the camp before she first went down.
type Kit struct {
	Kit string `json:"kit"` // a kit of the content, as "warden"
}

// Hold asks that time on the level goes step by step, or no longer asks it. What
// she asks goes with the hero from level to level, and rests while she is asleep.
// The level goes step by step while each party that has somebody awake and alive
// there has a member there who asks for it: a tick comes when all have acted, or
// after three seconds.
type Hold struct {
	On bool `json:"on"` // whether the user asks for it
}

// Share uses the lifted Heart for all who are on the level, which wins the run.
type Share struct{}

// NewRun begins a new run after one that was lost. After one that was won, and
// while only wisps play on, it does so once all of the party who are awake have
// asked for it; an event tells them who has.
type NewRun struct{}

// Name implements Action.
func (Sneak) Name() string { return "sneak" }

// Name implements Action.
func (Door) Name() string { return "door" }

// Name implements Action.
func (Touch) Name() string { return "touch" }

// Name implements Action.
func (Climb) Name() string { return "climb" }

// Name implements Action.
func (Cross) Name() string { return "cross" }

// Name implements Action.
func (Prefer) Name() string { return "prefer" }

// Name implements Action.
func (Kit) Name() string { return "kit" }

// Name implements Action.
func (Hold) Name() string { return "hold" }

// Name implements Action.
func (Share) Name() string { return "share" }

// Name implements Action.
func (NewRun) Name() string { return "new_run" }

// Validate implements Action.
func (s Sneak) Validate() error { return checked(s) }

// Validate implements Action.
func (d Door) Validate() error { return checked(d) }

// Validate implements Action.
func (t Touch) Validate() error { return checked(t) }

// Validate implements Action.
func (c Climb) Validate() error { return checked(c) }

// Validate implements Action.
func (c Cross) Validate() error { return checked(c) }

// Validate implements Action.
func (p Prefer) Validate() error { return checked(p) }

// Validate implements Action.
func (k Kit) Validate() error { return checked(k) }

// Validate implements Action.
func (h Hold) Validate() error { return checked(h) }

// Validate implements Action.
func (Share) Validate() error { return nil }

// Validate implements Action.
func (NewRun) Validate() error { return nil }
