package rules

import (
	"strings"

	"laneya/geom"
)

// draw returns the level as a picture: # wall, . floor, < entrance, & ghost,
// @ hero.
func draw(l *level) string {
	var b strings.Builder
	for y := range geom.LevelHeight {
		for x := range geom.LevelWidth {
			b.WriteByte(glyph(l, geom.Pos{X: x, Y: y}))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func glyph(l *level, p geom.Pos) byte {
	for _, e := range l.bodies {
		if e.Pos == p {
			return "@&"[e.Kind]
		}
	}
	switch {
	case p == l.entrance:
		return '<'
	case l.floor.Has(p):
		return '.'
	}
	return '#'
}
