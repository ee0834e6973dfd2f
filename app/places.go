package app

import (
	"fmt"
	"slices"
	"strings"

	"laneya/client"
	"laneya/protocol"
	"laneya/ui"
)

// openFind finds items and places by name on all levels that are known.
func (g *Game) openFind(p *play) {
	l := &listScreen{list: ui.List{
		Title: "Find", Filter: &ui.Editor{Max: 40}, Prompt: "Name:  ", Wide: 100,
		Empty: "Type a part of a name: of an item, or of a place such as “ladder” or “altar”.",
		Hint:  "Enter goes there   ·   Esc goes back",
	}}
	var found []protocol.Found
	l.fill = func() {
		for i, f := range found {
			l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: f.Name, Note: where(p.state, f.Level)})
		}
	}
	l.text = func() {
		query := strings.TrimSpace(l.list.Filter.String())
		if query == "" {
			found, l.waiting = nil, l.waiting[:0]
			l.renew()
			return
		}
		l.await(p.session.Do(protocol.Find{Query: query}), true, func(r *client.Reply) {
			resp, err, _ := r.Poll()
			var res protocol.FindResult
			if err == nil && resp.Status == protocol.Success && protocol.DecodeResult(resp.Data, &res) == nil {
				found = res.Places
			}
			l.list.Empty = "Nothing of that name is known to you."
			l.renew()
		})
	}
	l.choose = func(id int) {
		g.pop()
		g.goTo(p, found[id].Level, found[id].X, found[id].Y)
	}
	g.push(l)
}

// goTo travels to a field of any level.
func (g *Game) goTo(p *play, level string, x, y int) {
	if level == p.state.Level() {
		level = ""
	}
	p.session.Want(protocol.Travel{To: "place", Level: level, X: x, Y: y})
}

// where names a level for a person.
func where(st *client.State, level string) string {
	if level == st.Level() {
		return "on this level"
	}
	if parts := strings.Split(level, ":"); len(parts) == 3 {
		if parts[0] == "0" && parts[1] == "0" {
			return "depth " + parts[2]
		}
	}
	return "level " + level
}

// openGuide shows the pages of the guide.
func (g *Game) openGuide(p *play) {
	l := &listScreen{list: ui.List{
		Title: "The guide", Filter: &ui.Editor{Max: 40}, Prompt: "Search:  ", Wide: 34,
		Empty: "No page is about that.", Hint: "Page down reads on   ·   Esc goes back",
	}}
	var pages []protocol.Page
	l.fill = func() {
		for i, page := range pages {
			l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: page.Title})
		}
	}
	l.focus = func(row *ui.Row) {
		page := pages[row.ID]
		if page.Text != "" {
			l.list.Detail = ui.Detail{Title: page.Title, Text: page.Text}
			return
		}
		l.list.Detail = ui.Detail{Title: page.Title}
		l.await(p.session.Do(protocol.Guide{Query: page.Key}), true, func(r *client.Reply) {
			resp, err, _ := r.Poll()
			var res protocol.GuideResult
			if err != nil || resp.Status != protocol.Success || protocol.DecodeResult(resp.Data, &res) != nil {
				return
			}
			for _, full := range res.Pages {
				if full.Key == page.Key {
					l.list.Detail = ui.Detail{Title: full.Title, Text: full.Text}
				}
			}
		})
	}
	search := func() {
		l.await(p.session.Do(protocol.Guide{Query: strings.TrimSpace(l.list.Filter.String())}), true, func(r *client.Reply) {
			resp, err, _ := r.Poll()
			var res protocol.GuideResult
			if err == nil && resp.Status == protocol.Success && protocol.DecodeResult(resp.Data, &res) == nil {
				pages = res.Pages
			}
			l.renew()
		})
	}
	l.text = search
	l.choose = func(int) {}
	search()
	g.push(l)
}

