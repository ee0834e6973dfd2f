package rules

import (
	"math/bits"

	"codeberg.org/anaseto/gruid"
	"codeberg.org/anaseto/gruid/paths"

	"laneya/geom"
	"laneya/rules/content"
)

// ways finds paths over what one hero knows of a level. It keeps its memory
// from one use to the next.
type ways struct {
	pr      *paths.PathRange
	near    paths.Neighbors
	keep    func(gruid.Point) bool
	known   *geom.CellSet
	ground  *Ground
	start   geom.Pos
	on      *level
	who     *hero
	fly     bool         // over what can be flown over
	shut    geom.CellSet // fields that somebody or something bars
	busy    geom.CellSet // fields of friends, who may move on
	unlocks geom.CellSet // locked doors that the hero has the key of
}

// aroundCost is how many ticks of a detour a hero takes rather than wait for a
// friend who is in the way.
const aroundCost = 8

// aroundMushrooms is how many ticks of a detour a hero takes rather than step on
// a cap, which may raise spores.
const aroundMushrooms = 2

// aroundWater is more ticks than any detour on dry ground takes.
const aroundWater = 2000

func newWays() *ways {
	w := &ways{pr: paths.NewPathRange(gruid.NewRange(0, 0, geom.LevelWidth, geom.LevelHeight))}
	w.keep = func(p gruid.Point) bool { return w.open(geom.Pos{X: p.X, Y: p.Y}) }
	return w
}

// Neighbors implements paths.Pather.
func (w *ways) Neighbors(p gruid.Point) []gruid.Point { return w.near.Cardinal(p, w.keep) }

// Cost implements paths.Dijkstra: the ticks that the step from p to q takes, or
// is worth.
func (w *ways) Cost(_, q gruid.Point) int {
	p := geom.Pos{X: q.X, Y: q.Y}
	cost := content.Pace.Walk
	if !w.fly {
		k := w.ground.At(p)
		cost += k.Row().Slow
		switch {
		case k == content.Mushrooms:
			cost += aroundMushrooms
		case k == content.DeepWater && w.who.Intent.Swims:
			cost += aroundWater
		}
	}
	if w.busy.Has(p) {
		cost += aroundCost
	}
	return cost
}

// open reports whether the hero would go over p: it knows the field, and
// nothing there speaks against it.
func (w *ways) open(p geom.Pos) bool {
	if !w.known.Has(p) || w.shut.Has(p) {
		return false
	}
	k := w.ground.At(p)
	t := k.Row()
	switch {
	case w.fly:
		return t.Walk || t.Fly && geom.LevelBounds.Inset(1).Contains(p)
	case k == content.DoorLocked:
		return w.unlocks.Has(p)
	case t.Avoid:
		return t.Walk && w.on.dares(w.who, k)
	}
	return t.Walk
}

// mapOf returns what h knows of the level: which fields, and what they are
// made of. It is read only.
func (l *level) mapOf(h *hero) (known *geom.CellSet, ground *Ground) {
	if l.opts.Fog {
		k := h.knows(l.ID)
		return &k.Explored, &k.Terrain
	}
	if l.plain == nil {
		l.plain = new(Ground)
	}
	for i, k := range l.Ground {
		l.plain[i] = seenAs(k)
	}
	return &everything, l.plain
}

