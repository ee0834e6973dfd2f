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
	spot, ok := b.unsearched()
	if !ok {
		// Something may have changed since.
		b.searched = nil
		delete(b.explored, b.State.Level())
		return protocol.Pass{}
	}
	b.searched = append(b.searched, spot)
	return protocol.Travel{To: "place", X: spot.X, Y: spot.Y}
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
	start := b.State.Hero().Pos
	reached := map[geom.Pos]bool{start: true}
	for queue := []geom.Pos{start}; len(queue) > 0; queue = queue[1:] {
		p := queue[0]
		if b.byWall(p) && !b.wasSearched(p) {
			return p, true
		}
		for _, d := range geom.Dirs {
			if q := p.Step(d); !reached[q] && b.walkable(q) {
				reached[q] = true
				queue = append(queue, q)
			}
		}
	}
	return geom.Pos{}, false
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

// wasSearched reports whether what is about p was searched.
func (b *Bot) wasSearched(p geom.Pos) bool {
	const reach = 2 // cells
	for _, q := range b.searched {
		if p.Sub(q).Chebyshev() <= reach {
			return true
		}
	}
	return false
}