// openBoard shows what is written on the notice board.
func (g *Game) openBoard(p *play) {
	l := &listScreen{list: ui.List{Title: "The notice board", Wide: 45, Empty: "Nobody has written anything yet.", Hint: "N writes a note   ·   Esc goes back"}}
	var notes []protocol.Note // the newest first
	l.fill = func() {
		for i, n := range notes {
			l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: n.Text, Note: n.User})
		}
		l.list.Rows = append(l.list.Rows, ui.Row{ID: len(notes), Text: "Write a note", Tone: ui.Warm})
	}
	write := func() {
		g.pop()
		g.push(&chat{play: p, to: "party", write: true, editor: ui.Editor{Max: maxSaid}, corner: corner{text: "Back"}})
	}
	l.choose = func(id int) {
		if id == len(notes) {
			write()
		}
	}
	l.focus = func(row *ui.Row) {
		if row.ID == len(notes) {
			l.list.Detail = ui.Detail{Text: "You have to stand next to the board to write on it."}
			return
		}
		n := notes[row.ID]
		l.list.Detail = ui.Detail{Title: n.User, Text: n.Text}
	}
	l.letter = func(r rune) bool {
		if r != 'n' && r != 'N' {
			return false
		}
		g.pop()
		write()
		return true
	}
	l.await(p.session.Do(protocol.Board{}), true, func(r *client.Reply) {
		resp, err, _ := r.Poll()
		var res protocol.BoardResult
		if f, no := r.Refused(); no {
			l.list.Empty = p.state.Content().Refusal(&f)
		} else if err == nil && protocol.DecodeResult(resp.Data, &res) == nil {
			notes = res.Notes
		}
		l.renew()
	})
	g.push(l)
}

// openHall shows the runs that have ended.
func (g *Game) openHall(p *play) {
	l := &listScreen{list: ui.List{Title: "The hall of fame", Wide: 40, Empty: "No run has ended yet.", Hint: "Esc goes back"}}
	var runs []protocol.HallRun
	l.fill = func() {
		for i := range runs {
			r := &runs[i]
			row := ui.Row{ID: i, Text: fmt.Sprintf("Lost at depth %d", r.Depth), Note: fmt.Sprintf("run %d", r.Number)}
			if r.Won {
				row.Text, row.Tone = "Won", ui.Warm
			}
			l.list.Rows = append(l.list.Rows, row)
		}
	}
	l.focus = func(row *ui.Row) { l.list.Detail = runDetail(p.state.Content(), &runs[row.ID]) }
	l.await(p.session.Do(protocol.Hall{}), true, func(r *client.Reply) {
		resp, err, _ := r.Poll()
		var res protocol.HallResult
		if err == nil && resp.Status == protocol.Success && protocol.DecodeResult(resp.Data, &res) == nil {
			runs = res.Runs
		}
		l.renew()
	})
	g.push(l)
}

func runDetail(c *client.Content, r *protocol.HallRun) ui.Detail {
	d := ui.Detail{Title: r.Cause, Facts: [][2]string{
		{"deepest", fmt.Sprint(r.Depth)}, {"time in the caves", span(int(min(r.Turns, 1<<30)))},
	}}
	for _, h := range r.Heroes {
		fate := "lived"
		if h.Cause != "" {
			fate = h.Cause
		}
		d.Facts = append(d.Facts, [2]string{h.User + ", " + c.Name(protocol.TableKits, h.Kit), fate})
		if len(h.Items) > 0 {
			d.Facts = append(d.Facts, [2]string{"   carried", strings.Join(h.Items, ", ")})
		}
	}
	return d
}

// openParty shows where everyone is, and what can be done about it.
func (g *Game) openParty(p *play) {
	const (
		follow = 1000 * (iota + 1)
		ignore
		join
		rest
	)
	l := &listScreen{list: ui.List{Title: "Your party", Wide: 60, Hint: "Enter does it   ·   Esc goes back"}}
	// What the rows stand for may change while the list is open.
	party, invited := slices.Clone(p.state.Party()), slices.Clone(p.state.Run().Invited)
	l.fill = func() {
		add := func(r ui.Row) { l.list.Rows = append(l.list.Rows, r) }
		me := p.state.Hero()
		add(ui.Row{Head: true, Text: "Where everyone is"})
		for i, m := range party {
			note := where(p.state, m.Level)
			switch {
			case m.Asleep:
				note += ", away"
			case m.Wisp:
				note += ", a wisp"
			}
			row := ui.Row{ID: follow + i, Text: fmt.Sprintf("%s, %s  %d/%d", m.User, p.state.Content().Name(protocol.TableKits, m.Kit), m.Health, m.MaxHealth),
				Note: note, Mark: "●", MarkInk: colourOf(p.state.Content(), m.Colour)}
			if me != nil && m.User != me.Name {
				row.Text = "Follow " + row.Text
			}
			add(row)
		}
		for i, user := range invited {
			add(ui.Row{ID: join + i, Text: "Join the party of " + user, Tone: ui.Warm})
		}
		add(ui.Row{Head: true, Text: "For all"})
		hold, holding := "Ask for a hold: time goes step by step", p.state.Run().Holding
		switch {
		case me != nil && p.holds():
			hold = "Let go of your hold"
		case len(holding) > 0:
			hold = "Ask for a hold, as " + strings.Join(holding, ", ") + " did"
		}
		for i, text := range []string{"Gather here", hold, "Invite someone", "Ignore someone, or hear them again", "Choose a colour", "Leave the party"} {
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
				p.session.Want(protocol.Follow{User: m.User})
			}
		}
	}
	l.fill()
	g.push(l)
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
		g.askName(p, "Invite whom?", func(name string) { p.do(protocol.Invite{User: name}) })
	case 3:
		g.askName(p, "Ignore whom? A name again hears them", func(name string) {
			on := !p.ignores[name]
			if p.ignores == nil {
				p.ignores = map[string]bool{}
			}
			p.ignores[name] = on
			p.do(protocol.Ignore{User: name, On: on})
		})
	case 4:
		g.openColours(p)
	case 5:
		p.do(protocol.LeaveParty{})
	}
}

