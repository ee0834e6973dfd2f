package app

import (
	"fmt"
	"strings"

	"laneya/client"
	"laneya/lang"
	"laneya/protocol"
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
	p.want(g, protocol.Travel{To: "place", Level: level, X: x, Y: y})
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
