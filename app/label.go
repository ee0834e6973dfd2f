package app

import (
	"image"
	"image/color"

	"laneya/render"
	"laneya/sprites"
	"laneya/ui"
)

// faintness is how much is seen of a name that has to lie over a hero.
const faintness = 0.6

// drawLabels draws the heroes' names.
func (p *play) drawLabels(g *Game) {
	face := g.fonts.Face(ui.Small, g.scale)
	labels, cell := p.scene.Labels(), sprites.Size*p.scene.Zoom()
	alone := len(p.state.Party()) == 1
	for i, l := range labels {
		color := p.nameInk(&l)
		if l.Own && alone {
			continue // she knows her name, and a foe may stand where it would be
		}
		at, free := placeLabel(labels, i, image.Pt(face.Width(l.Text), face.Height()), cell)
		if !free {
			color = ui.Alpha(color, faintness)
		}
		g.painter.Outlined(at.X, at.Y, l.Text, face, color, g.scale)
	}
}

// nameInk returns the colour of a hero's name: that which her party knows her
// by.
func (p *play) nameInk(l *render.Label) color.RGBA {
	if l.Asleep {
		return ui.Muted
	}
	for _, m := range p.state.Party() {
		if m.User == l.Text {
			return colourOf(p.state.Content(), m.Colour)
		}
	}
	if l.Own {
		return ui.Flame
	}
	return ui.Cream
}

// placeLabel returns where the corner of a name of that size is drawn: above its
// hero, or at her feet where somebody stands north of her. It isn't free where
// the name lies over another hero there as well. The player's own name is always
// above. The labels are sorted from the far to the near; cell is the side of a
// field in device pixels.
func placeLabel(labels []render.Label, i int, size image.Point, cell int) (at image.Point, free bool) {
	l := &labels[i]
	above := image.Pt(int(l.X)-size.X/2, int(l.Y)-size.Y)
	if l.Own || !crosses(labels, i, image.Rectangle{Min: above, Max: above.Add(size)}, cell) {
		return above, true
	}
	below := image.Pt(above.X, body(l, cell).Max.Y)
	if !crosses(labels, i, image.Rectangle{Min: below, Max: below.Add(size)}, cell) {
		return below, true
	}
	return above, false
}

// body returns where the hero below a label is drawn.
func body(l *render.Label, cell int) image.Rectangle {
	x, y := int(l.X), int(l.Y)
	feet := y + cell
	if l.Asleep {
		feet += cell * 3 / 8 // above a sleeper is room for the sign of it
	}
	return image.Rect(x-cell*3/8, y, x+cell*3/8, feet)
}

// crosses reports whether a box lies over a hero other than the one of label i.
// Only those near to the label are looked at.
func crosses(labels []render.Label, i int, box image.Rectangle, cell int) bool {
	for j := i - 1; j >= 0 && int(labels[j].Y) > box.Min.Y-2*cell; j-- {
		if box.Overlaps(body(&labels[j], cell)) {
			return true
		}
	}
	for j := i + 1; j < len(labels) && int(labels[j].Y) < box.Max.Y+cell; j++ {
		if box.Overlaps(body(&labels[j], cell)) {
			return true
		}
	}
	return false
}
