package input

import (
	"image"
	"strings"

	"github.com/hajimehoshi/ebiten/v2/exp/textinput"
)

// Composer takes what an input method writes, with which a character takes several
// keys. The zero value is not at work. What it takes besides plain characters depends
// on the system: on Linux the method has a window of its own, and what it writes comes
// as characters do.
type Composer struct{ field textinput.Field }

// Composed is what an input method has made of a line of text.
type Composed struct {
	Text   string // the line
	Cursor int    // bytes before the cursor
	Draft  string // stands at the cursor, and may still change
}

// Compose goes on with a line, in which the bytes from a to b are selected and the next
// character stands at that place of the window. written are characters that came by
// themselves. It returns the line and those of them that are still to be typed.
func (c *Composer) Compose(text string, a, b int, at image.Rectangle, written []rune) (Composed, []rune) {
	f := &c.field
	if from, to := f.Selection(); f.Text() != text || from != a || to != b {
		f.SetTextAndSelection(text, a, b)
	}
	f.Focus()
	if _, err := f.HandleInputWithBounds(at); err != nil {
		return Composed{Text: text, Cursor: b}, written // one can write without
	}
	from, _ := f.Selection()
	draft := f.TextForRendering()[from : from+f.UncommittedTextLengthInBytes()]
	return settled(text, a, b, f.Text(), draft, written)
}

// End lets the keys be keys again.
func (c *Composer) End() { c.field.Blur() }

// settled returns what became of a line, and which characters of written are not in it
// yet: some systems tell of one both ways.
func settled(text string, a, b int, now, draft string, written []rune) (Composed, []rune) {
	before, after := text[:a], text[b:]
	switch {
	case now == text:
		return Composed{text, b, draft}, written
	case !strings.HasPrefix(now, before) || !strings.HasSuffix(now[len(before):], after):
		return Composed{now, len(now), draft}, nil // something that was written before was replaced
	}
	inserted := now[len(before) : len(now)-len(after)]
	if len(written) > 0 && strings.HasPrefix(string(written), inserted) {
		return Composed{text, b, draft}, written
	}
	return Composed{now, len(before) + len(inserted), draft}, written
}
