package app

import (
	"slices"
	"strings"

	"laneya/client"
	"laneya/input"
	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

// openGuide shows the pages of the guide.
func (g *Game) openGuide(p *play) {
	l := &listScreen{list: ui.List{
		Title: lang.Text("The guide"), Filter: &ui.Editor{Max: 40}, Prompt: lang.Text("Search:") + "  ", Wide: 34,
		Empty: lang.Text("No page is about that."), Hint: lang.Text("{pages} reads on   ·   {cancel} goes back"),
	}}
	var pages []protocol.Page
	keys, ofKeys := g.everyKey(), -1
	l.fill = func() {
		keys = g.everyKey() // keys may be others now
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
func (g *Game) everyKey() ui.Detail {
	text := lang.Text("Walk into a foe to hit it, into a door to open it, and into an idle friend to change places. A letter in front of a row chooses that row.")
	d := ui.Detail{Title: lang.Text("Every key"), Text: text, Facts: [][2]string{
		{lang.Text("Walk, while held"), g.prompts.walks()},
	}}
	for i := range commands {
		d.Facts = append(d.Facts, [2]string{lang.Text(commands[i].text), g.prompts.all(commands[i].action)})
	}
	for _, other := range []struct {
		text    string
		actions []input.Action
	}{
		{lang.Text("Choose, in lists and when aiming"), []input.Action{input.Confirm}},
		{lang.Text("Next target, next row"), []input.Action{input.Next}},
		{lang.Text("Turn pages"), []input.Action{input.PageUp, input.PageDown}},
		{lang.Text("Go back; the menu"), []input.Action{input.Cancel, input.Menu}},
		{lang.Text("Nearer, further off"), []input.Action{input.ZoomIn, input.ZoomOut}},
		{lang.Text("Full screen"), []input.Action{input.Fullscreen}},
		{lang.Text("A picture of the window, into your pictures"), []input.Action{input.Screenshot}},
		{lang.Text("Quit, after asking"), []input.Action{input.Quit}},
	} {
		keys := ""
		for _, a := range other.actions {
			if k := g.prompts.all(a); !strings.Contains(keys, k) {
				keys += " " + k
			}
		}
		d.Facts = append(d.Facts, [2]string{other.text, keys})
	}
	d.Facts = append(d.Facts, [2]string{lang.Text("Go there, or attack"), lang.Text("a click")})
	return d
}

// about reports whether a page has those words.
func about(d *ui.Detail, words string) bool {
	text := d.Title + " " + d.Text
	for _, f := range d.Facts {
		text += " " + f[0] + " " + f[1]
	}
	text = strings.ToLower(ui.Spell(text))
	for _, word := range strings.Fields(strings.ToLower(words)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
