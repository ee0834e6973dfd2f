package app

import (
	"image"
	"strings"

	"laneya/input"
	"laneya/lang"
	"laneya/ui"
)

// spotKind is a kind of thing that is drawn around the level.
type spotKind uint8

const (
	onHealth spotKind = iota
	onCondition
	onMember
	onFoe
	onStatus
	onInvite
	onJournal
	onMenu
	onQuick
	onMap
)

// spot is where one of those things stands, as it was drawn last.
type spot struct {
	box  image.Rectangle
	kind spotKind
	n    int // which of its kind
}

// mark notes where something was drawn.
func (p *play) mark(box image.Rectangle, kind spotKind, n int) {
	p.spots = append(p.spots, spot{box, kind, n})
}

// spotAt returns the thing at a place of the window; ok is false where the level is.
func (p *play) spotAt(at image.Point) (s spot, ok bool) {
	for i := len(p.spots) - 1; i >= 0; i-- {
		if at.In(p.spots[i].box) {
			return p.spots[i], true
		}
	}
	return spot{}, false
}

// explain says what a thing is, and what a click on it does.
func (p *play) explain(g *Game, s spot) ui.Detail {
	switch h := &p.hud; {
	case s.kind == onHealth:
		return ui.Detail{Title: lang.Format("Health: %s", h.health), Text: lang.Text("At 0 you die. It comes back by rest, food and potions. A click rests.")}
	case s.kind == onCondition && s.n < len(h.conditions):
		c := &h.conditions[s.n]
		return ui.Detail{Icon: c.icon, Title: asTitle(c.text), Text: c.help}
	case s.kind == onMember && s.n < len(h.party):
		return ui.Detail{Title: h.party[s.n].told(), Text: lang.Text("One of your party, and how well she is. A click opens the list of your party.")}
	case s.kind == onFoe && s.n < len(h.foes):
		return ui.Detail{Icon: h.foes[s.n].icon, Title: h.foes[s.n].told(), Text: lang.Text("A foe in sight, and how well it is; the nearest is above. A click looks at it.")}
	case s.kind == onStatus:
		return ui.Detail{Title: p.status.line, Text: lang.Text("Where you are, whether time waits for you, and how long a word takes to the world and back. A click opens the map.")}
	case s.kind == onInvite:
		return ui.Detail{Title: p.status.invite, Text: lang.Text("What friends write to join your world. A click copies it.")}
	case s.kind == onJournal:
		return ui.Detail{Title: lang.Text("The journal"), Text: lang.Text("What happened last. A click shows all of it.")}
	case s.kind == onMenu:
		return ui.Detail{Title: lang.Text("Menu"), Text: lang.Text("All that you can do, settings, and the way out.")}
	case s.kind == onMap:
		return ui.Detail{Title: lang.Text("Map in the corner"), Text: g.prompts.text(lang.Text("What is known of the level, small: {minimap} shows or hides it, and a click opens the maps."))}
	case s.kind == onQuick && s.n < len(quickCommands):
		return p.explainQuick(g, quickCommands[s.n].action)
	}
	return ui.Detail{}
}

// told returns what a bar says, in one line.
func (b *bar) told() string {
	if b.note == "" {
		return asTitle(b.name)
	}
	return asTitle(b.name) + ", " + b.note
}

// click does what a click on a thing is for.
func (p *play) click(g *Game, s spot) {
	switch s.kind {
	case onHealth:
		p.command1(g, input.Rest)
	case onCondition, onMenu:
	case onMember:
		g.openParty(p)
	case onFoe:
		if near := p.hud.near; s.n < len(near) {
			at, id := near[s.n].Pos, near[s.n].ID
			g.aimLook(p)
			if a, ok := g.top().(*aim); ok {
				a.at, a.on = at, id
				a.describe()
			}
		}
	case onStatus, onMap:
		p.command1(g, input.Map)
	case onInvite:
		g.cfg.Clipboard.Write(p.status.invite)
		g.tell(lang.Text("It is copied: send it to your friends."))
	case onJournal:
		p.command1(g, input.Log)
	case onQuick:
		p.command1(g, quickCommands[s.n].action)
	}
}

// command1 does the command of an action.
func (p *play) command1(g *Game, a input.Action) {
	for i := range commands {
		if commands[i].action == a {
			p.run(g, &commands[i])
		}
	}
}

// quickCommands are at hand as buttons for who plays by mouse; the last leads to all
// others.
var quickCommands = []keyAction{
	{input.Explore, lang.Mark("Explore")}, {input.Rest, lang.Mark("Rest")}, {input.Search, lang.Mark("Search")}, {input.Touch, lang.Mark("Touch")},
	{input.Inventory, lang.Mark("Carried")}, {input.Look, lang.Mark("Look")}, {input.Chat, lang.Mark("Talk")}, {input.Commands, lang.Mark("More")},
}

const quickColumns = 4

// quickBox returns where those buttons stand; empty where nobody plays by mouse.
func (p *play) quickBox(g *Game) image.Rectangle {
	if g.prompts.device != input.Mouse || p.state.Hero() == nil {
		return image.Rectangle{}
	}
	face := g.fonts.Face(ui.Small, g.scale)
	rows := (len(quickCommands) + quickColumns - 1) / quickColumns
	size := image.Pt(quickColumns*g.px(66), rows*(face.Height()+g.px(13)))
	at := g.size.Sub(size).Sub(image.Pt(g.px(8), g.px(8)))
	return image.Rectangle{Min: at, Max: at.Add(size)}
}

// right returns how far to the right what stands at the bottom may go.
func (p *play) right(g *Game) int {
	if box := p.quickBox(g); !box.Empty() {
		return box.Min.X - g.px(10)
	}
	return g.size.X
}

func (p *play) drawQuick(g *Game) {
	box := p.quickBox(g)
	if box.Empty() {
		return
	}
	face := g.fonts.Face(ui.Small, g.scale)
	w, h := g.px(66), face.Height()+g.px(13)
	for i := range quickCommands {
		at := box.Min.Add(image.Pt(i%quickColumns*w, i/quickColumns*h))
		button := image.Rectangle{Min: at, Max: at.Add(image.Pt(w, h))}.Inset(max(g.px(2), 1))
		look, ink := ui.Raised, ui.Muted
		if p.hover.over == (spot{button, onQuick, i}) {
			look, ink = ui.RaisedFocus, ui.Flame
		}
		g.painter.Box(button, look, g.scale)
		text := lang.Text(quickCommands[i].text)
		label := g.fonts.Fitting(ui.Small, g.scale, text, button.Dx()-g.px(6))
		g.painter.Text(button.Min.X+(button.Dx()-label.Width(text))/2, button.Min.Y+(button.Dy()-label.Height())/2, text, label, ink)
		p.mark(button, onQuick, i)
	}
}

// explainQuick says what a command does, and which keys ask for it.
func (p *play) explainQuick(g *Game, a input.Action) ui.Detail {
	d := g.keyDetail(a)
	d.Text = strings.TrimSpace(d.Text)
	return d
}
