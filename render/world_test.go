package render

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
)

// world is a level in the tests: '#' for walls, '@' for where the hero is and
// '.' for other floor.
type world struct {
	rows     []string
	hero     geom.Pos
	explored map[geom.Pos]bool
	seq      uint64
}

func newWorld(rows ...string) *world {
	w := &world{rows: rows, explored: map[geom.Pos]bool{}}
	for y, row := range rows {
		if x := strings.IndexByte(row, '@'); x >= 0 {
			w.hero = geom.Pos{X: x, Y: y}
		}
	}
	return w
}

func readWorld(t testing.TB, name string) *world {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return newWorld(strings.Split(strings.TrimSpace(string(text)), "\n")...)
}

func (w *world) wall(p geom.Pos) bool {
	return p.Y < 0 || p.Y >= len(w.rows) || p.X < 0 || p.X >= len(w.rows[0]) || w.rows[p.Y][p.X] == '#'
}

// sees reports whether nothing lies between a and b.
func (w *world) sees(a, b geom.Pos) bool {
	n := b.Sub(a).Chebyshev() * 2
	for i := 1; i < n; i++ {
		x := (2*a.X*(n-i) + 2*b.X*i + n) / (2 * n)
		y := (2*a.Y*(n-i) + 2*b.Y*i + n) / (2 * n)
		if p := (geom.Pos{X: x, Y: y}); p != b && w.wall(p) {
			return false
		}
	}
	return true
}

// inSight reports whether the hero sees p: floor that nothing hides, and the
// walls beside such floor.
func (w *world) inSight(p geom.Pos) bool {
	if !w.wall(p) {
		return w.sees(w.hero, p)
	}
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			q := p.Add(geom.Delta{DX: dx, DY: dy})
			if !w.wall(q) && w.sees(w.hero, q) {
				return true
			}
		}
	}
	return false
}

// each calls do for all fields.
func (w *world) each(do func(geom.Pos)) {
	for y := range w.rows {
		for x := range w.rows[y] {
			do(geom.Pos{X: x, Y: y})
		}
	}
}

// visit marks as explored what the hero sees from the places.
func (w *world) visit(places ...geom.Pos) {
	was := w.hero
	for _, w.hero = range append(places, was) {
		w.each(func(p geom.Pos) {
			if w.inSight(p) {
				w.explored[p] = true
			}
		})
	}
}

// snapshot tells all that the hero knows: with all, the whole level in sight.
func (w *world) snapshot(all bool, others ...protocol.Entity) client.Change {
	w.seq++
	s := protocol.Snapshot{
		Seq: w.seq, Tick: w.seq, Level: "0:0:0", Width: len(w.rows[0]), Height: len(w.rows), Hero: "User:anna",
		Entities: append(others, protocol.Entity{Entity: "User:anna", Kind: protocol.KindHero, Name: "anna", X: w.hero.X, Y: w.hero.Y, Facing: geom.South}),
	}
	for y, row := range w.rows {
		cells := []byte(strings.ReplaceAll(row, "@", "."))
		for x := range cells {
			p := geom.Pos{X: x, Y: y}
			if !all && !w.explored[p] {
				cells[x] = ' '
			}
			if all || w.inSight(p) {
				s.Sight = append(s.Sight, protocol.Run{X: x, Y: y, N: 1})
			}
		}
		s.Terrain = append(s.Terrain, protocol.Strip{X: 0, Y: y, Cells: string(cells)})
	}
	return client.Change{Update: s}
}

func online() client.Change {
	return client.Change{Link: &protocol.Link{Phase: protocol.Online}}
}

func hero(name string, x, y int, facing geom.Dir) protocol.Entity {
	return protocol.Entity{Entity: "User:" + name, Kind: protocol.KindHero, Name: name, X: x, Y: y, Facing: facing}
}

func ghost(x, y int) protocol.Entity {
	return protocol.Entity{Entity: "Ghost:wisp", Kind: protocol.KindGhost, Name: "wisp", X: x, Y: y}
}

// crowd returns n heroes on the level's floor.
func (w *world) crowd(n int) []protocol.Entity {
	var out []protocol.Entity
	w.each(func(p geom.Pos) {
		if !w.wall(p) && p != w.hero && (p.X*7+p.Y*13)%5 == 0 && len(out) < n {
			out = append(out, hero(fmt.Sprintf("friend%03d", len(out)), p.X, p.Y, geom.Dirs[len(out)%4]))
		}
	})
	return out
}
