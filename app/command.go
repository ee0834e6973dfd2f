package app

import (
	"iter"
	"slices"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/input"
	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

// command is something that a player can ask for while playing: by its key, or
// from the list of all commands.
type command struct {
	action input.Action
	text   string // what it does
	wisp   bool   // a wisp may do it, too
	do     func(g *Game, p *play)
}

// commands are listed in this order.
var commands []command

func init() {
	commands = []command{
		{input.Explore, lang.Mark("Explore: walk to what is new and pick up on the way"), false, want(protocol.Explore{})},
		{input.Attack, lang.Mark("Attack the nearest foe, until it is dead"), false, want(protocol.Attack{})},
		{input.Shoot, lang.Mark("Shoot with the bow that you hold"), false, (*Game).aimShot},
		{input.Throw, lang.Mark("Throw something"), false, (*Game).aimLastThrow},
		{input.Zap, lang.Mark("Use a wand or staff"), false, (*Game).aimLastZap},
		{input.Use, lang.Mark("Eat, drink, read or apply something"), false, func(g *Game, p *play) { g.openPack(p, lang.Text("Use what?"), can("use"), g.useItem) }},
		{input.Equip, lang.Mark("Wear, wield or take off something"), false, func(g *Game, p *play) { g.openPack(p, lang.Text("Wear, wield or take off what?"), wearable, g.wear) }},
		{input.Drop, lang.Mark("Drop something"), false, func(g *Game, p *play) { g.openPack(p, lang.Text("Drop what?"), nil, g.drop) }},
		{input.Inventory, lang.Mark("What you carry and wear"), false, func(g *Game, p *play) { g.openInventory(p, 0) }},
		{input.Take, lang.Mark("Pick up what lies here, or take from a chest or grave"), false, (*Game).takeHere},
		{input.Touch, lang.Mark("Touch what is next to you: levers, altars, chests; or wait a moment"), false, touch},
		{input.Door, lang.Mark("Open or close a door"), false, door},
		{input.Rest, lang.Mark("Rest until healed or disturbed"), false, want(protocol.Rest{})},
		{input.Search, lang.Mark("Search for what is hidden around you"), false, want(protocol.Search{})},
		{input.Sneak, lang.Mark("Sneak, or stop sneaking"), false, sneak},
		{input.ClimbDown, lang.Mark("Climb down, or go to the ladder down"), true, climb("down")},
		{input.ClimbUp, lang.Mark("Climb up, or go to the ladder up"), true, climb("up")},
		{input.Travel, lang.Mark("Go to a place: a ladder, a door, an altar, or any field"), true, (*Game).openTravel},
		{input.Look, lang.Mark("Look around: what is this?"), true, (*Game).aimLook},
		{input.Map, lang.Mark("Maps of the levels that you know"), true, (*Game).openCharts},
		{input.Find, lang.Mark("Find an item or a place by name"), true, (*Game).openFind},
		{input.Point, lang.Mark("Show your party a place"), true, (*Game).aimPoint},
		{input.Chat, lang.Mark("Say something"), true, (*Game).openChat},
		{input.Party, lang.Mark("Your party: where everyone is, follow, invite, hold"), true, (*Game).openParty},
		{input.Hold, lang.Mark("Ask for a hold, in which time goes step by step for all here, or let go"), true, toggleHold},
		{input.Log, lang.Mark("What happened"), true, (*Game).openJournal},
		{input.Guide, lang.Mark("The guide"), true, (*Game).openGuide},
		{input.Commands, lang.Mark("All that you can do, as a list"), true, (*Game).openCommands},
	}
}

// want returns what sets an intent.
func want(a protocol.Action) func(*Game, *play) {
	return func(g *Game, p *play) { p.want(g, a) }
}

// command does what one of the commands' keys asks for.
func (p *play) command(g *Game, in *input.Snapshot) bool {
	for i := range commands {
		if in.Asked.Has(commands[i].action) && !(g.set.SneakHold && commands[i].action == input.Sneak) {
			p.run(g, &commands[i])
			return true
		}
	}
	return false
}

// run does a command, if the game is far enough for it.
func (p *play) run(g *Game, c *command) {
	if p.state.Hero() == nil {
		return
	}
	if p.state.Self().Wisp && !c.wisp {
		p.say(lang.Text("You are a wisp: you can fly, look, talk and show places."), ui.Alarm)
		return
	}
	p.endStride()
	c.do(g, p)
}

// openCommands lists all commands; choosing one does it.
func (g *Game) openCommands(p *play) {
	l := &listScreen{list: ui.List{Title: lang.Text("What you can do"), Wide: 100, Hint: lang.Text("{walk} walks   ·   {confirm} does it   ·   {cancel} goes back")}}
	extra := []struct {
		text string
		do   func(*Game, *play)
	}{
		{lang.Text("Step where you would not: into the deep water, lava or chasm that you face"), stepInto},
		{lang.Text("Read the notice board"), (*Game).openBoard},
		{lang.Text("The hall of fame"), (*Game).openHall},
		{lang.Text("How the run goes, and a new one"), (*Game).openRun},
		{lang.Text("Choose a kit"), (*Game).openKits},
		{lang.Text("Make a gesture"), (*Game).openGestures},
		{lang.Text("Picking up and stopping"), (*Game).openPrefs},
	}
	l.fill = func() {
		for i := range commands {
			l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: lang.Text(commands[i].text), Note: g.prompts.all(commands[i].action)})
		}
		for i, e := range extra {
			l.list.Rows = append(l.list.Rows, ui.Row{ID: len(commands) + i, Text: e.text})
		}
	}
	l.choose = func(id int) {
		g.pop()
		if id < len(commands) {
			p.run(g, &commands[id])
			return
		}
		p.run(g, &command{wisp: true, do: extra[id-len(commands)].do})
	}
	l.fill()
	g.push(l)
}

