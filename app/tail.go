package app

import (
	"image"

	"laneya/ui"
)

const tailLines = 6 // of the journal that show while playing

// tail is the last lines of the journal, over the level.
type tail struct {
	of    tailKey
	lines []tailLine
	wide  int // of the widest line
}

// tailKey is all that the lines depend on.
type tailKey struct {
	changes uint64 // of the journal
	scale   float64
	room    int
}

type tailLine struct {
	text string
	tone ui.Tone
}

// fit makes the lines anew if they are other ones.
func (t *tail) fit(g *Game, j *journal, face *ui.Face) {
	of := tailKey{j.changes, g.scale, min(g.size.X*55/100, g.px(720))}
	if of == t.of {
		return
	}
	t.of, t.lines, t.wide = of, t.lines[:0], 0
	for i := max(0, len(j.entries)-tailLines); i < len(j.entries); i++ {
		e := &j.entries[i]
		for _, text := range ui.Wrap(face, e.String(), of.room-g.px(12)) {
			t.lines = append(t.lines, tailLine{text, e.tone})
		}
	}
	t.lines = t.lines[max(0, len(t.lines)-tailLines):]
	for _, line := range t.lines {
		t.wide = max(t.wide, face.Width(line.text))
	}
}

// draw draws the lines so that they end above bottom, and returns where they stand.
func (t *tail) draw(g *Game, j *journal, bottom int) (under image.Rectangle) {
	face := g.fonts.Face(ui.Small, g.scale)
	t.fit(g, j, face)
	if len(t.lines) == 0 {
		return under
	}
	height := face.Height() + g.px(2)
	top, x := bottom-height*len(t.lines), g.px(14)
	under = image.Rect(x-g.px(6), top-g.px(3), x+t.wide+g.px(10), bottom+g.px(2))
	g.painter.Fade(under, ui.Alpha(ui.Ink, 0.35), ui.Alpha(ui.Ink, 0.7))
	for i := range t.lines {
		g.painter.Text(x, top+i*height, t.lines[i].text, face, t.lines[i].tone.Color())
	}
	return under
}
