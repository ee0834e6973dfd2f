package input

import (
	"slices"

	"github.com/hajimehoshi/ebiten/v2"
)

// Edit is a key that works on the text in a field.
type Edit uint8

// The editing keys.
const (
	Backspace Edit = iota
	Delete
	CursorLeft
	CursorRight
	Home
	End
	WordLeft
	WordRight
	DeleteWord
	SelectAll
	Copy
	Cut
	Paste
	numEdits
)

// editKey is a key of the keyboard that edits.
type editKey struct {
	key     ebiten.Key
	alone   Edit // numEdits for none
	control Edit // with a control key
	hold    holding
}

func editKeys() []editKey {
	return []editKey{
		{key: ebiten.KeyBackspace, alone: Backspace, control: DeleteWord}, {key: ebiten.KeyDelete, alone: Delete, control: Delete},
		{key: ebiten.KeyArrowLeft, alone: CursorLeft, control: WordLeft}, {key: ebiten.KeyArrowRight, alone: CursorRight, control: WordRight},
		{key: ebiten.KeyHome, alone: Home, control: Home}, {key: ebiten.KeyEnd, alone: End, control: End},
		{key: ebiten.KeyA, alone: numEdits, control: SelectAll}, {key: ebiten.KeyC, alone: numEdits, control: Copy},
		{key: ebiten.KeyX, alone: numEdits, control: Cut}, {key: ebiten.KeyV, alone: numEdits, control: Paste},
	}
}

// pollEdits looks at the editing keys.
func (p *Poller) pollEdits() {
	s := &p.snap
	for i := range p.edits {
		k := &p.edits[i]
		went := s.Focused && slices.Contains(p.pressed, k.key)
		edit := k.alone
		if s.Control {
			edit = k.control
		}
		if k.hold.tick(went, s.Focused && p.src.Held(k.key), s.Now) && edit != numEdits {
			s.Edits = append(s.Edits, edit)
		}
	}
}
