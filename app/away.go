package app

import (
	"time"

	"laneya/client"
	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

// patientTries is how many tries to connect may come to nothing before the player is
// asked what she wants: a short gap closes by itself.
const patientTries = 2

const idRetry = 310

// away lies over the last picture of a world while its server is away.
type away struct {
	menu
	play *play
	key  statusKey
	try  int
}

// The items that tell how it is.
const (
	awayWhy = iota + 2
	awayNext
)

// missed asks the player what she wants once the server has been away for a while.
func (s *status) missed(g *Game, p *play) {
	if p.world != nil || g.top() != screen(p) || !gone(&s.link) {
		return
	}
	a := &away{play: p}
	a.deaf = g.now + deafFor
	a.form = ui.Form{Width: 460, Items: []ui.Item{
		{Kind: ui.Title, Text: s.message.Items[0].Text},
		{Kind: ui.Gap},
		{Kind: ui.Text},
		{Kind: ui.Text, Style: ui.Small, Tone: ui.Quiet},
		{Kind: ui.Gap},
		{Kind: ui.Button, ID: idRetry, Text: lang.Text("Try now")},
		{Kind: ui.Button, ID: idBack, Text: lang.Text("Back to title")},
	}}
	a.back = func() { g.openPause(p) }
	a.choose = func(id int) {
		if id == idRetry {
			p.session.Retry()
			return
		}
		p.end(g)
		g.home()
	}
	a.follow(g)
	g.push(a)
}

// gone reports whether a server has been away for a while.
func gone(l *protocol.Link) bool {
	return (l.Phase == protocol.Reconnecting || l.Phase == protocol.Connecting) && l.Tries >= patientTries
}

// tick follows what comes of the tries, and goes when the server is back.
func (a *away) tick(g *Game, _ time.Duration) bool {
	s := &a.play.status
	if !gone(&s.link) {
		if g.top() == screen(a) {
			g.pop()
		}
		return true
	}
	return a.follow(g)
}

// follow says how it is, and reports whether that is new.
func (a *away) follow(g *Game) bool {
	s := &a.play.status
	if a.key == s.key && a.try == s.link.Tries {
		return false
	}
	a.key, a.try = s.key, s.link.Tries
	next := lang.Format("Try %d is being made…", a.try+1)
	if s.key.retry > 0 {
		next = lang.Format("Try %d in %d s.", a.try+1, s.key.retry)
	}
	a.form.Items[awayWhy].Text, a.form.Items[awayNext].Text = asSentence(client.Sentence(s.key.message)), next+" "+lang.Text("Your hero waits where she stands.")
	a.layout(g)
	return true
}
