package protocol

// Say says something to others.
type Say struct {
	To   string `json:"to" wire:"near|party|all"` // "near", "party" or "all"
	Text string `json:"text" wire:"1..500"`       // what, 1 to 500 bytes
}

// Emote makes a gesture that others see.
type Emote struct {
	Emote string `json:"emote"` // a gesture of the content
}

// MarkPlace shows a field of the level to the party. A user has one mark; the
// next takes its place.
type MarkPlace struct {
	X    int    `json:"x" wire:"place"`                  // of the field
	Y    int    `json:"y" wire:"place"`                  // of the field
	Kind string `json:"kind" wire:"look|gather|danger|"` // "look", "gather", "danger", or "" to take the own mark away
}

// Ignore hides from the user what another says, or shows it again.
type Ignore struct {
	User string `json:"user" wire:"user"` // the other
	On   bool   `json:"on"`               // whether the other is ignored
}

// Invite asks another user into the party.
type Invite struct {
	User string `json:"user" wire:"user"` // the other
}

// JoinParty accepts an invitation.
type JoinParty struct {
	User string `json:"user" wire:"user"` // who invited, or anyone of that party
}

// LeaveParty leaves the party.
type LeaveParty struct{}

// Colour chooses the colour of the user's hero.
type Colour struct {
	Colour string `json:"colour"` // a party colour of the content
}

// Write pins a message to the notice board next to the hero.
type Write struct {
	Text string `json:"text" wire:"1..300"` // the message, 1 to 300 bytes
}

// Name implements Action.
func (Say) Name() string { return "say" }

// Name implements Action.
func (Emote) Name() string { return "emote" }

// Name implements Action.
func (MarkPlace) Name() string { return "mark_place" }

// Name implements Action.
func (Ignore) Name() string { return "ignore" }

// Name implements Action.
func (Invite) Name() string { return "invite" }

// Name implements Action.
func (JoinParty) Name() string { return "join_party" }

// Name implements Action.
func (LeaveParty) Name() string { return "leave_party" }

// Name implements Action.
func (Colour) Name() string { return "colour" }

// Name implements Action.
func (Write) Name() string { return "write" }

// Validate implements Action.
func (s Say) Validate() error { return checked(s) }

// Validate implements Action.
func (e Emote) Validate() error { return checked(e) }

// Validate implements Action.
func (m MarkPlace) Validate() error { return checked(m) }

// Validate implements Action.
func (i Ignore) Validate() error { return checked(i) }

// Validate implements Action.
func (i Invite) Validate() error { return checked(i) }

// Validate implements Action.
func (j JoinParty) Validate() error { return checked(j) }

// Validate implements Action.
func (LeaveParty) Validate() error { return nil }

// Validate implements Action.
func (c Colour) Validate() error { return checked(c) }

// Validate implements Action.
func (w Write) Validate() error { return checked(w) }
