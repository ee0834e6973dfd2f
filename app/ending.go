package app

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"laneya/client"
	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

// encounters notices what a screen of its own is shown for: that a kit is to be
// chosen, that the hero died, and that the run ended.
type encounters struct {
	kit   int             // number of the first run in which it is asked for
	dead  bool            // the hero is dead or was brought back at once, and that was shown
	ended int             // number of the run whose end was shown
	had   []protocol.Item // what the hero carried when she last lived; the State's
}

// follow shows the screens, once each, and not while another is open.
func (e *encounters) follow(g *Game, p *play) {
	self, run := p.state.Self(), p.state.Run()
	if items := p.state.Items(); !self.Wisp && len(items) > 0 {
		e.had = items
	}
	if self.MaxHealth == 0 || p.state.Content() == nil || g.top() != p {
		return
	}
	dead := self.Wisp || run.Death == "lenient" && len(self.Recap) > 0
	switch {
	case e.kit <= run.Number && self.Kit == "" && self.Depth == 0:
		e.kit = run.Number + 1
		g.openKits(p)
	case (run.State == "won" || run.State == "lost") && e.ended != run.Number:
		e.ended = run.Number
		e.dead = self.Wisp
		g.openEnd(p, deafFor)
	case dead && !e.dead:
		e.dead = true
		g.openDeath(p)
	case !dead:
		e.dead = false
	}
}

// deafFor is how long a screen that comes by itself takes no keys: they were
// pressed for the fight.
const deafFor = 1200 * time.Millisecond

// causeText tells what a cause did, and when.
func causeText(c *protocol.Cause) string {
	return lang.Format("−%d, %s s before", c.Damage, decimal(c.Ago))
}

// decimal returns a number of tenths.
func decimal(tenths int) string {
	return fmt.Sprintf("%d%s%d", tenths/10, lang.In("decimal", "."), tenths%10)
}

// blame returns what took how much health before a death, the worst first.
func blame(recap []protocol.Cause) (facts [][2]string) {
	var causes []string
	sums := map[string]int{}
	for i := range recap {
		if c := &recap[i]; c.Damage > 0 {
			if sums[c.Text] == 0 {
				causes = append(causes, c.Text)
			}
			sums[c.Text] += c.Damage
		}
	}
	slices.SortStableFunc(causes, func(a, b string) int { return sums[b] - sums[a] })
	for _, text := range causes {
		facts = append(facts, [2]string{text, lang.Format("−%d in all", sums[text])})
	}
	return facts
}

// left names what a hero had, what she wore first.
func left(items []protocol.Item) string {
	var worn, carried []string
	for i := range items {
		if it := &items[i]; it.Slot != "" {
			worn = append(worn, it.Name)
		} else {
			carried = append(carried, it.Name)
		}
	}
	return strings.Join(append(worn, carried...), ", ")
}

// openDeath tells what killed the hero, and how it goes on.
func (g *Game) openDeath(p *play) {
	self := p.state.Self()
	l := &listScreen{deaf: g.now + deafFor, list: ui.List{Title: lang.Text("You have died"), Wide: 55, Hint: lang.Text("{confirm} goes on"), Empty: lang.Text("It went quickly.")}}
	for i := range self.Recap {
		c := &self.Recap[i]
		l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: c.Text, Note: causeText(c)})
	}
	code := "becomes_wisp"
	switch p.state.Run().Death {
	case "lenient":
		code = "revived_in_camp"
	case "hardcore":
		code = "becomes_wisp_for_good"
	}
	text, _ := p.state.Content().Say(&protocol.Event{Code: code, Actor: client.You})
	grave, _ := p.state.Content().Say(&protocol.Event{Code: "gravestone", Actor: client.You})
	l.list.Detail = ui.Detail{Title: lang.Text("What now"), Text: text + "\n\n" + grave, Facts: blame(self.Recap)}
	if lost := left(p.met.had); self.Wisp && lost != "" {
		l.list.Detail.Facts = append(l.list.Detail.Facts, [2]string{lang.Text("under the stone"), lost})
	}
	if n := len(self.Recap); n > 0 {
		l.list.Detail.Title, l.list.Detail.Tone = self.Recap[n-1].Text, ui.Alarm
	}
	if self.Wisp {
		// Who is alive again meanwhile has other things to read.
		l.stale = func() bool {
			if !p.state.Self().Wisp && g.top() == l {
				g.pop()
			}
			return false
		}
	}
	g.push(l)
	l.list.SetFocus(len(self.Recap) - 1)
}

// recapLines is how many of the causes of a death the end of a run tells.
const recapLines = 4

