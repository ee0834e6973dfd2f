package app

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"laneya/lang"
	"laneya/settings"
	"laneya/ui"
)

// hostRows are the rows of the screen that opens the player's world to friends.
var hostRows = []setting{
	choice(lang.Mark("Who may come"), lang.Mark("Anybody who has your line, or only those in your own network. Names aren't protected: let in people whom you trust."),
		func(s *settings.Settings) *string { return &s.Host.From },
		option[string]{settings.Froms[0], lang.Mark("who has the line")}, option[string]{settings.Froms[1], lang.Mark("my network only")}),
	onOff(lang.Mark("Found on the network"), lang.Mark("Friends in the same network see your world in their list, and need no line."),
		func(s *settings.Settings) *bool { return &s.Host.LAN }),
}

var hostRules = []setting{
	choice(lang.Mark("Time"), lang.Mark("Alone on a level, time waits until you do something; as soon as two share one it runs. Or it runs always."),
		func(s *settings.Settings) *string { return &s.Host.Clock },
		option[string]{settings.Clocks[0], lang.Mark("waits for who is alone")}, option[string]{settings.Clocks[1], lang.Mark("always runs")}),
	choice(lang.Mark("Death"), lang.Mark("The dead go on as wisps until a friend revives them; or they wake in the camp; or they are gone until a new run begins."),
		func(s *settings.Settings) *string { return &s.Host.Death },
		option[string]{settings.Deaths[0], lang.Mark("wisps")}, option[string]{settings.Deaths[1], lang.Mark("wake in the camp")}, option[string]{settings.Deaths[2], lang.Mark("gone for the run")}),
	choice(lang.Mark("Parties"), lang.Mark("All who come are of one party, or they invite each other."),
		func(s *settings.Settings) *string { return &s.Host.Party },
		option[string]{settings.Parties[0], lang.Mark("one for all")}, option[string]{settings.Parties[1], lang.Mark("by invitation")}),
	choice(lang.Mark("Length of a run"), lang.Mark("How deep the Heart lies, which ends a run. A shorter one has other guards. It holds for levels that nobody has been to yet."),
		func(s *settings.Settings) *int { return &s.Host.Depths },
		option[int]{settings.Lengths[0], lang.Mark("ten depths")}, option[int]{settings.Lengths[1], lang.Mark("six depths")}, option[int]{settings.Lengths[2], lang.Mark("three depths")}),
	onOff(lang.Mark("Friends can be hurt"), lang.Mark("Whether shots, blasts, and blows that are meant for them hurt friends."),
		func(s *settings.Settings) *bool { return &s.Host.FriendlyFire }),
}

// openHosting asks how the player's world is to be open to friends.
func (g *Game) openHosting() {
	const start, name, port, first = 0, 1, 2, 10
	l := &listScreen{list: ui.List{
		Title: lang.Text("Host for friends"), Filter: &ui.Editor{}, Prompt: lang.Text("Search:") + "  ", Wide: 56, Groups: true, Empty: lang.Text("No setting is called that."),
		Hint: lang.Text("{sideways} or {confirm} change   ·   {next} next group   ·   {cancel} goes back"),
	}}
	rows := append(append([]setting(nil), hostRows...), hostRules...)
	l.fill = func() {
		sought := strings.Fields(strings.ToLower(l.list.Filter.String()))
		head := ""
		add := func(r ui.Row, words string) {
			if !containsAll(strings.ToLower(r.Text+" "+r.Note+" "+words), sought) {
				return
			}
			if head != "" {
				l.list.Rows = append(l.list.Rows, ui.Row{Head: true, ID: -1, Text: head})
				head = ""
			}
			l.list.Rows = append(l.list.Rows, r)
		}
		add(ui.Row{ID: start, Text: lang.Text("Open your world"), Tone: ui.Warm, Mark: "›", MarkInk: ui.Amber}, "")
		head = lang.Text("You and your door")
		add(ui.Row{ID: name, Text: lang.Text("Your name"), Note: g.cfg.Name}, "")
		add(ui.Row{ID: port, Text: lang.Text("Port"), Note: strconv.Itoa(g.set.Host.Port)}, "")
		for i := range rows {
			if i == len(hostRows) {
				head = lang.Text("The rules")
			}
			row := &rows[i]
			add(ui.Row{ID: first + i, Text: lang.Text(row.text), Steps: true, Note: row.note(&g.set)}, lang.Text(row.help))
		}
	}
	l.focus = func(row *ui.Row) {
		switch row.ID {
		case start:
			l.list.Detail = ui.Detail{Title: row.Text, Text: lang.Text("Your own world goes on where it was, and whoever comes plays in it with you. It is closed when you leave.")}
		case name:
			l.list.Detail = ui.Detail{Title: row.Text, Text: lang.Text("Your friends see the name over your hero's head. It is remembered.")}
		case port:
			l.list.Detail = ui.Detail{Title: row.Text, Text: lang.Text("The number of the door at which friends knock. Choose another if a program uses it already.")}
		default:
			l.list.Detail = rows[row.ID-first].detail(g)
		}
	}
	turn := func(id, d int, round bool) {
		rows[id-first].turn(&g.set, d, round)
		g.keep()
		l.renew()
	}
	l.step = func(id, d int) { turn(id, d, false) }
	l.text = l.renew
	l.choose = func(id int) {
		switch id {
		case start:
			g.withName("", func(string) { g.host() })
		case name:
			g.askOwnName()
		case port:
			g.askPort()
		default:
			turn(id, 1, true)
		}
	}
	l.fill()
	g.push(l)
}