// waysOf returns the ways of h as things stand.
func (l *level) waysOf(h *hero) *ways {
	if l.ways == nil {
		l.ways = newWays()
	}
	w := l.ways
	w.known, w.ground = l.mapOf(h)
	w.on, w.who, w.start = l, h, h.Pos
	w.fly = h.Wisp
	w.shut, w.busy, w.unlocks = geom.CellSet{}, geom.CellSet{}, geom.CellSet{}
	if h.Wisp {
		return w
	}
	for _, lock := range l.Locks {
		if h.keyTo(l, lock.Number) != nil {
			w.unlocks.Add(lock.Pos)
		}
	}
	for _, a := range l.bodies {
		switch {
		case a == &h.Actor || !l.taken.Has(a.Pos) || !l.sees(h, a) || l.foeOf(a).seems() != nil:
		case a.Kind == KindHero && !a.Asleep, l.yields(h, a), !l.obstructs(h, a):
			w.busy.Add(a.Pos)
		default:
			w.shut.Add(a.Pos)
		}
	}
	for i := range w.shut {
		if l.smothered(h) {
			break // out of it by any way
		}
		for word := l.air.Over[i] & h.sight[i]; word != 0; word &= word - 1 {
			p := geom.CellAt(i*64 + bits.TrailingZeros64(word))
			if k, _ := l.air.at(p); harmful(k) {
				w.shut.Add(p)
			}
		}
	}
	return w
}

// obstructs reports whether a, whom h perceives, is in the way of what h wants. Whom
// she only senses, from afar, she goes to meet: there may be another way by then,
// and here she couldn't do anything about it.
func (l *level) obstructs(h *hero, a *Actor) bool {
	return l.sights(h, a) || h.Pos.Sub(a.Pos).Taxicab() <= 1
}

// smothered reports whether h stands in a cloud that does harm.
func (l *level) smothered(h *hero) bool {
	k, _ := l.air.at(h.Pos)
	return harmful(k)
}

// keyTo returns the key of that lock of l which h carries, nil for none.
func (h *hero) keyTo(l *level, number int) *Item {
	for _, it := range h.Pack {
		if it.row().Class == content.Key && it.Lock == number && it.Of == l.ID && it.Dug == l.Serial {
			return it
		}
	}
	return nil
}

// harmful reports whether nobody in her senses walks through such a cloud.
func harmful(k content.CloudKind) bool {
	switch k {
	case content.Fire, content.PoisonGas, content.Frost, content.Steam, content.Spores:
		return true
	}
	return false
}

// anyCost is more than any way on a level takes.
const anyCost = geom.LevelCells * (aroundWater + 100)

// nearest returns the way from the start to the field that takes the fewest
// ticks to reach of those that fit: of equals, the first by geom.CellIndex. It
// looks near by first, since what is sought often is.
func (w *ways) nearest(fits func(geom.Pos) bool) (goal geom.Pos, way string, ok bool) {
	for _, reach := range [...]int{10, 40, anyCost} {
		best := -1
		cost := 0
		for _, n := range w.pr.DijkstraMap(w, []gruid.Point{{X: w.start.X, Y: w.start.Y}}, reach) {
			if best >= 0 && n.Cost > cost {
				break
			}
			p := geom.Pos{X: n.P.X, Y: n.P.Y}
			if i := geom.CellIndex(p); fits(p) && (best < 0 || i < best) {
				best, cost = i, n.Cost
			}
		}
		if best >= 0 {
			goal = geom.CellAt(best)
			return goal, w.back(goal), true
		}
	}
	return geom.Pos{}, "", false
}

// back returns the way from the start to goal by the map of costs that
// nearest left.
func (w *ways) back(goal geom.Pos) string {
	var steps [geom.LevelCells]byte
	i := len(steps)
	for p := goal; p != w.start; {
		q := gruid.Point{X: p.X, Y: p.Y}
		before := w.pr.DijkstraMapAt(q) - w.Cost(q, q)
		for _, d := range geom.Dirs {
			from := p.Step(d)
			if geom.LevelBounds.Contains(from) && w.pr.DijkstraMapAt(gruid.Point{X: from.X, Y: from.Y}) == before {
				i--
				steps[i] = '0' + byte(opposite(d))
				p = from
				break
			}
		}
	}
	return string(steps[i:])
}

