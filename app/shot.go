package app

import (
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/ui"
)

// toastTime is how long a sentence about the window itself is shown.
const toastTime = 4 * time.Second

// shots makes pictures of the window, and says where they are.
type shots struct {
	wanted bool
	done   chan string // what came of the last one
	toast  string
	until  time.Duration
}

// shoot wants a picture of the window.
func (g *Game) shoot() {
	if g.cfg.Shot != nil && !g.shots.wanted {
		g.shots.wanted = true
		g.redraw()
	}
}

// take reads the picture that was drawn, and keeps it beside the loop.
func (s *shots) take(g *Game, dst *ebiten.Image) {
	if !s.wanted {
		return
	}
	s.wanted = false
	img := image.NewRGBA(dst.Bounds())
	dst.ReadPixels(img.Pix)
	g.leaving.Go(func() {
		text := ""
		if path, err := g.cfg.Shot(img); err != nil {
			text = sentence(err)
		} else {
			text = "The picture is " + path
		}
		select {
		case s.done <- text:
		default: // another one is about to be told of
		}
	})
}

// tick shows what came of a picture, for a while, and reports whether that changes.
func (s *shots) tick(g *Game) bool {
	select {
	case s.toast = <-s.done:
		s.until = g.now + toastTime
		return true
	default:
	}
	if s.toast != "" && g.now >= s.until {
		s.toast = ""
		return true
	}
	return false
}

func (s *shots) draw(g *Game, dst *ebiten.Image) {
	if s.toast == "" {
		return
	}
	face := g.fonts.Face(ui.Small, g.scale)
	text := ui.Ellipsis(face, s.toast, g.size.X-g.px(40))
	w, h := face.Width(text), face.Height()
	x, y := (g.size.X-w)/2, g.px(48)
	g.painter.Begin(dst)
	g.painter.Fill(image.Rect(x, y, x+w, y+h).Inset(-g.px(6)), ui.Alpha(ui.Ink, 0.9))
	g.painter.Text(x, y, text, face, ui.Flame)
	g.painter.End()
}
