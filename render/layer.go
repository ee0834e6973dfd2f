package render

import (
	"image"
	"image/color"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/sprites"
)

// minRegion is how many fields along each side the layer holds at least, where
// the level has as many. All levels of our own servers fit in whole.
const minRegion = 96

// night is the colour of what isn't known.
var night = color.RGBA{A: 0xff}

// layer is the level's ground without light, drawn once at the size of the
// atlas and kept. Where the level is large it holds a region of it.
type layer struct {
	image  *ebiten.Image
	region geom.Rect
	batch  batch
	over   batch  // what lies on floors and walls
	marked []bool // fields of the region that the batch holds already
	draws  int    // made for the last picture
}

// cover makes the layer hold what g looks like, at least for the fields of
// view.
func (l *layer) cover(g *ground, view geom.Rect, sheet *ebiten.Image) {
	l.draws = 0
	if g.allNew || l.image == nil || !contains(l.region, view) {
		l.settle(g, view)
		g.allNew = false
		g.stale = g.stale[:0]
		l.each(l.region, func(p geom.Pos) { l.add(g, p, sheet) })
		l.flush(sheet)
		return
	}
	if len(g.stale) == 0 {
		return
	}
	clear(l.marked)
	for _, p := range g.stale {
		around := geom.Rect{Min: p, Max: p.Add(geom.Delta{DX: 1, DY: 1})}.Inset(-1)
		l.each(around, func(p geom.Pos) { l.add(g, p, sheet) })
	}
	g.stale = g.stale[:0]
	l.flush(sheet)
}

// settle chooses a region around view and makes an image for it.
func (l *layer) settle(g *ground, view geom.Rect) {
	size := view.Size()
	w := min(g.w, max(minRegion, 2*size.DX))
	h := min(g.h, max(minRegion, 2*size.DY))
	mid := view.Center()
	x := max(0, min(mid.X-w/2, g.w-w))
	y := max(0, min(mid.Y-h/2, g.h-h))
	l.region = geom.Rect{Min: geom.Pos{X: x, Y: y}, Max: geom.Pos{X: x + w, Y: y + h}}
	if l.image == nil || l.image.Bounds().Size() != image.Pt(w*sprites.Size, h*sprites.Size) {
		if l.image != nil {
			l.image.Deallocate()
		}
		l.image = ebiten.NewImageWithOptions(image.Rect(0, 0, w*sprites.Size, h*sprites.Size), &ebiten.NewImageOptions{Unmanaged: true})
		l.marked = make([]bool, w*h)
	}
	clear(l.marked)
}

// contains reports whether all of s lies within r.
func contains(r, s geom.Rect) bool {
	return r.Min.X <= s.Min.X && r.Min.Y <= s.Min.Y && s.Max.X <= r.Max.X && s.Max.Y <= r.Max.Y
}

// each calls do for the fields of r within the region that it wasn't called
// for since marked was cleared.
func (l *layer) each(r geom.Rect, do func(geom.Pos)) {
	w := l.region.Size().DX
	for y := max(r.Min.Y, l.region.Min.Y); y < min(r.Max.Y, l.region.Max.Y); y++ {
		for x := max(r.Min.X, l.region.Min.X); x < min(r.Max.X, l.region.Max.X); x++ {
			i := (y-l.region.Min.Y)*w + x - l.region.Min.X
			if !l.marked[i] {
				l.marked[i] = true
				do(geom.Pos{X: x, Y: y})
			}
		}
	}
}

