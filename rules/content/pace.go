package content

import (
	"fmt"
	"strings"

	"laneya/lang"
)

// Pace is how many ticks things take that are in no other table.
var Pace = struct {
	Walk   int // a step, with no enemy awake in sight
	Wary   int // a step, with one
	Sneak  int // a step while sneaking
	Door   int // opening or closing
	Take   int // picking up or dropping
	Wear   int // putting on or off a weapon, ring or light
	Armour int // putting on or off armour
	Give   int
	Touch  int // a lever, altar, shrine
	Search int // one search of the fields around
	Climb  int
	Throw  int // throwing, if the thing's Speed isn't more
	Fist   int // a blow without a weapon
}{Walk: 1, Wary: 2, Sneak: 3, Door: 2, Take: 1, Wear: 4, Armour: 20, Give: 2, Touch: 3, Search: 5, Climb: 3, Throw: 3, Fist: 4}

// Deed is a row of Deeds: something of which Pace says how long it takes.
type Deed struct {
	Key, Name string
	Ticks     int
}

// Deeds are the rows of what Pace says.
var Deeds = []Deed{
	{"walk", "a step", Pace.Walk},
	{"wary", "a step with an enemy awake in sight", Pace.Wary},
	{"sneak", "a step while sneaking", Pace.Sneak},
	{"door", "opening or closing a door", Pace.Door},
	{"take", "picking up or dropping", Pace.Take},
	{"wear", "putting on or taking off a weapon, a ring or a light", Pace.Wear},
	{"armour", "putting on or taking off armour", Pace.Armour},
	{"give", "giving", Pace.Give},
	{"touch", "a lever, an altar or a shrine", Pace.Touch},
	{"search", "searching the fields around, once", Pace.Search},
	{"climb", "climbing a ladder", Pace.Climb},
	{"throw", "throwing, at least", Pace.Throw},
	{"fist", "a blow without a weapon", Pace.Fist},
}

// pacePage is the page of the guide about Deeds.
func pacePage(say *lang.Language) Page {
	var b strings.Builder
	b.WriteString(say.Text("Time is counted in ticks, of which ten are a second. What a blow, a shot or a spell takes stands with the weapon or the thing; what ground slows a step, with the ground."))
	b.WriteByte('\n')
	for _, d := range Deeds {
		fmt.Fprintf(&b, "\n%s: %d", capital(say.Text(d.Name)), d.Ticks)
	}
	return Page{Key: "pace", Title: say.Text("How long things take"), Text: b.String()}
}
