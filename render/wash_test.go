package render

import (
	"testing"

	"laneya/client"
	"laneya/geom"
	"laneya/sprites"
)

// washed returns ground of floor, with features of grass where rows have '"' and
// of planks where they have '_'.
func washed(rows ...string) *ground {
	g := &ground{w: len(rows[0]), h: len(rows)}
	for _, row := range rows {
		for _, r := range row {
			f := feature{}
			switch r {
			case '"':
				f = feature{wash: rgb{0, 0.5, 0}, depth: 0.3}
			case '_':
				f = feature{wash: rgb{0.5, 0.3, 0}, depth: 0.8, boards: true}
			}
			g.terrain, g.features = append(g.terrain, client.Floor), append(g.features, f)
		}
	}
	return g
}

func TestWashesAreWholeInsideAndRaggedAtTheirEdge(t *testing.T) {
	quads := func(g *ground, p geom.Pos) int {
		var l layer
		l.addFeature(g, p, 0, 0)
		for i := range l.over.vertices {
			if v := &l.over.vertices[i]; v.DstX < 0 || v.DstY < 0 || v.DstX > sprites.Size || v.DstY > sprites.Size {
				t.Fatalf("%v is drawn outside its field, at %v, %v", p, v.DstX, v.DstY)
			}
		}
		if n := l.over.len(); n > featureQuads {
			t.Fatalf("%v takes %d quads, more than there is room kept for", p, n)
		}
		return l.over.len()
	}
	meadow := washed(`"""`, `"""`, `"""`)
	if n := quads(meadow, geom.Pos{X: 1, Y: 1}); n != 1 {
		t.Errorf("a field amid its like takes %d quads", n)
	}
	all := 0
	for x := range 9 {
		tuft := washed(".........", `.........`, ".........")
		tuft.features[tuft.w+x] = meadow.features[0]
		n := quads(tuft, geom.Pos{X: x, Y: 1})
		if n == 0 {
			t.Errorf("nothing is left of the grass at %d", x)
		}
		all += n
	}
	if full := 9 * patchesSide * patchesSide; all >= full*9/10 || all <= full/4 {
		t.Errorf("lone fields have %d of %d patches", all, full)
	}
	floor := washed("._.")
	if n := quads(floor, geom.Pos{X: 1}); n < 2*patchesSide {
		t.Errorf("planks take %d quads", n)
	}
	if n := quads(washed(`_"_`), geom.Pos{X: 1}); n == 0 {
		t.Error("grass between planks is gone")
	}
}
