package ui

import "image"

// DrawLine draws the text within a box, moved to the left where the cursor would be
// outside; the cursor and what is selected show while it has the focus.
func (e *Editor) DrawLine(c Canvas, face *Face, box image.Rectangle, focus bool, scale float64) {
	bar := max(int(2*scale+0.5), 1)
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

// scrolled returns by how many pixels the text is moved to the left in so much room.
func (e *Editor) scrolled(face *Face, room int) int {
	return max(face.Width(string(e.text[:e.cursor]))-room, 0)
}
