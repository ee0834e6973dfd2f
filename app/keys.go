package app

import (
	"slices"
	"strings"

	"laneya/input"
	"laneya/lang"
	"laneya/settings"
	"laneya/ui"
)

// keyGroups are all actions as the screen of keys lists them.
var keyGroups = []struct {
	name    string
	actions []keyAction
}{
	{lang.Mark("Walking"), []keyAction{
		{input.WalkNorth, lang.Mark("Walk north")}, {input.WalkWest, lang.Mark("Walk west")}, {input.WalkSouth, lang.Mark("Walk south")}, {input.WalkEast, lang.Mark("Walk east")},
		{input.Explore, lang.Mark("Explore")}, {input.Travel, lang.Mark("Go to a place")}, {input.ClimbDown, lang.Mark("Climb down")}, {input.ClimbUp, lang.Mark("Climb up")}, {input.Sneak, lang.Mark("Sneak")},
	}},
	{lang.Mark("Fighting"), []keyAction{
		{input.Attack, lang.Mark("Attack the nearest")}, {input.Shoot, lang.Mark("Shoot")}, {input.Throw, lang.Mark("Throw")}, {input.Zap, lang.Mark("Zap")},
	}},
	{lang.Mark("Things"), []keyAction{
		{input.Inventory, lang.Mark("What you carry")}, {input.Use, lang.Mark("Use something")}, {input.Equip, lang.Mark("Wear or wield")}, {input.Take, lang.Mark("Pick up")}, {input.Drop, lang.Mark("Drop something")},
		{input.Touch, lang.Mark("Touch or wait")}, {input.Door, lang.Mark("Open or close a door")}, {input.Rest, lang.Mark("Rest")}, {input.Search, lang.Mark("Search")},
	}},
	{lang.Mark("Knowing"), []keyAction{
		{input.Look, lang.Mark("Look around")}, {input.Map, lang.Mark("Maps")}, {input.Find, lang.Mark("Find")}, {input.Log, lang.Mark("What happened")}, {input.Guide, lang.Mark("The guide")}, {input.Commands, lang.Mark("What you can do")},
	}},
	{lang.Mark("Friends"), []keyAction{
		{input.Chat, lang.Mark("Say something")}, {input.Party, lang.Mark("Your party")}, {input.Point, lang.Mark("Show a place")}, {input.Hold, lang.Mark("Ask for a hold")},
	}},
	{lang.Mark("Menus, lists and aiming"), []keyAction{
		{input.Up, lang.Mark("Up")}, {input.Left, lang.Mark("Left")}, {input.Down, lang.Mark("Down")}, {input.Right, lang.Mark("Right")}, {input.Next, lang.Mark("Next")}, {input.Previous, lang.Mark("Previous")},
		{input.PageUp, lang.Mark("Page back")}, {input.PageDown, lang.Mark("Page on")}, {input.Confirm, lang.Mark("Choose")}, {input.Cancel, lang.Mark("Go back")}, {input.Menu, lang.Mark("The menu")}, {input.Write, lang.Mark("Letters on the screen")},
	}},
	{lang.Mark("The window"), []keyAction{
		{input.ZoomIn, lang.Mark("Nearer")}, {input.ZoomOut, lang.Mark("Further off")}, {input.Fullscreen, lang.Mark("Full screen")}, {input.Minimap, lang.Mark("Map in the corner")}, {input.Screenshot, lang.Mark("A picture of the window")}, {input.Replay, lang.Mark("The last ten seconds, moving")}, {input.Quit, lang.Mark("Quit")},
	}},
}

// keyAction is an action and what it is called.
type keyAction struct {
	action input.Action
	text   string
}

// actionText returns what an action is called.
func actionText(a input.Action) string {
	for i := range keyGroups {
		for _, k := range keyGroups[i].actions {
			if k.action == a {
				return lang.Text(k.text)
			}
		}
	}
	return a.String()
}

// allUsual is the ID of the row that makes all keys the usual ones.
const allUsual = 1000

// openKeys lists all actions with the keys and buttons that ask for them.
func (g *Game) openKeys() {
	l := &listScreen{list: ui.List{
		Title: lang.Text("Keys and buttons"), Wide: 66, Groups: true, Filter: &ui.Editor{}, Prompt: lang.Text("Search:") + "  ", Empty: lang.Text("Nothing is called that."),
		Hint: lang.Text("{confirm} sets   ·   {right} adds   ·   {left} takes the last away   ·   {cancel} goes back"),
	}}
	l.fill = func() {
		sought := strings.Fields(strings.ToLower(l.list.Filter.String()))
		for i := range keyGroups {
			headed := false
			for _, k := range keyGroups[i].actions {
				row := ui.Row{ID: int(k.action), Text: lang.Text(k.text), Note: g.prompts.both(k.action), Steps: true}
				if !containsAll(strings.ToLower(lang.Text(keyGroups[i].name)+" "+row.Text+" "+ui.Spell(row.Note)), sought) {
					continue
				}
				if !headed {
					l.list.Rows, headed = append(l.list.Rows, ui.Row{Head: true, ID: -1, Text: lang.Text(keyGroups[i].name)}), true
				}
				l.list.Rows = append(l.list.Rows, row)
			}
		}
		if len(sought) == 0 {
			l.list.Rows = append(l.list.Rows, ui.Row{Head: true, ID: -1}, ui.Row{ID: allUsual, Text: lang.Text("Everything as usual"), Tone: ui.Warm})
		}
	}
	l.focus = func(row *ui.Row) {
		if row.ID == allUsual {
			l.list.Detail = ui.Detail{Title: row.Text, Text: lang.Text("All keys and buttons are as they were when the game was new.")}
			return
		}
		l.list.Detail = g.keyDetail(input.Action(row.ID))
	}
	l.choose = func(id int) {
		if id == allUsual {
			g.askUsual()
			return
		}
		g.capture(input.Action(id), false)
	}
	l.step = func(id, d int) {
		switch {
		case id == allUsual:
		case d > 0:
			g.capture(input.Action(id), true)
		default:
			g.unbindLast(input.Action(id))
		}
	}
	l.text = l.renew
	l.fill()
	g.push(l)
}

