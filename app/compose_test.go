package app

import (
	"image"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/input"
	"laneya/protocol"
)

// fakeMethod is an input method that says what it is told to.
type fakeMethod struct {
	writes string // at the cursor, once
	draft  string
	at     image.Rectangle
	works  bool
}

func (m *fakeMethod) Compose(text string, a, b int, at image.Rectangle, written []rune) (input.Composed, []rune) {
	m.at, m.works = at, true
	out := input.Composed{Text: text[:a] + m.writes + text[b:], Cursor: a + len(m.writes), Draft: m.draft}
	if m.writes == "" {
		out.Text, out.Cursor = text, b
	}
	m.writes = ""
	return out, written
}

func (m *fakeMethod) End() { m.works = false }

// TestInputMethods writes a line of talk with one.
func TestInputMethods(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyEnter)
	c, ok := r.g.top().(*chat)
	if !ok {
		t.Fatal("there is no line")
	}
	r.Type("ab")
	r.frames(2)
	first := r.method.at
	r.method.draft = "ho"
	r.frames(2)
	if !c.editor.Composing() || c.editor.String() != "ab" {
		t.Errorf("with a draft the line is %q", c.editor.String())
	}
	r.press(ebiten.KeyEnter)
	r.press(ebiten.KeyEscape)
	if r.g.top() != screen(c) || len(r.session.done) > 0 && r.session.done[len(r.session.done)-1].Name() == (protocol.Say{}).Name() {
		t.Fatal("keys of the method send or close the line")
	}
	r.method.draft, r.method.writes = "", "ほ"
	r.frames(2)
	if c.editor.Composing() || c.editor.String() != "abほ" {
		t.Errorf("with what is settled the line is %q", c.editor.String())
	}
	if first.Empty() || !first.In(c.line(r.g)) || r.method.at.Min.X <= first.Min.X {
		t.Errorf("the method is told to write at %v, then at %v", first, r.method.at)
	}
	r.press(ebiten.KeyEnter)
	if d := r.session.done; len(d) == 0 || d[len(d)-1] != protocol.Action(protocol.Say{To: "party", Text: "abほ"}) {
		t.Errorf("it is said: %v", d)
	}
	if r.method.works {
		t.Error("the method goes on without a line")
	}
}