// advance notes how far h has come on its way. Something else that moved it
// makes the way void.
func (h *hero) advance() {
	in := &h.Intent
	switch {
	case h.Pos == in.From:
		return
	case in.Way != "" && h.Pos == in.From.Step(in.next()):
		in.Way = in.Way[1:]
	default:
		in.Way, in.Found = "", false
	}
	in.From, in.Still = h.Pos, 0
	if in.Kind == Travelling || in.Kind == Exploring || in.Kind == Following {
		in.Count = 0
	}
	h.dirty = true
}

// good reports whether nothing that h knows speaks against its way.
func (l *level) good(h *hero) bool {
	in := &h.Intent
	if !in.Found {
		return false
	}
	known, ground := l.mapOf(h)
	p := in.From
	for i := range len(in.Way) {
		p = p.Step(geom.Dir(in.Way[i] - '0'))
		t := ground.At(p).Row()
		switch {
		case !known.Has(p), h.Wisp && !t.Walk && !t.Fly:
			return false
		case h.Wisp:
			continue
		case !t.Walk && ground.At(p) != content.DoorLocked:
			return false
		case t.Avoid && !l.dares(h, ground.At(p)):
			return false
		case h.sight.Has(p) && l.air.Over.Has(p) && !l.smothered(h):
			if k, _ := l.air.at(p); harmful(k) {
				return false
			}
		}
		if a := l.bodyAt(p); a != nil && l.sees(h, a) && l.obstructs(h, a) && (a.Kind == KindFoe && i < 3 || a.Asleep) && !l.yields(h, a) && l.foeOf(a).seems() == nil {
			return false
		}
	}
	return true
}

// lead lets h go the nearest way to a field that fits; false means that there
// is none.
func (l *level) lead(h *hero, fits func(geom.Pos) bool) bool {
	in := &h.Intent
	w := l.waysOf(h)
	shut := w.shut
	around := in.Still >= l.patience(h)
	if around {
		w.shut.Union(&w.busy)
	}
	goal, way, ok := w.nearest(fits)
	if !ok && around {
		w.shut = shut
		goal, way, ok = w.nearest(fits)
	}
	in.Found, in.Goal, in.Way, in.From = ok, goal, way, h.Pos
	h.dirty = true
	return ok
}

// patienceWithFriends is how many ticks a hero waits for a friend who is in the
// way before it looks for a way around, and waitForFriends how many before it
// gives up. The first is more than a step over rubble takes: who has just
// stepped there can't yield before that is over.
const (
	patienceWithFriends = 4
	waitForFriends      = 20
)

// patience returns how many ticks h waits for who is in her way before she looks
// for a way around. Of two in each other's way one waits longer, lest they step
// aside together for ever.
func (l *level) patience(h *hero) int {
	if o := l.heroOf(l.bodyAt(h.Pos.Step(h.Intent.next()))); o != nil && o.ID > h.ID {
		return 2 * patienceWithFriends
	}
	return patienceWithFriends
}

// stride returns the next step of h's way, Stop while a friend who stands still
// is in the way.
func (l *level) stride(h *hero) geom.Dir {
	d := h.Intent.next()
	if d == geom.Stop {
		return geom.Stop
	}
	h.Intent.Still++
	a := l.bodyAt(h.Pos.Step(d))
	if o := l.heroOf(a); o == nil || h.Wisp || o.wishing() || l.yields(h, a) {
		return d
	}
	return geom.Stop
}

// stuck ends h's intent if its way has been barred for long, and looks for
// another one before.
func (l *level) stuck(h *hero) bool {
	in := &h.Intent
	if in.Still < waitForFriends {
		if in.Still >= l.patience(h) {
			in.Found = false
		}
		return false
	}
	to := h.Pos.Step(in.next())
	e := Event{Code: "stop_blocked", Placed: true, At: to}
	if a := l.bodyAt(to); a != nil {
		e.Actor = l.nameFor(h, a, h.caseOf(e.Code, "actor"))
	} else {
		e.Actor = content.Name(h.say, l.terrain(to).Name)
	}
	h.halt(e)
	return true
}
