package content

import (
	"math/bits"

	"laneya/lang"
)

// wayWords say what each of the Ways means for who meets it, in their order.
var wayWords = [...]string{
	"comes in packs that go round you, and flees when it is alone",
	"shoots, and keeps its distance",
	"steals an item and runs",
	"calls others",
	"digs through walls",
	"lies in wait, unseen until you are near",
	"heals and strengthens other foes",
	"bursts when it reaches you or dies",
	"throws webs and walks on them",
	"looks like an item until it is touched",
	"goes through walls",
	"splits when it is hit and does not die",
	"eats items and gains health by it",
	"moves only when somebody in its sight does",
	"flies",
	"swims in deep water",
	"is a boss: the more heroes, the stronger",
	"strays at random",
	"sets alight what it hits; fire does not hurt it",
	"slows what it hits",
	"poisons what it hits",
	"heals by what it deals",
	"holds what it hits",
	"jumps to other places in sight",
	"knows no fear and no confusion",
	"shuns light",
	"opens doors",
	"hurts nobody",
	"stays where it is",
	"wakes everything around instead of fighting",
	"eats corpses",
	"rises again unless it is burnt or killed twice",
}

// skillWords say what each of the Skills does, in their order.
var skillWords = [...]string{
	"hits all foes next to you",
	"hits harder after a step straight at the foe",
	"now and then costs the foe its turn",
	"three times the damage to who sleeps or has not noticed you",
	"hits two fields away",
	"what a kill leaves over hits another foe next to you",
	"now and then turns a hit aside",
	"needs both hands",
	"comes back when it is thrown",
	"goes through the first it hits",
	"twice the damage to the undead",
	"sets alight what it hits",
	"slows what it hits",
	"heals you by a part of what it deals",
	"digs through rubble and rock",
}

// Traits returns what the ways mean, in words.
func (w Ways) Traits(say *lang.Language) []string { return words(say, uint32(w), wayWords[:]) }

// Traits returns what the skills do, in words.
func (s Skills) Traits(say *lang.Language) []string { return words(say, uint32(s), skillWords[:]) }

// words returns those of all whose bits are set.
func words(say *lang.Language, set uint32, all []string) []string {
	var found []string
	for ; set != 0; set &= set - 1 {
		found = append(found, say.Text(all[bits.TrailingZeros32(set)]))
	}
	return found
}
