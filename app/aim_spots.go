package app

import (
	"slices"

	"laneya/ui"
)

// next goes to the next target, or to the one before. A look goes on from the last one
// to what is drawn around the level, and from there back to the first.
func (a *aim) next(g *Game, d int) {
	spots := len(a.play.spots)
	if !a.stays || spots == 0 {
		a.cycle(d)
		return
	}
	all := a.find(a.play.state)
	at := slices.IndexFunc(all, func(t target) bool { return t.at == a.at })
	switch {
	case a.spot > 0:
		a.spot += d
		if a.spot > spots {
			a.spot = 0
		}
		if a.spot == 0 {
			a.to(all, map[int]int{1: 0, -1: len(all) - 1}[d])
			return
		}
	case d > 0 && at == len(all)-1:
		a.spot = 1
	case d < 0 && at <= 0:
		a.spot = spots
	default:
		a.cycle(d)
		return
	}
	a.waiting, a.on = a.waiting[:0], ""
	a.detail = a.play.explain(g, a.play.spots[a.spot-1])
	a.layout(g)
}

// to goes to target i, if there is one, and looks at it anew.
func (a *aim) to(all []target, i int) {
	a.leaveSpots()
	if i >= 0 && i < len(all) {
		a.at, a.on = all[i].at, all[i].id
	}
}

// leaveSpots looks at the level again.
func (a *aim) leaveSpots() { a.spot, a.subject, a.detail = 0, subject{}, ui.Detail{} }

// looksAt returns what around the level is looked at.
func (a *aim) looksAt() (s spot, ok bool) {
	if a.spot < 1 || a.spot > len(a.play.spots) {
		return spot{}, false
	}
	return a.play.spots[a.spot-1], true
}

// drawSpot draws a line around what is looked at.
func (a *aim) drawSpot(g *Game) {
	s, ok := a.looksAt()
	if !ok {
		return
	}
	b, w := s.box.Inset(-g.px(2)), max(g.px(2), 1)
	g.painter.Fill(imageRect(b.Min.X, b.Min.Y, b.Dx(), w), ui.Flame)
	g.painter.Fill(imageRect(b.Min.X, b.Max.Y-w, b.Dx(), w), ui.Flame)
	g.painter.Fill(imageRect(b.Min.X, b.Min.Y, w, b.Dy()), ui.Flame)
	g.painter.Fill(imageRect(b.Max.X-w, b.Min.Y, w, b.Dy()), ui.Flame)
}
