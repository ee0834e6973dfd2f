package geom

// Compass is one of the eight directions that something can be heard from or pointed
// at, or Here. The zero value is Here.
type Compass uint8

// The directions, clockwise, and no direction at all.
const (
	Here Compass = iota
	ToNorth
	ToNorthEast
	ToEast
	ToSouthEast
	ToSouth
	ToSouthWest
	ToWest
	ToNorthWest
)

var compassNames = [9]string{"", "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"}

var compassDeltas = [9]Delta{{}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}}

// Compass returns which of the eight directions d comes next to.
func (d Delta) Compass() Compass {
	x, y := sign(d.DX), sign(d.DY)
	// The tangent of an eighth of half a turn is about 5/12.
	switch ax, ay := d.DX*x, d.DY*y; {
	case 12*ax < 5*ay:
		x = 0
	case 12*ay < 5*ax:
		y = 0
	}
	for c, delta := range compassDeltas {
		if delta == (Delta{x, y}) {
			return Compass(c)
		}
	}
	return Here
}

func sign(v int) int {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

// Delta returns the step to the next field in that direction, none for Here or a value
// that isn't valid.
func (c Compass) Delta() Delta {
	if int(c) >= len(compassDeltas) {
		return Delta{}
	}
	return compassDeltas[c]
}

// String returns the wire's word: "north", "north-east" and so on, "" for Here.
func (c Compass) String() string {
	if int(c) >= len(compassNames) {
		return "invalid"
	}
	return compassNames[c]
}

// ParseCompass returns the direction that String names so; ok is false if there is
// none.
func ParseCompass(name string) (c Compass, ok bool) {
	for i, n := range compassNames {
		if n == name {
			return Compass(i), true
		}
	}
	return Here, false
}
