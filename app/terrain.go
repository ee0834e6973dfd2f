package app

import (
	"image"
	"image/color"

	"laneya/client"
	"laneya/protocol"
	"laneya/ui"
)

// The colours of maps beside those of what stands on them.
var (
	mapRock  = color.RGBA{0x19, 0x15, 0x1c, 0xff}
	mapWalls = color.RGBA{0x7c, 0x68, 0x58, 0xff}
	mapTops  = color.RGBA{0xb4, 0x98, 0x7c, 0xff}
	mapPath  = color.RGBA{0x39, 0x31, 0x3b, 0xff}
)

// plot is a map by its fields.
type plot struct {
	content *client.Content
	bounds  image.Rectangle
	cells   []byte
}

func newPlot(content *client.Content, strips []protocol.Strip) *plot {
	p := &plot{content: content}
	for _, s := range strips {
		p.bounds = p.bounds.Union(image.Rect(s.X, s.Y, s.X+len(s.Cells), s.Y+1))
	}
	p.cells = make([]byte, p.bounds.Dx()*p.bounds.Dy())
	for _, s := range strips {
		copy(p.cells[(s.Y-p.bounds.Min.Y)*p.bounds.Dx()+s.X-p.bounds.Min.X:], s.Cells)
	}
	return p
}

// at returns what a field is made of, nil where that isn't known.
func (p *plot) at(x, y int) *protocol.Row {
	if !image.Pt(x, y).In(p.bounds) {
		return nil
	}
	return p.content.Terrain(client.Terrain(p.cells[(y-p.bounds.Min.Y)*p.bounds.Dx()+x-p.bounds.Min.X]))
}

// edge reports whether somebody can stand next to a field.
func (p *plot) edge(x, y int) bool {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if r := p.at(x+dx, y+dy); r != nil && !isWall(r) {
				return true
			}
		}
	}
	return false
}

// stands reports whether ground is something to go to or to see: a map shows its
// character.
func stands(r *protocol.Row) bool {
	return len(r.Verbs) > 0 || r.Opaque && !isWall(r) || r.Light > 0
}

// drawTerrain draws a map of which field says where each field stands.
func drawTerrain(g *Game, content *client.Content, strips []protocol.Strip, field func(x, y int) image.Rectangle) {
	p := newPlot(content, strips)
	mono := g.fonts.Face(ui.Mono, max(float64(field(0, 0).Dy())/15, 0.4))
	for y := p.bounds.Min.Y; y < p.bounds.Max.Y; y++ {
		for x := p.bounds.Min.X; x < p.bounds.Max.X; x++ {
			r := p.at(x, y)
			if r == nil {
				continue
			}
			box := field(x, y)
			switch {
			case isWall(r):
				p.drawWall(g, x, y, box)
			case stands(r):
				g.painter.Fill(box, mapPath)
				g.painter.Text(box.Min.X+(box.Dx()-mono.Width(r.Glyph))/2, box.Min.Y+(box.Dy()-mono.Height())/2, r.Glyph, mono, legible(colourOf(content, r.Colour)))
			case r.Glyph == ".":
				g.painter.Fill(box, mapPath)
			default:
				g.painter.Fill(box, mixed(mapPath, colourOf(content, r.Colour)))
			}
		}
	}
}

// drawWall draws rock, and as a wall where somebody can stand beside it: its top is
// lit.
func (p *plot) drawWall(g *Game, x, y int, box image.Rectangle) {
	if !p.edge(x, y) {
		g.painter.Fill(box, mapRock)
		return
	}
	g.painter.Fill(box, mapWalls)
	if above := p.at(x, y-1); above == nil || !isWall(above) || !p.edge(x, y-1) {
		box.Max.Y = box.Min.Y + max(box.Dy()/4, 1)
		g.painter.Fill(box, mapTops)
	}
}

// mixed returns a colour between two, nearer to the first.
func mixed(a, b color.RGBA) color.RGBA {
	part := func(a, b uint8) uint8 { return uint8((int(a)*11 + int(b)*9) / 20) }
	return color.RGBA{part(a.R, b.R), part(a.G, b.G), part(a.B, b.B), 255}
}

// drawLegend says what the characters on a map stand for, as far as there is room.
func drawLegend(g *Game, content *client.Content, strips []protocol.Strip, y int) {
	var seen [256]bool
	small, mono := g.fonts.Face(ui.Small, g.scale), g.fonts.Face(ui.Mono, g.scale*1.15)
	x := g.px(24)
	for _, s := range strips {
		for i := range len(s.Cells) {
			cell := s.Cells[i]
			r := content.Terrain(client.Terrain(cell))
			if seen[cell] || r == nil || isWall(r) || !stands(r) {
				continue
			}
			seen[cell] = true
			width := mono.Width(r.Glyph) + g.px(6) + small.Width(r.Name)
			if x+width > g.size.X-g.px(24) {
				return
			}
			g.painter.Text(x, y, r.Glyph, mono, legible(colourOf(content, r.Colour)))
			g.painter.Text(x+mono.Width(r.Glyph)+g.px(6), y, r.Name, small, ui.Muted)
			x += width + g.px(20)
		}
	}
}
