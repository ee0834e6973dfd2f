package mapgen

import (
	"flag"
	"strings"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

var show = flag.String("show", "", "a level to draw, as x:y:z")
var showSeed = flag.Uint64("showseed", 1, "the seed of its world")

func TestShow(t *testing.T) {
	if *show == "" {
		return
	}
	id, err := geom.ParseLevelID(*show)
	if err != nil {
		t.Fatal(err)
	}
	l := Generate(*showSeed, id)
	t.Logf("%s, %d foes, %d things, vaults %v\n%s", l.Kind.Name(), len(l.Foes), len(l.Items), l.Vaults, draw(l))
}

// draw returns the level as text, by the terrain's codes on the wire.
func draw(l *Level) string {
	var b strings.Builder
	rows := [geom.LevelCells]rune{}
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
	for i, c := range rows {
		b.WriteRune(c)
		if i%geom.LevelWidth == geom.LevelWidth-1 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