// say adds a line of the client's own to the journal.
func (p *play) say(text string, tone ui.Tone) { p.journal.add(text, tone) }

// do asks the server for something; a refusal is told where it happened.
func (p *play) do(a protocol.Action) { p.ask(a, nil) }

// ask does the same, and then does something with the answer if it was a
// success.
func (p *play) ask(a protocol.Action, then func(*client.Reply)) {
	p.replies = append(p.replies, waiting{p.session.Do(a), then})
}

// listen takes in answers and events, and reports whether anything looks
// different.
func (p *play) listen(g *Game) bool {
	for i := 0; i < len(p.replies); i++ {
		w := p.replies[i]
		if _, _, come := w.reply.Poll(); !come {
			continue
		}
		p.replies = append(p.replies[:i], p.replies[i+1:]...)
		i--
		p.answered(g, w)
	}
	for refused := range p.refusals() {
		p.answered(g, waiting{reply: refused})
	}
	events := p.journal.read(p.state)
	for i := range events {
		p.interrupted(g, &events[i])
	}
	changed := p.journal.changed
	p.journal.changed = false
	p.met.follow(g, p)
	return p.refused.age(g) || changed
}

// refusals goes over the wishes that have been refused since it last did.
func (p *play) refusals() iter.Seq[*client.Reply] {
	return func(yield func(*client.Reply) bool) {
		for {
			select {
			case r := <-p.session.Refusals():
				if !yield(r) {
					return
				}
			default:
				return
			}
		}
	}
}

// interrupted shows at its place why what the hero was set to is over or was not
// begun; good news needs no place.
func (p *play) interrupted(g *Game, e *protocol.Event) {
	text, tone := p.state.Content().Say(e)
	if e.Ends {
		p.wished.leave()
	}
	if !e.Ends || e.At == nil || tone == "quiet" || tone == "good" {
		return
	}
	p.refused = refusal{text: text, at: geom.Pos{X: e.At.X, Y: e.At.Y}, until: g.now + refusalTime}
}

func (p *play) answered(g *Game, w waiting) {
	if f, no := w.reply.Refused(); no {
		p.wished.leave()
		text := p.state.Content().Refusal(&f)
		p.say(text, ui.Alarm)
		at := p.state.Hero()
		if f.At != nil {
			p.refused = refusal{text: text, at: geom.Pos{X: f.At.X, Y: f.At.Y}, until: g.now + refusalTime}
		} else if at != nil {
			p.refused = refusal{text: text, at: at.Pos, until: g.now + refusalTime}
		}
		return
	}
	if _, err, _ := w.reply.Poll(); err != nil {
		p.say(sentence(err), ui.Alarm)
		return
	}
	if w.then != nil {
		w.then(w.reply)
	}
}

