package app

import (
	"time"

	"laneya/lang"
	"laneya/ui"
)

// hintTime is how long the line about keys shows, unless a step comes first.
const hintTime = 20 * time.Second

// hint is the line that tells which keys to use.
type hint struct {
	until   time.Duration
	stepped bool // the player has found out
	shown   bool
}

// update returns whether the line looks different now.
func (h *hint) update(g *Game, p *play) bool {
	show := p.state.Hero() != nil && len(p.hud.conditions) == 0 && !h.stepped && g.now < h.until && p.status.online && !g.top().writing()
	changed := show != h.shown
	h.shown = show
	return changed
}

func (h *hint) draw(g *Game, right int) {
	if !h.shown {
		return
	}
	text := g.prompts.text(lang.Text("{walk} walks   ·   {explore} explores   ·   {commands} lists all you can do   ·   {menu} menu"))
	face := g.fonts.Face(ui.Body, g.scale)
	// The bar of health is to the left.
	left := g.px(14) + g.px(healthWide) + g.px(12)
	room := min(g.size.X, right) - g.px(14) - left
	if face.Width(text) > room {
		face = g.fonts.Face(ui.Small, g.scale)
	}
	lines := ui.Wrap(face, text, room)
	for i, line := range lines {
		x := max(min((g.size.X-face.Width(line))/2, right-g.px(14)-face.Width(line)), left)
		g.painter.Outlined(x, g.size.Y-g.px(18)-(len(lines)-i)*face.Height(), line, face, ui.Cream, g.scale)
	}
}

// px returns a length at scale 1 in device pixels.
func (g *Game) px(n int) int { return int(float64(n)*g.scale + 0.5) }
