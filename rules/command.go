package rules

import (
	"unicode/utf8"

	"laneya/geom"
)

const (
	// MaxName is the most bytes that a user's name may have here. Names are
	// not empty and are valid UTF-8; what else they must be is the server's
	// business.
	MaxName = 64
	// MaxText is the most bytes of what is said or written.
	MaxText = 500
	// MaxCount is the most of a stack that one command names.
	MaxCount = 1 << 20
	// maxCoord bounds the coordinates of levels, either way from zero.
	maxCoord = 1 << 30
)

// Command is one entry of a world's log. Which fields count depends on the
// verb; the others must be zero.
type Command struct {
	User   string
	Verb   Verb
	Dir    geom.Dir     `json:",omitzero"`
	At     geom.Pos     `json:",omitzero"`
	Level  geom.LevelID `json:",omitzero"`
	Item   uint64       `json:",omitzero"` // ID of an item
	Other  uint64       `json:",omitzero"` // ID of the item that Item is used on
	Target uint64       `json:",omitzero"` // ID of an actor
	Count  int          `json:",omitzero"` // 0 is all of a stack
	Name   string       `json:",omitzero"`
	Text   string       `json:",omitzero"`
	On     bool         `json:",omitzero"`
	Prefs  Prefs        `json:",omitzero"`
}

// validate returns the refusal of a command that no world would allow.
func (c *Command) validate() error {
	switch {
	case !validName(c.User), c.Verb >= verbs, !c.Dir.Valid(), !validLevel(c.Level),
		c.Count < 0, c.Count > MaxCount,
		len(c.Name) > MaxName, !utf8.ValidString(c.Name),
		len(c.Text) > MaxText, !utf8.ValidString(c.Text),
		!geom.LevelBounds.Contains(c.At),
		c.Prefs.StopHealth < 0, c.Prefs.StopHealth > 100:
		return refuse("bad_command")
	}
	return nil
}

func validName(name string) bool {
	return name != "" && len(name) <= MaxName && utf8.ValidString(name)
}

func validLevel(id geom.LevelID) bool {
	for _, c := range [3]int{id.X, id.Y, id.Z} {
		if c < -maxCoord || c > maxCoord {
			return false
		}
	}
	return true
}
