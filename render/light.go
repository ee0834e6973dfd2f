package render

import (
	"laneya/client"
)

// rgb is how much of each colour is left of what is lit, 1 for all of it.
type rgb struct{ r, g, b float32 }

// times returns c as it is lit by d.
func (c rgb) times(d rgb) rgb { return rgb{c.r * d.r, c.g * d.g, c.b * d.b} }

// soft returns c so that it never comes to more than most, and has the same hue: much
// light of many lamps is not many times as bright as that of one.
func (c rgb) soft(most float32) rgb {
	if c == (rgb{}) {
		return c // as most corners are that no lamp reaches
	}
	k := 1 / (1 + max(c.r, c.g, c.b)/most)
	return rgb{c.r * k, c.g * k, c.b * k}
}

// atMost returns c no brighter than most, in the same hue.
func (c rgb) atMost(most float32) rgb {
	if m := max(c.r, c.g, c.b); m > most {
		k := most / m
		return rgb{c.r * k, c.g * k, c.b * k}
	}
	return c
}

// The light of the caves.
var (
	memory  = rgb{0.24, 0.29, 0.45} // on ground that was seen before
	ambient = rgb{0.46, 0.46, 0.54} // on all that is in sight
	lantern = rgb{1.00, 0.76, 0.42} // beside the own hero's, on top of ambient
	friend  = rgb{0.26, 0.19, 0.09} // beside another hero's
	wisp    = rgb{0.10, 0.36, 0.40} // beside the ghost
)

const (
	lanternReach = 8.5 // fields
	friendReach  = 3.2
	mostLight    = 1.5
	mostExtra    = 1.3 // of all lamps but the own hero's
)

// lamp is a light at a place, in fields.
type lamp struct {
	x, y, reach float32
	colour      rgb
}

// on returns what share of the lamp's light falls on x, y.
func (l *lamp) on(x, y float32) float32 {
	dx, dy := x-l.x, y-l.y
	f := 1 - (dx*dx+dy*dy)/(l.reach*l.reach)
	if f <= 0 {
		return 0
	}
	return f * f
}

// node is what the fog leaves of a corner of the mesh that the level is drawn
// with: the mean over the fields that meet there.
type node struct{ known, sight float32 }

// nodeAt returns the node at i, j, counted in half fields from the level's
// north-west corner. What borders on unknown ground sinks into the dark, but
// for the fronts of walls: behind these it is dark in any case.
func (g *ground) nodeAt(i, j int) node {
	x1, y1 := i>>1, j>>1
	x0, y0 := x1-(i+1)&1, y1-(j+1)&1
	var n node
	var floor, front, unknown bool
	var most float32
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			if x < 0 || y < 0 || x >= g.w || y >= g.h {
				continue
			}
			k := y*g.w + x
			n.known = max(n.known, g.known[k])
			n.sight += g.sight[k] * g.known[k]
			most += g.known[k]
			switch t := g.terrain[k]; {
			case t == client.Unknown:
				unknown = true
			case t == client.Floor:
				floor = true
			case k+g.w < len(g.terrain) && g.terrain[k+g.w] == client.Floor:
				front = true
			}
		}
	}
	if most > 0 {
		n.sight = eased(n.sight / most)
	}
	n.known = eased(n.known)
	if unknown && (floor || !front) {
		n.known = 0
	}
	return n
}

// eased returns a share of the way that begins and ends slowly.
func eased(v float32) float32 { return v * v * (3 - 2*v) }

// lights is what shines in the picture.
type lights struct {
	own      lamp    // reach 0 where there is no hero
	ownFlame float32 // how bright it is now
	lamps    []lamp
	baked    baked
	flames   [glowGroups]float32 // how bright those are now
	grey     bool                // the picture is an old one
}

// shine returns the light on x, y without what the fog takes.
func (l *lights) shine(x, y float32) rgb {
	c := ambient
	if l.own.reach > 0 {
		f := l.own.on(x, y) * l.ownFlame
		c.r += l.own.colour.r * f
		c.g += l.own.colour.g * f
		c.b += l.own.colour.b * f
	}
	return c
}

// through returns the light c on n as the fog lets it through, with extra on
// top where n is in sight.
func (l *lights) through(n node, c, extra rgb) rgb {
	s := n.sight
	out := rgb{
		memory.r + (c.r+extra.r-memory.r)*s,
		memory.g + (c.g+extra.g-memory.g)*s,
		memory.b + (c.b+extra.b-memory.b)*s,
	}.atMost(mostLight)
	out = rgb{out.r * n.known, out.g * n.known, out.b * n.known}
	if l.grey {
		v := (out.r + out.g + out.b) / 3 * 0.6
		return rgb{v * 0.95, v, v * 1.1}
	}
	return out
}

// lit returns the light on a figure that stands at x, y, in fields; it stands
// out from the ground a little.
func (l *lights) lit(x, y float64) rgb {
	if l.grey {
		return rgb{0.45, 0.47, 0.52}
	}
	c := l.shine(float32(x)+0.5, float32(y)+0.5)
	e := l.baked.at(float32(x)+0.5, float32(y)+0.5, &l.flames).soft(mostExtra)
	return rgb{
		0.38 + 0.62*(c.r+e.r),
		0.38 + 0.62*(c.g+e.g),
		0.38 + 0.62*(c.b+e.b),
	}.atMost(1.15)
}

// reachOf returns which nodes, first and last along one side, a lamp reaches.
func reachOf(at, reach float32, first, last int) (from, to int) {
	return max(first, int((at-reach)*2)), min(last, int((at+reach)*2)+1)
}
