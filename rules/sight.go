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

// gaze is what one hero's eyes do. It follows from the rest of the world.
type gaze struct {
	at    geom.Pos
	shape uint64       // of the level when reach was found; 0 for never
	reach geom.CellSet // fields in line of sight from at, lit or not
	own   geom.CellSet // fields that she sees herself
	noted geom.CellSet // fields that she has noted in her memory as they are
}

// look brings what h sees from her field up to date, by the light of the last
// settleLight and her own. What her friends see, and her memory, follow in the
// next settleLight.
func (l *level) look(h *hero) {
	if !l.opts.Fog {
		h.sight = everything
		return
	}
	l.face(h)
	l.gather(h)
	h.sight.Union(&h.gaze.own)
}

// face finds h's line of sight, if she or what bars it has moved.
func (l *level) face(h *hero) {
	g := &h.gaze
	if g.shape == l.shape && g.at == h.Pos {
		return
	}
	g.at, g.shape = h.Pos, l.shape
	radius := geom.LevelWidth
	if !l.clear.Has(h.Pos) {
		radius = 1 // in smoke
	}
	l.sightFrom(h.Pos, radius, &g.reach)
}

// sightFrom sets seen to what can be seen from p within radius cells, lit or
// not.
func (l *level) sightFrom(p geom.Pos, radius int, seen *geom.CellSet) {
	if l.eyes == nil {
		l.eyes = newEyes(&l.clear)
	}
	l.eyes.from(p, radius, seen)
}

// gather finds what h sees of what is in her line of sight: what is lit, the
// walls beside that, and what is next to her.
func (l *level) gather(h *hero) {
	g := &h.gaze
	near := disc(h.Pos, 1)
	if h.has(content.Blind) {
		for i := range near {
			g.own[i] = near[i] & g.reach[i]
		}
		return
	}
	mine := l.shine(h)
	var open geom.CellSet
	for i := range open {
		open[i] = g.reach[i] & l.clear[i] & (l.lit[i] | mine[i])
	}
	around := spread(&open)
	for i := range open {
		g.own[i] = open[i] | g.reach[i]&(near[i]|around[i]&^l.clear[i])
	}
}

// pool is what the members of one party on a level see together.
type pool struct {
	party uint64
	seen  geom.CellSet
}

// settleSight brings what everyone sees, and remembers, up to date.
func (l *level) settleSight() {
	for _, h := range l.heroes {
		l.face(h)
		l.gather(h)
		h.sight = h.gaze.own
	}
	if !l.opts.OwnSight && len(l.heroes) > 1 {
		l.pools = l.pools[:0]
		for _, h := range l.heroes {
			p := l.pool(h.Party)
			p.seen.Union(&h.gaze.own)
		}
		for _, h := range l.heroes {
			h.sight = l.pool(h.Party).seen
		}
	}
	for _, h := range l.heroes {
		l.learn(h)
	}
	l.altered = geom.CellSet{}
}

// pool returns what the party sees together, empty at first.
func (l *level) pool(party uint64) *pool {
	for i := range l.pools {
		if l.pools[i].party == party {
			return &l.pools[i]
		}
	}
	l.pools = append(l.pools, pool{party: party})
	return &l.pools[len(l.pools)-1]
}

// sees reports whether h perceives a now: with eyes, or by telepathy.
func (l *level) sees(h *hero, a *Actor) bool { return l.sights(h, a) || l.senses(h, a) }

// sights reports whether h sees a now: by herself, or through her party if it
// shares what it sees.
func (l *level) sights(h *hero, a *Actor) bool {
	if a == &h.Actor || !l.opts.Fog {
		return true
	}
	if l.spots(h, a) {
		return true
	}
	if !l.opts.OwnSight && h.sight.Has(a.Pos) {
		for _, o := range l.heroes {
			if o != h && o.Party == h.Party && (&o.Actor == a || l.spots(o, a)) {
				return true
			}
		}
	}
	return false
}

// spots reports whether h sees a with her own eyes.
func (l *level) spots(h *hero, a *Actor) bool {
	if !l.opts.Fog {
		return !l.concealed(a, h.Pos) && l.sightline(h.Pos, a.Pos)
	}
	return h.gaze.own.Has(a.Pos) && !l.concealed(a, h.Pos)
}

// concealed reports whether a stays unseen from the field p although that field
// has a sight of a's: an ambusher in hiding always, others unless p is next to
// them. A mimic in disguise is seen, for what it looks like.
func (l *level) concealed(a *Actor, p geom.Pos) bool {
	if f := l.foeOf(a); f != nil && f.Hidden && !f.row().Has(content.Mimic) {
		return true
	}
	if p.Sub(a.Pos).Chebyshev() <= 1 {
		return false
	}
	return a.has(content.Invisible) || !l.clear.Has(a.Pos) || l.terrain(a.Pos).Hides && l.glow(a) == 0
}

// mindReach is how many cells away a telepath senses foes.
const mindReach = 14

// senses reports whether h feels the presence of a without seeing it.
func (l *level) senses(h *hero, a *Actor) bool {
	return h.has(content.Telepathic) && a.Kind == KindFoe && !a.Foe.Row().Has(content.Mindless) &&
		h.Pos.Sub(a.Pos).Taxicab() <= mindReach
}

// sightline reports whether nothing between a and b bars sight, with light or
// without. It is the same in both directions.
func (l *level) sightline(a, b geom.Pos) bool { return l.ray(a, b) || l.ray(b, a) }

// ray reports whether sight passes the fields of a straight line between a and
// b, the ends left out.
func (l *level) ray(a, b geom.Pos) bool {
	d := b.Sub(a)
	n := d.Chebyshev()
	for i := 1; i < n; i++ {
		if !l.clear.Has(a.Add(geom.Delta{DX: roundDiv(d.DX*i, n), DY: roundDiv(d.DY*i, n)})) {
			return false
		}
	}
	return true
}

// roundDiv returns a/n rounded to the nearest, halves up; n must be positive.
func roundDiv(a, n int) int {
	q := 2*a + n
	if q < 0 {
		q -= 2*n - 1
	}
	return q / (2 * n)
}

// set makes p be of that terrain.
func (l *level) set(p geom.Pos, k content.TerrainKind) {
	i := geom.CellIndex(p)
	if l.Ground[i].Row().Light != k.Row().Light {
		l.shape++
	}
	l.Ground[i] = k
	vacate(&l.walk, p)
	if k.Row().Walk {
		l.walk.Add(p)
	}
	l.unveil(p)
	l.altered.Add(p)
	l.darkened, l.dirty = true, true
}

// unveil brings up to date whether sight passes p.
func (l *level) unveil(p geom.Pos) {
	cloud, _ := l.air.at(p)
	clear := !l.terrain(p).Opaque && !cloud.Row().Opaque
	if clear == l.clear.Has(p) {
		return
	}
	l.shape++
	l.darkened = true
	if clear {
		l.clear.Add(p)
	} else {
		vacate(&l.clear, p)
	}
}
