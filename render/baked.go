package render

import (
	"math"

	"laneya/client"
)

// Lights of ground and air fall on the level with walls in their way. As they stand
// still, what each corner of the mesh gets of them is worked out once and kept.
//
// Flames flicker. They do so in two groups, so that not all of them do alike, and a
// third one is of what shines steadily.
const (
	steadyGlow = iota
	firstFlames
	otherFlames
	glowGroups
)

// maxNodes bounds the corners of a level that light is kept for; on larger levels
// lights are lamps, which walls don't stop.
const maxNodes = 1 << 16

// source is a light that stands still.
type source struct {
	lamp
	group uint8
}

// baked is the light of all sources.
type baked struct {
	cols, rows int // of corners, 0 where nothing shines
	groups     [glowGroups][]rgb
}

// groupOf returns the group of a light of that colour at x, y: what is warm flickers.
func groupOf(c rgb, x, y int) uint8 {
	if c.r < 1.5*c.b || c.r < c.g {
		return steadyGlow
	}
	return uint8(firstFlames + (x/3+y/3)&1)
}

// bake works out what fires throw on g. It reports whether they are kept; else they are
// to be drawn as lamps.
func (b *baked) bake(g *ground, fires []source) bool {
	cols, rows := 2*g.w+1, 2*g.h+1
	if len(fires) == 0 || cols*rows > maxNodes {
		b.cols, b.rows = 0, 0
		return len(fires) == 0
	}
	b.cols, b.rows = cols, rows
	for i := range b.groups {
		if cap(b.groups[i]) < cols*rows {
			b.groups[i] = make([]rgb, cols*rows)
		}
		b.groups[i] = b.groups[i][:cols*rows]
		clear(b.groups[i])
	}
	for i := range fires {
		b.add(g, &fires[i])
	}
	return true
}

func (b *baked) add(g *ground, a *source) {
	iFrom, iTo := reachOf(a.x, a.reach, 0, b.cols-1)
	jFrom, jTo := reachOf(a.y, a.reach, 0, b.rows-1)
	for j := jFrom; j <= jTo; j++ {
		for i := iFrom; i <= iTo; i++ {
			x, y := float32(i)/2, float32(j)/2
			f := a.on(x, y)
			if f < 0.004 {
				continue
			}
			if f *= g.passes(a.x, a.y, x, y); f == 0 {
				continue
			}
			e := &b.groups[a.group][j*b.cols+i]
			e.r += a.colour.r * f
			e.g += a.colour.g * f
			e.b += a.colour.b * f
		}
	}
}

// How near to a lamp and to what it shines on nothing is in the way of light: what
// hangs in a wall shines, and walls are lit themselves.
const lampClear, wallClear = 0.8, 0.85

// passes returns what share of the light from a place reaches another one: all, none,
// or half of it where one side of the lamp is hidden.
func (g *ground) passes(fromX, fromY, x, y float32) float32 {
	dx, dy := x-fromX, y-fromY
	d := float32(math.Hypot(float64(dx), float64(dy)))
	if d <= lampClear+wallClear {
		return 1
	}
	const aside = 0.3
	sx, sy := -dy/d*aside, dx/d*aside
	var share float32
	for _, k := range [2]float32{-1, 1} {
		if g.ray(fromX+k*sx, fromY+k*sy, x, y, d) {
			share += 0.5
		}
	}
	return share
}

// ray reports whether nothing is in the way between two places that are d apart.
func (g *ground) ray(fromX, fromY, x, y, d float32) bool {
	const step = 0.4
	dx, dy := (x-fromX)/d, (y-fromY)/d
	for at := float32(lampClear); at < d-wallClear; at += step {
		px, py := int(fromX+dx*at), int(fromY+dy*at)
		if px < 0 || py < 0 || px >= g.w || py >= g.h || g.terrain[py*g.w+px] != client.Floor {
			return false
		}
	}
	return true
}

// onto adds what falls on cols corners from i0, j to row, flames by how they flicker.
func (b *baked) onto(row []rgb, i0, j int, flicker *[glowGroups]float32) {
	if j < 0 || j >= b.rows || i0 < 0 {
		return
	}
	n := min(len(row), b.cols-i0)
	at := j*b.cols + i0
	steady, first, other := b.groups[steadyGlow][at:][:n], b.groups[firstFlames][at:][:n], b.groups[otherFlames][at:][:n]
	f, o := flicker[firstFlames], flicker[otherFlames]
	for k := range n {
		s, a, c, e := &steady[k], &first[k], &other[k], &row[k]
		e.r += s.r + a.r*f + c.r*o
		e.g += s.g + a.g*f + c.g*o
		e.b += s.b + a.b*f + c.b*o
	}
}

// at returns what falls on the middle of the field that x, y, in fields, is next to.
func (b *baked) at(x, y float32, flicker *[glowGroups]float32) (sum rgb) {
	i, j := int(2*x+0.5), int(2*y+0.5)
	if i < 0 || j < 0 || i >= b.cols || j >= b.rows {
		return sum
	}
	for k := range b.groups {
		c, f := b.groups[k][j*b.cols+i], flicker[k]
		sum = rgb{sum.r + c.r*f, sum.g + c.g*f, sum.b + c.b*f}
	}
	return sum
}
