package rules

import (
	"strings"
	"testing"

	"laneya/geom"
)

// fromPicture returns a world of one level, 0:0:0, that looks like the picture
// and is wall around it: # wall, . floor, < entrance, & ghost, a to z awake
// heroes, named so, with IDs in that order. It has no fog.
func fromPicture(t testing.TB, picture string) *World {
	t.Helper()
	w := NewWorld(Options{})
	l := &level{dice: newDice(1, 2)}
	w.levels = []*level{l}
	heroes := map[byte]geom.Pos{}
	for y, row := range rows(picture) {
		for x := range len(row) {
			p := geom.Pos{X: x, Y: y}
			if row[x] == '#' {
				continue
			}
			l.floor.Add(p)
			switch c := row[x]; {
			case c == '<':
				l.entrance = p
			case c == '&':
				g := &ghost{Entity{ID: w.newID(), Kind: KindGhost, Name: ghostName, Pos: p}}
				l.ghosts = append(l.ghosts, g)
				l.place(&g.Entity)
			case 'a' <= c && c <= 'z':
				heroes[c] = p
			case c != '.':
				t.Fatalf("what is %q?", c)
			}
		}
	}
	for c := byte('a'); c <= 'z'; c++ {
		if p, ok := heroes[c]; ok {
			h := &hero{Entity: Entity{ID: w.newID(), Kind: KindHero, Name: string(c), Pos: p}}
			w.heroes = append(w.heroes, h)
			l.enter(h)
		}
	}
	return w
}

func rows(picture string) []string { return strings.Split(strings.TrimSpace(picture), "\n") }

// checkPicture fails unless the world looks like the picture, in which the
// entrance may be hidden under a hero.
func checkPicture(t testing.TB, w *World, picture string) {
	t.Helper()
	want := rows(picture)
	all := rows(draw(w.levels[0]))
	got := make([]string, len(want))
	for y := range want {
		got[y] = all[y][:len(want[y])]
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("it looks like\n%s\nand not like\n%s", g, w)
	}
}

// draw returns the level as fromPicture takes it, heroes by the first letter
// of their names.
func draw(l *level) string {
	var b strings.Builder
	for y := range geom.LevelHeight {
		for x := range geom.LevelWidth {
			b.WriteByte(glyph(l, geom.Pos{X: x, Y: y}))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func glyph(l *level, p geom.Pos) byte {
	for _, e := range l.bodies {
		switch {
		case e.Pos == p && e.Kind == KindGhost:
			return '&'
		case e.Pos == p:
			return e.Name[0]
		}
	}
	switch {
	case !l.floor.Has(p):
		return '#'
	case p == l.entrance:
		return '<'
	}
	return '.'
}

// do performs commands that must not be refused.
func do(t testing.TB, w *World, commands ...Command) {
	t.Helper()
	for _, c := range commands {
		if err := w.Perform(c); err != nil {
			t.Fatalf("%v %s: %v", c.Verb, c.User, err)
		}
	}
}

func walk(user string, d geom.Dir) Command { return Command{User: user, Verb: Walk, Dir: d} }

func join(user string) Command { return Command{User: user, Verb: Join} }
