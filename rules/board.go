package rules

import (
	"slices"

	"laneya/rules/content"
)

const (
	// maxNote is the most bytes of a note on a board.
	maxNote = 300
	// maxNotes is how many notes a board keeps.
	maxNotes = 50
)

func planWrite(w *World, h *hero, c *Command) (func(), error) {
	text := clean(c.Text)
	switch {
	case text == "":
		return nil, refuse("nothing_said")
	case len(text) > maxNote:
		return nil, &Refusal{Code: "too_long", Params: Params{N: len(text) - maxNote}}
	}
	l := h.level
	if _, ok := l.nextTo(h, content.NoticeBoard); !ok {
		return nil, refuse("no_board")
	}
	return func() {
		l.Notes = append(l.Notes, Note{User: h.Name, Text: text, Tick: w.Ticks})
		if len(l.Notes) > maxNotes {
			l.Notes = slices.Clone(l.Notes[len(l.Notes)-maxNotes:])
		}
		l.dirty = true
		l.show(at("note_written", &h.Actor))
	}, nil
}
