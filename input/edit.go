package input

import "github.com/hajimehoshi/ebiten/v2"

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
	numEdits
)

var editKeys = [numEdits]ebiten.Key{
	ebiten.KeyBackspace, ebiten.KeyDelete, ebiten.KeyArrowLeft, ebiten.KeyArrowRight,
	ebiten.KeyHome, ebiten.KeyEnd,
}