// add puts what p looks like into the batch.
func (l *layer) add(g *ground, p geom.Pos, sheet *ebiten.Image) {
	if l.batch.len()+4 > maxQuads || l.over.len()+featureQuads > maxQuads {
		l.flush(sheet)
	}
	x := float32((p.X - l.region.Min.X) * sprites.Size)
	y := float32((p.Y - l.region.Min.Y) * sprites.Size)
	switch k := lookAt(g.at, p); k {
	case lookFloor:
		l.addFloor(g, p, x, y)
	case lookRoof, lookFace:
		variant := mix(p.X, p.Y)
		for i := range 4 {
			q := quarter{i % 2, i / 2}
			src := part(g.theme.wallPicture(g.at, p, k, q, variant), q)
			l.batch.quad(x+float32(q.x*half), y+float32(q.y*half), half, half, src, corners(g.theme.tint), 1)
		}
	default:
		l.batch.quad(x, y, sprites.Size, sprites.Size, whiteRect(), dark, 1)
	}
	l.addFeature(g, p, x, y)
}

// addFeature puts what lies on a field into the batch above the ground.
func (l *layer) addFeature(g *ground, p geom.Pos, x, y float32) {
	f := &g.features[p.Y*g.w+p.X]
	switch {
	case f.boards:
		l.addBoards(p, f, x, y)
	case f.depth > 0:
		l.addWash(g, p, f, x, y)
	}
	switch {
	case f.drawn:
		l.over.quad(x, y, sprites.Size, sprites.Size, sprites.Rect(coverOf(f.art, p)), plain, 1)
	case f.glyph != 0:
		l.over.quad(x, y, sprites.Size, sprites.Size, glyphRect(f.glyph), corners(f.ink), 1)
	}
}

// coverOf returns the picture of what covers the field: there may be two.
func coverOf(id sprites.ID, p geom.Pos) sprites.ID {
	if second, ok := sprites.Second(id); ok && mix(p.X, p.Y)%2 == 0 {
		return second
	}
	return id
}

// addFloor puts a field of floor into the batch, darker beside walls.
func (l *layer) addFloor(g *ground, p geom.Pos, x, y float32) {
	src := sprites.Rect(g.theme.floorPicture(p))
	top, mid, low := g.shade(p)
	th := g.theme
	upper, lower := src, src
	upper.Max.Y -= half
	lower.Min.Y += half
	l.batch.quad(x, y, sprites.Size, half, upper, [4]rgb{th.shaded(top[0]), th.shaded(top[1]), th.shaded(mid[0]), th.shaded(mid[1])}, 1)
	l.batch.quad(x, y+half, sprites.Size, half, lower, [4]rgb{th.shaded(mid[0]), th.shaded(mid[1]), th.shaded(low[0]), th.shaded(low[1])}, 1)
}

// shade returns how much light the walls around leave on the west and the east
// end of the northern edge, the middle and the southern edge of the floor at p.
func (g *ground) shade(p geom.Pos) (top, mid, low [2]float32) {
	wall := func(dx, dy int) bool { return g.at(p.Add(geom.Delta{DX: dx, DY: dy})) == client.Wall }
	for i, dx := range [2]int{-1, 1} {
		top[i], mid[i], low[i] = 1, 1, 1
		if wall(dx, 0) {
			top[i], mid[i], low[i] = 0.78, 0.8, 0.84
		}
		if wall(dx, -1) {
			top[i] = min(top[i], 0.74)
		}
		if wall(0, -1) {
			top[i] *= 0.66
			mid[i] *= 0.96
		}
		if wall(dx, 1) || wall(0, 1) {
			low[i] = min(low[i], 0.86)
		}
	}
	return top, mid, low
}

func (l *layer) flush(sheet *ebiten.Image) {
	if l.batch.draw(l.image, sheet, ebiten.BlendCopy) {
		l.draws++
	}
	l.batch.reset()
	if l.over.draw(l.image, sheet, ebiten.BlendSourceOver) {
		l.draws++
	}
	l.over.reset()
}

var (
	plain = [4]rgb{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}, {1, 1, 1}}
	dark  = corners(rgb{})
)

func corners(c rgb) [4]rgb { return [4]rgb{c, c, c, c} }

// whiteRect returns a part of the atlas that is all white.
func whiteRect() image.Rectangle { return sprites.Rect(sprites.White).Inset(1) }
