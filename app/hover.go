package app

import (
	"image"
	"time"

	"laneya/input"
	"laneya/ui"
)

// hoverTime is how long the mouse lies still before what it points at explains itself.
const hoverTime = 400 * time.Millisecond

// hover is the card that explains what the mouse points at around the level.
type hover struct {
	since time.Duration // that the mouse lies still
	moved bool          // it has been moved since the last card
	over  spot          // what it points at; the zero value for nothing
	shown bool
	card  ui.List
}

// update follows the mouse, and reports whether anything looks different.
func (h *hover) update(g *Game, p *play, in *input.Snapshot) bool {
	was := *h
	if in.Pointer.Moved || in.Pointer.Pressed {
		h.since, h.moved = in.Now, in.Pointer.Moved
		h.over, _ = p.spotAt(in.Pointer.At)
		if h.shown && (h.over != was.over || in.Pointer.Pressed) {
			h.shown = false
		}
	}
	if h.moved && !h.shown && !h.over.box.Empty() && in.Now-h.since >= hoverTime {
		h.moved, h.shown = false, true
		h.place(g, p.explain(g, h.over), in.Pointer.At)
	}
	return h.over != was.over || h.shown != was.shown
}

// place lays the card out beside the pointer, within the window.
func (h *hover) place(g *Game, d ui.Detail, at image.Point) {
	if d.Title == "" {
		h.shown = false
		return
	}
	const wide = 300
	h.card = ui.List{Detail: d}
	room := imageRect(0, 0, min(g.px(wide), g.size.X), g.size.Y)
	h.card.Layout(g.fonts, room, g.scale)
	size := image.Pt(room.Dx(), min(h.card.CardHeight(), g.size.Y))
	corner := at.Add(image.Pt(g.px(14), g.px(18)))
	if corner.Y+size.Y > g.size.Y {
		corner.Y = min(at.Y, h.over.box.Min.Y) - size.Y - g.px(4)
	}
	corner.X = max(min(corner.X, g.size.X-size.X-g.px(4)), 0)
	corner.Y = max(corner.Y, 0)
	h.card.Layout(g.fonts, image.Rectangle{Min: corner, Max: corner.Add(size)}, g.scale)
}

// leave forgets what the mouse pointed at.
func (h *hover) leave() { *h = hover{} }
