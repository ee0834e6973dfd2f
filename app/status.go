package app

import (
	"image/color"
	"strconv"
	"time"

	"laneya/protocol"
	"laneya/ui"
)

// status is the line that tells how the connection is, and the message in the
// middle while there is none.
type status struct {
	online  bool
	key     statusKey
	retryAt time.Duration // when the next try is due
	link    protocol.Link
	line    string
	invite  string
	message ui.Form // over the last view, while the server is away
	away    bool    // the message shows
}

// statusKey is all that the texts depend on; they are made anew only when it
// changes.
type statusKey struct {
	phase   protocol.Phase
	rtt     time.Duration
	retry   int // seconds
	level   string
	message string
	known   bool // a map is there to be seen
}

const awayText = 2 // the item of the message that says why

func (s *status) init(p *play) {
	if p.world != nil && p.world.Invite != "" {
		s.invite = "Friends join with:  " + p.world.Invite
	}
	s.message = ui.Form{Width: 440, VAlign: 0.16, Items: []ui.Item{
		{Kind: ui.Title},
		{Kind: ui.Gap},
		{Kind: ui.Text},
		{Kind: ui.Text, Style: ui.Small, Tone: ui.Quiet, Text: "Esc for the menu"},
	}}
}

// update follows the connection. It returns whether anything looks different.
func (s *status) update(g *Game, p *play) bool {
	l := p.state.Link()
	if l != s.link {
		s.link, s.retryAt = l, g.now+l.Retry
	}
	w, _ := p.state.Size()
	k := statusKey{phase: l.Phase, rtt: roundTrip(l.RTT), level: p.state.Level(), message: l.Message, known: w > 0}
	if l.Retry > 0 && s.retryAt > g.now {
		k.retry = seconds(s.retryAt - g.now)
	}
	if k == s.key && s.line != "" {
		return false
	}
	s.key = k
	s.online = l.Phase == protocol.Online
	s.away = !s.online || !k.known
	s.line = s.text(p)
	s.explain(p)
	s.layout(g)
	return true
}

// text returns the line.
func (s *status) text(p *play) string {
	line := "Connecting…"
	switch s.key.phase {
	case protocol.Online:
		line = "Round trip " + roundTripText(s.key.rtt)
		if !p.shared() {
			line = "Your own world"
		}
	case protocol.Reconnecting:
		line = "Reconnecting…" + s.next(" (next try in ", ")")
	case protocol.Closed:
		line = "Not connected"
	}
	if s.key.level != "" {
		line = "Level " + s.key.level + "   ·   " + line
	}
	return line
}

// explain fills the message over the view.
func (s *status) explain(p *play) {
	items := s.message.Items
	items[0].Text = "The connection is lost"
	switch {
	case s.key.phase == protocol.Connecting && p.world == nil:
		items[0].Text = "Looking for " + p.where
	case s.key.phase == protocol.Connecting || s.key.phase == protocol.Online:
		items[0].Text = "Entering the caves"
	case s.key.phase == protocol.Closed:
		items[0].Text = "The game has ended"
	}
	text := asSentence(s.key.message)
	if text != "" && s.key.retry > 0 {
		text += " "
	}
	items[awayText].Text = text + s.next("Next try in ", ".")
}

// next says when the next try is; it is empty where none is planned.
func (s *status) next(before, behind string) string {
	if s.key.retry == 0 {
		return ""
	}
	return before + strconv.Itoa(s.key.retry) + " s" + behind
}

func (s *status) layout(g *Game) { s.message.Layout(g.fonts, g.room(), g.scale) }

func (s *status) draw(g *Game, p *play) {
	if s.away {
		g.painter.Fill(g.room(), ui.Alpha(veil, 0.2))
		s.message.Draw(g.painter)
	}
	face := g.fonts.Face(ui.Small, g.scale)
	x, y := g.px(14), g.px(14)
	color := ui.Muted
	if !s.online {
		color = ui.Amber
	}
	g.painter.Outlined(x, y, s.line, face, color, g.scale)
	if s.invite != "" {
		right := p.corner.box.Min.X - face.Width(s.invite) - g.px(14)
		if right < x+face.Width(s.line)+g.px(20) {
			right, y = x, y+face.Height()+g.px(2) // too narrow for one line
		}
		g.painter.Outlined(right, y, s.invite, face, ui.Cream, g.scale)
	}
}

// veil lies over a view that is no longer true; the scene makes it grey.
var veil = color.RGBA{0x16, 0x16, 0x1a, 0xff}
