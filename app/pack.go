package app

import (
	"slices"
	"strconv"
	"strings"

	"laneya/client"
	"laneya/geom"
	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

// filter says which items a list of the pack shows; nil shows all.
type filter func(c *client.Content, it *protocol.Item) bool

func throwable(_ *client.Content, it *protocol.Item) bool { return it.Slot == "" }

// can returns the filter of items of which that can be asked.
func can(verb string) filter {
	return func(c *client.Content, it *protocol.Item) bool { return c.Row(protocol.TableItems, it.Kind).Can(verb) }
}

// wearable reports whether the item can be worn.
func wearable(c *client.Content, it *protocol.Item) bool {
	r := c.Row(protocol.TableItems, it.Kind)
	return r != nil && r.Slot != ""
}

// openPack lists what the hero carries, worn things first, and does something
// with the item that is chosen.
func (g *Game) openPack(p *play, title string, only filter, then func(p *play, id uint64)) {
	g.openPackAt(p, title, only, 0, then)
}

// openPackAt does the same with the focus on an item, if that is among them.
func (g *Game) openPackAt(p *play, title string, only filter, on uint64, then func(p *play, id uint64)) {
	l := &listScreen{list: ui.List{Title: title, Letters: true, Empty: lang.Text("Nothing of that kind."), Hint: lang.Text("[A letter or ]{confirm} chooses   ·   {cancel} goes back")}}
	var ids []uint64
	var items []protocol.Item // that the rows are made of
	l.stale = func() bool { return !slices.Equal(items, p.state.Items()) }
	l.fill = func() {
		ids, items = ids[:0], slices.Clone(p.state.Items())
		c := p.state.Content()
		for _, worn := range [2]bool{true, false} {
			headed := false
			for i := range p.state.Items() {
				it := &p.state.Items()[i]
				if (it.Slot != "") != worn || only != nil && !only(c, it) {
					continue
				}
				if !headed {
					headed = true
					head := lang.Text("In the pack")
					if worn {
						head = lang.Text("Worn")
					}
					l.list.Rows = append(l.list.Rows, ui.Row{Head: true, Text: head})
				}
				l.list.Rows = append(l.list.Rows, itemRow(c, it, len(ids)))
				ids = append(ids, it.ID)
			}
		}
	}
	l.focus = func(row *ui.Row) { l.describe(p, protocol.Describe{Item: ids[row.ID]}, row.Icon) }
	l.choose = func(id int) {
		g.pop()
		then(p, ids[id])
	}
	l.fill()
	l.list.SetFocus(max(slices.Index(ids, on), 0))
	g.push(l)
}

// itemRow is the row of an item, the nth of its list.
func itemRow(c *client.Content, it *protocol.Item, n int) ui.Row {
	row := ui.Row{ID: n, Text: it.Name, Mark: "?", MarkInk: ui.Cream}
	if r := c.Row(protocol.TableItems, it.Kind); r != nil {
		row.Mark, row.MarkInk, row.Icon = r.Glyph, legible(colourOf(c, r.Colour)), ui.IconOf(r.Picture, r.Colour)
	}
	switch {
	case it.Slot != "":
		row.Note = c.Name(protocol.TableSlots, it.Slot)
	case it.Junk:
		row.Note, row.Tone = lang.Text("junk"), ui.Quiet
	}
	if it.Cursed {
		row.Tone = ui.Alarm
	}
	if it.Slot != "" && it.Fuel > 0 {
		row.Note += " " + span(it.Fuel)
	}
	return row
}

// The IDs of what can be done with an item.
const (
	doUse = 100 + iota
	doEquip
	doUnequip
	doThrow
	doZap
	doDrop
	doGive
	doPut
	doJunk

	allOf = 50 // added to doDrop, doGive and doPut for the whole stack
)

// doLetters are the keys of what can be done with an item.
var doLetters = map[int]rune{
	doUse: 'u', doEquip: 'w', doUnequip: 'w', doThrow: 't', doZap: 'z', doDrop: 'd', doDrop + allOf: 'a',
	doGive: 'g', doGive + allOf: 'f', doPut: 'p', doPut + allOf: 'o', doJunk: 'j',
}

// openInventory lists all that the hero carries; the focus is on that item, if
// it is there.
func (g *Game) openInventory(p *play, on uint64) {
	g.openPackAt(p, lang.Text("What you carry"), nil, on, g.openItem)
}

// openItem asks what to do with an item.
func (g *Game) openItem(p *play, id uint64) {
	it := p.state.Item(id)
	if it == nil {
		return
	}
	c := p.state.Content()
	m := &menu{form: ui.Form{Width: 360, Items: []ui.Item{{Kind: ui.Title, Text: it.Name}, {Kind: ui.Gap}}}}
	button := func(id int, text string) {
		if letter := doLetters[id]; letter != 0 {
			m.letters = append(m.letters, letterOf{letter, id})
			text += "   " + strings.ToUpper(string(letter))
		}
		m.form.Items = append(m.form.Items, ui.Item{Kind: ui.Button, ID: id, Text: text})
	}
	kind := c.Row(protocol.TableItems, it.Kind)
	if kind.Can("use") {
		button(doUse, kind.Use)
	}
	if kind.Can("zap") {
		button(doZap, lang.Text("Zap"))
	}
	switch {
	case it.Slot != "":
		button(doUnequip, lang.Text("Take off"))
	case wearable(c, it):
		button(doEquip, lang.Text("Wear or wield"))
	}
	if it.Slot == "" {
		button(doThrow, lang.Text("Throw"))
	}
	some := func(id int, it1, one, all string) {
		if it.Count == 1 {
			button(id, it1)
			return
		}
		button(id, one)
		button(id+allOf, all)
	}
	if friend := friendBeside(p.state); friend != "" {
		some(doGive, lang.Format("Give to %s", friend), lang.Format("Give one to %s", friend), lang.Format("Give all %d to %s", it.Count, friend))
	}
	if at, ok := storeBeside(p); ok {
		put := p.ground(at).Put // "into the chest"
		some(doPut, asTitle(lang.Format("Put %s", put)), asTitle(lang.Format("Put one %s", put)), asTitle(lang.Format("Put all %d %s", it.Count, put)))
	}
	some(doDrop, lang.Text("Drop"), lang.Text("Drop one"), lang.Format("Drop all %d", it.Count))
	junk := lang.Text("Mark as junk")
	if it.Junk {
		junk = lang.Text("It is no junk")
	}
	button(doJunk, junk)
	button(idBack, lang.Text("Back"))
	m.back = func() {
		g.pop()
		g.openInventory(p, id)
	}
	m.choose = func(what int) {
		if what == idBack {
			m.back()
			return
		}
		g.pop()
		g.doWith(p, id, what)
	}
	g.push(m)
}

// doWith does what was chosen with an item.
func (g *Game) doWith(p *play, id uint64, what int) {
	it := p.state.Item(id)
	if it == nil {
		return
	}
	n := 1
	if what >= doDrop+allOf {
		n = it.Count
	}
	switch what {
	case doUse:
		g.useItem(p, id)
	case doEquip, doUnequip:
		g.wear(p, id)
	case doThrow:
		g.aimThrow(p, id)
	case doZap:
		g.aimZap(p, id)
	case doDrop, doDrop + allOf:
		p.do(protocol.Drop{Item: id, Count: n})
	case doGive, doGive + allOf:
		if friend := friendBeside(p.state); friend != "" {
			p.do(protocol.Give{Item: id, Count: n, To: friend})
		}
	case doPut, doPut + allOf:
		if at, ok := storeBeside(p); ok {
			p.do(protocol.Put{Item: id, Count: n, X: at.X, Y: at.Y})
		}
	case doJunk:
		p.do(protocol.Junk{Item: id, On: !it.Junk})
	}
}

// wear puts an item on, or takes it off.
func (g *Game) wear(p *play, id uint64) {
	if it := p.state.Item(id); it != nil && it.Slot != "" {
		p.do(protocol.Unequip{Item: id})
		return
	}
	p.do(protocol.Equip{Item: id})
}

// drop lays down all of an item.
func (g *Game) drop(p *play, id uint64) {
	if it := p.state.Item(id); it != nil {
		p.do(protocol.Drop{Item: id, Count: it.Count})
	}
}

// useItem uses an item, after asking onto which where it needs another.
func (g *Game) useItem(p *play, id uint64) {
	it := p.state.Item(id)
	if it == nil {
		return
	}
	if r := p.state.Content().Row(protocol.TableItems, it.Kind); r != nil && r.Onto {
		g.openPack(p, lang.Text("Onto which item?"), wearable, func(p *play, on uint64) {
			p.do(protocol.Use{Item: id, Target: strconv.FormatUint(on, 10)})
		})
		return
	}
	p.do(protocol.Use{Item: id})
}

// friendBeside returns the user of a hero next to the player's, "" for none.
func friendBeside(st *client.State) string {
	hero := st.Hero()
	if hero == nil {
		return ""
	}
	for _, e := range st.Entities() {
		if e != hero && e.Kind == protocol.KindHero && !e.Wisp && e.Pos.Sub(hero.Pos).Taxicab() == 1 {
			return e.Name
		}
	}
	return ""
}

// storeBeside returns the chest, grave, altar or the like next to the hero or
// under her.
func storeBeside(p *play) (at geom.Pos, ok bool) {
	hero := p.state.Hero()
	if hero == nil {
		return at, false
	}
	for _, d := range [5]geom.Dir{geom.Stop, geom.North, geom.East, geom.South, geom.West} {
		if at = hero.Pos.Step(d); p.ground(at).Can("put") {
			return at, true
		}
	}
	return at, false
}

// takeHere takes what lies on the hero's field: at once where it is one thing,
// otherwise by a list, which also has what is in chests and graves next to her.
func (g *Game) takeHere(p *play) {
	var piles []protocol.Pile
	collect := func() {
		piles = piles[:0]
		hero := p.state.Hero()
		for _, t := range p.state.Things() {
			if hero != nil && t.In == "" && t.X == hero.Pos.X && t.Y == hero.Pos.Y {
				piles = append(piles, t)
			}
		}
		piles = append(piles, p.state.Self().Near...)
	}
	collect()
	switch {
	case len(piles) == 0:
		p.say(lang.Text("There is nothing here to take."), ui.Alarm)
		return
	case len(piles) == 1 && piles[0].In == "":
		p.do(protocol.Take{Thing: piles[0].ID})
		return
	}
	l := &listScreen{list: ui.List{Title: lang.Text("Take what?"), Letters: true, Empty: lang.Text("Nothing is left."), Hint: lang.Text("[A letter or ]{confirm} takes   ·   {cancel} goes back")}}
	l.fill = func() {
		collect()
		if len(piles) > 1 {
			l.list.Rows = append(l.list.Rows, ui.Row{ID: len(piles), Text: lang.Text("All of it"), Tone: ui.Warm})
		}
		c := p.state.Content()
		for i := range piles {
			row := ui.Row{ID: i, Text: piles[i].Name, Note: lang.Text(piles[i].In), Mark: "?", MarkInk: ui.Cream}
			if r := c.Row(protocol.TableItems, piles[i].Kind); r != nil {
				row.Mark, row.MarkInk, row.Icon = r.Glyph, legible(colourOf(c, r.Colour)), ui.IconOf(r.Picture, r.Colour)
			}
			l.list.Rows = append(l.list.Rows, row)
		}
	}
	l.focus = func(row *ui.Row) {
		if l.list.Detail = (ui.Detail{}); row.ID < len(piles) {
			l.describe(p, protocol.Describe{Item: piles[row.ID].ID}, row.Icon)
		}
	}
	var all haul
	l.stale = func() bool {
		all.take(g, p)
		was := slices.Clone(piles)
		collect()
		if len(piles) == 0 && g.top() == l {
			g.pop()
		}
		return !slices.Equal(was, piles)
	}
	take := func(i int) { p.do(protocol.Take{Thing: piles[i].ID}) }
	l.choose = func(id int) {
		if id < len(piles) {
			take(id)
			return
		}
		for i := range piles {
			all.rest = append(all.rest, piles[i].ID)
		}
	}
	l.fill()
	g.push(l)
}
