package rules

import (
	"codeberg.org/anaseto/gruid"
	"codeberg.org/anaseto/gruid/rl"

	"laneya/geom"
	"laneya/rules/content"
)

// eyes computes what can be seen from a field of one level. It keeps its memory
// from one use to the next.
type eyes struct {
	fov    *rl.FOV
	isOpen func(gruid.Point) bool
	clear  *geom.CellSet
}

func newEyes(clear *geom.CellSet) *eyes {
	e := &eyes{clear: clear}
	e.fov = rl.NewFOV(gruid.NewRange(0, 0, geom.LevelWidth, geom.LevelHeight))
	e.isOpen = func(p gruid.Point) bool { return e.clear.Has(geom.Pos{X: p.X, Y: p.Y}) }
	return e
}

// from sets seen to the fields that sight from p reaches within radius cells,
// whether there is light on them or not. It is symmetric between clear fields,
// and a field that isn't clear is seen with a clear one next to it.
func (e *eyes) from(p geom.Pos, radius int, seen *geom.CellSet) {
	var open geom.CellSet
	for _, q := range e.fov.SSCVisionMap(gruid.Point{X: p.X, Y: p.Y}, radius, e.isOpen, true) {
		open.Add(geom.Pos{X: q.X, Y: q.Y})
	}
	for i := range open {
		open[i] &= e.clear[i]
	}
	open.Add(p)
	around := spread(&open)
	for i := range open {
		seen[i] = open[i] | around[i]&^e.clear[i]
	}
}

// spread returns the members of s and the eight fields around each.
func spread(s *geom.CellSet) geom.CellSet {
	row := *s
	east, west := shifted(s, 1), shifted(s, -1)
	for i := range row {
		// What left a row at one end must not appear at the other end of the
		// next.
		row[i] |= east[i]&^columns.west[i] | west[i]&^columns.east[i]
	}
	out := row
	out.Union(shifted(&row, geom.LevelWidth))
	out.Union(shifted(&row, -geom.LevelWidth))
	for i := range out {
		out[i] &= everything[i]
	}
	return out
}

// columns are the cells at either end of all rows.
var columns = func() (c struct{ west, east geom.CellSet }) {
	for y := range geom.LevelHeight {
		c.west.Add(geom.Pos{Y: y})
		c.east.Add(geom.Pos{X: geom.LevelWidth - 1, Y: y})
	}
	return c
}()

// shifted returns s with every CellIndex n higher; |n| must be below 64.
func shifted(s *geom.CellSet, n int) *geom.CellSet {
	var out geom.CellSet
	last := len(s) - 1
	for i := range s {
		if n > 0 {
			out[i] = s[i] << n
			if i > 0 {
				out[i] |= s[i-1] >> (64 - n)
			}
			continue
		}
		out[i] = s[i] >> -n
		if i < last {
			out[i] |= s[i+1] << (64 + n)
		}
	}
	return &out
}

// look brings what h sees, and so what it has explored, up to date.
func (l *level) look(h *hero) {
	if l.eyes == nil {
		l.eyes = newEyes(&l.clear)
	}
	l.eyes.from(h.Pos, geom.LevelWidth, &h.sight)
	l.learn(h, &h.sight)
}

// learn notes what h sees of the fields of seen.
func (l *level) learn(h *hero, seen *geom.CellSet) {
	k := h.knows(l.ID)
	k.Explored.Union(seen)
	for i := range geom.LevelCells {
		if seen[i/64]&(1<<(i%64)) != 0 {
			k.Terrain[i] = seenAs(l.Ground[i])
		}
	}
	k.Things = l.appendThings(k.Things[:0], h, seen)
}

// appendThings appends the items that h knows of: those on fields of seen, and
// those remembered elsewhere.
func (l *level) appendThings(dst []Thing, h *hero, seen *geom.CellSet) []Thing { return dst }

// sees reports whether h perceives a now.
func (l *level) sees(h *hero, a *Actor) bool { return h.sight.Has(a.Pos) }

// settleLight brings what is lit, and what everyone sees by it, up to date.
func (l *level) settleLight() {}

// light returns the radius and the colour of the light that h carries.
func (h *hero) light() (radius int, tint string) { return 0, "" }

// set makes p be of that terrain.
func (l *level) set(p geom.Pos, k content.TerrainKind) {
	l.Ground[geom.CellIndex(p)] = k
	vacate(&l.walk, p)
	vacate(&l.clear, p)
	if k.Row().Walk {
		l.walk.Add(p)
	}
	if cloud, _ := l.air.at(p); !k.Row().Opaque && !cloud.Row().Opaque {
		l.clear.Add(p)
	}
	l.darkened, l.dirty = true, true
}
