package app

import (
	"slices"
	"strings"

	"laneya/client"
	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

// openGuide shows the pages of the guide.
func (g *Game) openGuide(p *play) {
	l := &listScreen{list: ui.List{
		Title: lang.Text("The guide"), Filter: &ui.Editor{Max: 40}, Prompt: lang.Text("Search:  "), Wide: 34,
		Empty: lang.Text("No page is about that."), Hint: lang.Text("Page down reads on   ·   Esc goes back"),
	}}
	var pages []protocol.Page
	keys, ofKeys := everyKey(), -1
	l.fill = func() {
		for i, page := range pages {
			l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: page.Title})
		}
		if about(&keys, l.list.Filter.String()) {
			at := min(len(l.list.Rows), 1) // the first page says how to play
			l.list.Rows = slices.Insert(l.list.Rows, at, ui.Row{ID: ofKeys, Text: keys.Title})
		}
	}
	l.focus = func(row *ui.Row) {
		if row.ID == ofKeys {
			l.waiting, l.list.Detail = l.waiting[:0], keys
			return
		}
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
			if len(l.list.Rows) > 0 {
				l.list.SetFocus(l.list.Rows[0].ID) // the best
				l.tellFocus()
			}
		})
	}
	l.text = search
	l.choose = func(int) {}
	search()
	g.push(l)
}

// everyKey is the page of the guide that only this client can write: its keys.
func everyKey() ui.Detail {
	text := lang.Text("Walk into a foe to hit it, into a door to open it, and into an idle friend to change places. A letter in front of a row chooses that row.")
	d := ui.Detail{Title: lang.Text("Every key"), Text: text, Facts: [][2]string{
		{lang.Text("Walk, while held"), lang.Text("arrows, WASD, HJKL")},
	}}
	for i := range commands {
		d.Facts = append(d.Facts, [2]string{lang.Text(commands[i].text), lang.Text(commands[i].key)})
	}
	d.Facts = append(d.Facts, [][2]string{
		{lang.Text("Choose, in lists and when aiming"), lang.Text("Enter or Space")}, {lang.Text("Next target, next row"), "Tab"},
		{lang.Text("Turn pages"), lang.Text("Page up, Page down")}, {lang.Text("Go back; the menu"), "Esc"},
		{lang.Text("Nearer, further off"), lang.Text("+ -, the wheel")}, {lang.Text("Go there, or attack"), lang.Text("a click")},
		{lang.Text("Full screen"), "F11"}, {lang.Text("A picture of the window, into your pictures"), "F12"}, {lang.Text("Quit, after asking"), "Q"},
	}...)
	return d
}

// about reports whether a page has those words.
func about(d *ui.Detail, words string) bool {
	text := d.Title + " " + d.Text
	for _, f := range d.Facts {
		text += " " + f[0] + " " + f[1]
	}
	text = strings.ToLower(text)
	for _, word := range strings.Fields(strings.ToLower(words)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
