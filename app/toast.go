package app

import (
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/ui"
)

// toastTime is how long a sentence about the window itself is shown.
const toastTime = 4 * time.Second

// toast is a sentence about the window itself, which is shown over everything for a
// while.
type toast struct {
	text  string
	until time.Duration
}

// tell shows a sentence.
func (g *Game) tell(text string) {
	g.toast = toast{text, g.now + toastTime}
	g.redraw()
}

// age takes the sentence away in time, and reports whether it did.
func (t *toast) age(g *Game) bool {
	if t.text == "" || g.now < t.until {
		return false
	}
	t.text = ""
	return true
}

func (t *toast) draw(g *Game, dst *ebiten.Image) {
	if t.text == "" {
		return
	}
	face := g.fonts.Face(ui.Small, g.scale)
	text := ui.Ellipsis(face, t.text, g.size.X-g.px(40))
	w, h := face.Width(text), face.Height()
	x, y := (g.size.X-w)/2, g.px(48)
	g.painter.Begin(dst)
	g.painter.Fill(image.Rect(x, y, x+w, y+h).Inset(-g.px(6)), ui.Alpha(ui.Ink, 0.9))
	g.painter.Text(x, y, text, face, ui.Flame)
	g.painter.End()
}
