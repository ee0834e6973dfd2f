package rules

import (
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestBridgesBurn burns a bridge over each thing that bridges lead over, with
// things and heroes on it.
func TestBridgesBurn(t *testing.T) {
	for below, want := range map[string]content.TerrainKind{"~": content.DeepWater, ":": content.Chasm, "^": content.Lava, ".": content.DeepWater} {
		t.Run(want.Row().Name+" below "+below, func(t *testing.T) {
			w, l := fight(t, "#######\n#.."+below+".."+"#\n#..=..#\n#.."+below+".a#\n#######")
			p := geom.Pos{X: 3, Y: 2}
			for _, key := range []string{"rope", "club", "dagger"} {
				l.lay(l.newItem(kindOf(t, key), 1), p)
			}
			h := w.hero("a")
			l.moveTo(&h.Actor, p)
			l.air.set(p, content.Fire, 1)
			until(t, w, 5, "it has burnt down", func() bool { return l.Ground.At(p) != content.Bridge })
			if got := l.Ground.At(p); got != want {
				t.Errorf("it falls into %s", got.Row().Name)
			}
			if fell := h.level != l; fell != (want == content.Chasm) {
				t.Errorf("she fell: %v", fell)
			}
			for _, g := range l.Lying {
				if g.Pos == p && want != content.DeepWater {
					t.Errorf("%s lies in %s", g.Item.row().Name, want.Row().Name)
				}
			}
			checkLedger(t, w)
		})
	}
}
