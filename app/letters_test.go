package app

import (
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/input"
	"laneya/protocol"
)

// key returns the place of a key of the letters on top.
func (r *rig) letterAt(text string) (l *letters, x, y int) {
	r.t.Helper()
	l, ok := r.g.top().(*letters)
	if !ok {
		r.t.Fatalf("there are no letters on %q", r.screen())
	}
	for y := range l.rows {
		for x := range l.rows[y] {
			if l.rows[y][x].text == text {
				return l, x, y
			}
		}
	}
	r.t.Fatalf("there is no key %q", text)
	return nil, 0, 0
}

// writer writes with letters on the screen.
type writer interface {
	press(r *rig, key string)
	open(r *rig) // letters, where a line is open
}

type padWriter struct{}

func (padWriter) press(r *rig, key string) {
	l, x, y := r.letterAt(key)
	for range 12 {
		if l.y != y {
			r.pad(ebiten.StandardGamepadButtonLeftBottom)
		}
	}
	for range 12 {
		if l.x != x {
			r.pad(ebiten.StandardGamepadButtonLeftRight)
		}
	}
	if l.x != x || l.y != y {
		r.t.Fatalf("%q isn't reached", key)
	}
	r.pad(ebiten.StandardGamepadButtonRightBottom)
	r.frames(2)
}
func (padWriter) open(r *rig) { r.pad(ebiten.StandardGamepadButtonRightLeft); r.frames(2) }

type mouseWriter struct{}

func (mouseWriter) press(r *rig, key string) {
	l, x, y := r.letterAt(key)
	click(r, l.rows[y][x].box)
}
func (mouseWriter) open(r *rig) {
	switch s := r.g.top().(type) {
	case *listScreen:
		click(r, s.list.LettersBox())
	case *chat:
		_, _, abc := s.box(r.g)
		click(r, abc)
	case *menu:
		click(r, s.form.LettersBox(s.form.Focus()))
	}
}

// A gamepad alone and a mouse alone write whatever there is to write.
func TestLettersOnTheScreen(t *testing.T) {
	for name, w := range map[string]writer{"gamepad": padWriter{}, "mouse": mouseWriter{}} {
		t.Run(name, func(t *testing.T) {
			r := caves(t)
			p := r.g.top().(*play)
			r.g.openChat(p)
			r.frames(2)
			w.open(r)
			for _, key := range []string{"h", "o", "o", "Del", "Space", "Shift", "A", "←"} {
				w.press(r, key)
			}
			w.press(r, "Done")
			r.wants("play")
			if did := r.did(); len(did) != 1 || did[0] != protocol.Action(protocol.Say{To: "party", Text: "ho A"}) {
				t.Errorf("%s said %v", name, did)
			}

			r.g.openFind(p)
			r.frames(2)
			w.open(r)
			w.press(r, "a")
			w.press(r, "Done")
			r.wants("Find")
			if l := &r.g.top().(*listScreen).list; l.Filter.String() != "a" || len(l.Rows) == 0 {
				t.Errorf("sought is %q, found are %v", l.Filter, l.Rows)
			}
			r.g.pop()

			r.g.askName(p, "Invite whom?", func(string) {})
			r.frames(2)
			w.open(r)
			for _, row := range r.g.top().(*letters).rows {
				for _, k := range row {
					if k.text == "ä" || k.text == "Space" || k.text == "?" {
						t.Errorf("%q is offered, which no name has", k.text)
					}
				}
			}
		})
	}
}

// In a form a gamepad's confirm opens letters, and goes back to the same field.
func TestLettersInAForm(t *testing.T) {
	r := newRig(t, nil)
	r.g.askMyName(func(string) {})
	r.frames(2)
	m := r.g.top().(*menu)
	field := m.form.Focus()
	r.pad(ebiten.StandardGamepadButtonRightBottom)
	r.frames(2)
	padWriter{}.press(r, "x")
	r.pad(ebiten.StandardGamepadButtonRightRight)
	r.frames(2)
	if r.g.top() != screen(m) || m.form.Focus() != field || m.form.Items[field].Editor.String() != "annax" {
		t.Errorf("on %q, the focus is on %d, the text %q", r.screen(), m.form.Focus(), m.form.Items[field].Editor)
	}
	mouseWriter{}.open(r)
	mouseWriter{}.press(r, "y")
	r.Click(4, 4) // beside it
	r.frames(2)
	if got := m.form.Items[field].Editor.String(); r.g.top() != screen(m) || got != "annaxy" {
		t.Errorf("on %q the text is %q", r.screen(), got)
	}
}

// Who talks by gamepad gets letters at once; who has a keyboard can use it there, too.
func TestLettersOpenForAGamepad(t *testing.T) {
	r := caves(t)
	r.pad(ebiten.StandardGamepadButtonLeftTop)
	r.g.openChat(r.g.top().(*play))
	r.frames(2)
	r.letterAt("q")
	r.writes("hello")
	r.press(ebiten.KeyEnter)
	if did := r.did(); len(did) != 1 || did[0] != protocol.Action(protocol.Say{To: "party", Text: "hello"}) {
		t.Errorf("said %v", did)
	}
	if r.g.prompts.device != input.Keyboard {
		t.Error("it still shows a gamepad's buttons")
	}
}
