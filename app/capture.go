package app

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/input"
	"laneya/lang"
	"laneya/ui"
)

// captureTime is how long a new key is waited for: a gamepad has no button to cancel
// by, as each can be meant.
const captureTime = 8 * time.Second

// capture waits for a key or a button that is to ask for an action.
type capture struct {
	form   ui.Form
	corner corner
	action input.Action
	add    bool // as well as those that do
	until  time.Duration
	left   int // seconds
}

const captureLeft = 3 // the item that says how long it waits

func (g *Game) capture(a input.Action, add bool) {
	c := &capture{action: a, add: add, until: g.now + captureTime, corner: corner{text: lang.Mark("Back")}}
	clears := lang.Text("Esc goes back, Del clears.")
	if add {
		clears = lang.Text("Esc goes back.")
	}
	c.form = ui.Form{Width: 420, Items: []ui.Item{
		{Kind: ui.Title, Text: actionText(a)},
		{Kind: ui.Text, Style: ui.Label, Tone: ui.Warm, Text: lang.Text("Press a key or a button")},
		{Kind: ui.Text, Style: ui.Small, Tone: ui.Quiet, Text: clears},
		{Kind: ui.Text, Style: ui.Small, Tone: ui.Quiet},
	}}
	c.tick(g, 0)
	g.push(c)
}

func (c *capture) tick(g *Game, _ time.Duration) bool {
	left := seconds(c.until - g.now)
	if left == c.left {
		return false
	}
	c.left = left
	c.form.Items[captureLeft].Text = lang.Count(left, "It waits for %d second.", "It waits for %d seconds.")
	c.layout(g)
	return true
}

func (c *capture) layout(g *Game) {
	c.corner.layout(g)
	c.form.Layout(g.fonts, g.room(), g.scale)
}

func (c *capture) handle(g *Game, in *input.Snapshot) bool {
	closes, changed := c.corner.handle(&in.Pointer)
	if closes || g.now >= c.until {
		g.pop()
		return true
	}
	for _, k := range in.Pressed {
		switch {
		case input.IsModifier(k):
			continue
		case k == ebiten.KeyEscape:
			g.pop()
		case (k == ebiten.KeyDelete || k == ebiten.KeyBackspace) && !c.add:
			g.pop()
			g.rebind(func(t input.Bindings) { t.Of(c.action).Keys = nil })
		default:
			chord := input.Chord{Key: k, Shift: in.Shift}
			other, fixed, taken := g.prompts.table.Taken(c.action, chord)
			g.pop()
			g.settle(c.action, g.prompts.key(chord), other, fixed, taken, func() { g.bindKey(c.action, chord, c.add) })
		}
		return true
	}
	for _, b := range in.Buttons {
		other, fixed, taken := g.prompts.table.TakenButton(c.action, b)
		g.pop()
		g.settle(c.action, g.prompts.button(b), other, fixed, taken, func() { g.bindButton(c.action, b, c.add) })
		return true
	}
	return changed
}

// settle binds what was pressed, after asking where it asks for something else.
func (g *Game) settle(a input.Action, shown string, other input.Action, fixed, taken bool, bind func()) {
	if !taken {
		bind()
		return
	}
	m := &menu{form: ui.Form{Width: 460, Items: []ui.Item{
		{Kind: ui.Title, Text: lang.Format("%s is taken", shown)},
		{Kind: ui.Text, Text: lang.Format("It is for “%s”.", actionText(other))},
		{Kind: ui.Gap},
		{Kind: ui.Button, ID: idStay, Text: lang.Text("Leave it there")},
	}}}
	if fixed {
		m.form.Items[1].Text = lang.Format("It is always for “%s”, so that you find out of every menu.", actionText(other))
	} else {
		m.form.Items = append(m.form.Items, ui.Item{Kind: ui.Button, ID: idBack, Text: lang.Format("Take it for “%s”", actionText(a))})
	}
	m.back = g.pop
	m.choose = func(id int) {
		g.pop()
		if id == idBack {
			bind()
		}
	}
	g.push(m)
}

func (c *capture) draw(g *Game, dst *ebiten.Image) {
	g.painter.Begin(dst)
	g.painter.Fill(g.room(), ui.Alpha(ui.Ink, 0.55))
	c.form.Draw(g.painter)
	c.corner.draw(g)
	g.painter.End()
}

func (c *capture) covers() bool  { return false }
func (c *capture) writing() bool { return true }
func (c *capture) hidden()       {}
