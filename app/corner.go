package app

import (
	"image"

	"laneya/input"
	"laneya/lang"
	"laneya/ui"
)

// corner is the button in the corner of the game that opens the menu, or closes
// what lies over the game, for those who play by mouse.
type corner struct {
	text  string // in English
	box   image.Rectangle
	over  bool // the mouse points at it
	armed bool // and went down on it
}

func (c *corner) layout(g *Game) {
	face := g.fonts.Face(ui.Small, g.scale)
	w, h := face.Width(lang.Text(c.text))+g.px(24), face.Height()+g.px(12)
	right := g.size.X - g.px(8)
	c.box = image.Rect(right-w, g.px(8), right, g.px(8)+h)
}

// handle returns whether the button was pressed and let go, and whether it looks
// different now.
func (c *corner) handle(p *input.Pointer) (chosen, changed bool) {
	was := *c
	if p.Moved || p.Pressed {
		c.over = p.At.In(c.box)
	}
	if p.Pressed {
		c.armed = c.over
	}
	if p.Let {
		chosen, c.armed = c.armed && c.over, false
	}
	return chosen, *c != was
}

func (c *corner) draw(g *Game) {
	look, color := ui.Raised, ui.Muted
	if c.over {
		look, color = ui.RaisedFocus, ui.Flame
	}
	if c.over && c.armed {
		look = ui.Sunk
	}
	g.painter.Box(c.box, look, g.scale)
	face := g.fonts.Face(ui.Small, g.scale)
	text := lang.Text(c.text)
	x := c.box.Min.X + (c.box.Dx()-face.Width(text))/2
	g.painter.Text(x, c.box.Min.Y+(c.box.Dy()-face.Height())/2, text, face, color)
}
