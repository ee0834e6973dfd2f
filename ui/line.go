package ui

import (
	"image"
	"slices"
)

// DrawLine draws the text within a box, moved to the left where the cursor would be
// outside; the cursor and what is selected show while it has the focus.
func (e *Editor) DrawLine(c Canvas, face *Face, box image.Rectangle, focus bool, scale float64) {
	bar := max(int(2*scale+0.5), 1)
	if focus && e.Composing() {
		e.drawDraft(c, face, box, scale)
		return
	}
	room := box.Dx() - bar
	skip := e.scrolled(face, room)
	x := func(n int) int { return box.Min.X + face.Width(string(e.text[:n])) - skip }
	from, to := 0, len(e.text)
	for from < to && x(from) < box.Min.X {
		from++
	}
	for to > from && x(to) > box.Max.X {
		to--
	}
	y := box.Min.Y + (box.Dy()-face.Height())/2
	if a, b := e.Selection(); focus && a < b {
		c.Fill(image.Rect(x(max(a, from)), y, x(min(b, to)), y+face.Height()), Ember)
	}
	c.Text(x(from), y, string(e.text[from:to]), face, Cream)
	if focus {
		at := x(e.cursor)
		c.Fill(image.Rect(at, y, at+bar, y+face.Height()), Amber)
	}
}

// drawDraft draws the text with the draft in it, which has a line below.
func (e *Editor) drawDraft(c Canvas, face *Face, box image.Rectangle, scale float64) {
	from, to := e.Selection()
	with := Editor{text: slices.Concat(e.text[:from], e.draft, e.text[to:]), cursor: from + len(e.draft)}
	with.anchor = with.cursor
	with.DrawLine(c, face, box, true, scale)
	bar := max(int(2*scale+0.5), 1)
	skip := with.scrolled(face, box.Dx()-bar)
	x := func(n int) int { return max(box.Min.X+face.Width(string(with.text[:n]))-skip, box.Min.X) }
	y := box.Min.Y + (box.Dy()+face.Height())/2 - bar
	c.Fill(image.Rect(x(from), y, x(with.cursor), y+max(bar/2, 1)), Flame)
}

// At returns where in a box the next character stands, as DrawLine draws the text.
func (e *Editor) At(face *Face, box image.Rectangle, scale float64) image.Rectangle {
	room := box.Dx() - max(int(2*scale+0.5), 1)
	x := box.Min.X + face.Width(string(e.text[:e.cursor])) - e.scrolled(face, room)
	y := box.Min.Y + (box.Dy()-face.Height())/2
	return image.Rect(x, y, x+1, y+face.Height())
}

// scrolled returns by how many pixels the text is moved to the left in so much room.
func (e *Editor) scrolled(face *Face, room int) int {
	return max(face.Width(string(e.text[:e.cursor]))-room, 0)
}
