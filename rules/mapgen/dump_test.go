package mapgen

import (
	"flag"
	"strings"
	"testing"

	"laneya/geom"
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

// glyphs are the letters of a drawn level, by terrain kind.
const glyphs = "█#S.,=+'LPv>^)B-~&:\"|m%wo`uaA_,CNfT/\\sI*c0()F)H!"

// draw returns the level as text.
func draw(l *Level) string {
	var b strings.Builder
	rows := [geom.LevelCells]rune{}
	letters := []rune(glyphs)
	for i, k := range l.Terrain {
		rows[i] = letters[k]
	}
	for _, it := range l.Items {
		rows[geom.CellIndex(it.Pos)] = '$'
	}
	for _, f := range l.Foes {
		rows[geom.CellIndex(f.Pos)] = 'F'
	}
	for i, c := range rows {
		b.WriteRune(c)
		if i%geom.LevelWidth == geom.LevelWidth-1 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