// askName asks for a user's name.
func (g *Game) askName(p *play, title string, then func(name string)) {
	l := &listScreen{list: ui.List{Title: title, Filter: &ui.Editor{Max: maxName, Takes: NameRune}, Prompt: "Name:  ", Wide: 100, Hint: "Enter   ·   Esc goes back"}}
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
	l := &listScreen{list: ui.List{Title: "Your colour", Wide: 100, Hint: "Enter chooses   ·   Esc goes back"}}
	keys := c.Keys(protocol.TableColours, "party_")
	for i, key := range keys {
		l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Mark: "●", MarkInk: colourOf(c, key), Text: strings.ReplaceAll(strings.TrimPrefix(key, "party_"), "_", " ")})
	}
	l.choose = func(id int) {
		g.pop()
		p.do(protocol.Colour{Colour: keys[id]})
	}
	g.push(l)
}

// openKits lets the player choose what her hero begins with.
func (g *Game) openKits(p *play) {
	c := p.state.Content()
	l := &listScreen{list: ui.List{Title: "Who are you?", Wide: 30, Hint: "Enter chooses; you can choose again until you first climb down   ·   Esc"}}
	keys := c.Keys(protocol.TableKits, "")
	for i, key := range keys {
		l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: c.Name(protocol.TableKits, key)})
	}
	l.focus = func(row *ui.Row) {
		r := c.Row(protocol.TableKits, keys[row.ID])
		l.list.Detail = ui.Detail{Title: r.Name, Text: r.Text}
		if r.Health > 0 {
			l.list.Detail.Facts = append(l.list.Detail.Facts, [2]string{"health", fmt.Sprint(r.Health)})
		}
		for _, trait := range r.Traits {
			l.list.Detail.Text += "\n\n" + trait
		}
		for _, it := range r.Items {
			name := c.Name(protocol.TableItems, it.Item)
			if it.Count > 1 {
				name = fmt.Sprintf("%s ×%d", name, it.Count)
			}
			worn := "carried"
			if it.Worn {
				worn = "worn"
			}
			l.list.Detail.Facts = append(l.list.Detail.Facts, [2]string{name, worn})
		}
	}
	l.choose = func(id int) {
		g.pop()
		p.do(protocol.Kit{Kit: keys[id]})
	}
	g.push(l)
}

func yesNo(on bool) string {
	if on {
		return "yes"
	}
	return "no"
}

// openPrefs lets the player set what the server keeps as her habits.
func (g *Game) openPrefs(p *play) {
	l := &listScreen{list: ui.List{Title: "Picking up and stopping", Wide: 100, Hint: "Enter changes it   ·   Esc goes back"}}
	shares := []int{0, 25, 40, 50, 60, 75}
	l.fill = func() {
		self := p.state.Self()
		l.list.Rows = append(l.list.Rows,
			ui.Row{ID: 0, Text: "Pick up by walking and exploring", Note: yesNo(self.Pickup)},
			ui.Row{ID: 1, Text: "Stop before deep water, lava and chasms", Note: yesNo(self.Confirm)},
			ui.Row{ID: 2, Text: "Stop fighting and exploring when health is below", Note: fmt.Sprintf("%d %%", self.StopHealth)})
	}
	l.choose = func(id int) {
		self := p.state.Self()
		next := protocol.Prefer{Pickup: self.Pickup, StopHealth: self.StopHealth, Confirm: self.Confirm}
		switch id {
		case 0:
			next.Pickup = !next.Pickup
		case 1:
			next.Confirm = !next.Confirm
		case 2:
			i := 0
			for i < len(shares) && shares[i] <= self.StopHealth {
				i++
			}
			next.StopHealth = shares[i%len(shares)]
		}
		l.await(p.session.Do(next), true, func(*client.Reply) { p.drain(); l.renew() })
	}
	l.fill()
	g.push(l)
}
