package app

import (
	"image"
	"image/color"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/input"
	"laneya/lang"
	"laneya/protocol"
	"laneya/settings"
	"laneya/ui"
)

const (
	minimapField = 3   // pixels of a field, at scale 1
	minimapMost  = 180 // pixels of a side, at scale 1
	minimapDot   = 5   // pixels of what stands out, at scale 1
)

// The ground on maps: what is known, and what is in sight.
var (
	mapWall, mapWallSeen   = color.RGBA{0x7c, 0x68, 0x58, 0xff}, color.RGBA{0xa8, 0x8e, 0x76, 0xff}
	mapFloor, mapFloorSeen = color.RGBA{0x33, 0x2c, 0x36, 0xff}, color.RGBA{0x4d, 0x43, 0x50, 0xff}
)

// minimap is the map in the corner of the game: a pixel for each field, drawn anew when
// the map changed, and above it dots for what moves or is to be found.
type minimap struct {
	pixels   []byte
	image    *ebiten.Image
	size     image.Point // of the level, in fields
	revision uint64      // of the map that the pixels are of
	fresh    bool        // the image lacks what is new in pixels
	ladders  []dot
	options  ebiten.DrawImageOptions
	armed    bool // the mouse button went down on it
}

// dot is a field that stands out.
type dot struct {
	at  geom.Pos
	ink color.RGBA
}

var minimapSetting = onOff(lang.Mark("Map in the corner"), lang.Mark("What is known of the level, small: {minimap} shows or hides it, and a click opens the maps."),
	func(s *settings.Settings) *bool { return &s.Minimap })

// update makes the pixels anew if the map is another one.
func (m *minimap) update(st *client.State) {
	w, h := st.Size()
	if m.revision == st.MapRevision() && m.size == image.Pt(w, h) {
		return
	}
	m.revision, m.fresh = st.MapRevision(), true
	if m.size != image.Pt(w, h) {
		m.size, m.pixels = image.Pt(w, h), make([]byte, 4*w*h)
		if m.image != nil {
			m.image.Deallocate()
			m.image = nil
		}
	}
	m.ladders = m.ladders[:0]
	c := st.Content()
	for y := range h {
		for x := range w {
			at := geom.Pos{X: x, Y: y}
			r := c.Terrain(st.Terrain(at))
			ink := groundInk(c, r, st.InSight(at))
			if r != nil && isWall(r) && !besideOpen(st, at) {
				ink = color.RGBA{} // the rock behind walls says nothing
			}
			if r != nil && (r.Can("climb_down") || r.Can("climb_up")) {
				m.ladders = append(m.ladders, dot{at, ink})
			}
			copy(m.pixels[4*(y*w+x):], []byte{ink.R, ink.G, ink.B, ink.A})
		}
	}
}

// groundInk is what ground looks like on maps; nothing where it isn't known.
func groundInk(c *client.Content, r *protocol.Row, seen bool) color.RGBA {
	switch {
	case r == nil:
		return color.RGBA{}
	case isWall(r) && seen:
		return mapWallSeen
	case isWall(r):
		return mapWall
	case stands(r):
		return legible(colourOf(c, r.Colour))
	case r.Glyph != ".":
		return mixed(mapFloorSeen, colourOf(c, r.Colour))
	case seen:
		return mapFloorSeen
	}
	return mapFloor
}

// besideOpen reports whether somebody can stand next to a field.
func besideOpen(st *client.State, at geom.Pos) bool {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			r := st.Content().Terrain(st.Terrain(geom.Pos{X: at.X + dx, Y: at.Y + dy}))
			if r != nil && !isWall(r) {
				return true
			}
		}
	}
	return false
}

// isWall reports whether ground is nothing but in the way.
func isWall(r *protocol.Row) bool { return r.Opaque && !r.Open && len(r.Verbs) == 0 && r.Light == 0 }