// askPort asks for the port that friends are let in by.
func (g *Game) askPort() {
	e := &ui.Editor{Max: 5, Takes: func(r rune) bool { return r >= '0' && r <= '9' }}
	g.askText(lang.Text("Which port?"), lang.Text("The number of the door at which friends knock. Choose another if a program uses it already."), lang.Text("Port"),
		e, strconv.Itoa(g.set.Host.Port), checkPort, func(text string) {
			g.set.Host.Port, _ = strconv.Atoi(text) // it was checked
			g.keep()
			g.refresh()
		})
}

func checkPort(text string) error {
	if n, err := strconv.Atoi(text); err != nil || n < 1 || n > 65535 {
		return errors.New(lang.Text("the port has to be a number from 1 to 65535"))
	}
	return nil
}

// host opens the player's world to friends as is set, and plays in it.
func (g *Game) host() {
	how, title := g.set.Host, lang.Format("%s's caves", g.cfg.Name)
	g.openWorld(func(ctx context.Context) (*World, error) { return g.cfg.Host(ctx, how, title) })
}

const idCopy = 300

// openInvitation shows what friends need to come.
func (g *Game) openInvitation(p *play) {
	w := p.world
	m := &menu{form: ui.Form{Width: 620, Items: []ui.Item{
		{Kind: ui.Title, Text: lang.Text("Your world is open")},
		{Kind: ui.Text, Text: lang.Text("Send your friends this line:")},
		{Kind: ui.Text, Style: ui.Mono, Tone: ui.Warm, Text: w.Invite},
	}}}
	add := func(items ...ui.Item) { m.form.Items = append(m.form.Items, items...) }
	if len(w.Others) > 0 {
		add(ui.Item{Kind: ui.Text, Style: ui.Small, Tone: ui.Quiet, Text: lang.Format("This machine is also called %s.", strings.Join(w.Others, ", "))})
	}
	outside := lang.Format("Friends outside your network need your router to forward port %d to this machine, and its outer address in place of this one.", w.Port)
	if w.Near {
		outside = lang.Text("Only who is in your network is let in.")
	}
	add(ui.Item{Kind: ui.Text, Style: ui.Small, Tone: ui.Quiet, Text: outside}, ui.Item{Kind: ui.Gap},
		ui.Item{Kind: ui.Button, ID: idCopy, Text: lang.Text("Copy the line")},
		ui.Item{Kind: ui.Button, ID: idBack, Text: lang.Text("Play")})
	m.back = g.pop
	m.choose = func(id int) {
		if id != idCopy {
			g.pop()
			return
		}
		g.cfg.Clipboard.Write(w.Invite)
		g.tell(lang.Text("The line is copied."))
	}
	g.push(m)
}
