package mapgen

import (
	"strings"

	"laneya/geom"
	"laneya/rules/content"
)

// draw returns the level as text, by the terrain's codes on the wire, with
// foes by their glyphs, things as $ and keys as k.
func draw(l *Level) string {
	var rows [geom.LevelCells]rune
	for i, k := range l.Terrain {
		rows[i] = rune(k.Row().Code)
		if k == content.Rock {
			rows[i] = '█'
		}
	}
	for _, it := range l.Items {
		rows[geom.CellIndex(it.Pos)] = '$'
		if it.Lock > 0 {
			rows[geom.CellIndex(it.Pos)] = 'k'
		}
	}
	for _, f := range l.Foes {
		rows[geom.CellIndex(f.Pos)] = f.Kind.Row().Glyph
	}
	var b strings.Builder
	for i, c := range rows {
		b.WriteRune(c)
		if i%geom.LevelWidth == geom.LevelWidth-1 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
