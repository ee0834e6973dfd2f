package ui

import (
	"slices"
	"unicode"
)

// Edit is a key that works on the text of an Editor.
type Edit uint8

// The editing keys.
const (
	Backspace Edit = iota
	Delete
	CursorLeft
	CursorRight
	Home
	End
)

// Editor is a line of text with a cursor in it. The zero value is empty and
// holds any printable text.
type Editor struct {
	Max   int             // the most characters it takes; 0 for 64
	Takes func(rune) bool // which characters it takes; nil for all printable ones

	text   []rune
	cursor int // characters before it
}

const defaultMax = 64

// String returns the text.
func (e *Editor) String() string { return string(e.text) }

// Cursor returns how many characters are before the cursor.
func (e *Editor) Cursor() int { return e.cursor }

// Set replaces the text, as far as the Editor takes it, and puts the cursor
// behind it.
func (e *Editor) Set(s string) {
	e.text, e.cursor = e.text[:0], 0
	e.Insert([]rune(s))
}

// Insert types characters. It reports whether the text changed.
func (e *Editor) Insert(rs []rune) bool {
	limit := e.Max
	if limit == 0 {
		limit = defaultMax
	}
	changed := false
	for _, r := range rs {
		if len(e.text) >= limit || !unicode.IsPrint(r) || e.Takes != nil && !e.Takes(r) {
			continue
		}
		e.text = slices.Insert(e.text, e.cursor, r)
		e.cursor++
		changed = true
	}
	return changed
}

// Do does what an editing key asks for. It reports whether anything changed.
func (e *Editor) Do(k Edit) bool {
	n, cursor := len(e.text), e.cursor
	switch k {
	case Backspace:
		if cursor > 0 {
			e.text = slices.Delete(e.text, cursor-1, cursor)
			e.cursor--
		}
	case Delete:
		if cursor < n {
			e.text = slices.Delete(e.text, cursor, cursor+1)
		}
	case CursorLeft:
		e.cursor = max(cursor-1, 0)
	case CursorRight:
		e.cursor = min(cursor+1, n)
	case Home:
		e.cursor = 0
	case End:
		e.cursor = n
	}
	return len(e.text) != n || e.cursor != cursor
}

// Place puts the cursor behind the first n characters.
func (e *Editor) Place(n int) { e.cursor = min(max(n, 0), len(e.text)) }
