package geom

// Dir is one of the four ways a hero can walk, or Stop. The zero value is
// Stop.
type Dir uint8

// The directions, and standing still.
const (
	Stop Dir = iota
	North
	East
	South
	West
)

// Dirs are the four ways to walk, clockwise from north.
var Dirs = [4]Dir{North, East, South, West}

var dirNames = [5]string{"stop", "north", "east", "south", "west"}

var dirDeltas = [5]Delta{{}, {0, -1}, {1, 0}, {0, 1}, {-1, 0}}

// Valid reports whether d is one of the five values above.
func (d Dir) Valid() bool { return d <= West }

// Delta returns the step of one cell in direction d, none for Stop or a value
// that isn't valid.
func (d Dir) Delta() Delta {
	if !d.Valid() {
		return Delta{}
	}
	return dirDeltas[d]
}

// String returns the wire's word for d: "stop", "north", "east", "south" or
// "west".
func (d Dir) String() string {
	if !d.Valid() {
		return "invalid"
	}
	return dirNames[d]
}

// ParseDir returns the direction that String names so; ok is false if there
// is none.
func ParseDir(name string) (d Dir, ok bool) {
	for i, n := range dirNames {
		if n == name {
			return Dir(i), true
		}
	}
	return Stop, false
}
