package app

import (
	"slices"
	"strings"

	"laneya/input"
	"laneya/lang"
	"laneya/ui"
)

// searchRune begins a search in a list: letters mean something else in most.
const searchRune = '/'

// search is what is looked for in a list that has no line of its own to write into.
type search struct {
	on      bool
	line    ui.Editor
	all     []ui.Row // of which the list shows those that fit
	letters bool     // what the list had before
	prompt  string
}

// begin gives the list a line to write into.
func (s *search) begin(l *ui.List) {
	s.on, s.letters, s.prompt = true, l.Letters, l.Prompt
	s.line.Set("")
	l.Filter, l.Letters, l.Prompt = &s.line, false, lang.Text("Search:")+"  "
	s.all = append(s.all[:0], l.Rows...)
}

// end shows all rows again.
func (s *search) end(l *ui.List) {
	l.Filter, l.Letters, l.Prompt = nil, s.letters, s.prompt
	s.line.Set("")
	s.choose(l)
	s.on = false
}

// choose leaves those of the list's rows that have all the words in them, and the
// headings above those.
func (s *search) choose(l *ui.List) {
	if !s.on {
		return
	}
	if len(s.all) == 0 {
		s.all = append(s.all, l.Rows...)
	}
	words := strings.Fields(strings.ToLower(s.line.String()))
	var head *ui.Row
	l.Rows = l.Rows[:0]
	for i := range s.all {
		switch row := &s.all[i]; {
		case row.Head:
			head = row
		case containsAll(strings.ToLower(row.Text+" "+row.Note), words):
			if head != nil {
				l.Rows, head = append(l.Rows, *head), nil
			}
			l.Rows = append(l.Rows, *row)
		}
	}
}

// handleSearch begins and ends a search, and reports whether that was asked for.
func (l *listScreen) handleSearch(g *Game, in *input.Snapshot) bool {
	switch {
	case l.sought.on && in.Asked.Has(input.Cancel):
		l.sought.end(&l.list)
	case l.list.Filter == nil && slices.Contains(in.Runes, searchRune):
		l.sought.begin(&l.list)
		l.sought.line.Edit(in.Runes[slices.Index(in.Runes, searchRune)+1:], nil, nil)
	case l.list.Filter == nil && in.Asked.Has(input.Write):
		l.sought.begin(&l.list)
		g.openLetters(&l.sought.line, strings.TrimSpace(l.list.Prompt), l.written, nil)
	default:
		return false
	}
	l.renew()
	l.layout(g)
	return true
}
