package sprites

import (
	"hash/fnv"

	"laneya/geom"
)

// HeroColours is how many colours of cloak there are.
const HeroColours = 8

// HeroFrames is how many pictures of a walking hero there are for each way it
// can face: frame 0 stands, 1 and 2 step with one foot and with the other.
const HeroFrames = 3

// GhostFrames is how many pictures of the ghost there are.
const GhostFrames = 2

// Floors is how many variations of floor there are, from Floor0 on.
const Floors = 15

// HeroColour returns the colour of cloak, from 0 to HeroColours-1, that a hero
// of that name wears in every window.
func HeroColour(name string) int {
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32() % HeroColours)
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

// Floor returns a picture of floor; variant is taken modulo Floors.
func Floor(variant int) ID { return Floor0 + ID(wrap(variant, Floors)) }

// wrap returns i modulo n, never negative.
func wrap(i, n int) int { return (i%n + n) % n }
