package mapgen

import (
	"strings"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

func TestVaultsAreDrawnWell(t *testing.T) {
	if len(vaultLetters) != len(vaultGlyphs) {
		t.Fatalf("%d letters stand for %d things", len(vaultLetters), len(vaultGlyphs))
	}
	const least = 30
	if len(vaults) < least {
		t.Errorf("%d vaults, want %d", len(vaults), least)
	}
	names := map[string]bool{}
	for i := range vaults {
		v := &vaults[i]
		if names[v.name] {
			t.Errorf("there are two of %q", v.name)
		}
		names[v.name] = true
		for _, c := range strings.ReplaceAll(strings.ReplaceAll(v.rows, "\n", ""), " ", "") {
			if _, ok := vaultLegend(byte(c)); !ok || c > 127 {
				t.Errorf("%q: nobody knows what %q stands for", v.name, c)
			}
		}
		if v.last != 0 && v.last < v.first || v.first < 1 {
			t.Errorf("%q is found at depths %d to %d", v.name, v.first, v.last)
		}
		checkVault(t, v)
	}
}

// checkVault fails unless all that can be walked on in v, and all that can be
// touched there, can be reached from each entrance.
func checkVault(t *testing.T, v *vault) {
	t.Helper()
	var cells, walk, touch geom.CellSet
	var entrances []geom.Pos
	water := v.holds('/') && !v.holds('P')
	v.each(geom.Pos{X: 1, Y: 1}, 0, func(q geom.Pos, g glyph) {
		cells.Add(q)
		switch {
		case entrance(g.terrain) || water && g.terrain == content.DeepWater:
			walk.Add(q)
		case !open(g.terrain) && !solid(g.terrain) && g.terrain != content.Statue && g.terrain != content.Pillar &&
			g.terrain != content.Crystal && g.terrain != content.Cart:
			touch.Add(q)
		}
	})
	for i := range geom.LevelCells {
		q := geom.CellAt(i)
		if !walk.Has(q) {
			continue
		}
		for _, d := range geom.Dirs {
			if !cells.Has(q.Step(d)) {
				entrances = append(entrances, q)
			}
		}
	}
	if len(entrances) == 0 {
		t.Errorf("%q has no entrance", v.name)
	}
	for _, from := range entrances {
		reached := reach(&walk, from)
		if left := walk.Minus(&reached); left.Len() > 0 {
			t.Errorf("%q: from %v one doesn't get to %v", v.name, from, left.AppendRuns(nil))
		}
		for i := range geom.LevelCells {
			if q := geom.CellAt(i); touch.Has(q) && !nextTo(&reached, q) {
				t.Errorf("%q: what is at %v can't be touched", v.name, q)
			}
		}
	}
}

func TestTurnsKeepCells(t *testing.T) {
	size := geom.Delta{DX: 3, DY: 2}
	for turn := range 8 {
		var seen geom.CellSet
		box := geom.Rect{Max: geom.Pos{}.Add(turned(size, turn))}
		for i := range size.DX * size.DY {
			q := geom.Pos{}.Add(turnCell(geom.Delta{DX: i % size.DX, DY: i / size.DX}, size, turn))
			if !box.Contains(q) {
				t.Errorf("turn %d puts a cell at %v", turn, q)
			}
			seen.Add(q)
		}
		if seen.Len() != size.DX*size.DY {
			t.Errorf("turn %d puts cells onto each other", turn)
		}
	}
}
