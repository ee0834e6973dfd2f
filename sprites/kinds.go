package sprites

import (
	"hash/fnv"
	"strings"
	"sync"

	"laneya/geom"
)

// HeroColours is how many colours of cloak there are.
const HeroColours = 10

// cloaks are the colours of cloak by the keys of the content; what it calls white is
// ivory.
var cloaks = map[string]int{
	"party_vermilion": 0, "party_blue": 1, "party_green": 2, "party_orange": 3, "party_violet": 4,
	"party_white": 6, "party_pink": 7, "party_yellow": 8, "party_sky": 9,
}

// CloakOf returns the colour of cloak for a key of a colour of the content; false if
// there is none.
func CloakOf(key string) (colour int, ok bool) {
	colour, ok = cloaks[key]
	return colour, ok
}

// namedColours is how many of the colours are dealt by name.
const namedColours = 8

// HeroFrames is how many pictures of a walking hero there are for each way it
// can face: frame 0 stands, 1 and 2 step with one foot and with the other.
const HeroFrames = 3

// GhostFrames is how many pictures of the ghost there are.
const GhostFrames = 2

// Floors is how many variations of floor there are, from Floor0 on.
const Floors = 15

// OfColour returns the picture with that key in a colour of the content, or the
// only one that there is of it; false if there is none.
func OfColour(key, colour string) (ID, bool) {
	if id, ok := byKey[key+"_"+colour]; ok {
		return id, true
	}
	return ByKey(key)
}

// Second returns the other picture of what covers ground and is drawn twice; false
// if there is none.
func Second(id ID) (ID, bool) {
	second, ok := seconds()[id]
	return second, ok
}

var seconds = sync.OnceValue(func() map[ID]ID {
	all := map[ID]ID{}
	for key, id := range byKey {
		if second, ok := byKey[key+"_1"]; ok {
			all[id] = second
		}
	}
	return all
})

// Pose is what a figure does in a picture.
type Pose uint8

// The poses of every figure, in the order of its pictures.
const (
	Idle    Pose = iota
	Breathe      // idle, a moment later
	Step
	Stride // the other foot
	Attack
	Hurt
	Dead
	Poses
)

// ByKey returns the picture that a key of the server's tables, such as
// "item_rope", names; false if there is none. That of a figure is followed by its
// other poses.
func ByKey(key string) (ID, bool) {
	id, ok := byKey[key]
	return id, ok
}

// HeroColour returns the colour of cloak, from 0 to HeroColours-1, that a hero
// of that name wears in every window.
func HeroColour(name string) int {
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32() % namedColours)
}

// Kit is the pictures of a hero of one kit, in a cloak of the first colour.
type Kit struct{ south, north, east ID }

// KitOf returns the pictures of heroes with that kit, by the key of its picture;
// false if there are none.
func KitOf(picture string) (k Kit, ok bool) {
	for view, id := range map[string]*ID{"_south": &k.south, "_north": &k.north, "_east": &k.east} {
		if *id, ok = ByKey(picture + view); !ok {
			return Kit{}, false
		}
	}
	return k, true
}

// Picture returns the picture of such a hero in a cloak of the colour that faces
// that way, and whether it is to be mirrored.
func (k Kit) Picture(colour int, facing geom.Dir, p Pose) (id ID, mirrored bool) {
	id = k.south
	switch facing {
	case geom.North:
		id = k.north
	case geom.East, geom.West:
		id = k.east
	}
	return id + ID(wrap(colour, HeroColours)*int(Poses)) + ID(p), facing == geom.West
}

// Hero returns the picture of a hero in a cloak of the colour that faces that
// way; one that has not turned yet faces south. Colour and frame are taken
// modulo what there is.
func Hero(colour int, facing geom.Dir, frame int) ID {
	first := HeroSouth0
	switch facing {
	case geom.North:
		first = HeroNorth0
	case geom.East:
		first = HeroEast0
	case geom.West:
		first = HeroWest0
	}
	return first + ID(wrap(frame, HeroFrames)*HeroColours+wrap(colour, HeroColours))
}

// Ghost returns a picture of the ghost; frame is taken modulo GhostFrames.
func Ghost(frame int) ID { return Ghost0 + ID(wrap(frame, GhostFrames)) }

// wrap returns i modulo n, never negative.
func wrap(i, n int) int { return (i%n + n) % n }

// HeldOf returns the picture of a weapon in a hand, by the key of the one that shows it
// as a thing. Where there is none, another one stands for it: one with an edge or one
// with a shaft.
func HeldOf(picture string, edged bool) ID {
	if id, ok := ByKey("held_" + strings.TrimPrefix(picture, "item_")); ok {
		return id
	}
	if edged {
		return byKey["held_short_sword"]
	}
	return byKey["held_quarterstaff"]
}

// Worn is the pictures of what is worn over the body, in grey.
type Worn struct{ south, north, east ID }

// wear are the four that there are, from the lightest to the heaviest.
var wear = sync.OnceValue(func() (all [4]Worn) {
	for i, name := range [...]string{"cloth", "coat", "mail", "plate"} {
		key := "worn_" + name
		all[i] = Worn{byKey[key+"_south"], byKey[key+"_north"], byKey[key+"_east"]}
	}
	return all
})

// WornFor returns what is seen of an armour that takes so much off each hit.
func WornFor(armour int) Worn {
	all := wear()
	switch {
	case armour <= 0:
		return all[0]
	case armour <= 2:
		return all[1]
	case armour == 3:
		return all[2]
	}
	return all[3]
}

// Picture returns the picture for a hero that faces that way, and whether it is to be
// mirrored.
func (w Worn) Picture(facing geom.Dir) (id ID, mirrored bool) {
	switch facing {
	case geom.North:
		return w.north, false
	case geom.East, geom.West:
		return w.east, facing == geom.West
	}
	return w.south, false
}
