package rules

import (
	"strings"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/dice"
)

// legend says what the characters of a picture stand for besides floor, heroes
// and the ghost.
var legend = map[byte]content.TerrainKind{
	'#': content.Wall, '.': content.Floor, '+': content.DoorClosed, '/': content.DoorOpen, 'L': content.DoorLocked,
	'S': content.SecretDoor, '~': content.DeepWater, ',': content.ShallowWater, '^': content.Lava, ':': content.Chasm,
	'"': content.TallGrass, '\'': content.Grass, '%': content.Web, '=': content.Bridge, '>': content.LadderDown, '|': content.LadderUp,
	'_': content.Altar, '!': content.Shrine, 'C': content.Chest, 'N': content.NoticeBoard, 'T': content.Torch,
	'P': content.Portcullis, 'V': content.Lever, 'R': content.Rubble, 'F': content.Fountain, 'O': content.Coffin,
}

// fromPicture returns a world of one level, 0:0:1, that looks like the picture
// and is wall around it: as legend says, < entrance, & ghost, a to z awake
// heroes, named so, with IDs in that order. It has no fog, no other foes and no
// things.
func fromPicture(t testing.TB, picture string) *World {
	t.Helper()
	w := NewWorld(Options{Quiet: true})
	l := &level{ID: geom.LevelID{Z: 1}, Serial: 1, Dice: dice.New(1, 2)}
	w.Serials = 1
	w.levels = []*level{l}
	heroes := map[byte]geom.Pos{}
	var ghosts []geom.Pos
	for y, row := range rows(picture) {
		for x := range len(row) {
			p := geom.Pos{X: x, Y: y}
			k, known := legend[row[x]]
			if !known {
				k = content.Floor
			}
			l.Ground[geom.CellIndex(p)] = k
			switch c := row[x]; {
			case c == '<':
				l.Entrance = p
			case c == '&':
				ghosts = append(ghosts, p)
			case 'a' <= c && c <= 'z':
				heroes[c] = p
			case !known:
				t.Fatalf("what is %q?", c)
			}
		}
	}
	l.furnish(w)
	for c := byte('a'); c <= 'z'; c++ {
		if p, ok := heroes[c]; ok {
			h := &hero{Actor: Actor{ID: uint64(c), Kind: KindHero, Name: string(c), Pos: p, Health: 30, MaxHealth: 30}}
			h.Prefs = Prefs{Pickup: true, Confirm: true}
			torch := l.newItem(kindOf(t, "torch"), 1)
			torch.Slot = content.LightSlot
			h.Pack = []*Item{torch}
			w.heroes = append(w.heroes, h)
			w.partyFor(h).add(h)
			l.enter(h)
		}
	}
	for _, p := range ghosts {
		k, ok := content.FoeByKey("ghost")
		if !ok {
			t.Fatal("there is no ghost")
		}
		l.addFoe(&foe{Actor: Actor{ID: l.newID(), Kind: KindFoe, Foe: k, Pos: p, Health: 5, MaxHealth: 5}})
	}
	l.settleLight()
	return w
}

// kindOf returns the kind of item with that key.
func kindOf(t testing.TB, key string) content.ItemKind {
	t.Helper()
	k, ok := content.ItemByKey(key)
	if !ok {
		t.Fatalf("there is no %s", key)
	}
	return k
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
	for _, a := range l.bodies {
		switch {
		case a.Pos == p && a.Kind == KindFoe:
			return '&'
		case a.Pos == p:
			return a.Name[0]
		}
	}
	if p == l.Entrance && l.walk.Has(p) {
		return '<'
	}
	k := l.Ground.At(p)
	for c, of := range legend {
		if of == k {
			return c
		}
	}
	return '#'
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
