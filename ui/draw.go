package ui

import (
	"image"
	"image/color"

	"laneya/sprites"
)

// Look is how a box is drawn.
type Look uint8

// The looks.
const (
	Slab        Look = iota // a panel
	Raised                  // a button
	RaisedFocus             // a button that has the focus
	Sunk                    // a button while it is pressed
	Faded                   // a button that can't be chosen
	Inset                   // a text field
	InsetFocus              // a text field that has the focus
	NumLooks
)

// Canvas is what a Form draws on, in device pixels.
type Canvas interface {
	// Box draws a box; its borders are as thick as fits the scale.
	Box(r image.Rectangle, look Look, scale float64)
	// Icon draws a picture of the atlas over r, a multiple of its size.
	Icon(r image.Rectangle, id sprites.ID)
	// Fill fills r with a colour.
	Fill(r image.Rectangle, c color.RGBA)
	// Text draws a line whose top left corner is x, y.
	Text(x, y int, s string, f *Face, c color.RGBA)
}

// Draw draws the form. Call it after Layout. Nothing of the form changes.
func (f *Form) Draw(c Canvas) {
	if !f.Bare {
		c.Box(f.panel, Slab, f.scale)
	}
	for i := range f.Items {
		it := &f.Items[i]
		switch it.Kind {
		case Title:
			f.drawText(c, it, Amber)
		case Text:
			f.drawText(c, it, it.Tone.Color())
		case Button:
			f.drawButton(c, it, i)
		case Field:
			f.drawField(c, it, i == f.focus)
		case Picture:
			if side := f.pictureSide(); it.Icon.Drawn {
				at := image.Pt(it.box.Min.X+(it.box.Dx()-side)/2, it.box.Min.Y)
				c.Icon(image.Rectangle{Min: at, Max: at.Add(image.Pt(side, side))}, it.Icon.ID)
			}
		}
	}
	f.drawHelp(c)
}

// drawHelp says what the item is that has the focus.
func (f *Form) drawHelp(c Canvas) {
	if f.focus < 0 || f.focus >= len(f.helps) {
		return
	}
	face := f.fonts.Face(Small, f.scale)
	for i, line := range f.helps[f.focus] {
		c.Text(center(f.help, face, line), f.help.Min.Y+i*face.Height(), line, face, Muted)
	}
}

func (f *Form) drawText(c Canvas, it *Item, ink color.RGBA) {
	face := f.face(it)
	for n, line := range it.lines {
		c.Text(center(it.box, face, line), it.box.Min.Y+n*face.Height(), line, face, ink)
	}
}

func (f *Form) drawButton(c Canvas, it *Item, i int) {
	look, ink, drop := Raised, Cream, 0
	switch {
	case it.Off:
		look, ink = Faded, Stone4
	case i == f.armed && i == f.focus:
		look, ink, drop = Sunk, Flame, max(int(f.scale+0.5), 1)
	case i == f.focus:
		look, ink = RaisedFocus, Flame
	}
	c.Box(it.box, look, f.scale)
	face := f.fonts.Face(Label, f.scale)
	text := Ellipsis(face, it.Text, it.box.Dx()-2*f.metrics.side)
	y := it.box.Min.Y + (it.box.Dy()-face.Height())/2 + drop
	c.Text(center(it.box, face, text), y, text, face, ink)
}

func (f *Form) drawField(c Canvas, it *Item, focus bool) {
	small := f.fonts.Face(Small, f.scale)
	c.Text(it.box.Min.X, it.box.Min.Y, it.Text, small, Muted)
	look := Inset
	if focus {
		look = InsetFocus
	}
	c.Box(it.inner, look, f.scale)
	DrawLetters(c, f.fonts, it.inner, f.scale)
	it.Editor.DrawLine(c, f.fonts.Face(Body, f.scale), f.lineBox(it), focus, f.scale)
}

// lineBox returns where a field's text stands.
func (f *Form) lineBox(it *Item) image.Rectangle {
	box := it.inner
	box.Min.X += f.metrics.side
	box.Max.X = LettersBox(f.fonts, it.inner, f.scale).Min.X - f.metrics.side/2
	return box
}

// center returns where a line starts that stands in the middle of a box.
func center(box image.Rectangle, f *Face, s string) int {
	return box.Min.X + (box.Dx()-f.Width(s))/2
}