// refusalTime is how long a refusal shows at its place.
const refusalTime = 2500 * time.Millisecond

// refusal is the sentence that says why the server refused, over the field that
// it is about.
type refusal struct {
	text  string
	at    geom.Pos
	until time.Duration
}

// age takes the sentence away in time, and reports whether it did.
func (r *refusal) age(g *Game) bool {
	if r.text == "" || g.now < r.until {
		return false
	}
	r.text = ""
	return true
}

func (r *refusal) draw(g *Game, p *play) {
	if r.text == "" {
		return
	}
	face := g.fonts.Face(ui.Small, g.scale)
	cell := p.scene.Cell(r.at)
	w := face.Width(r.text)
	x := min(max(cell.Min.X+(cell.Dx()-w)/2, g.px(8)), max(g.size.X-w-g.px(8), 0))
	y := min(max(cell.Min.Y-face.Height()-g.px(20), g.px(40)), g.size.Y*2/3)
	plate := imageRect(x, y, w, face.Height()).Inset(-g.px(4))
	g.painter.Fill(plate, ui.Alpha(ui.Ink, 0.8))
	g.painter.Text(x, y, r.text, face, ui.Rust)
}

// near are the ways to what is next to a hero, what she faces first.
func near(hero *client.Entity) [5]geom.Dir {
	return [5]geom.Dir{hero.Facing, geom.North, geom.East, geom.South, geom.West}
}

// touch touches, reads or opens what is next to the hero, and lets a moment go by
// where nothing is. Who has what wins the run wants to win it.
func touch(g *Game, p *play) {
	if p.state.Self().CanShare {
		g.share(p)
		return
	}
	hero := p.state.Hero()
	for _, d := range near(hero) {
		at := hero.Pos.Step(d)
		switch r := p.ground(at); {
		case r.Can("board"):
			g.openBoard(p)
			return
		case r.Can("take"):
			g.takeHere(p)
			return
		case r.Can("touch"):
			p.do(protocol.Touch{X: at.X, Y: at.Y})
			return
		}
	}
	p.want(g, protocol.Pass{})
}

// ground returns the row of what a field is made of, nil if that isn't known.
func (p *play) ground(at geom.Pos) *protocol.Row {
	return p.state.Content().Terrain(p.state.Terrain(at))
}

// stepInto goes knowingly onto the field that the hero faces.
func stepInto(_ *Game, p *play) {
	hero := p.state.Hero()
	at := hero.Pos.Step(hero.Facing)
	p.do(protocol.Cross{X: at.X, Y: at.Y})
}

// door opens the closed door next to the hero, or closes the open one.
func door(_ *Game, p *play) {
	hero := p.state.Hero()
	for _, d := range near(hero) {
		at := hero.Pos.Step(d)
		if r := p.ground(at); r.Can("door") && at != hero.Pos {
			p.do(protocol.Door{X: at.X, Y: at.Y, Open: r.Opaque})
			return
		}
	}
	p.say(lang.Text("There is no door next to you."), ui.Alarm)
}

func sneak(_ *Game, p *play) { p.do(protocol.Sneak{On: !p.state.Self().Sneaking}) }

func toggleHold(_ *Game, p *play) { p.do(protocol.Hold{On: !p.holds()}) }

// holds reports whether the player asks for a hold.
func (p *play) holds() bool {
	hero := p.state.Hero()
	return hero != nil && slices.Contains(p.state.Run().Holding, hero.Name)
}

// climb takes the ladder that the hero stands on, and otherwise goes to the
// nearest.
func climb(way string) func(*Game, *play) {
	return func(g *Game, p *play) {
		if p.ground(p.state.Hero().Pos).Can("climb_" + way) {
			p.do(protocol.Climb{Way: way})
			return
		}
		p.want(g, protocol.Travel{To: way})
	}
}
