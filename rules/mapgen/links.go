package mapgen

import (
	"laneya/geom"
	"laneya/rules/dice"
)

// camp is the name of the only level at z=0.
var camp = geom.LevelID{}

// What the hashes of places are salted with, so that no two of them agree.
const (
	saltLadder = 0x6c61
	saltColumn = 0x636f
	saltEast   = 0x6561
	saltSouth  = 0x736f
	saltLevel  = 0x6c65
)

// passages is how many of a hundred walls between neighbours have a passage.
const passages = 60

// Depth returns how dangerous a level is: how far down, and half as much for
// each level away from the column below the camp.
func Depth(id geom.LevelID) int {
	return id.Z + (max(id.X, -id.X)+max(id.Y, -id.Y))/2
}

// HeartDepth is the depth at which the Heart lies, right below the camp, in a run of
// full length.
const HeartDepth = 10

// hasLair reports whether a boss lives on the level, or the Heart lies there at depth
// heart.
func hasLair(heart int, id geom.LevelID) bool {
	return id.X == 0 && id.Y == 0 && (id.Z == 3 || id.Z == 6 || id.Z == 9 || id.Z == heart)
}

// LinksOf returns the ways from a level to others in a world whose Heart lies at that
// depth. Two levels that share a
// ladder or a passage agree on its place: a ladder keeps its place between
// floors, and a passage its row or column. A boss's level has no passages, so
// that there is room for its lair far from all ways.
func LinksOf(seed uint64, heart int, id geom.LevelID) Links {
	l := Links{Down: ladder(seed, id)}
	if id == camp {
		return l
	}
	up := geom.LevelID{X: id.X, Y: id.Y, Z: id.Z - 1}
	if l.HasUp = up == camp || up.Z > 0; l.HasUp {
		l.Up = ladder(seed, up)
	}
	if id.Z < 1 || hasLair(heart, id) {
		return l
	}
	west, north := id, id
	west.X--
	north.Y--
	east, south := id, id
	east.X++
	south.Y++
	l.side(geom.East, seed, saltEast, heart, id, east)
	l.side(geom.West, seed, saltEast, heart, west, west)
	l.side(geom.South, seed, saltSouth, heart, id, south)
	l.side(geom.North, seed, saltSouth, heart, north, north)
	return l
}

// side notes the passage on side d to the level beside, if the edge whose
// western or northern level is owner has one.
func (l *Links) side(d geom.Dir, seed, salt uint64, heart int, owner, beside geom.LevelID) {
	h := dice.Mix(dice.OfPlace(seed, owner) ^ salt)
	l.HasSide[d] = h%100 < passages && !hasLair(heart, beside)
	if !l.HasSide[d] {
		return
	}
	const corner = 6 // cells that passages keep away from corners
	h = dice.Mix(h)
	p := geom.Pos{X: geom.LevelWidth - 1, Y: geom.LevelHeight - 1}
	switch d {
	case geom.North, geom.South:
		p.X = corner + int(h%(geom.LevelWidth-2*corner))
	case geom.East, geom.West:
		p.Y = corner + int(h%(geom.LevelHeight-2*corner))
	}
	switch d {
	case geom.North:
		p.Y = 0
	case geom.West:
		p.X = 0
	}
	l.Sides[d] = p
}

// Quarters of a level.
const (
	northWest = iota
	northEast
	southWest
	southEast
)

// pairings parts the quarters into two pairs.
var pairings = [3][2][2]int{
	{{northWest, southEast}, {northEast, southWest}},
	{{northEast, southEast}, {northWest, southWest}},
	{{southWest, southEast}, {northWest, northEast}},
}

// ladder returns where the ladder down of that level stands. Ladders of even
// levels are in one pair of quarters and those of odd levels in the other, so
// that the two ladders of a level are always well apart.
func ladder(seed uint64, id geom.LevelID) geom.Pos {
	if id == camp {
		return campLadder
	}
	h := dice.Mix(dice.OfPlace(seed, id) ^ saltLadder)
	column := dice.Mix(dice.OfPlace(seed, geom.LevelID{X: id.X, Y: id.Y}) ^ saltColumn)
	which := id.Z & 1
	if id.X != 0 || id.Y != 0 {
		which ^= int(column >> 8 & 1)
	}
	quarter := pairings[column%3][which][h&1]
	h = dice.Mix(h)
	const edge, across, down = 6, 17, 9 // cells: from the border, and the sides of where it may stand
	p := geom.Pos{X: edge + int(h%across), Y: edge + int(h>>32%down)}
	if quarter == northEast || quarter == southEast {
		p.X = geom.LevelWidth - 1 - p.X
	}
	if quarter == southWest || quarter == southEast {
		p.Y = geom.LevelHeight - 1 - p.Y
	}
	return p
}
