package app

import (
	"fmt"
	"io"
	"strings"

	"laneya/lang"
	"laneya/ui"
)

// narrator says in lines of text what there is to see: what happened, how the hero is,
// which screen is open, and what has the focus. A screen reader or a braille display
// reads them.
type narrator struct {
	out    io.Writer // nil where nothing is narrated
	screen screen    // that was told of
	focus  string    // likewise
	lines  uint64    // of the journal
	last   string    // of them
	health string

	of     narrated        // that the surroundings were told of
	level  string          // likewise
	known  map[string]bool // things and ground of it
	living map[string]bool // who was near
	here   string          // what lies where the hero is
	cursor string
}

// tick tells what is new since the last frame.
func (n *narrator) tick(g *Game) {
	if n.out == nil {
		return
	}
	for _, s := range g.stack {
		if p, ok := s.(*play); ok {
			n.journal(p)
			n.hero(p)
			n.surroundings(p)
		}
	}
	top := g.top()
	text := focused(top)
	if top != n.screen {
		n.say(g.prompts.text(titled(top)))
	}
	if text != n.focus || top != n.screen {
		n.say(text)
	}
	n.screen, n.focus = top, text
}

// say writes a line. Who doesn't read it anymore loses nothing else by that.
func (n *narrator) say(text string) {
	if text = strings.Join(strings.Fields(ui.Spell(text)), " "); text != "" {
		_, _ = fmt.Fprintln(n.out, text)
	}
}

// journal tells the lines that the journal has gained, and the last one anew where it
// happened again.
func (n *narrator) journal(p *play) {
	all := p.journal.entries
	if len(all) == 0 {
		return
	}
	fresh := int(min(p.journal.added-n.lines, uint64(len(all)))) // all, of another journal
	n.lines = p.journal.added
	if last := all[len(all)-1].String(); fresh == 0 && last != n.last {
		fresh = 1
	}
	for i := len(all) - fresh; i < len(all); i++ {
		n.last = all[i].String()
		n.say(n.last)
	}
}

// hero tells of the hero's health when it has changed.
func (n *narrator) hero(p *play) {
	self := p.state.Self()
	if self.MaxHealth == 0 {
		return
	}
	if text := lang.Format("Health %d of %d.", self.Health, self.MaxHealth); text != n.health {
		n.health = text
		n.say(text)
	}
}

// titled returns what a screen is called, "" where it needs no name.
func titled(s screen) string {
	switch s := s.(type) {
	case *title:
		return "laneya"
	case *listScreen:
		return stopped(s.list.Title)
	case *menu:
		return formTitle(&s.form)
	case *aim:
		return s.prompt()
	}
	return ""
}

// formTitle returns the title of a form and its sentences.
func formTitle(f *ui.Form) string {
	var all []string
	for i := range f.Items {
		if k := f.Items[i].Kind; k == ui.Title || k == ui.Text {
			all = append(all, stopped(f.Items[i].Text))
		}
	}
	return strings.Join(all, " ")
}

// focused returns what has the focus on a screen, in words.
func focused(s screen) string {
	switch s := s.(type) {
	case *title:
		return focusedItem(&s.form)
	case *menu:
		return focusedItem(&s.form)
	case *listScreen:
		return focusedRow(&s.list)
	case *aim:
		return detailInWords(&s.detail)
	}
	return ""
}

func focusedItem(f *ui.Form) string {
	if i := f.Focus(); i >= 0 && i < len(f.Items) {
		return f.Items[i].Text
	}
	return ""
}

func focusedRow(l *ui.List) string {
	row := l.Focus()
	if row == nil {
		return l.Empty
	}
	text := row.Text
	if row.Note != "" {
		text += ", " + row.Note
	}
	return stopped(text) + " " + detailInWords(&l.Detail)
}

func detailInWords(d *ui.Detail) string {
	var b strings.Builder
	for _, s := range []string{d.Title, d.Text} {
		if s != "" {
			b.WriteString(stopped(s) + " ")
		}
	}
	for _, f := range d.Facts {
		b.WriteString(stopped(f[0]+": "+f[1]) + " ")
	}
	return b.String()
}

// stopped returns a sentence with a full stop, unless it ends already.
func stopped(s string) string {
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return s
	}
	return s + "."
}
