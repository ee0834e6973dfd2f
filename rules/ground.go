package rules

import (
	"fmt"

	"laneya/geom"
	"laneya/rules/content"
)

// Ground is what each field of a level is made of, by geom.CellIndex. It is
// kept as the terrains' codes, a character for each field.
type Ground [geom.LevelCells]content.TerrainKind

// At returns what p is made of, Rock off the level.
func (g *Ground) At(p geom.Pos) content.TerrainKind {
	if !geom.LevelBounds.Contains(p) {
		return content.Rock
	}
	return g[geom.CellIndex(p)]
}

// MarshalText returns the codes.
func (g Ground) MarshalText() ([]byte, error) {
	text := make([]byte, len(g))
	for i, k := range g {
		text[i] = terrainCodes[k]
	}
	return text, nil
}

// UnmarshalText reads what MarshalText wrote.
func (g *Ground) UnmarshalText(text []byte) error {
	if len(text) != len(g) {
		return fmt.Errorf("a level has %d fields, not %d", len(g), len(text))
	}
	for i, code := range text {
		k := terrainOfCode[code]
		if terrainCodes[k] != code {
			return fmt.Errorf("no terrain has the code %q", code)
		}
		g[i] = k
	}
	return nil
}

// The codes that Ground is kept in. They are the kinds' own order from '0' on,
// since several kinds may look alike on the wire.
var (
	terrainCodes  [256]byte
	terrainOfCode [256]content.TerrainKind
)

func init() {
	for k := range content.Terrains {
		code := byte('0' + k)
		terrainCodes[k] = code
		terrainOfCode[code] = content.TerrainKind(k)
	}
}

// Air is the clouds over a level's fields, by geom.CellIndex.
type Air struct {
	Kind   [geom.LevelCells]content.CloudKind
	Amount [geom.LevelCells]uint8
	// Over holds the fields with a cloud.
	Over geom.CellSet
}

// cloudOver is one field's cloud as it is kept.
type cloudOver struct {
	Cell   int
	Kind   content.CloudKind
	Amount uint8
}

// list returns the clouds in the order of their fields.
func (a *Air) list() []cloudOver {
	var list []cloudOver
	for i, k := range a.Kind {
		if k != content.NoCloud {
			list = append(list, cloudOver{i, k, a.Amount[i]})
		}
	}
	return list
}

// set makes the air over p hold so much of a cloud; none of it clears the air.
func (a *Air) set(p geom.Pos, k content.CloudKind, amount int) {
	i := geom.CellIndex(p)
	if amount <= 0 || k == content.NoCloud {
		a.Kind[i], a.Amount[i] = content.NoCloud, 0
		vacate(&a.Over, p)
		return
	}
	a.Kind[i], a.Amount[i] = k, uint8(min(amount, 255))
	a.Over.Add(p)
}

// at returns the cloud over p.
func (a *Air) at(p geom.Pos) (content.CloudKind, int) {
	if !a.Over.Has(p) {
		return content.NoCloud, 0
	}
	i := geom.CellIndex(p)
	return a.Kind[i], int(a.Amount[i])
}
