package app

import (
	"slices"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/lang"
	"laneya/ui"
)

// title is the first screen.
type title struct {
	menu
	cave  *backdrop
	since time.Duration // when it was shown, or laid out anew
}

func newTitle(g *Game) *title {
	t := &title{cave: newBackdrop()}
	t.form = ui.Form{Bare: true, Width: 260, VAlign: 0.95, Items: []ui.Item{
		{Kind: ui.Button, ID: idPlay, Text: lang.Mark("Play")},
		{Kind: ui.Button, ID: idHost, Text: lang.Mark("Host for friends")},
		{Kind: ui.Button, ID: idJoin, Text: lang.Mark("Join a friend")},
		{Kind: ui.Button, ID: idSettings, Text: lang.Mark("Settings")},
		{Kind: ui.Button, ID: idQuit, Text: lang.Mark("Quit")},
	}}
	t.form.Items = slices.DeleteFunc(t.form.Items, func(it ui.Item) bool {
		return it.ID == idPlay && g.cfg.Own == nil || it.ID == idHost && g.cfg.Host == nil
	})
	t.follow()
	t.back = g.askToQuit
	t.choose = func(id int) {
		switch id {
		case idPlay:
			g.openOwnWorld()
		case idHost:
			g.openHosting()
		case idJoin:
			g.openJoin()
		case idSettings:
			g.openSettings()
		case idQuit:
			g.quit = true
		}
	}
	return t
}

func (t *title) covers() bool { return true }

// titleStirs is how long the fire behind the title plays once it is shown.
const titleStirs = 20 * time.Second

func (t *title) tick(g *Game, dt time.Duration) bool {
	t.cave.scene.Look(g.visible(t))
	if g.now-t.since < titleStirs {
		t.cave.scene.Stir()
	}
	return g.stirred(t.cave.scene, t.cave.update(dt))
}

func (t *title) layout(g *Game) {
	t.cave.scene.Resize(g.size.X, g.size.Y, g.scale)
	t.cave.scene.SetStyle(g.style())
	t.menu.layout(g)
	t.since = g.now
}

func (t *title) draw(g *Game, dst *ebiten.Image) {
	t.cave.scene.Draw(dst, t.cave.state)
	g.painter.Begin(dst)
	w, h := g.size.X, g.size.Y
	g.painter.Fade(rows(0, h*45/100, w), ui.Alpha(ui.Ink, 0.9), ui.Alpha(ui.Ink, 0.05))
	g.painter.Fade(rows(h*55/100, h, w), ui.Alpha(ui.Ink, 0.05), ui.Alpha(ui.Ink, 0.85))
	bottom := t.drawLogo(g)
	t.drawWords(g, bottom)
	if g.top() == screen(t) {
		t.form.Draw(g.painter)
	}
	g.painter.End()
}

// drawWords draws the line below the logo and the version in the corner.
func (t *title) drawWords(g *Game, y int) {
	face := g.fonts.Face(ui.Body, g.scale)
	motto := lang.Text("Explore caves with your friends")
	if asks := g.top() == screen(t); !asks || y+g.px(14)+face.Height() <= t.form.Bounds().Min.Y {
		g.painter.Outlined((g.size.X-face.Width(motto))/2, y+g.px(14), motto, face, ui.Cream, g.scale)
	}
	small := g.fonts.Face(ui.Small, g.scale)
	if g.cfg.Told != nil {
		text := ui.Ellipsis(small, sentence(g.cfg.Told), g.size.X-g.px(40))
		g.painter.Outlined((g.size.X-small.Width(text))/2, y+g.px(18)+face.Height(), text, small, ui.Rust, g.scale)
	}
	v := g.cfg.Version
	g.painter.Outlined(g.size.X-small.Width(v)-g.px(12), g.size.Y-small.Height()-g.px(8), v, small, ui.Muted, g.scale)
}
