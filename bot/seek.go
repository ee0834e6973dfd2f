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

// unsearched returns the nearest field by a wall that was not searched from
// close by, false if there is none.
func (b *Bot) unsearched() (best geom.Pos, ok bool) {
	hero := b.State.Hero()
	w, h := b.State.Size()
	for y := range h {
		for x := range w {
			p := geom.Pos{X: x, Y: y}
			if ok && p.Sub(hero.Pos).Taxicab() >= best.Sub(hero.Pos).Taxicab() {
				continue
			}
			if b.byWall(p) && !b.wasSearched(p) {
				best, ok = p, true
			}
		}
	}
	return best, ok
}

// byWall reports whether p can be stood on and has a wall beside it.
func (b *Bot) byWall(p geom.Pos) bool {
	r := b.State.Content().Terrain(b.State.Terrain(p))
	if r == nil || !r.Open || r.Avoid {
		return false
	}
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
