package app

import (
	"image"
	"image/color"
	"strings"
	"time"

	"laneya/client"
	"laneya/lang"
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
	lines   []string // the line as it fits
	bottom  int      // of what is written at the top, in device pixels
	invite  string   // what friends type to join; "" where they can't
	message ui.Form  // over the last view, while the server is away
	away    bool     // the message shows
}

// statusKey is all that the texts depend on; they are made anew only when it
// changes.
type statusKey struct {
	phase   protocol.Phase
	rtt     time.Duration
	retry   int // seconds
	level   string
	message string
	place   string // the level, for a person
	doing   string // what the hero is set to do, or what time does
	known   bool   // a map is there to be seen
	tongue  *lang.Language
}

// The items of the message that say why, and how to go on.
const awayText, keyText = 1, 2

func (s *status) init(p *play) {
	if p.world != nil && p.world.Invite != "" {
		s.invite = p.world.Invite
	}
	// The hero stands in the middle and her friends around her: the message is
	// small and below them.
	s.message = ui.Form{Width: 400, VAlign: 0.97, Items: []ui.Item{
		{Kind: ui.Text, Style: ui.Label, Tone: ui.Warm},
		{Kind: ui.Text},
		{Kind: ui.Text, Style: ui.Small, Tone: ui.Quiet, Keys: true},
	}}
}

// update follows the connection. It returns whether anything looks different.
func (s *status) update(g *Game, p *play) bool {
	l := p.state.Link()
	if l != s.link {
		s.link, s.retryAt = l, g.now+l.Retry
	}
	w, _ := p.state.Size()
	k := statusKey{phase: l.Phase, rtt: roundTrip(l.RTT), level: p.state.Level(), message: l.Message, known: w > 0,
		place: p.hud.place, doing: p.hud.doing, tongue: lang.Current()}
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
	s.layout(g, &p.corner)
	return true
}

// text returns the line.
func (s *status) text(p *play) string {
	line := lang.Text("Connecting…")
	switch s.key.phase {
	case protocol.Online:
		line = lang.Format("Round trip %s", roundTripText(s.key.rtt))
		if !p.shared() {
			line = lang.Text("Your own world")
		}
	case protocol.Reconnecting:
		line = lang.Text("Reconnecting…")
	case protocol.Closed:
		line = lang.Text("Not connected")
	}
	switch {
	case s.key.place != "":
		line = s.key.place + gap + line
		if s.key.doing != "" {
			line += gap + s.key.doing
		}
	case s.key.level != "":
		line = lang.Format("Level %s", s.key.level) + gap + line
	}
	return line
}

// explain fills the message over the view.
func (s *status) explain(p *play) {
	items := s.message.Items
	items[0].Text = lang.Text("The connection is lost")
	switch {
	case s.key.phase == protocol.Connecting && p.world == nil:
		items[0].Text = lang.Format("Looking for %s", p.where)
	case s.key.phase == protocol.Connecting || s.key.phase == protocol.Online:
		items[0].Text = lang.Text("Entering the caves")
	case s.key.phase == protocol.Closed:
		items[0].Text = lang.Text("The game has ended")
	}
	text := asSentence(client.Sentence(s.key.message))
	if s.key.retry > 0 {
		text = strings.TrimSpace(text + " " + lang.Format("Next try in %d s.", s.key.retry))
	}
	items[awayText].Text, items[keyText].Text = text, lang.Text("{menu} for the menu")
}

func (s *status) layout(g *Game, corner *corner) {
	s.message.Layout(g.fonts, g.room(), g.scale)
	face := g.fonts.Face(ui.Small, g.scale)
	s.lines = ui.Wrap(face, s.line, corner.box.Min.X-g.px(28))
	s.bottom = g.px(14) + len(s.lines)*(face.Height()+g.px(2))
	if s.invite != "" && s.inviteBelow(g, corner) {
		s.bottom += face.Height() + g.px(2)
	}
}

func (s *status) draw(g *Game, p *play) {
	if s.away {
		g.painter.Fill(g.room(), ui.Alpha(veil, 0.2))
		if _, asks := g.facing().(*away); !asks {
			s.message.Draw(g.painter)
		}
	}
	face := g.fonts.Face(ui.Small, g.scale)
	x, y := g.px(14), g.px(14)
	color := ui.Muted
	if !s.online {
		color = ui.Amber
	}
	wide := 0
	for i, line := range s.lines {
		wide = max(wide, face.Width(line))
		y := y + i*(face.Height()+g.px(2))
		g.painter.Fill(imageRect(x-g.px(6), y-g.px(2), face.Width(line)+g.px(12), face.Height()+g.px(3)), ui.Alpha(ui.Ink, 0.6))
		g.painter.Text(x, y, line, face, color)
	}
	p.mark(imageRect(x-g.px(6), y-g.px(2), wide+g.px(12), len(s.lines)*(face.Height()+g.px(2))+g.px(2)), onStatus, 0)
	if s.invite != "" {
		p.mark(s.drawInvite(g, &p.corner), onInvite, 0)
	}
}

// inviteText stands before what friends type.
func inviteText() string { return lang.Text("Friends join with:  ") }

// inviteBelow reports whether the line for friends stands below the status line
// instead of beside it.
func (s *status) inviteBelow(g *Game, corner *corner) bool {
	face, mono := g.fonts.Face(ui.Small, g.scale), g.fonts.Face(ui.Mono, g.scale)
	needs := g.px(14) + face.Width(s.line) + g.px(20) + face.Width(inviteText()) + mono.Width(s.invite) + g.px(14)
	return len(s.lines) > 1 || needs > corner.box.Min.X
}

// drawInvite draws the line for friends, and returns where it stands.
func (s *status) drawInvite(g *Game, corner *corner) image.Rectangle {
	// A hyphen has to look like what is on the key.
	face, mono := g.fonts.Face(ui.Small, g.scale), g.fonts.Face(ui.Mono, g.scale)
	y := g.px(14)
	at := corner.box.Min.X - g.px(14) - mono.Width(s.invite)
	x := at - face.Width(inviteText())
	if s.inviteBelow(g, corner) {
		x, y = g.px(14), s.bottom-face.Height()-g.px(2)
		at = x + face.Width(inviteText())
	}
	g.painter.Outlined(x, y, inviteText(), face, ui.Cream, g.scale)
	g.painter.Outlined(at, y+face.Ascent()-mono.Ascent(), s.invite, mono, ui.Cream, g.scale)
	return image.Rect(x, y, at+mono.Width(s.invite), y+face.Height())
}

// veil lies over a view that is no longer true; the scene makes it grey.
var veil = color.RGBA{0x16, 0x16, 0x1a, 0xff}
