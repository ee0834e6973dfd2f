package render

import (
	"github.com/hajimehoshi/ebiten/v2"

	"laneya/geom"
	"laneya/sprites"
)

// mesh draws the layer to the window, lit: a corner in every middle and on
// every edge of a field, with the light on it as its colour.
type mesh struct {
	vertices   []ebiten.Vertex
	extra      []rgb // from the lamps, for each vertex
	indices    []uint16
	cols, rows int // of vertices that indices were made for
}

// build makes the mesh for the fields of view, which is not empty.
func (m *mesh) build(g *ground, l *lights, v *view, origin geom.Pos) {
	fields := v.fields
	i0, j0 := 2*fields.Min.X, 2*fields.Min.Y
	cols, rows := 2*fields.Size().DX+1, 2*fields.Size().DY+1
	m.grow(cols * rows)
	m.shine(l, i0, j0, cols, rows)
	step := float32(half * v.zoom)
	dstX, dstY := float32(v.left), float32(v.top)
	k := 0
	for j := j0; j < j0+rows; j++ {
		y := float32(j) / 2
		for i := i0; i < i0+cols; i++ {
			x := float32(i) / 2
			var c rgb
			if n := g.nodeAt(i, j); n.known > 0 { // else it is dark in any case
				c = l.through(n, l.shine(x, y), m.extra[k].soft(mostExtra))
			}
			m.vertices[k] = ebiten.Vertex{
				DstX: float32(i)*step - dstX, DstY: float32(j)*step - dstY,
				SrcX:   float32(i*half - origin.X*sprites.Size),
				SrcY:   float32(j*half - origin.Y*sprites.Size),
				ColorR: c.r, ColorG: c.g, ColorB: c.b, ColorA: 1,
			}
			k++
		}
	}
	m.connect(cols, rows)
}

// grow makes room for n vertices.
func (m *mesh) grow(n int) {
	if cap(m.vertices) < n {
		m.vertices = make([]ebiten.Vertex, n, n+n/4)
		m.extra = make([]rgb, n, n+n/4)
	}
	m.vertices, m.extra = m.vertices[:n], m.extra[:n]
}

// shine adds up what the lamps throw on each vertex. With a crowd in the window
// this is most of a picture's work, so it does by itself what lamp.on does.
func (m *mesh) shine(l *lights, i0, j0, cols, rows int) {
	clear(m.extra)
	for n := range l.lamps {
		a := &l.lamps[n]
		iFrom, iTo := reachOf(a.x, a.reach, i0, i0+cols-1)
		jFrom, jTo := reachOf(a.y, a.reach, j0, j0+rows-1)
		perSquare := 1 / (a.reach * a.reach)
		for j := jFrom; j <= jTo; j++ {
			dy := float32(j)/2 - a.y
			left := 1 - dy*dy*perSquare
			row := m.extra[(j-j0)*cols:][:cols]
			for i := iFrom; i <= iTo; i++ {
				dx := float32(i)/2 - a.x
				f := left - dx*dx*perSquare
				if f <= 0 {
					continue
				}
				f *= f
				e := &row[i-i0]
				e.r += a.colour.r * f
				e.g += a.colour.g * f
				e.b += a.colour.b * f
			}
		}
	}
	if l.baked.cols == 0 {
		return
	}
	for j := range rows {
		l.baked.onto(m.extra[j*cols:][:cols], i0, j0+j, &l.flames)
	}
}

// connect makes the triangles. Their long sides meet in the middles of the
// fields, so that light falls off alike to all sides.
func (m *mesh) connect(cols, rows int) {
	if m.cols == cols && m.rows == rows {
		return
	}
	m.cols, m.rows = cols, rows
	m.indices = m.indices[:0]
	for j := range rows - 1 {
		for i := range cols - 1 {
			a := uint16(j*cols + i)
			b, c, d := a+1, a+uint16(cols), a+uint16(cols)+1
			if (i+j)%2 == 0 {
				m.indices = append(m.indices, a, b, d, a, d, c)
			} else {
				m.indices = append(m.indices, a, b, c, b, d, c)
			}
		}
	}
}
