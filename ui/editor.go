package ui

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Edit is a key that works on the text of an Editor.
type Edit uint8

// The editing keys. Those that move the cursor select what they move over together
// with Extend.
const (
	Backspace Edit = iota
	Delete
	CursorLeft
	CursorRight
	Home
	End
	WordLeft
	WordRight
	DeleteWord // before the cursor
	SelectAll
	Copy
	Cut
	Paste

	Extend Edit = 0x80
)

// Clipboard is where texts are copied to and pasted from.
type Clipboard interface {
	Read() string // "" where there is none
	Write(text string)
}

// Editor is a line of text with a cursor in it. The zero value is empty and
// holds any printable text.
type Editor struct {
	Max   int             // the most characters it takes; 0 for 64
	Takes func(rune) bool // which characters it takes; nil for all printable ones

	text   []rune
	cursor int // characters before it
	anchor int // where the selection began; the cursor where there is none
	draft  []rune
}

const defaultMax = 64

// String returns the text.
func (e *Editor) String() string { return string(e.text) }

// Cursor returns how many characters are before the cursor.
func (e *Editor) Cursor() int { return e.cursor }

// Selection returns which characters are selected.
func (e *Editor) Selection() (from, to int) {
	return min(e.cursor, e.anchor), max(e.cursor, e.anchor)
}

// Set replaces the text, as far as the Editor takes it, and puts the cursor
// behind it.
func (e *Editor) Set(s string) {
	e.text, e.cursor, e.anchor = e.text[:0], 0, 0
	e.Insert([]rune(s))
}

// Spot returns how many bytes of the text are before the selection, and before its end.
func (e *Editor) Spot() (from, to int) {
	a, b := e.Selection()
	return len(string(e.text[:a])), len(string(e.text[:b]))
}

// Compose takes over what an input method has made of the text: so many bytes of it are
// before the cursor, where a draft shows that may still change. It reports whether
// anything looks different.
func (e *Editor) Compose(text string, cursor int, draft string) (changed bool) {
	if text != e.String() {
		changed = true
		e.Set(text)
		e.Place(utf8.RuneCountInString(text[:min(cursor, len(text))]))
	}
	if draft != string(e.draft) {
		changed = true
		e.draft = []rune(draft)
	}
	return changed
}

// Composing reports whether there is a draft: keys are the input method's then.
func (e *Editor) Composing() bool { return len(e.draft) > 0 }

// Accepts reports whether a character can be written.
func (e *Editor) Accepts(r rune) bool {
	return unicode.IsPrint(r) && (e.Takes == nil || e.Takes(r))
}

// Insert types characters, in place of what is selected. It reports whether the text
// changed.
func (e *Editor) Insert(rs []rune) bool {
	limit := e.Max
	if limit == 0 {
		limit = defaultMax
	}
	changed := false
	for _, r := range rs {
		if !e.Accepts(r) {
			continue
		}
		changed = e.dropSelection() || changed
		if len(e.text) >= limit {
			continue
		}
		e.text = slices.Insert(e.text, e.cursor, r)
		e.cursor++
		e.anchor = e.cursor
		changed = true
	}
	return changed
}

// dropSelection deletes what is selected, and reports whether something was.
func (e *Editor) dropSelection() bool {
	from, to := e.Selection()
	e.text = slices.Delete(e.text, from, to)
	e.cursor, e.anchor = from, from
	return from < to
}

// Edit types characters and does what editing keys ask for. It reports whether
// anything changed. clip may be nil.
func (e *Editor) Edit(typed []rune, keys []Edit, clip Clipboard) bool {
	changed := e.Insert(typed)
	for _, k := range keys {
		switch k &^ Extend {
		case Copy, Cut:
			if from, to := e.Selection(); from < to && clip != nil {
				clip.Write(string(e.text[from:to]))
				if k&^Extend == Cut {
					changed = e.dropSelection() || changed
				}
			}
		case Paste:
			if clip != nil {
				changed = e.Insert([]rune(clip.Read())) || changed
			}
		default:
			changed = e.Do(k) || changed
		}
	}
	return changed
}

// Do does what an editing key asks for. It reports whether anything changed.
func (e *Editor) Do(k Edit) bool {
	n, cursor, anchor := len(e.text), e.cursor, e.anchor
	from, to := e.Selection()
	switch k &^ Extend {
	case Backspace, Delete, DeleteWord:
		e.erase(k &^ Extend)
		return len(e.text) != n || e.cursor != cursor
	case SelectAll:
		e.anchor, e.cursor = 0, n
		return e.cursor != cursor || e.anchor != anchor
	case CursorLeft, CursorRight:
		if from < to && k&Extend == 0 {
			// Without shift the cursor goes to that end of the selection.
			e.cursor = map[Edit]int{CursorLeft: from, CursorRight: to}[k]
			e.anchor = e.cursor
			return true
		}
	}
	e.move(k &^ Extend)
	if k&Extend == 0 {
		e.anchor = e.cursor
	}
	return e.cursor != cursor || e.anchor != anchor
}

// erase deletes what is selected, or else what the key is for.
func (e *Editor) erase(k Edit) {
	if e.dropSelection() {
		return
	}
	switch k {
	case Backspace:
		e.move(CursorLeft)
	case Delete:
		e.move(CursorRight)
	case DeleteWord:
		e.move(WordLeft)
	}
	e.dropSelection()
}

// move moves the cursor alone.
func (e *Editor) move(k Edit) {
	n := len(e.text)
	switch k {
	case CursorLeft:
		e.cursor = max(e.cursor-1, 0)
	case CursorRight:
		e.cursor = min(e.cursor+1, n)
	case Home:
		e.cursor = 0
	case End:
		e.cursor = n
	case WordLeft:
		for e.cursor > 0 && !inWord(e.text[e.cursor-1]) {
			e.cursor--
		}
		for e.cursor > 0 && inWord(e.text[e.cursor-1]) {
			e.cursor--
		}
	case WordRight:
		for e.cursor < n && inWord(e.text[e.cursor]) {
			e.cursor++
		}
		for e.cursor < n && !inWord(e.text[e.cursor]) {
			e.cursor++
		}
	}
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Place puts the cursor behind the first n characters.
func (e *Editor) Place(n int) {
	e.cursor = min(max(n, 0), len(e.text))
	e.anchor = e.cursor
}
