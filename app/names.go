package app

import (
	"laneya/lang"
	"laneya/ui"
)

// withName goes on with what the player is called: the name given, the one that she
// has said once, or the one that she is asked for now.
func (g *Game) withName(given string, then func(name string)) {
	switch {
	case given != "":
		then(given)
	case g.cfg.Named || g.set.Name != "":
		then(g.cfg.Name)
	default:
		g.askMyName(then)
	}
}

// askOwnName lets the player change her name.
func (g *Game) askOwnName() { g.askMyName(func(string) { g.refresh() }) }

// refresh makes the rows of the list on top anew.
func (g *Game) refresh() {
	if l, ok := g.top().(*listScreen); ok {
		l.renew()
	}
}

// askMyName asks the player what she is called, remembers it and goes on.
func (g *Game) askMyName(then func(name string)) {
	g.askText(lang.Text("What are you called?"), lang.Text("Your friends see the name over your hero's head. It is remembered."), lang.Text("Your name"),
		&ui.Editor{Max: maxName, Takes: NameRune}, g.cfg.Name, CheckName, func(name string) {
			g.cfg.Name, g.set.Name = name, name
			g.keep()
			then(name)
		})
}

// askText asks for a line of text until check finds nothing wrong with it.
func (g *Game) askText(title, why, label string, e *ui.Editor, first string, check func(string) error, then func(string)) {
	e.Set(first)
	const complaint = 2
	m := &menu{form: ui.Form{Width: 420, Default: idJoin, Items: []ui.Item{
		{Kind: ui.Title, Text: title},
		{Kind: ui.Text, Style: ui.Small, Tone: ui.Quiet, Text: why},
		{Kind: ui.Text, Style: ui.Small, Tone: ui.Alarm},
		{Kind: ui.Field, Text: label, Editor: e},
		{Kind: ui.Gap},
		{Kind: ui.Button, ID: idJoin, Text: lang.Text("Go on")},
		{Kind: ui.Button, ID: idBack, Text: lang.Text("Back")},
	}}}
	m.back = g.pop
	m.choose = func(id int) {
		if id == idBack {
			g.pop()
			return
		}
		if err := check(e.String()); err != nil {
			m.form.Items[complaint].Text = sentence(err)
			m.layout(g)
			g.redraw()
			return
		}
		g.pop()
		then(e.String())
	}
	g.push(m)
}
