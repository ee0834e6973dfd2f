package app

import (
	"laneya/lang"
	"laneya/ui"
)

// The IDs of buttons.
const (
	idPlay = iota + 1
	idJoin
	idQuit
	idBack
	idLeave
	idStay
	idHost
	idCommands
	idSettings
)

// openPause puts the menu over the game that is played.
func (g *Game) openPause(p *play) {
	m := &menu{form: ui.Form{Width: 330, Items: []ui.Item{
		{Kind: ui.Title, Text: lang.Mark("Paused")},
		{Kind: ui.Gap},
		{Kind: ui.Button, ID: idBack, Text: lang.Mark("Go on")},
		{Kind: ui.Button, ID: idCommands, Text: lang.Mark("What you can do")},
		{Kind: ui.Button, ID: idSettings, Text: lang.Mark("Settings")},
		{Kind: ui.Button, ID: idLeave, Text: lang.Mark("Leave to title")},
		{Kind: ui.Button, ID: idQuit, Text: lang.Mark("Quit")},
	}}}
	if p.shared() {
		// The world doesn't wait for anybody.
		m.form.Items[0].Text = lang.Mark("Menu")
	}
	m.follow()
	m.back = g.pop
	m.choose = func(id int) {
		switch id {
		case idBack:
			g.pop()
		case idCommands:
			g.pop()
			g.openCommands(p)
		case idSettings:
			g.openSettings()
		case idLeave:
			p.end(g)
			g.home()
		case idQuit:
			g.askToQuit()
		}
	}
	g.push(m)
}

// askToQuit asks whether to quit, if that is to be asked.
func (g *Game) askToQuit() {
	if !g.set.AskQuit {
		g.quit = true
		return
	}
	m := &menu{asks: true, form: ui.Form{Width: 330, Items: []ui.Item{
		{Kind: ui.Title, Text: lang.Text("Quit laneya?")},
		{Kind: ui.Gap},
		{Kind: ui.Button, ID: idStay, Text: lang.Text("Stay")},
		{Kind: ui.Button, ID: idQuit, Text: lang.Text("Quit")},
	}}}
	m.back = g.pop
	m.choose = func(id int) {
		if id == idQuit {
			g.quit = true
			return
		}
		g.pop()
	}
	g.push(m)
}

// showTrouble says over the title what went wrong, in place of everything else.
func (g *Game) showTrouble(title, sentence string) {
	g.home()
	m := &menu{form: ui.Form{Width: 460, Items: []ui.Item{
		{Kind: ui.Title, Text: title},
		{Kind: ui.Gap},
		{Kind: ui.Text, Text: sentence},
		{Kind: ui.Gap},
		{Kind: ui.Button, ID: idBack, Text: lang.Text("Back to title")},
	}}}
	m.back = g.pop
	m.choose = func(int) { g.pop() }
	g.push(m)
}
