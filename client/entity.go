package client

import (
	"strings"

	"laneya/geom"
	"laneya/protocol"
)

// Entity is something that stands on a field in sight. A *Entity stays the same
// one while the entity is in sight, and may stand for another one after that,
// so don't keep it beyond the next Apply; keep the ID.
type Entity struct {
	ID     string // names the entity; compare it and read nothing out of it
	Kind   string // protocol.KindHero, or the key of a foe of the content
	Name   string // for a person to read; at most 64 bytes on one line
	Pos    geom.Pos
	Facing geom.Dir // the way it last turned; Stop before it has
	Asleep bool     // a hero whose player is away

	Health, MaxHealth int    // points; both 0 where the player can't tell
	Status            string // keys of the statuses it is in, parted by blanks
	Attitude          string // to the player: "foe", "friend", "neutral" or ""
	Light             int    // radius of the light that it gives, in cells
	Tint              string // key of that light's colour
	Colour            string // key of a hero's colour
	Kit               string // key of a hero's kit
	Weapon, Armour    string // keys of the items that a hero is seen with
	Wisp, Sneaking    bool   // of heroes

	// Generation grows when the entity was placed where it is, instead of
	// having walked there by one field: when it came into sight, or was told
	// to be further off. Draw such a one at its place at once. It never
	// repeats for one ID within a State.
	Generation uint64

	mark uint64 // the State's mark when a snapshot last told of it
	gone bool   // taken out of sight by the Apply that is under way
}

// entityOf reads u, whose place is on the level.
func entityOf(u *protocol.Entity) Entity {
	e := Entity{
		ID: u.Entity, Kind: plainText(u.Kind, maxName), Name: plainText(u.Name, maxName),
		Pos: geom.Pos{X: u.X, Y: u.Y}, Facing: u.Facing, Asleep: u.Asleep,
		Health: points(u.Health), MaxHealth: points(u.MaxHealth),
		Attitude: plainText(u.Attitude, maxName),
		Light:    min(max(u.Light, 0), maxLight), Tint: plainText(u.Tint, maxName),
		Colour: plainText(u.Colour, maxName), Kit: plainText(u.Kit, maxName),
		Weapon: plainText(u.Weapon, maxName), Armour: plainText(u.Armour, maxName),
		Wisp: u.Wisp, Sneaking: u.Sneaking,
	}
	if len(u.Status) > 0 {
		e.Status = plainText(strings.Join(u.Status[:min(len(u.Status), maxStatuses)], " "), maxMessage)
	}
	if !e.Facing.Valid() {
		e.Facing = geom.Stop
	}
	return e
}

// told returns what entityOf would make e of.
func (e *Entity) told() protocol.Entity {
	return protocol.Entity{
		Entity: e.ID, Kind: e.Kind, Name: e.Name, X: e.Pos.X, Y: e.Pos.Y, Facing: e.Facing, Asleep: e.Asleep,
		Health: e.Health, MaxHealth: e.MaxHealth, Status: strings.Fields(e.Status), Attitude: e.Attitude,
		Light: e.Light, Tint: e.Tint, Colour: e.Colour, Kit: e.Kit,
		Weapon: e.Weapon, Armour: e.Armour, Wisp: e.Wisp, Sneaking: e.Sneaking,
	}
}

// In reports whether the entity is in the status with that key.
func (e *Entity) In(status string) bool {
	for rest := e.Status; rest != ""; {
		var key string
		key, rest, _ = strings.Cut(rest, " ")
		if key == status {
			return true
		}
	}
	return false
}

// points holds a number of points within what can be shown.
func points(n int) int { return min(max(n, 0), maxPoints) }

func byID(a, b *Entity) int { return strings.Compare(a.ID, b.ID) }
