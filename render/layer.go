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
	over   batch   // what lies on floors and walls
	marked []bool  // fields of the region that the batch holds already
	floors float32 // how bright floors are
	walls  float32 // and walls
	draws  int     // made for the last picture
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
		l.batch, l.over = batch{}, batch{} // a whole level's memory isn't needed again soon
		return
	}
	if len(g.stale) == 0 {
		return
	}
	clear(l.marked)
	for _, p := range g.stale {
		around := geom.Rect{Min: p, Max: p.Add(geom.Delta{DX: 1, DY: 1})}.Inset(-2) // as far as shadows reach
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
			l.batch.quad(x+float32(q.x*half), y+float32(q.y*half), half, half, src, corners(g.theme.shaded(l.walls)), 1)
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
	id, th := g.theme.floorPicture(p), g.theme
	var light [3][3]float32 // on its corners and edges and in its middle
	for j := range light {
		for i := range light[j] {
			light[j][i] = l.floors * g.open(2*p.X+i, 2*p.Y+j)
		}
	}
	if even := light[0][0]; light == [3][3]float32{{even, even, even}, {even, even, even}, {even, even, even}} {
		l.batch.quad(x, y, sprites.Size, sprites.Size, sprites.Rect(id), corners(th.shaded(even)), 1)
		return
	}
	for i := range 4 {
		q := quarter{i % 2, i / 2}
		a, b := &light[q.y], &light[q.y+1]
		l.batch.quad(x+float32(q.x*half), y+float32(q.y*half), half, half, part(id, q),
			[4]rgb{th.shaded(a[q.x]), th.shaded(a[q.x+1]), th.shaded(b[q.x]), th.shaded(b[q.x+1])}, 1)
	}
}

// open returns how much light the walls around leave on the floor at i, j, counted in
// half fields from the level's north-west corner. It is the same for all fields that
// meet there, so that shadows have no edges. Those below the fronts of walls are the
// deepest, as light comes from above.
func (g *ground) open(i, j int) float32 {
	left := float32(1)
	for y := (j+1)/2 - 2; y <= j/2+1; y++ {
		for x := (i+1)/2 - 2; x <= i/2+1; x++ {
			if g.at(geom.Pos{X: x, Y: y}) != client.Wall {
				continue
			}
			dx, dy := float32(beyond(i, 2*x))/2, float32(beyond(j, 2*y))/2
			reach, depth := float32(0.9), float32(0.2)
			if j >= 2*y+2 {
				reach, depth = 1.4, 0.34
			}
			if d := 1 - (dx*dx+dy*dy)/(reach*reach); d > 0 {
				left *= 1 - depth*d*d
			}
		}
	}
	return max(left, 0.42)
}

// beyond returns how far v is outside of the two from.
func beyond(v, from int) int { return max(from-v, v-from-2, 0) }

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
