package ui

import (
	"image"
	"image/color"
)

// The signs beside what a row is set to.
const lessText, moreText = "‹", "›"

// StepBoxes returns where the two signs of row i stand that change what it is set to,
// empty where it has none.
func (l *List) StepBoxes(i int) (less, more image.Rectangle) {
	box := l.Box(i)
	if box.Empty() || !l.Rows[i].Steps {
		return image.Rectangle{}, image.Rectangle{}
	}
	w := int(20*l.scale + 0.5)
	more = image.Rect(box.Max.X-w, box.Min.Y, box.Max.X, box.Max.Y)
	right := more.Min.X - l.noteWidth(i)
	return image.Rect(right-w, box.Min.Y, right, box.Max.Y), more
}

// noteWidth returns how wide what stands between the signs of row i is.
func (l *List) noteWidth(i int) int {
	w := l.fonts.Face(Small, l.scale).Width(l.note(i))
	if l.hasBar(i) {
		w += l.barWidth() + int(8*l.scale+0.5)
	}
	return w
}

// hasBar reports whether row i shows its share, for which there has to be room.
func (l *List) hasBar(i int) bool {
	const others = 100 // what isn't words: the mark, the signs, gaps
	row := &l.Rows[i]
	words := l.fonts.Face(Body, l.scale).Width(row.Text) + l.fonts.Face(Small, l.scale).Width(row.Note)
	return row.Bar && words+l.barWidth()+int(others*l.scale) < l.rows.Dx()
}

// note returns the note of row i as far as it has room.
func (l *List) note(i int) string {
	return Ellipsis(l.fonts.Face(Small, l.scale), l.Rows[i].Note, l.rows.Dx()*45/100)
}

func (l *List) barWidth() int { return int(56*l.scale + 0.5) }

// stepRow does what keys and the mouse ask of the signs of the row that has the focus.
func (l *List) stepRow(in *Input, r *Result) {
	i := l.Index()
	if i < 0 || !l.Rows[i].Steps {
		return
	}
	switch {
	case in.Left:
		r.Step = -1
	case in.Right:
		r.Step = 1
	case r.Chosen && in.Let:
		less, more := l.StepBoxes(i)
		if in.Pointer.In(less) {
			r.Step, r.Chosen = -1, false
		} else if in.Pointer.In(more) {
			r.Step, r.Chosen = 1, false
		}
	}
	if r.Step != 0 {
		r.ID, r.Changed = l.Rows[i].ID, true
	}
}

// nextHead moves the focus to the first row below the next heading, or below the one
// before, round the ends. It reports whether there are headings.
func (l *List) nextHead(d int) bool {
	n := len(l.Rows)
	at := l.focus
	if d < 0 {
		// Above the heading of the row itself.
		for at >= 0 && !l.Rows[at].Head {
			at--
		}
	}
	for range n {
		if at = (at + d + n) % n; l.Rows[at].Head {
			l.focus = at
			return l.step(1)
		}
	}
	return false
}

// drawSteps draws what a row is set to, between its signs, and returns where that
// begins.
func (l *List) drawSteps(c Canvas, i int) int {
	row, box := &l.Rows[i], l.Box(i)
	less, more := l.StepBoxes(i)
	small, body := l.fonts.Face(Small, l.scale), l.fonts.Face(Body, l.scale)
	ink, signs := Muted, Stone4
	if i == l.focus {
		ink, signs = Cream, Amber
	}
	y := box.Min.Y + (box.Dy()-body.Height())/2
	c.Text(center(less, body, lessText), y, lessText, body, signs)
	c.Text(center(more, body, moreText), y, moreText, body, signs)
	x := less.Max.X
	if l.hasBar(i) {
		l.drawShare(c, image.Rect(x, box.Min.Y, x+l.barWidth(), box.Max.Y), row.Share, signs)
		x += l.barWidth() + int(8*l.scale+0.5)
	}
	c.Text(x, box.Min.Y+(box.Dy()-small.Height())/2, l.note(i), small, ink)
	return less.Min.X
}

// drawShare draws how much of something is set.
func (l *List) drawShare(c Canvas, box image.Rectangle, share float64, ink color.RGBA) {
	h := max(int(6*l.scale+0.5), 2)
	line := image.Rect(box.Min.X, 0, box.Max.X, h).Add(image.Pt(0, box.Min.Y+(box.Dy()-h)/2))
	c.Fill(line, Night)
	line.Max.X = line.Min.X + int(float64(line.Dx())*min(max(share, 0), 1)+0.5)
	c.Fill(line, ink)
}
