package mapgen

import (
	"strings"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/dice"
)

// campLadder is where the camp's ladder down stands.
var campLadder = geom.Pos{X: 41, Y: 27}

// campMin is where the north-west corner of campMap lies.
var campMin = geom.Pos{X: 10, Y: 9}

const campMap = `
XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX
XXXXXXXXX"""XXXXXXXXXXXXXXXXXXXXXXXXXXXX
XXXXXXX"|"...""XXXXTXXXXXXXXX"""XXXXXXXX
XXXXX""||..............XXX""|||""XXXXXXX
XXXX""--"........................""XXXXX
XXX"-~~-""..,,,,,,,............."ooXXXXX
XX"-~~~~-"..,,,,,,,......""......oomXXXX
XXX"-~~-"...,,,N,,,.....""""......omXXXX
XXXX"--"....,,,,,,,......""........XXXXX
XXXXX""............................XXXXX
XXXX................................XXXX
XXXT........s....A....s............TXXXX
XXXX................................XXXX
XXXXX.........C...............F...XXXXXX
XXXXX.............................XXXXXX
XXXXXX"..........................XXXXXXX
XXXXX""..........""............XXXXXXXXX
XXXX"||".........."................XXXXX
XXXXX|||""...............X.....>....XXXX
XXXXXXX"""|"....."..XXXXXXX........XXXXX
XXXXXXXXXXXXXX"|"XXXXXXXXXXXXT..XXXXXXXX
XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX
`

// campLegend is what the letters of campMap stand for.
func campLegend(c byte) content.TerrainKind {
	switch c {
	case '.':
		return content.Floor
	case ',':
		return content.Planks
	case '"':
		return content.Grass
	case '|':
		return content.TallGrass
	case '-':
		return content.ShallowWater
	case '~':
		return content.DeepWater
	case 'o':
		return content.Moss
	case 'm':
		return content.Mushrooms
	case 'T':
		return content.Torch
	case 's':
		return content.Statue
	case 'F':
		return content.Fountain
	case 'N':
		return content.NoticeBoard
	case 'A':
		return content.Campfire
	case 'C':
		return content.Chest
	case '>':
		return content.LadderDown
	}
	return content.Rock
}

// pitchCamp returns the camp. It is the same in every world, but for what
// little grows there.
func pitchCamp(seed uint64, heart int) *Level {
	l := &Level{Kind: Camp, Links: LinksOf(seed, heart, camp)}
	d := dice.OfLevel(seed, camp)
	for y, row := range strings.Split(strings.TrimSpace(campMap), "\n") {
		for x := range len(row) {
			k := campLegend(row[x])
			if k == content.Floor && d.OneIn(15) {
				k = content.Grass
			}
			l.Terrain[geom.CellIndex(campMin.Add(geom.Delta{DX: x, DY: y}))] = k
			if k == content.Campfire {
				l.Entrance = campMin.Add(geom.Delta{DX: x, DY: y + 2})
			}
		}
	}
	return l
}
