package rules

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"laneya/geom"
	"laneya/rules/content"
)

// inDark is a room in which a walks on the left by the light of her torch, and
// b in the dark on the right, in a's line of sight; and a room behind a wall.
const inDark = `
########################################
#a........................b............#
#......................................#
#......................................#
########################################
#......................................#
########################################`

// TestDarknessTellsNothing plays two worlds side by side that differ in what a
// can't see: the ground and the things on the right, where b, who is of another
// party, goes. They must look the same to a at every tick.
func TestDarknessTellsNothing(outer *testing.T) {
	rapid.Check(outer, func(t *rapid.T) {
		worlds := [2]*World{darkWorld(outer, t), darkWorld(outer, t)}
		dir := rapid.SampledFrom([]geom.Dir{geom.Stop, geom.North, geom.East, geom.South, geom.West})
		for tick := range 50 {
			d := dir.Draw(t, "a goes")
			if d == geom.East && worlds[0].hero("a").Pos.X > 8 {
				d = geom.Stop // so that her light stays clear of b's end
			}
			var views [2]View
			for i, w := range worlds {
				away := dir.Draw(t, "b goes")
				if away == geom.West && w.hero("b").Pos.X < 26 {
					away = geom.Stop
				}
				do(outer, w, walk("a", d), walk("b", away))
				w.Step(nil)
				if !w.View("a", &views[i]) {
					t.Fatal("a has no view")
				}
				w.Forget()
			}
			if !reflect.DeepEqual(views[0], views[1]) {
				t.Fatalf("tick %d: a is told what she can't see:\n%s\n%s", tick, draw(worlds[0].levels[0]), draw(worlds[1].levels[0]))
			}
		}
	})
}

// darkWorld returns inDark with something of its own on the right.
func darkWorld(outer *testing.T, t *rapid.T) *World {
	w := fromPicture(outer, inDark)
	w.opts.Invite = true
	l, b := w.levels[0], w.hero("b")
	unlit(b)
	w.quitParty(b)
	w.newParty().add(b)
	ground := rapid.SampledFrom([]content.TerrainKind{content.Floor, content.Floor, content.Pillar, content.TallGrass, content.Mud, content.Statue})
	for range rapid.IntRange(0, 20).Draw(t, "changes") {
		p := geom.Pos{X: rapid.IntRange(24, 38).Draw(t, "x"), Y: rapid.IntRange(1, 5).Draw(t, "y")}
		if k := ground.Draw(t, "ground"); p != b.Pos && p.Y != 4 {
			l.set(p, k)
		}
		if l.walk.Has(p) && p != b.Pos && rapid.Bool().Draw(t, "thing") {
			l.lay(l.newItem(kindOf(outer, "rope"), 1), p)
		}
	}
	return fog(w)
}

// TestLightTellsOfWhoCarriesIt is the other side of TestDarknessTellsNothing:
// lit, b is seen from where she wasn't.
func TestLightTellsOfWhoCarriesIt(t *testing.T) {
	for _, lit := range []bool{false, true} {
		w := fromPicture(t, inDark)
		w.opts.OwnSight = true
		if !lit {
			unlit(w.hero("b"))
		}
		fog(w)
		if l := w.levels[0]; l.sees(w.hero("a"), &w.hero("b").Actor) != lit || !l.sees(w.hero("b"), &w.hero("a").Actor) {
			t.Errorf("with a torch: %v, b is seen: %v", lit, !lit)
		}
	}
}
