// Package inputtest has keys, a mouse and gamepads that tests press.
package inputtest

import (
	"slices"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
)

// Fake is an input.Source on which a test presses what it likes. Call Step
// before each Poll.
type Fake struct {
	Time      time.Duration
	Blurred   bool // the window doesn't have the keyboard
	X, Y      int  // where the mouse is
	MouseDown bool
	Pads      []ebiten.GamepadID
	Name      string                // of the gamepads
	Keys      map[ebiten.Key]string // what is on keys

	held    map[ebiten.Key]bool
	pads    map[ebiten.StandardGamepadButton]bool
	went    []ebiten.Key
	pending []ebiten.Key
	runes   []rune
	typed   []rune
	clicked bool
	click   bool
	right   bool
	back    bool
	notches float64
	wheel   float64
}

// New returns a Fake with nothing pressed.
func New() *Fake {
	return &Fake{held: map[ebiten.Key]bool{}, pads: map[ebiten.StandardGamepadButton]bool{}}
}

// Step begins the next tick, d after the last one: what was pressed, typed and
// clicked since the last Step happens in it.
func (f *Fake) Step(d time.Duration) {
	f.Time += d
	f.went, f.pending = append(f.went[:0], f.pending...), f.pending[:0]
	f.runes, f.typed = append(f.runes[:0], f.typed...), f.typed[:0]
	f.clicked, f.click = f.click, false
	f.back, f.right = f.right, false
	f.wheel, f.notches = f.notches, 0
}

// Press holds keys down.
func (f *Fake) Press(keys ...ebiten.Key) {
	for _, k := range keys {
		if !f.held[k] {
			f.pending = append(f.pending, k)
		}
		f.held[k] = true
	}
}

// Release lets keys go.
func (f *Fake) Release(keys ...ebiten.Key) {
	for _, k := range keys {
		delete(f.held, k)
	}
}

// Tap presses keys and lets them go within one tick.
func (f *Fake) Tap(keys ...ebiten.Key) {
	f.Press(keys...)
	f.Release(keys...)
}

// Type types characters.
func (f *Fake) Type(s string) { f.typed = append(f.typed, []rune(s)...) }

// Click presses the mouse button at x, y and lets it go within one tick.
func (f *Fake) Click(x, y int) { f.X, f.Y, f.click = x, y, true }

// RightClick presses the right mouse button.
func (f *Fake) RightClick() { f.right = true }

// Roll turns the mouse's wheel, away from the player where notches are positive.
func (f *Fake) Roll(notches float64) { f.notches += notches }

// Pad holds a gamepad's button down, or lets it go.
func (f *Fake) Pad(b ebiten.StandardGamepadButton, down bool) {
	if len(f.Pads) == 0 {
		f.Pads = []ebiten.GamepadID{0}
	}
	f.pads[b] = down
}

// AppendPressed implements input.Source.
func (f *Fake) AppendPressed(k []ebiten.Key) []ebiten.Key { return append(k, f.went...) }

// Held implements input.Source.
func (f *Fake) Held(k ebiten.Key) bool { return f.held[k] }

// AppendRunes implements input.Source.
func (f *Fake) AppendRunes(r []rune) []rune { return append(r, f.runes...) }

// Cursor implements input.Source.
func (f *Fake) Cursor() (x, y int) { return f.X, f.Y }

// Button implements input.Source.
func (f *Fake) Button() (held, pressed bool) { return f.MouseDown, f.clicked }

// Back implements input.Source.
func (f *Fake) Back() bool { return f.back }

// Wheel implements input.Source.
func (f *Fake) Wheel() float64 { return f.wheel }

// AppendPads implements input.Source.
func (f *Fake) AppendPads(ids []ebiten.GamepadID) []ebiten.GamepadID { return append(ids, f.Pads...) }

// PadHeld implements input.Source.
func (f *Fake) PadHeld(id ebiten.GamepadID, b ebiten.StandardGamepadButton) bool {
	return slices.Contains(f.Pads, id) && f.pads[b]
}

// PadName implements input.Source.
func (f *Fake) PadName(ebiten.GamepadID) string { return f.Name }

// KeyName implements input.Source.
func (f *Fake) KeyName(k ebiten.Key) string { return f.Keys[k] }

// Focused implements input.Source.
func (f *Fake) Focused() bool { return !f.Blurred }

// Now implements input.Source.
func (f *Fake) Now() time.Duration { return f.Time }
