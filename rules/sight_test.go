package rules

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/dice"
)

// see returns what is in line of sight from p, lit or not.
func see(l *level, p geom.Pos) geom.CellSet {
	var sight geom.CellSet
	l.sightFrom(p, geom.LevelWidth, &sight)
	return sight
}

// drawSeen draws the part of the level that the picture covers, with a question
// mark for every field that is not of seen.
func drawSeen(l *level, picture string, seen *geom.CellSet) string {
	var b strings.Builder
	for y, row := range rows(picture) {
		for x := range len(row) {
			p := geom.Pos{X: x, Y: y}
			if seen.Has(p) {
				b.WriteByte(glyph(l, p))
			} else {
				b.WriteByte('?')
			}
		}
		b.WriteByte('\n')
	}
	return strings.TrimSpace(b.String())
}

// fog makes a world of a picture one in which sight counts.
func fog(w *World) *World {
	w.opts.Fog = true
	for _, l := range w.levels {
		for _, h := range l.heroes {
			h.sight, h.gaze = geom.CellSet{}, gaze{}
		}
		l.settleLight()
	}
	return w
}

// TestSightPictures states what is in a's line of sight: a question mark for
// every field that is not.
func TestSightPictures(t *testing.T) {
	for name, test := range map[string][2]string{
		"a room and a way out of it": {`
###########
#....##...#
#.a.......#
#....##...#
####.######
##......###
###########`, `
######?????
#....##???#
#.a.......#
#....##???#
####.##????
?????.?????
????###????`},
		"a pillar casts a shadow": {`
###########
#.........#
#.........#
#..a.#....#
#.........#
#.........#
###########`, `
###########
#.........#
#.......??#
#..a.#?????
#.......??#
#.........#
###########`},
		"as far as the level goes": {`
###########################################################
#.......................................................a.#
###########################################################`, `
###########################################################
#.......................................................a.#
###########################################################`},
		"round a corner": {`
########
#a.....#
######.#
#......#
########`, `
########
#a.....#
######?#
????????
????????`},
		"doors bar sight, bars do not": {`
#########
#..+....#
#.#######
#a.P....#
#########`, `
####?????
#..+?????
#.#######
#a.P....#
#########`},
	} {
		t.Run(name, func(t *testing.T) {
			w := fromPicture(t, test[0])
			l := w.levels[0]
			sight := see(l, w.heroes[0].Pos)
			if got, want := drawSeen(l, test[1], &sight), strings.TrimSpace(test[1]); got != want {
				t.Errorf("in sight is\n%s\nand not\n%s", got, want)
			}
		})
	}
}

// anyLevel draws a level of a small size with all sorts of terrain and clouds.
func anyLevel(t *rapid.T) *level {
	w := NewWorld(Options{Quiet: true, Fog: true})
	l := &level{ID: geom.LevelID{Z: 1}, Serial: 1, Dice: dice.New(1, 2)}
	w.levels = []*level{l}
	kinds := rapid.SampledFrom([]content.TerrainKind{
		content.Floor, content.Floor, content.Floor, content.Floor, content.Wall, content.Wall, content.Pillar,
		content.Mushrooms, content.Torch, content.TallGrass, content.DoorClosed, content.Statue,
	})
	for y := 1; y < 12; y++ {
		for x := 1; x < 22; x++ {
			l.Ground[geom.CellIndex(geom.Pos{X: x, Y: y})] = kinds.Draw(t, "terrain")
		}
	}
	l.furnish(w)
	for range rapid.IntRange(0, 6).Draw(t, "clouds") {
		p := anyField.Draw(t, "cloud")
		l.air.set(p, rapid.SampledFrom([]content.CloudKind{content.Smoke, content.Fire}).Draw(t, "kind"), 9)
		l.unveil(p)
	}
	return l
}

// anyField draws a field of anyLevel.
var anyField = rapid.Custom(func(t *rapid.T) geom.Pos {
	return geom.Pos{X: rapid.IntRange(1, 21).Draw(t, "x"), Y: rapid.IntRange(1, 11).Draw(t, "y")}
})

