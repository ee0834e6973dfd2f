package app

import (
	"fmt"
	"slices"
	"strings"

	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

// openParty shows where everyone is, and what can be done about it.
func (g *Game) openParty(p *play) {
	const (
		follow = 1000 * (iota + 1)
		join
		rest
	)
	l := &listScreen{list: ui.List{Title: lang.Text("Your party"), Letters: true, Wide: 60, Hint: lang.Text("[A letter or ]{confirm} does it   ·   {cancel} goes back")}}
	// What the rows stand for may change while the list is open.
	party, invited := slices.Clone(p.state.Party()), slices.Clone(p.state.Run().Invited)
	l.fill = func() {
		add := func(r ui.Row) { l.list.Rows = append(l.list.Rows, r) }
		me := p.state.Hero()
		add(ui.Row{Head: true, Text: lang.Text("Where everyone is")})
		for i, m := range party {
			note := where(p.state, m.Level)
			switch {
			case m.Asleep:
				note += ", " + lang.Text("away")
			case m.Wisp:
				note += ", " + lang.Text("a wisp")
			}
			row := ui.Row{ID: follow + i, Text: fmt.Sprintf("%s, %s  %d/%d", m.User, p.state.Content().Name(protocol.TableKits, m.Kit), m.Health, m.MaxHealth),
				Note: note, Mark: "●", MarkInk: colourOf(p.state.Content(), m.Colour)}
			if me != nil && m.User != me.Name {
				row.Text = lang.Format("Follow %s", row.Text)
			}
			add(row)
		}
		for i, user := range invited {
			add(ui.Row{ID: join + i, Text: lang.Format("Join the party of %s", user), Tone: ui.Warm})
		}
		add(ui.Row{Head: true, Text: lang.Text("For all")})
		hold, holding := lang.Text("Ask for a hold: time goes step by step"), p.state.Run().Holding
		switch {
		case p.holds():
			hold = lang.Text("Let go of your hold")
		case len(holding) > 0:
			hold = lang.Format("Ask for a hold, as %s did", strings.Join(holding, ", "))
		}
		for i, text := range []string{lang.Text("Gather here"), hold, lang.Text("Invite someone"), lang.Text("Whom you ignore"), lang.Text("Choose a colour"), lang.Text("Leave the party")} {
			add(ui.Row{ID: rest + i, Text: text})
		}
	}
	l.choose = func(id int) {
		g.pop()
		switch {
		case id >= rest:
			g.partyDeed(p, id-rest)
		case id >= join:
			p.do(protocol.JoinParty{User: invited[id-join]})
		default:
			if m := &party[id-follow]; p.state.Hero() != nil && m.User != p.state.Hero().Name {
				p.want(g, protocol.Follow{User: m.User})
			}
		}
	}
	l.focus = func(row *ui.Row) {
		l.list.Detail = ui.Detail{}
		switch {
		case row.ID >= rest:
			l.list.Detail = ui.Detail{Title: row.Text, Text: lang.Text(partyHelp[row.ID-rest])}
		case row.ID >= join:
			l.list.Detail = ui.Detail{Title: row.Text, Text: lang.Text("You leave yours, and go with that party from now on.")}
		case row.ID >= follow:
			l.list.Detail = ui.Detail{Title: row.Text, Text: lang.Text("One of your party. Who follows her walks behind her until something comes up.")}
		}
	}
	l.fill()
	g.push(l)
}

// partyHelp says what each does that openParty offers for all.
var partyHelp = [...]string{
	lang.Mark("Marks where you stand, on the maps of all in your party."),
	lang.Mark("Time waits until all have acted, for as long as somebody holds it."),
	lang.Mark("Calls a player of this world into your party, by name."),
	lang.Mark("What they say is not shown to you. They aren't told."),
	lang.Mark("Your cloak has it, and your name over your head."),
	lang.Mark("You go on alone. Your friends keep what is theirs."),
}

// partyDeed does the nth thing that openParty offers for all.
func (g *Game) partyDeed(p *play, n int) {
	switch n {
	case 0:
		if hero := p.state.Hero(); hero != nil {
			p.do(protocol.MarkPlace{X: hero.Pos.X, Y: hero.Pos.Y, Kind: "gather"})
		}
	case 1:
		toggleHold(g, p)
	case 2:
		g.askName(p, lang.Text("Invite whom?"), func(name string) { p.do(protocol.Invite{User: name}) })
	case 3:
		g.openIgnored(p)
	case 4:
		g.openColours(p)
	case 5:
		p.do(protocol.LeaveParty{})
	}
}

// openIgnored lists whom the player ignores; choosing one hears her again.
func (g *Game) openIgnored(p *play) {
	l := &listScreen{list: ui.List{Title: lang.Text("Whom you ignore"), Letters: true, Wide: 100, Hint: lang.Text("[A letter or ]{confirm} chooses   ·   {cancel} goes back")}}
	ignored := slices.Clone(p.state.Run().Ignored)
	l.list.Rows = append(l.list.Rows, ui.Row{ID: len(ignored), Text: lang.Text("Ignore someone"), Tone: ui.Warm})
	for i, user := range ignored {
		l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: lang.Format("Hear %s again", user)})
	}
	l.choose = func(id int) {
		g.pop()
		if id < len(ignored) {
			p.do(protocol.Ignore{User: ignored[id]})
			return
		}
		g.askName(p, lang.Text("Ignore whom?"), func(name string) { p.do(protocol.Ignore{User: name, On: true}) })
	}
	g.push(l)
}

// askName asks for a user's name.
func (g *Game) askName(p *play, title string, then func(name string)) {
	l := &listScreen{list: ui.List{Title: title, Filter: &ui.Editor{Max: maxName, Takes: NameRune}, Prompt: lang.Text("Name:  "), Wide: 100, Hint: lang.Text("{confirm}   ·   {cancel} goes back")}}
	var names []string
	l.fill = func() {
		names = names[:0]
		if typed := l.list.Filter.String(); typed != "" {
			names = append(names, typed)
		}
		for _, e := range p.state.Entities() {
			if e.Kind == protocol.KindHero && e != p.state.Hero() && strings.HasPrefix(e.Name, l.list.Filter.String()) && (len(names) == 0 || e.Name != names[0]) {
				names = append(names, e.Name)
			}
		}
		for i, n := range names {
			l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: n})
		}
	}
	l.text = l.renew
	l.choose = func(id int) {
		g.pop()
		then(names[id])
	}
	l.fill()
	g.push(l)
}

// openColours lets the player choose her hero's colour.
func (g *Game) openColours(p *play) {
	c := p.state.Content()
	l := &listScreen{list: ui.List{Title: lang.Text("Your colour"), Letters: true, Wide: 100, Hint: lang.Text("[A letter or ]{confirm} chooses   ·   {cancel} goes back")}}
	keys := c.Keys(protocol.TableColours, "party_")
	for i, key := range keys {
		l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Mark: "●", MarkInk: colourOf(c, key), Text: c.Name(protocol.TableColours, key)})
	}
	l.choose = func(id int) {
		g.pop()
		p.do(protocol.Colour{Colour: keys[id]})
	}
	g.push(l)
}
