package rules

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"laneya/geom"
	"laneya/rules/content"
)

func TestDiscsAreRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := geom.Pos{X: rapid.IntRange(0, geom.LevelWidth-1).Draw(t, "x"), Y: rapid.IntRange(0, geom.LevelHeight-1).Draw(t, "y")}
		r := rapid.IntRange(0, 12).Draw(t, "r")
		got := disc(p, r)
		var want geom.CellSet
		for i := range geom.LevelCells {
			d := geom.CellAt(i).Sub(p)
			if d.DX*d.DX+d.DY*d.DY <= r*r+r {
				want.Add(geom.CellAt(i))
			}
		}
		if got != want {
			t.Fatalf("around %v within %d there are %d fields, want %d", p, r, got.Len(), want.Len())
		}
	})
}

// TestLightPictures states what a, who carries no light, sees: a question mark
// for what is dark or out of sight. B burns.
func TestLightPictures(t *testing.T) {
	for name, test := range map[string][2]string{
		"in the dark one sees what is next to one": {`
##########
#........#
#..a.....#
#........#
##########`, `
??????????
??...?????
??.a.?????
??...?????
??????????`},
		"a torch shows a room from afar": {`
####################################
#.....#.............#######T########
#..a...............................#
#.....#.............#..............#
####################################`, `
????????????????????????????????????
??...????????????????######T######??
??.a.?????????????????...........???
??...???????????????????????????????
????????????????????????????????????`},
	} {
		t.Run(name, func(t *testing.T) {
			w := fog(fromPicture(t, test[0]))
			l := w.levels[0]
			h := w.heroes[0]
			unlit(h)
			l.settleLight()
			if got, want := drawSeen(l, test[1], &h.sight), strings.TrimSpace(test[1]); got != want {
				t.Errorf("seen is\n%s\nand not\n%s", got, want)
			}
		})
	}
}

// unlit leaves h without any light.
func unlit(h *hero) { h.Pack = []*Item{} }

func TestEverybodySeesByTheLightOfOne(t *testing.T) {
	w := fog(fromPicture(t, `
##############################
#a..........................b#
##############################`))
	l := w.levels[0]
	a, b := w.heroes[0], w.heroes[1]
	unlit(b)
	w.opts.OwnSight = true
	l.settleLight()
	if l.sees(a, &b.Actor) || !l.sees(b, &a.Actor) {
		t.Error("who stands in the dark is seen, or who carries a light is not")
	}
	w.opts.OwnSight = false
	l.settleLight()
	if !l.sees(a, &b.Actor) || l.spots(a, &b.Actor) || a.sight != b.sight {
		t.Error("a party doesn't share what it sees")
	}
	b.Party++
	l.settleLight()
	if l.sees(a, &b.Actor) {
		t.Error("two parties share what they see")
	}
}

func TestHiding(t *testing.T) {
	for name, test := range map[string]struct {
		hide func(l *level, h *hero)
		far  bool
	}{
		"in the open":   {func(*level, *hero) {}, true},
		"invisible":     {func(_ *level, h *hero) { h.Status = []Condition{{Kind: content.Invisible, Ticks: 9}} }, false},
		"in smoke":      {func(l *level, h *hero) { l.air.set(h.Pos, content.Smoke, 99); l.unveil(h.Pos) }, false},
		"in tall grass": {func(l *level, h *hero) { l.set(h.Pos, content.TallGrass) }, false},
		"glowing in grass": {func(l *level, h *hero) {
			l.set(h.Pos, content.TallGrass)
			h.Status = []Condition{{Kind: content.Lit, Ticks: 9}}
		}, true},
		"under a mushroom":   {func(l *level, h *hero) { l.set(h.Pos, content.Mushrooms) }, true},
		"beside burning air": {func(l *level, h *hero) { l.air.set(h.Pos.Step(geom.South), content.Fire, 9) }, true},
	} {
		t.Run(name, func(t *testing.T) {
			w := fromPicture(t, `
########
#a...bc#
#.....T#
########`)
			w.opts.OwnSight = true
			l := w.levels[0]
			b := w.hero("b")
			unlit(b)
			test.hide(l, b)
			fog(w)
			if l.sees(w.hero("a"), &b.Actor) != test.far {
				t.Errorf("seen from afar: %v", !test.far)
			}
			if !l.sees(w.hero("c"), &b.Actor) {
				t.Error("not seen from next to it")
			}
		})
	}
}

func TestBlindAndTelepathic(t *testing.T) {
	w := fog(fromPicture(t, `
#########
#a.b.#.&#
#########`))
	l := w.levels[0]
	a, b, ghost := w.hero("a"), w.hero("b"), l.Foes[0]
	w.opts.OwnSight = true
	a.Status = []Condition{{Kind: content.Blind, Ticks: 9}}
	l.settleLight()
	if l.sees(a, &b.Actor) || l.sees(a, &ghost.Actor) || !a.sight.Has(a.Pos.Step(geom.East)) {
		t.Error("the blind see, or don't feel what is next to them")
	}
	a.Status = append(a.Status, Condition{Kind: content.Telepathic, Ticks: 9})
	if !l.sees(a, &ghost.Actor) || l.sees(a, &b.Actor) {
		t.Error("a telepath senses other than foes")
	}
}

// TestDoorsLetLightThrough opens a door to a lit room.
func TestDoorsLetLightThrough(t *testing.T) {
	w := fog(fromPicture(t, `
#############T##
#a...+.........#
################`))
	l := w.levels[0]
	far := geom.Pos{X: 12, Y: 1}
	if w.heroes[0].sight.Has(far) {
		t.Fatal("one looks through a door")
	}
	l.set(geom.Pos{X: 5, Y: 1}, content.DoorOpen)
	l.settleLight()
	if !w.heroes[0].sight.Has(far) {
		t.Error("an open door bars sight")
	}
}

func BenchmarkLight(b *testing.B) {
	for _, how := range []string{"steady", "anew"} {
		b.Run(how, func(b *testing.B) {
			w := NewWorld(Options{Seed: 1, Quiet: true, Fog: true})
			l := w.levelFor(geom.LevelID{Z: 2})
			for i := range geom.LevelCells {
				if p := geom.CellAt(i); l.walk.Has(p) && i%12 == 0 {
					l.set(p, content.Mushrooms)
				}
			}
			l.settleLight()
			b.ReportAllocs()
			for b.Loop() {
				if how == "anew" {
					l.shape++
				}
				l.settleLight()
			}
		})
	}
}
