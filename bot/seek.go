package bot

import (
	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
)

// seekDoor returns what looks for a secret door, on a level that is explored
// without a way down: to one place by a wall after the other, and search there.
func (b *Bot) seekDoor() protocol.Action {
	if b.asked == "travel" {
		b.asked = "search" // also where it came no nearer: the next place may do
		return protocol.Search{}
	}
	if p, ok := b.across(); ok {
		return protocol.Travel{To: "place", X: p.X, Y: p.Y}
	}
	spot, ok := b.unsearched()
	if a := b.leap(); !ok && a != nil {
		return a
	}
	if !ok {
		// Something may have changed since.
		b.searched, b.crossed = nil, nil
		delete(b.explored, b.State.Level())
		return protocol.Pass{}
	}
	b.searched = append(b.searched, spot)
	return protocol.Travel{To: "place", X: spot.X, Y: spot.Y}
}

// leap returns what takes the hero down a chasm: to its edge, and over it. It
// hurts, but where no way is left it is one.
func (b *Bot) leap() protocol.Action {
	for i, p := range b.reachable() {
		for _, d := range geom.Dirs {
			edge := p.Step(d)
			if b.terrain(edge) != "chasm" {
				continue
			}
			if i == 0 {
				return protocol.Cross{X: edge.X, Y: edge.Y}
			}
			return protocol.Travel{To: "place", X: p.X, Y: p.Y}
		}
	}
	return nil
}

// pull returns what works a lever that the hero knows of, on a level that is
// explored: what it opens may be worth having.
func (b *Bot) pull() protocol.Action {
	const most = 3 // goes at one
	hero := b.State.Hero()
	w, h := b.State.Size()
	for y := range h {
		for x := range w {
			p := geom.Pos{X: x, Y: y}
			if b.terrain(p) != "lever" || b.pulled[p] >= most {
				continue
			}
			b.pulled[p]++
			if p.Sub(hero.Pos).Taxicab() > 1 {
				return protocol.Travel{To: "place", X: x, Y: y}
			}
			delete(b.explored, b.State.Level())
			return protocol.Touch{X: x, Y: y}
		}
	}
	return nil
}

// unsearched returns the nearest field by a wall, over fields that the hero
// knows, about which nothing was searched yet; false if there is none.
func (b *Bot) unsearched() (geom.Pos, bool) {
	for _, p := range b.reachable() {
		if b.byWall(p) && !near(p, b.searched) {
			return p, true
		}
	}
	return geom.Pos{}, false
}

// reachable returns the fields that the hero knows and gets to on foot, the
// nearest first.
func (b *Bot) reachable() []geom.Pos {
	start := b.State.Hero().Pos
	reached := map[geom.Pos]bool{start: true}
	queue := []geom.Pos{start}
	for i := 0; i < len(queue); i++ {
		for _, d := range geom.Dirs {
			if q := queue[i].Step(d); !reached[q] && b.walkable(q) {
				reached[q] = true
				queue = append(queue, q)
			}
		}
	}
	return queue
}

// across returns the nearest field that the hero knows, did not yet try to get to
// and doesn't get to on foot: where a bridge has burnt, one may swim.
func (b *Bot) across() (best geom.Pos, ok bool) {
	reached := map[geom.Pos]bool{}
	for _, p := range b.reachable() {
		reached[p] = true
	}
	hero := b.State.Hero()
	w, h := b.State.Size()
	for y := range h {
		for x := range w {
			p := geom.Pos{X: x, Y: y}
			if reached[p] || !b.walkable(p) || near(p, b.crossed) {
				continue
			}
			if !ok || p.Sub(hero.Pos).Taxicab() < best.Sub(hero.Pos).Taxicab() {
				best, ok = p, true
			}
		}
	}
	if ok {
		b.crossed = append(b.crossed, best)
	}
	return best, ok
}

// walkable reports whether p is known to be a field that one can stand on
// without harm.
func (b *Bot) walkable(p geom.Pos) bool {
	r := b.State.Content().Terrain(b.State.Terrain(p))
	return r != nil && r.Open && !r.Avoid
}

// byWall reports whether p has a wall beside it.
func (b *Bot) byWall(p geom.Pos) bool {
	for _, d := range geom.Dirs {
		if b.State.Terrain(p.Step(d)) == client.Wall {
			return true
		}
	}
	return false
}

// near reports whether p is close to one of those places.
func near(p geom.Pos, places []geom.Pos) bool {
	const reach = 2 // cells, as far as a search goes
	for _, q := range places {
		if p.Sub(q).Chebyshev() <= reach {
			return true
		}
	}
	return false
}
