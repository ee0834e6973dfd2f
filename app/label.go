package app

import "laneya/ui"

// drawLabels draws the names above the heroes.
func (p *play) drawLabels(g *Game) {
	face := g.fonts.Face(ui.Small, g.scale)
	for _, l := range p.scene.Labels() {
		color, text := ui.Cream, l.Text
		switch {
		case l.Asleep:
			color = ui.Muted
		case l.Own:
			color = ui.Flame
		}
		x, y := int(l.X)-face.Width(text)/2, int(l.Y)-face.Height()
		g.painter.Outlined(x, y, text, face, color, g.scale)
	}
}
