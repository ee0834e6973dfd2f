package app

import (
	"time"

	"laneya/input"
	"laneya/ui"
)

// hintTime is how long the line about keys shows, unless a step comes first.
const hintTime = 20 * time.Second

// hint is the line that tells which keys to use.
type hint struct {
	until   time.Duration
	stepped bool // the player has found out
	shown   bool
	pad     bool // a gamepad was used last
}

// update returns whether the line looks different now.
func (h *hint) update(g *Game, p *play) bool {
	show := p.state.Hero() != nil && !h.stepped && g.now < h.until && p.status.online
	changed := show != h.shown
	h.shown = show
	return changed
}

// device notes what the player plays with.
func (h *hint) device(d input.Device) bool {
	was := h.pad
	h.pad = d == input.Gamepad
	return h.shown && h.pad != was
}

func (h *hint) draw(g *Game) {
	if !h.shown {
		return
	}
	text := "Arrow keys, WASD or HJKL to walk   ·   Esc for the menu   ·   F11 for the full screen"
	if h.pad {
		text = "D-pad to walk   ·   Menu button for the menu"
	}
	face := g.fonts.Face(ui.Body, g.scale)
	text = ui.Ellipsis(face, text, g.size.X-g.px(32))
	x := (g.size.X - face.Width(text)) / 2
	g.painter.Outlined(x, g.size.Y-face.Height()-g.px(18), text, face, ui.Cream, g.scale)
}

// px returns a length at scale 1 in device pixels.
func (g *Game) px(n int) int { return int(float64(n)*g.scale + 0.5) }