// minimapBox returns where the map in the corner stands, empty where it doesn't show.
func (p *play) minimapBox(g *Game) image.Rectangle {
	w, h := p.state.Size()
	switch g.facing().(type) {
	case *aim, *chat:
		return image.Rectangle{} // their cards and lines stand there
	}
	if !g.set.Minimap || w == 0 || h == 0 || p.hud.health == "" {
		return image.Rectangle{}
	}
	field := min(float64(g.px(minimapField)), float64(g.px(minimapMost))/float64(max(w, h)))
	size := image.Pt(max(int(float64(w)*field), 1), max(int(float64(h)*field), 1))
	bottom := min(g.size.Y-g.px(64), p.hud.top(g, p)-g.px(12))
	if quick := p.quickBox(g); !quick.Empty() {
		bottom = min(bottom, quick.Min.Y-g.px(10))
	}
	at := image.Pt(g.size.X-g.px(14)-size.X, bottom-size.Y)
	return image.Rectangle{Min: at, Max: at.Add(size)}
}

// handleMinimap does what a key or a click ask of the map in the corner, and reports
// whether they did.
func (p *play) handleMinimap(g *Game, in *input.Snapshot) bool {
	if in.Asked.Has(input.Minimap) {
		g.set.Minimap = !g.set.Minimap
		g.keep()
		return true
	}
	over := in.Pointer.At.In(p.minimapBox(g))
	if in.Pointer.Pressed {
		p.minimap.armed = over
	}
	if !p.minimap.armed {
		return false
	}
	if in.Pointer.Let {
		if p.minimap.armed = false; over {
			g.openCharts(p)
		}
	}
	return true
}

// draw draws the map into its box. The painter isn't at work.
func (m *minimap) draw(g *Game, p *play, dst *ebiten.Image) {
	box := p.minimapBox(g)
	if box.Empty() || m.size == (image.Point{}) {
		return
	}
	if m.image == nil {
		m.image = ebiten.NewImage(m.size.X, m.size.Y)
	}
	if m.fresh {
		m.fresh = false
		m.image.WritePixels(m.pixels)
	}
	sx, sy := float64(box.Dx())/float64(m.size.X), float64(box.Dy())/float64(m.size.Y)
	m.options.GeoM.Reset()
	m.options.GeoM.Scale(sx, sy)
	m.options.GeoM.Translate(float64(box.Min.X), float64(box.Min.Y))
	dst.DrawImage(m.image, &m.options)
	g.painter.Begin(dst)
	put := func(at geom.Pos, side int, ink color.RGBA) {
		c := box.Min.Add(image.Pt(int((float64(at.X)+0.5)*sx), int((float64(at.Y)+0.5)*sy)))
		r := image.Rect(c.X-side/2, c.Y-side/2, c.X-side/2+side, c.Y-side/2+side)
		g.painter.Fill(r.Inset(-max(g.px(1), 1)).Intersect(box), ui.Ink)
		g.painter.Fill(r.Intersect(box), ink)
	}
	side := max(g.px(minimapDot), 2)
	for _, d := range m.ladders {
		put(d.at, side, d.ink)
	}
	st := p.state
	for _, k := range st.Marks() {
		if k.Level == st.Level() {
			put(geom.Pos{X: k.X, Y: k.Y}, side, ui.Flame)
		}
	}
	for _, e := range st.Entities() {
		if e.Attitude == "foe" {
			put(e.Pos, side*3/4, ui.Rust)
		}
	}
	hero := st.Hero()
	for i := range st.Party() {
		f := &st.Party()[i]
		if f.Here && f.At != nil && (hero == nil || f.User != hero.Name) {
			put(geom.Pos{X: f.At.X, Y: f.At.Y}, side, colourOf(st.Content(), f.Colour))
		}
	}
	if hero != nil {
		put(hero.Pos, side, ui.Cream)
	}
	g.painter.End()
}

// plate is what the map lies on.
func (m *minimap) plate(g *Game, p *play) {
	if box := p.minimapBox(g); !box.Empty() {
		p.mark(box, onMap, 0)
		g.painter.Box(box.Inset(-g.px(4)), ui.Inset, g.scale)
	}
}
