package app

import (
	"image"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/input"
	"laneya/ui"
)

// hoverTime is how long the mouse lies still before what it points at explains itself.
const hoverTime = 400 * time.Millisecond

// hover is the card that explains what the mouse points at, in the level and around it.
type hover struct {
	since   time.Duration // that the mouse lies still
	moved   bool          // it has been moved since the last card
	over    spot          // what it points at around the level; the zero value for nothing
	onField bool          // it lies still on a field of the level
	field   geom.Pos
	subject subject       // what is on that field
	asked   *client.Reply // about it, nil for nothing
	at      image.Point   // where the card belongs
	shown   bool
	card    ui.List
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
		if h.onField && (!h.over.box.Empty() || in.Pointer.Pressed || p.scene.Field(in.Pointer.At) != h.field) {
			h.leaveField()
		}
	}
	if h.moved && !h.shown && in.Now-h.since >= hoverTime {
		h.moved, h.at = false, in.Pointer.At
		if !h.over.box.Empty() {
			h.shown = true
			h.place(g, p.explain(g, h.over))
		} else if !h.onField {
			h.rest(p)
		}
	}
	h.hear(g, p)
	return h.over != was.over || h.shown != was.shown
}

// rest asks about the field that the mouse lies on, if there is more to it than bare
// ground.
func (h *hover) rest(p *play) {
	at := p.scene.Field(h.at)
	h.subject = p.under(at)
	bare := p.state.Terrain(at) == client.Floor || p.state.Terrain(at) == client.Wall
	if p.state.Hero() == nil || p.state.Terrain(at) == client.Unknown {
		return
	}
	h.field, h.onField = at, true
	if _, thing := p.thingOn(at); h.subject.what.Entity != "" || thing || !bare {
		h.asked = p.session.Do(h.subject.what)
	}
}

// hear shows the answer, for as long as what it is about stays where it is.
func (h *hover) hear(g *Game, p *play) {
	if !h.onField {
		return
	}
	if now := p.under(h.field); now != h.subject {
		h.leaveField()
		h.moved = true // what is there now may explain itself, too
		return
	}
	if h.asked == nil {
		return
	}
	if _, err, come := h.asked.Poll(); come {
		_, refused := h.asked.Refused()
		if h.shown = err == nil && !refused; h.shown {
			h.place(g, detailOf(p, h.asked))
		}
		h.asked = nil
	}
}

// leaveField forgets about the field that the mouse lay on.
func (h *hover) leaveField() {
	h.onField, h.asked, h.shown = false, nil, false
}

// place lays the card out beside the pointer, within the window.
func (h *hover) place(g *Game, d ui.Detail) {
	if d.Title == "" {
		h.shown = false
		return
	}
	const wide = 300
	h.card = ui.List{Detail: d}
	room := imageRect(0, 0, min(g.px(wide), g.size.X), g.size.Y)
	h.card.Layout(g.fonts, room, g.scale)
	size := image.Pt(room.Dx(), min(h.card.CardHeight(), g.size.Y))
	corner := h.at.Add(image.Pt(g.px(14), g.px(18)))
	if corner.Y+size.Y > g.size.Y {
		corner.Y = h.at.Y - size.Y - g.px(4)
		if !h.over.box.Empty() {
			corner.Y = min(corner.Y, h.over.box.Min.Y-size.Y-g.px(4))
		}
	}
	corner.X = max(min(corner.X, g.size.X-size.X-g.px(4)), 0)
	corner.Y = max(corner.Y, 0)
	h.card.Layout(g.fonts, image.Rectangle{Min: corner, Max: corner.Add(size)}, g.scale)
}

// leave forgets what the mouse pointed at.
func (h *hover) leave() { *h = hover{} }
