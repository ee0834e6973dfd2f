package render

import (
	"laneya/client"
	"laneya/geom"
	"laneya/sprites"
)

const (
	patch       = 4                    // side of the squares that a wash is ragged by, in pixels of the atlas
	patchesSide = sprites.Size / patch // in a field
	// featureQuads is how many quads one field's feature takes at most.
	featureQuads = patchesSide*patchesSide + 1
)

// addWash puts the colour of a field into the batch. Toward a field of another
// colour the edge is ragged, as grass and shores are; walls are met straight.
func (l *layer) addWash(g *ground, p geom.Pos, f *feature, x, y float32) {
	var beside [4]*feature // by geom.Dirs; nil where nothing shines through
	ragged := false
	for i, d := range geom.Dirs {
		at := p.Step(d)
		if g.at(at) != client.Floor {
			continue
		}
		if o := &g.features[at.Y*g.w+at.X]; o.boards || o.wash != f.wash || o.depth != f.depth {
			beside[i], ragged = o, true
		}
	}
	if !ragged {
		l.over.quad(x, y, sprites.Size, sprites.Size, whiteRect(), corners(tinged(f.wash, mix(p.X, p.Y))), f.depth)
		return
	}
	for j := range patchesSide {
		for i := range patchesSide {
			shown := f
			chance := mix(p.X*patchesSide+i, p.Y*patchesSide+j)
			if o := besidePatch(&beside, i, j, chance); o != nil {
				shown = o
			}
			if shown.depth == 0 || shown.boards {
				continue
			}
			l.over.quad(x+float32(i*patch), y+float32(j*patch), patch, patch, whiteRect(),
				corners(tinged(shown.wash, mix(p.X, p.Y))), shown.depth)
		}
	}
}

// besidePatch returns the feature that the patch at i, j of a field takes over
// from the field beside it; nil where it keeps that of its own.
func besidePatch(beside *[4]*feature, i, j int, chance uint32) *feature {
	const last = patchesSide - 1
	away := [4]int{j, last - i, last - j, i} // patches to each edge, by geom.Dirs
	for d, o := range beside {
		switch {
		case o == nil:
		case away[d] == 0 && chance>>(4*d)%8 < 5, away[d] == 1 && chance>>(4*d)%8 == 0:
			return o
		}
	}
	return nil
}

// tinged returns a colour a little lighter or darker, by chance.
func tinged(c rgb, chance uint32) rgb {
	by := 0.92 + float32(chance%16)/100
	return rgb{min(c.r*by, 1), min(c.g*by, 1), min(c.b*by, 1)}
}

// addBoards lays planks over a field. Their joints are dark, and no two fields
// are alike.
func (l *layer) addBoards(p geom.Pos, f *feature, x, y float32) {
	const dim = 0.5 // the wood is older than its colour
	wood := rgb{f.wash.r * dim, f.wash.g * dim, f.wash.b * dim}
	joint := rgb{wood.r * 0.4, wood.g * 0.4, wood.b * 0.4}
	for j := range patchesSide {
		chance := mix(p.X, p.Y*patchesSide+j)
		top := y + float32(j*patch)
		l.over.quad(x, top, sprites.Size, patch-1, whiteRect(), corners(tinged(wood, chance)), f.depth)
		l.over.quad(x, top+patch-1, sprites.Size, 1, whiteRect(), corners(joint), f.depth)
		if chance>>8%3 == 0 {
			at := float32(chance >> 16 % sprites.Size)
			l.over.quad(x+at, top, 1, patch, whiteRect(), corners(joint), f.depth)
		}
	}
}