const (
	idNewRun = 200 + iota
	idStory
	idShare
)

// share wins the run for all who are here. Where friends are elsewhere, who would not
// have won it, it asks first.
func (g *Game) share(p *play) {
	var away []string
	for _, m := range p.state.Party() {
		if !m.Here {
			away = append(away, m.User)
		}
	}
	if len(away) == 0 {
		p.do(protocol.Share{})
		return
	}
	m := &menu{form: ui.Form{Width: 480, Items: []ui.Item{
		{Kind: ui.Title, Text: lang.Text("Share it now?")},
		{Kind: ui.Text, Text: lang.Format("The run is won for all on this level. Not here: %s.", strings.Join(away, ", "))},
		{Kind: ui.Gap},
		{Kind: ui.Button, ID: idBack, Text: lang.Text("Wait for them")},
		{Kind: ui.Button, ID: idShare, Text: lang.Text("Share it")},
	}}}
	m.back = g.pop
	m.choose = func(id int) {
		g.pop()
		if id == idShare {
			p.do(protocol.Share{})
		}
	}
	g.push(m)
}

// openRun tells how the run goes, and asks for a new one: once it is over, or when
// only the dead are left to play it.
func (g *Game) openRun(p *play) {
	run := p.state.Run()
	if run.State == "won" || run.State == "lost" {
		g.openEnd(p, 0)
		return
	}
	m := &menu{form: ui.Form{Width: 560, Items: []ui.Item{
		{Kind: ui.Title, Text: lang.Format("Run %d", run.Number)},
		{Kind: ui.Gap},
		{Kind: ui.Text, Tone: ui.Quiet, Style: ui.Small, Text: runFacts(run)},
		{Kind: ui.Gap},
		{Kind: ui.Button, ID: idNewRun, Text: lang.Text("New run")},
		{Kind: ui.Button, ID: idBack, Text: lang.Text("Go on")},
	}}}
	m.back = g.pop
	m.choose = func(id int) {
		g.pop()
		if id == idNewRun {
			p.do(protocol.NewRun{})
		}
	}
	g.push(m)
}

func runFacts(run *protocol.RunState) string {
	return lang.Format("Deepest: %d   ·   time in the caves: %s", run.Deepest, span(int(min(run.Turns, 1<<30))))
}

// partyLine names the party and what each of it is.
func partyLine(p *play) string {
	var names []string
	for _, m := range p.state.Party() {
		names = append(names, m.User+", "+p.state.Content().Name(protocol.TableKits, m.Kit))
	}
	return strings.Join(names, gap)
}

// openEnd tells how the run ended, and takes no keys for a while.
func (g *Game) openEnd(p *play, deaf time.Duration) {
	run := p.state.Run()
	title, on, picture := lang.Text("The run is lost"), lang.Text("Watch on"), ui.IconOf("terrain_gravestone", "")
	if run.State == "won" {
		title, on, picture = lang.Text("The Heart is yours"), lang.Text("Go on below"), ui.IconOf("item_heart", "")
	}
	m := &menu{deaf: g.now + deaf, form: ui.Form{Width: 560, Items: []ui.Item{
		{Kind: ui.Title, Text: title},
		{Kind: ui.Picture, Icon: picture},
		{Kind: ui.Text, Text: run.Story},
		{Kind: ui.Text, Tone: ui.Quiet, Style: ui.Small, Text: runFacts(run)},
		{Kind: ui.Text, Tone: ui.Warm, Style: ui.Small, Text: partyLine(p)},
		{Kind: ui.Gap},
		{Kind: ui.Button, ID: idNewRun, Text: lang.Text("New run")},
		{Kind: ui.Button, ID: idStory, Text: lang.Text("The hall of fame")},
		{Kind: ui.Button, ID: idBack, Text: on},
	}}}
	if recap := p.state.Self().Recap; run.State == "lost" && len(recap) > 0 {
		// Who is alone is told of her death here only.
		var told []ui.Item
		for i := max(0, len(recap)-recapLines); i < len(recap); i++ {
			told = append(told, ui.Item{Kind: ui.Text, Style: ui.Small, Tone: ui.Alarm, Text: recap[i].Text + "   " + causeText(&recap[i])})
		}
		m.form.Items = slices.Insert(m.form.Items, 3, told...)
	}
	m.back = g.pop
	m.choose = func(id int) {
		switch id {
		case idStory:
			g.openHall(p)
			return
		case idNewRun:
			p.do(protocol.NewRun{})
		default:
			p.say(g.prompts.text(lang.Text("{commands} lists how the run goes, and asks for a new one.")), ui.Quiet)
		}
		g.pop()
	}
	g.push(m)
}
