package geom

import (
	"fmt"
	"strconv"
	"strings"
)

// The size of every level, in cells.
const (
	LevelWidth  = 60
	LevelHeight = 40
	LevelCells  = LevelWidth * LevelHeight
)

// LevelBounds is the rectangle of all cells of a level.
var LevelBounds = Rect{Max: Pos{LevelWidth, LevelHeight}}

// LevelID names a level by its place in the world: x grows to the east, y to
// the south, z downward.
type LevelID struct{ X, Y, Z int }

// String returns the wire's form of the name, as in "0:-1:3".
func (id LevelID) String() string {
	return strconv.Itoa(id.X) + ":" + strconv.Itoa(id.Y) + ":" + strconv.Itoa(id.Z)
}

// Compare orders levels by depth, then from north to south and west to east;
// the result is negative, zero or positive as for cmp.Compare.
func (id LevelID) Compare(other LevelID) int {
	for _, d := range [3]int{id.Z - other.Z, id.Y - other.Y, id.X - other.X} {
		if d != 0 {
			return d
		}
	}
	return 0
}

// ParseLevelID reads the form that String writes.
func ParseLevelID(s string) (LevelID, error) {
	parts := strings.Split(s, ":")
	if len(parts) != 3 {
		return LevelID{}, fmt.Errorf("level %q is not of the form x:y:z", s)
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.ParseInt(p, 10, 32)
		if err != nil || strconv.FormatInt(v, 10) != p {
			return LevelID{}, fmt.Errorf("level %q: %q is not a whole number", s, p)
		}
		n[i] = int(v)
	}
	return LevelID{n[0], n[1], n[2]}, nil
}

// CellIndex returns p's index in a slice that holds a level row by row; p must
// lie within LevelBounds.
func CellIndex(p Pos) int { return p.Y*LevelWidth + p.X }

// CellAt returns the place whose CellIndex is i.
func CellAt(i int) Pos { return Pos{i % LevelWidth, i / LevelWidth} }
