package app

import (
	"strings"

	"laneya/client"
	"laneya/geom"
	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

// place is a field that can be shown on the maps; one without a field is a whole level.
type place struct {
	level string
	at    *geom.Pos
}

// openAtlas lists what the maps can show: the depths, the party and its marks, and
// what is known by the name that is written. What is chosen shows on the maps.
func (g *Game) openAtlas(c *charts) {
	p := c.play
	l := &listScreen{list: ui.List{
		Title: lang.Text("Find on the maps"), Filter: &ui.Editor{Max: 40}, Prompt: lang.Text("Name:  "), Wide: 100, Groups: true,
		Empty: lang.Text("Nothing of that name is known to you."),
		Hint:  lang.Text("{confirm} shows it   ·   {next} next group   ·   {cancel} goes back"),
	}}
	var places []place
	var found []protocol.Found
	l.fill = func() {
		places = places[:0]
		words := strings.Fields(strings.ToLower(l.list.Filter.String()))
		group := func(head string, add func(row func(text, level string, at *geom.Pos))) {
			first := len(l.list.Rows)
			add(func(text, level string, at *geom.Pos) {
				l.list.Rows = append(l.list.Rows, ui.Row{ID: len(places), Text: text, Note: where(p.state, level)})
				places = append(places, place{level, at})
			})
			if len(l.list.Rows) > first {
				l.list.Rows = append(l.list.Rows[:first], append([]ui.Row{{Head: true, ID: -1, Text: head}}, l.list.Rows[first:]...)...)
			}
		}
		group(lang.Text("Places and things"), func(row func(string, string, *geom.Pos)) {
			for _, f := range found {
				row(f.Name, f.Level, &geom.Pos{X: f.X, Y: f.Y})
			}
		})
		group(lang.Text("Your party"), func(row func(string, string, *geom.Pos)) {
			for _, m := range p.state.Party() {
				if m.At != nil && containsAll(strings.ToLower(m.User), words) {
					row(m.User, m.Level, &geom.Pos{X: m.At.X, Y: m.At.Y})
				}
			}
			for _, m := range p.state.Marks() {
				if containsAll(strings.ToLower(m.User), words) {
					row(lang.Format("the mark of %s", m.User), m.Level, &geom.Pos{X: m.X, Y: m.Y})
				}
			}
		})
		group(lang.Text("Depths"), func(row func(string, string, *geom.Pos)) {
			for z := range max(p.state.Run().Deepest, c.at.Z) + 1 {
				name := lang.Text("the camp")
				if z > 0 {
					name = lang.Format("depth %d", z)
				}
				if containsAll(strings.ToLower(name), words) {
					row(asTitle(name), geom.LevelID{Z: z}.String(), nil)
				}
			}
		})
	}
	l.text = func() {
		query := strings.TrimSpace(l.list.Filter.String())
		if found = nil; query != "" {
			l.await(p.session.Do(protocol.Find{Query: query}), true, func(r *client.Reply) {
				resp, err, _ := r.Poll()
				var res protocol.FindResult
				if err == nil && resp.Status == protocol.Success && protocol.DecodeResult(resp.Data, &res) == nil {
					found = res.Places
				}
				l.renew()
			})
		}
		l.renew()
	}
	l.choose = func(id int) {
		at := places[id]
		level, err := geom.ParseLevelID(at.level)
		g.pop()
		if err != nil {
			return
		}
		if at.at != nil {
			c.cursor = *at.at
		}
		c.ask(level)
	}
	l.fill()
	g.push(l)
}
