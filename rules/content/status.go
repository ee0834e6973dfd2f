package content

import "laneya/lang"

// StatusKind is a condition that a hero or foe is in for a number of ticks.
type StatusKind uint8

// The kinds of status.
const (
	Poisoned     StatusKind = iota // loses health slowly; does not kill foes that are immune
	Burning                        // loses health fast, and sets alight what burns; water ends it
	Frozen                         // does nothing; a hit with force shatters it
	Slowed                         // every action takes twice as long
	Hasted                         // every action takes half as long
	Blind                          // sees the eight fields around only
	Confused                       // goes astray every other step
	Stuck                          // can't walk; struggles free
	Invisible                      // seen from next to it only
	Regenerating                   // gains health
	Shielded                       // Power points of damage are taken by the shield first
	Weakened                       // deals half damage
	Levitating                     // flies
	Feared                         // flees
	Asleep                         // does nothing until it takes damage or hears noise
	Marked                         // takes half as much damage again
	Telepathic                     // senses foes through walls
	Lit                            // glows: seen from afar, and sees by it
	Silenced                       // makes no noise
	Thorny                         // who hits it is hurt
	Sated                          // well fed: heals slowly by itself
	Hungry                         // heals half as fast by itself
	Strong                         // deals half as much damage again
	Allied                         // fights for the party
	statusKinds
)

// Status is a row of Statuses.
type Status struct {
	Key, Name, Text string
	Glyph           rune
	Colour, Picture string
	Good            bool // for the one who has it
}

func (s Status) key() string { return s.Key }

// Called returns the status's name as a sentence says it of somebody: "is poisoned".
func (s *Status) Called(say *lang.Language) string { return say.In(statusPlace, s.Name) }

// statusPlace sets the names of statuses apart from the same words elsewhere.
const statusPlace = "status"

// Row returns the kind's row.
func (k StatusKind) Row() *Status { return &Statuses[k] }

// MarshalText returns the kind's key.
func (k StatusKind) MarshalText() ([]byte, error) { return statusTable.marshal(k) }

// UnmarshalText reads a key.
func (k *StatusKind) UnmarshalText(b []byte) error { return statusTable.unmarshal(k, b) }

var statusTable = newTable[StatusKind]("status", Statuses[:])