// TestSightIsFair checks pairs of fields on many levels: whoever sees is seen,
// and what is clear and in sight has all walls around it in sight.
func TestSightIsFair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := anyLevel(t)
		a := anyField.Draw(t, "a")
		fromA := see(l, a)
		if !fromA.Has(a) {
			t.Fatal("the own field is out of sight")
		}
		for range 20 {
			b := anyField.Draw(t, "b")
			if !l.clear.Has(a) || !l.clear.Has(b) {
				continue
			}
			if fromB := see(l, b); fromA.Has(b) != fromB.Has(a) {
				t.Fatalf("of %v and %v one sees the other", a, b)
			}
			if l.sightline(a, b) != l.sightline(b, a) {
				t.Fatalf("the line between %v and %v depends on the end", a, b)
			}
		}
		for i := range geom.LevelCells {
			p := geom.CellAt(i)
			if !fromA.Has(p) || !l.clear.Has(p) {
				continue
			}
			for j := range 9 {
				q := p.Add(geom.Delta{DX: j%3 - 1, DY: j/3 - 1})
				if geom.LevelBounds.Contains(q) && !l.clear.Has(q) && !fromA.Has(q) {
					t.Fatalf("the wall %v next to the field %v in sight of %v is out of sight", q, p, a)
				}
			}
		}
	})
}

// TestHeroesSeeEachOtherFairly puts two heroes who see for themselves anywhere:
// they see each other or neither does, as long as both stand where sight goes.
func TestHeroesSeeEachOtherFairly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := anyLevel(t)
		l.opts.OwnSight = true
		for id := range uint64(2) {
			p := anyField.Draw(t, "hero")
			if l.taken.Has(p) || !l.clear.Has(p) {
				return
			}
			h := &hero{Actor: Actor{ID: id + 1, Kind: KindHero, Name: string(rune('a' + id)), Pos: p, Health: 1, MaxHealth: 1}}
			h.Wisp = rapid.Bool().Draw(t, "wisp")
			torch, _ := content.ItemByKey("torch")
			h.Pack = []*Item{{ID: id + 9, Kind: torch, Count: 1, Fuel: 100, Slot: content.LightSlot}}
			l.enter(h)
		}
		l.settleLight()
		a, b := l.heroes[0], l.heroes[1]
		if l.sees(a, &b.Actor) != l.sees(b, &a.Actor) {
			t.Fatalf("of those at %v and %v one sees the other", a.Pos, b.Pos)
		}
	})
}

// TestSightIsWhatFollows looks at worlds that changed step by step: what is
// lit and in sight is what it would be if it had been found at once.
func TestSightIsWhatFollows(t *testing.T) {
	w := NewWorld(Options{Seed: 5, Clock: RealTime, Fog: true})
	s := newScript(5)
	s.levels = []geom.LevelID{{Z: 2}}
	s.users = 6
	s.play(w, 300, nil, func(w *World) *World {
		for _, l := range w.levels {
			was := l.lit
			sights := map[*hero]geom.CellSet{}
			for _, h := range l.heroes {
				sights[h] = h.sight
				h.gaze = gaze{}
			}
			l.steadyShape = 0
			l.settleLight()
			if l.lit != was {
				t.Fatal("the light is of another moment")
			}
			for _, h := range l.heroes {
				if sights[h] != h.sight {
					t.Fatalf("%s sees what was", h.Name)
				}
			}
		}
		return w
	})
}

func BenchmarkSight(b *testing.B) {
	w := NewWorld(Options{Seed: 1, Quiet: true, Fog: true})
	l := w.levelFor(geom.LevelID{Z: 2})
	var places []geom.Pos
	for i := range geom.LevelCells {
		if p := geom.CellAt(i); l.walk.Has(p) {
			places = append(places, p)
		}
	}
	var sight geom.CellSet
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		l.sightFrom(places[i*7%len(places)], geom.LevelWidth, &sight)
	}
}

// BenchmarkLook is what a party's sight and memory cost in one tick on a level
// full of things, while nobody moves and while all do.
func BenchmarkLook(b *testing.B) {
	for _, how := range []string{"still", "moving"} {
		b.Run(how, func(b *testing.B) {
			w := NewWorld(Options{Seed: 3, Fog: true})
			for _, user := range []string{"a", "b", "c", "d"} {
				do(b, w, Command{User: user, Verb: Join, Level: geom.LevelID{Z: 3}})
			}
			l := w.level(geom.LevelID{Z: 3})
			b.ReportAllocs()
			for b.Loop() {
				if how == "moving" {
					for _, h := range l.heroes {
						h.gaze.shape = 0
					}
				}
				l.settleLight()
			}
		})
	}
}