// both returns the pictures of all keys and buttons that ask for an action.
func (p *prompts) both(a input.Action) string {
	return strings.Join(append(p.keys(a), p.buttons(a)...), " ")
}

// keyDetail says what an action is and what asks for it.
func (g *Game) keyDetail(a input.Action) ui.Detail {
	d := ui.Detail{Title: actionText(a)}
	for i := range commands {
		if commands[i].action == a {
			d.Text = lang.Text(commands[i].text) + "."
		}
	}
	none := func(all []string) string {
		if len(all) == 0 {
			return lang.Text("nothing")
		}
		return strings.Join(all, " ")
	}
	d.Facts = [][2]string{{lang.Text("keyboard"), none(g.prompts.keys(a))}, {lang.Text("gamepad"), none(g.prompts.buttons(a))}}
	if b := g.prompts.table.Of(a); b != nil && len(b.Fixed)+len(b.FixedButtons) > 0 {
		d.Text = strings.TrimSpace(d.Text + "\n\n" + lang.Text("The first of each stays, so that you always find out of a menu."))
	}
	return d
}

// askUsual asks whether all keys are to be the usual ones.
func (g *Game) askUsual() {
	m := &menu{form: ui.Form{Width: 400, Items: []ui.Item{
		{Kind: ui.Title, Text: lang.Text("Everything as usual?")},
		{Kind: ui.Gap},
		{Kind: ui.Button, ID: idStay, Text: lang.Text("Leave it as it is")},
		{Kind: ui.Button, ID: idBack, Text: lang.Text("As usual")},
	}}}
	m.back = g.pop
	m.choose = func(id int) {
		g.pop()
		if id == idBack {
			g.set.Keys, g.set.Gamepad = settings.Table{}, settings.Table{}
			g.bind()
			g.keep()
		}
	}
	g.push(m)
}

// rebind changes the table of keys, and keeps it.
func (g *Game) rebind(change func(t input.Bindings)) {
	change(g.prompts.table)
	keys, pad := g.prompts.table.Changes()
	g.set.Keys, g.set.Gamepad = settings.TableOf(keys), settings.TableOf(pad)
	g.bind()
	g.keep()
}

// unbindLast takes away what was bound to an action last, of the device at hand.
func (g *Game) unbindLast(a input.Action) {
	g.rebind(func(t input.Bindings) {
		b := t.Of(a)
		switch pad := g.prompts.device == input.Gamepad; {
		case pad && len(b.Buttons) > 0:
			b.Buttons = b.Buttons[:len(b.Buttons)-1]
		case !pad && len(b.Keys) > 0:
			b.Keys = b.Keys[:len(b.Keys)-1]
		}
	})
}

// bindKey makes a key ask for an action, alone or as well, and for nothing else in
// the same places.
func (g *Game) bindKey(a input.Action, c input.Chord, add bool) {
	g.rebind(func(t input.Bindings) {
		if other, fixed, taken := t.Taken(a, c); taken && !fixed {
			b := t.Of(other)
			b.Keys = slices.DeleteFunc(slices.Clone(b.Keys), func(k input.Chord) bool { return k == c })
		}
		b := t.Of(a)
		if !add {
			b.Keys = nil
		}
		if !slices.Contains(b.Keys, c) && !slices.Contains(b.Fixed, c) {
			b.Keys = append(slices.Clone(b.Keys), c)
		}
	})
}

// bindButton does the same with a gamepad's button.
func (g *Game) bindButton(a input.Action, c input.Button, add bool) {
	g.rebind(func(t input.Bindings) {
		if other, fixed, taken := t.TakenButton(a, c); taken && !fixed {
			b := t.Of(other)
			b.Buttons = slices.DeleteFunc(slices.Clone(b.Buttons), func(k input.Button) bool { return k == c })
		}
		b := t.Of(a)
		if !add {
			b.Buttons = nil
		}
		if !slices.Contains(b.Buttons, c) && !slices.Contains(b.FixedButtons, c) {
			b.Buttons = append(slices.Clone(b.Buttons), c)
		}
	})
}
