package app

import (
	"fmt"

	"laneya/geom"
	"laneya/lang"
	"laneya/protocol"
	"laneya/sprites"
	"laneya/ui"
)

// kitIcon returns the picture of a hero with that kit, in the colour of the player's.
func kitIcon(p *play, r *protocol.Row) ui.Icon {
	kit, ok := sprites.KitOf(r.Picture)
	if !ok {
		return ui.Icon{}
	}
	colour := 0
	if hero := p.state.Hero(); hero != nil {
		colour, _ = sprites.CloakOf(hero.Colour)
	}
	id, _ := kit.Picture(colour, geom.South, sprites.Idle)
	return ui.Icon{ID: id, Drawn: true}
}

// openKits lets the player choose what her hero begins with, and looks like.
func (g *Game) openKits(p *play) {
	c := p.state.Content()
	keys := c.Keys(protocol.TableKits, "")
	l := &listScreen{list: ui.List{Title: lang.Text("Who are you?"), Letters: true, Wide: 34, Hint: lang.Text("[A letter or ]{confirm} chooses; you can choose again until you first climb down   ·   {cancel} goes back")}}
	colour := ""
	l.fill = func() {
		if hero := p.state.Hero(); hero != nil {
			colour = hero.Colour
			l.list.Rows = append(l.list.Rows, ui.Row{Head: true, ID: -1, Text: hero.Name})
		}
		for i, key := range keys {
			row := ui.Row{ID: i, Text: c.Name(protocol.TableKits, key), Icon: kitIcon(p, c.Row(protocol.TableKits, key))}
			l.list.Rows = append(l.list.Rows, row)
		}
		l.list.Rows = append(l.list.Rows, ui.Row{ID: len(keys), Text: lang.Text("Colour"), Mark: "●", MarkInk: colourOf(c, colour)})
	}
	l.stale = func() bool {
		hero := p.state.Hero()
		return hero != nil && hero.Colour != colour
	}
	l.focus = func(row *ui.Row) {
		if row.ID == len(keys) {
			l.list.Detail = ui.Detail{Title: row.Text, Text: lang.Text("Your cloak has it, and your name over your head, so that your friends know you from afar.")}
			return
		}
		l.list.Detail = kitDetail(p, keys[row.ID])
	}
	l.choose = func(id int) {
		if id == len(keys) {
			g.openColours(p)
			return
		}
		g.pop()
		p.do(protocol.Kit{Kit: keys[id]})
	}
	l.fill()
	g.push(l)
}

// kitDetail returns what a kit is good for and what belongs to it.
func kitDetail(p *play, key string) ui.Detail {
	c := p.state.Content()
	r := c.Row(protocol.TableKits, key)
	d := ui.Detail{Icon: kitIcon(p, r), Large: true, Title: r.Name, Text: r.Text}
	if r.Health > 0 {
		d.Facts = append(d.Facts, [2]string{lang.Text("health"), fmt.Sprint(r.Health)})
	}
	for _, trait := range r.Traits {
		d.Text += "\n\n" + trait
	}
	for _, it := range r.Items {
		name := c.Name(protocol.TableItems, it.Item)
		if it.Count > 1 {
			name = fmt.Sprintf("%s ×%d", name, it.Count)
		}
		worn := lang.Text("carried")
		if it.Worn {
			worn = lang.Text("worn")
		}
		d.Facts = append(d.Facts, [2]string{name, worn})
	}
	return d
}
