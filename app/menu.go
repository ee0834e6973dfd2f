package app

import (
	"time"
	"unicode"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/input"
	"laneya/lang"
	"laneya/sounds"
	"laneya/ui"
)

// belowLogo is where a form stands so that the game's name above is still seen.
const belowLogo = 0.8

// menu is a screen that is a form.
type menu struct {
	form   ui.Form
	choose func(id int)
	back   func()        // Esc
	deaf   time.Duration // until then keys do nothing
	asks   bool          // it is the question whether to quit
	edits  []ui.Edit     // for the Input, to be used again
	// letters choose buttons, before keys that move the focus.
	letters []letterOf
	// english are the texts of the items, where they change with the player's language
	// while the menu is open; nil where it can't change meanwhile.
	english []string
}

// letterOf is the letter of a button.
type letterOf struct {
	letter rune
	id     int
}

// follow makes the menu, whose items' texts are in English, follow the player's language.
func (m *menu) follow() {
	for i := range m.form.Items {
		m.english = append(m.english, m.form.Items[i].Text)
	}
}

func (m *menu) tick(*Game, time.Duration) bool { return false }

func (m *menu) layout(g *Game) {
	for i, text := range m.english {
		m.form.Items[i].Text = lang.Text(text)
	}
	if m.form.VAlign == 0 && g.overTitle() {
		m.form.VAlign = belowLogo
	}
	explainButtons(&m.form)
	room := g.room()
	margin := int(16 * g.scale)
	m.form.Layout(g.fonts, room.Inset(min(margin, room.Dx()/4, room.Dy()/4)), g.scale)
}

func (m *menu) handle(g *Game, in *input.Snapshot) bool {
	if g.now < m.deaf {
		return false
	}
	for _, r := range in.Runes {
		for _, l := range m.letters {
			if l.letter == unicode.ToLower(r) {
				g.cfg.Sounds.Play(sounds.Confirm, menuGain, 0)
				m.choose(l.id)
				return true
			}
		}
	}
	if in.Asked.Has(input.Quit) && !m.asks {
		g.askToQuit()
		return true
	}
	m.edits = appendEdits(m.edits[:0], in)
	wrote, field := m.form.Writing(), m.form.Focus()
	r := m.form.Handle(&ui.Input{
		Up: in.Asked.Has(input.Up), Down: in.Asked.Has(input.Down),
		Next: in.Asked.Has(input.Next), Previous: in.Asked.Has(input.Previous),
		Confirm: in.Asked.Has(input.Confirm), Cancel: in.Asked.Has(input.Cancel),
		Runes: in.Runes, Edits: m.edits, Clip: g.cfg.Clipboard,
		Pointer: in.Pointer.At, Moved: in.Pointer.Moved, Pressed: in.Pointer.Pressed, Let: in.Pointer.Let,
	})
	if r.Moved {
		g.cfg.Sounds.Play(sounds.Click, menuGain, 0)
	}
	// Whoever plays by gamepad has nothing else to write with.
	byPad := in.Device == input.Gamepad && wrote && in.Asked.Has(input.Confirm)
	switch {
	case byPad:
		m.form.FocusOn(field)
		m.openLetters(g)
	case r.Letters, wrote && in.Asked.Has(input.Write):
		m.openLetters(g)
	case r.Chosen:
		g.cfg.Sounds.Play(sounds.Confirm, menuGain, 0)
		m.choose(r.ID)
	case r.Cancelled:
		m.back()
	}
	return r.Changed
}

// openLetters shows letters on the screen for the field that has the focus.
func (m *menu) openLetters(g *Game) {
	if it := &m.form.Items[m.form.Focus()]; it.Kind == ui.Field {
		g.openLetters(it.Editor, it.Text, nil, nil)
	}
}

// appendEdits appends the editing keys of a tick.
func appendEdits(edits []ui.Edit, in *input.Snapshot) []ui.Edit {
	for _, e := range in.Edits {
		edit := ui.Edit(e)
		if in.Shift {
			edit |= ui.Extend
		}
		edits = append(edits, edit)
	}
	return edits
}

func (m *menu) draw(g *Game, dst *ebiten.Image) {
	g.painter.Begin(dst)
	g.painter.Fill(g.room(), ui.Alpha(ui.Ink, 0.45))
	m.form.Draw(g.painter)
	g.painter.End()
}

func (m *menu) covers() bool  { return false }
func (m *menu) writing() bool { return m.form.Writing() }
func (m *menu) hidden()       {}
