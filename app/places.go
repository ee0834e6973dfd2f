package app

import (
	"fmt"
	"strings"

	"laneya/client"
	"laneya/geom"
	"laneya/lang"
	"laneya/protocol"
	"laneya/sprites"
	"laneya/ui"
)

// openFind finds items and places by name on all levels that are known.
func (g *Game) openFind(p *play) {
	l := &listScreen{list: ui.List{
		Title: lang.Text("Find"), Filter: &ui.Editor{Max: 40}, Prompt: lang.Text("Name:  "), Wide: 100,
		Empty: lang.Text("Type a part of a name: of an item, or of a place such as “ladder” or “altar”."),
		Hint:  lang.Text("{confirm} goes there   ·   {cancel} goes back"),
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
			l.list.Empty = lang.Text("Nothing of that name is known to you.")
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
		return lang.Text("on this level")
	}
	if parts := strings.Split(level, ":"); len(parts) == 3 {
		if parts[0] == "0" && parts[1] == "0" {
			if parts[2] == "0" {
				return lang.Text("the camp")
			}
			return lang.Format("depth %s", parts[2])
		}
	}
	return lang.Format("level %s", level)
}

// openBoard shows what is written on the notice board.
func (g *Game) openBoard(p *play) {
	l := &listScreen{list: ui.List{Title: lang.Text("The notice board"), Wide: 45, Empty: lang.Text("Nobody has written anything yet."), Hint: lang.Text("[N writes a note   ·   ]{cancel} goes back")}}
	var notes []protocol.Note // the newest first
	l.fill = func() {
		for i, n := range notes {
			l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: n.Text, Note: n.User})
		}
		l.list.Rows = append(l.list.Rows, ui.Row{ID: len(notes), Text: lang.Text("Write a note"), Tone: ui.Warm})
	}
	write := func() {
		g.pop()
		g.pushChat(&chat{play: p, to: "party", write: true})
	}
	l.choose = func(id int) {
		if id == len(notes) {
			write()
		}
	}
	l.focus = func(row *ui.Row) {
		if row.ID == len(notes) {
			l.list.Detail = ui.Detail{Text: lang.Text("It hangs there for everybody who comes by. You write it standing next to the board.")}
			return
		}
		n := notes[row.ID]
		l.list.Detail = ui.Detail{Title: n.User, Text: n.Text}
	}
	l.letter = func(r rune) bool {
		if r != 'n' && r != 'N' {
			return false
		}
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

// kitIcon returns the picture of a hero with that kit, in the colour of the player's.
func kitIcon(p *play, r *protocol.Row) ui.Icon {
	kit, ok := sprites.KitOf(r.Picture)
	if !ok {
		return ui.Icon{}
	}
	colour := 0
	if hero := p.state.Hero(); hero != nil {
		colour, _ = sprites.CloakOf(hero.Colour)
	}
	id, _ := kit.Picture(colour, geom.South, sprites.Idle)
	return ui.Icon{ID: id, Drawn: true}
}

// openKits lets the player choose what her hero begins with.
func (g *Game) openKits(p *play) {
	c := p.state.Content()
	l := &listScreen{list: ui.List{Title: lang.Text("Who are you?"), Letters: true, Wide: 30, Hint: lang.Text("[A letter or ]{confirm} chooses; you can choose again until you first climb down   ·   {cancel}")}}
	keys := c.Keys(protocol.TableKits, "")
	for i, key := range keys {
		l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: c.Name(protocol.TableKits, key)})
	}
	colour := ""
	if hero := p.state.Hero(); hero != nil {
		colour = hero.Colour
	}
	l.list.Rows = append(l.list.Rows, ui.Row{ID: len(keys), Text: lang.Text("Colour"), Mark: "●", MarkInk: colourOf(c, colour)})
	l.focus = func(row *ui.Row) {
		if row.ID == len(keys) {
			l.list.Detail = ui.Detail{Title: row.Text, Text: lang.Text("Your cloak has it, and your name over your head, so that your friends know you from afar.")}
			return
		}
		r := c.Row(protocol.TableKits, keys[row.ID])
		l.list.Detail = ui.Detail{Icon: kitIcon(p, r), Title: r.Name, Text: r.Text}
		if r.Health > 0 {
			l.list.Detail.Facts = append(l.list.Detail.Facts, [2]string{lang.Text("health"), fmt.Sprint(r.Health)})
		}
		for _, trait := range r.Traits {
			l.list.Detail.Text += "\n\n" + trait
		}
		for _, it := range r.Items {
			name := c.Name(protocol.TableItems, it.Item)
			if it.Count > 1 {
				name = fmt.Sprintf("%s ×%d", name, it.Count)
			}
			worn := lang.Text("carried")
			if it.Worn {
				worn = lang.Text("worn")
			}
			l.list.Detail.Facts = append(l.list.Detail.Facts, [2]string{name, worn})
		}
	}
	l.choose = func(id int) {
		if id == len(keys) {
			g.openColours(p)
			return
		}
		g.pop()
		p.do(protocol.Kit{Kit: keys[id]})
	}
	g.push(l)
}

func yesNo(on bool) string {
	if on {
		return lang.Text("yes")
	}
	return lang.Text("no")
}

// openPrefs lets the player set what the server keeps as her habits.
func (g *Game) openPrefs(p *play) {
	l := &listScreen{list: ui.List{Title: lang.Text("Picking up and stopping"), Letters: true, Wide: 100, Hint: lang.Text("[A letter or ]{confirm} changes it   ·   {cancel} goes back")}}
	shares := []int{0, 25, 40, 50, 60, 75}
	l.fill = func() {
		self := p.state.Self()
		l.list.Rows = append(l.list.Rows,
			ui.Row{ID: 0, Text: lang.Text("Pick up by walking and exploring"), Note: yesNo(self.Pickup)},
			ui.Row{ID: 1, Text: lang.Text("Stop before deep water, lava and chasms"), Note: yesNo(self.Confirm)},
			ui.Row{ID: 2, Text: lang.Text("Stop fighting and exploring when health is below"), Note: fmt.Sprintf("%d %%", self.StopHealth)})
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
