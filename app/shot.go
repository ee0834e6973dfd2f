package app

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/lang"
)

// shots makes pictures of the window.
type shots struct {
	wanted bool
	done   chan string // what came of the last one
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
	g.leaving.Go(func() { s.tellOf(g.cfg.Shot(img)) })
}

// tellOf tells what came of a picture. It may be called from any goroutine.
func (s *shots) tellOf(path string, err error) {
	text := ""
	if err != nil {
		text = sentence(err)
	} else {
		text = lang.Format("The picture is %s", path)
	}
	select {
	case s.done <- text:
	default: // another one is about to be told of
	}
}

// tick tells what came of a picture.
func (s *shots) tick(g *Game) {
	select {
	case text := <-s.done:
		g.tell(text)
	default:
	}
}
