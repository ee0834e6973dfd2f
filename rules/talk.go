package rules

import (
	"slices"
	"strings"
	"unicode"

	"laneya/rules/content"
)

const (
	// earshot is how many cells a voice carries.
	earshot = 20
	// maxMarks is how many combining marks may sit on one letter.
	maxMarks = 4
)

// clean returns text without what would spoil other people's screens: control
// characters, marks that turn the writing round, and towers of accents.
func clean(text string) string {
	marks := 0
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', r == '\u2028', r == '\u2029':
			r = ' '
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Bidi_Control, r), r == '\ufeff':
			return -1
		}
		if !unicode.In(r, unicode.Mn, unicode.Me) {
			marks = 0
			return r
		}
		if marks++; marks > maxMarks {
			return -1
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}

func planSay(w *World, h *hero, c *Command) (func(), error) {
	if c.Name != "near" && c.Name != "party" && c.Name != "all" {
		return nil, refuse("bad_command")
	}
	text := clean(c.Text)
	if text == "" {
		return nil, refuse("nothing_said")
	}
	return func() {
		w.voice(h, c.Name, Event{Code: "say_" + c.Name, Actor: h.Name, User: h.Name, Kind: c.Name, Text: text})
	}, nil
}

func planEmote(w *World, h *hero, c *Command) (func(), error) {
	i := slices.IndexFunc(content.Emotes, func(e content.Emote) bool { return e.Key == c.Name })
	if i < 0 {
		return nil, refuse("unknown_emote")
	}
	return func() {
		w.voice(h, "near", Event{Code: "emote", Actor: h.Name, User: h.Name, Kind: c.Name, word: func(o *hero, e *Event) {
			e.Text = strings.ReplaceAll(o.say.Text(content.Emotes[i].Text), "{user}", h.Name)
		}})
	}, nil
}

// voice lets those hear e whom h speaks to, and who listen to h.
func (w *World) voice(h *hero, to string, e Event) {
	listeners := w.heroes
	switch to {
	case "near":
		listeners = h.level.heroes
		e.Placed, e.At = true, h.Pos
	case "party":
		listeners = h.party.heroes
	}
	for _, o := range listeners {
		far := to == "near" && o.Pos.Sub(h.Pos).Taxicab() > earshot
		if !far && !o.ignores(h.Name) {
			o.tell(e)
		}
	}
}

// ignores reports whether h doesn't want to hear that user.
func (h *hero) ignores(user string) bool {
	_, found := slices.BinarySearch(h.Ignored, user)
	return found
}

// maxIgnored bounds how many users one can ignore.
const maxIgnored = 500

func planIgnore(w *World, h *hero, c *Command) (func(), error) {
	i, found := slices.BinarySearch(h.Ignored, c.Name)
	switch {
	case !validName(c.Name) || c.Name == h.Name:
		return nil, refuse("bad_command")
	case found == c.On:
		return func() {}, nil
	case !c.On:
		return func() {
			h.Ignored = slices.Delete(h.Ignored, i, i+1)
			h.tell(Event{Code: "not_ignoring", User: c.Name})
		}, nil
	case len(h.Ignored) == maxIgnored:
		return nil, refuse("no_room_there")
	}
	return func() {
		h.Ignored = slices.Insert(h.Ignored, i, c.Name)
		h.tell(Event{Code: "ignoring", User: c.Name})
	}, nil
}

// markLasts is how many ticks of the world a mark shows. One that asks to
// gather stays until it is taken away.
const markLasts = 600

func planMarkPlace(w *World, h *hero, c *Command) (func(), error) {
	switch c.Name {
	case "":
		return func() { h.Place, h.Until = nil, 0 }, nil
	case "look", "gather", "danger":
	default:
		return nil, refuse("bad_command")
	}
	return func() {
		h.Place = &Mark{User: h.Name, Kind: c.Name, Level: h.Level, Pos: c.At}
		h.Until = 0
		if c.Name != "gather" {
			h.Until = w.Ticks + markLasts
		}
		for _, o := range h.party.heroes {
			if o.ignores(h.Name) {
				continue
			}
			o.tell(Event{
				Code: "ping_" + c.Name, Actor: h.Name, User: h.Name, Text: h.level.name(o.say),
				Placed: o.Level == h.Level, At: c.At,
			})
		}
	}, nil
}
