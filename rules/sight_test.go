package rules

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"laneya/geom"
)

// see returns what is in sight from p.
func see(l *level, p geom.Pos) geom.CellSet {
	if l.eyes == nil {
		l.eyes = newEyes(&l.floor)
	}
	var sight geom.CellSet
	l.eyes.from(p, &sight)
	return sight
}

// TestSightPictures states what a sees: a question mark for every field that
// is out of sight.
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
	} {
		t.Run(name, func(t *testing.T) {
			w := fromPicture(t, test[0])
			l := w.levels[0]
			sight := see(l, w.heroes[0].Pos)
			var b strings.Builder
			for y, row := range rows(test[1]) {
				for x := range len(row) {
					p := geom.Pos{X: x, Y: y}
					if sight.Has(p) {
						b.WriteByte(glyph(l, p))
					} else {
						b.WriteByte('?')
					}
				}
				b.WriteByte('\n')
			}
			if got, want := strings.TrimSpace(b.String()), strings.TrimSpace(test[1]); got != want {
				t.Errorf("in sight is\n%s\nand not\n%s", got, want)
			}
		})
	}
}

// fields returns the floor of l.
func fields(l *level) []geom.Pos {
	var all []geom.Pos
	for i := range geom.LevelCells {
		if p := geom.CellAt(i); l.floor.Has(p) {
			all = append(all, p)
		}
	}
	return all
}

// TestSightIsFair checks pairs of fields on many levels: whoever sees is seen,
// and floor in sight has all walls around it in sight.
func TestSightIsFair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := dug(rapid.Uint64Range(0, 20).Draw(t, "seed"))
		field := rapid.SampledFrom(fields(l))
		a := field.Draw(t, "a")
		fromA := see(l, a)
		if !fromA.Has(a) {
			t.Fatal("the own field is out of sight")
		}
		for range 20 {
			b := field.Draw(t, "b")
			if fromB := see(l, b); fromA.Has(b) != fromB.Has(a) {
				t.Fatalf("of %v and %v one sees the other", a, b)
			}
		}
		for i := range geom.LevelCells {
			p := geom.CellAt(i)
			if !fromA.Has(p) || !l.floor.Has(p) {
				continue
			}
			for j := range 9 {
				q := p.Add(geom.Delta{DX: j%3 - 1, DY: j/3 - 1})
				if !l.floor.Has(q) && !fromA.Has(q) {
					t.Fatalf("the wall %v next to the floor %v in sight of %v is out of sight", q, p, a)
				}
			}
		}
	})
}

func BenchmarkSight(b *testing.B) {
	l := dug(1)
	places := fields(l)
	see(l, l.entrance)
	var sight geom.CellSet
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		l.eyes.from(places[i*7%len(places)], &sight)
	}
}
