package input

import (
	"math"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"
)

// Source is where keys, mouse and gamepads are read. All of it speaks of the
// current tick.
type Source interface {
	// AppendPressed appends the keys that went down in this tick, also those
	// that went up again in it. It is called before Focused.
	AppendPressed([]ebiten.Key) []ebiten.Key
	// Held reports whether the key is down at the end of this tick.
	Held(ebiten.Key) bool
	// AppendRunes appends the characters that were typed.
	AppendRunes([]rune) []rune
	// Cursor returns where the mouse is, in device pixels.
	Cursor() (x, y int)
	// Button reports whether the left mouse button is down, and whether it
	// went down in this tick.
	Button() (held, pressed bool)
	// Back reports whether the right mouse button went down in this tick.
	Back() bool
	// Wheel returns by how many notches the wheel was turned in this tick, away
	// from the player where it is positive.
	Wheel() float64
	// AppendPads appends the gamepads of the standard layout.
	AppendPads([]ebiten.GamepadID) []ebiten.GamepadID
	// PadHeld reports whether the gamepad's button is down.
	PadHeld(ebiten.GamepadID, ebiten.StandardGamepadButton) bool
	// PadName returns what a gamepad calls itself.
	PadName(ebiten.GamepadID) string
	// KeyName returns what is on a key, "" where that is no character or isn't known.
	KeyName(ebiten.Key) string
	// Focused reports whether the window has the keyboard.
	Focused() bool
	// Now returns the time since some fixed moment.
	Now() time.Duration
}

// Devices is the Source that reads the real keyboard, mouse and gamepads
// through Ebitengine.
type Devices struct {
	start   time.Time
	focused bool
	asked   int // calls of Focused
}

// NewDevices returns the real devices.
func NewDevices() *Devices { return &Devices{start: time.Now()} }

// AppendPressed implements Source.
func (d *Devices) AppendPressed(k []ebiten.Key) []ebiten.Key {
	n := len(k)
	k = inpututil.AppendJustPressedKeys(k)
	if len(k) > n {
		// A key may follow the focus within a tick or two.
		d.asked = 0
	}
	return k
}

// Held implements Source.
func (d *Devices) Held(k ebiten.Key) bool { return ebiten.IsKeyPressed(k) }

// AppendRunes implements Source.
func (d *Devices) AppendRunes(r []rune) []rune { return ebiten.AppendInputChars(r) }

// Cursor implements Source.
func (d *Devices) Cursor() (x, y int) { return ebiten.CursorPosition() }

// Button implements Source.
func (d *Devices) Button() (held, pressed bool) {
	return ebiten.IsMouseButtonPressed(ebiten.MouseButtonLeft),
		inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft)
}

// Back implements Source.
func (d *Devices) Back() bool { return inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonRight) }

// Wheel implements Source.
func (d *Devices) Wheel() float64 {
	_, notches := ebiten.Wheel()
	return notches
}

// AppendPads implements Source. Things that only look like gamepads lack the
// standard layout.
func (d *Devices) AppendPads(ids []ebiten.GamepadID) []ebiten.GamepadID {
	n := len(ids)
	ids = ebiten.AppendGamepadIDs(ids)
	kept := ids[:n]
	for _, id := range ids[n:] {
		if ebiten.IsStandardGamepadLayoutAvailable(id) {
			kept = append(kept, id)
		}
	}
	return kept
}

// PadHeld implements Source. The left stick is as good as the cross of directions.
func (d *Devices) PadHeld(id ebiten.GamepadID, b ebiten.StandardGamepadButton) bool {
	return ebiten.IsStandardGamepadButtonPressed(id, b) ||
		tilted(ebiten.StandardGamepadAxisValue(id, ebiten.StandardGamepadAxisLeftStickHorizontal), ebiten.StandardGamepadAxisValue(id, ebiten.StandardGamepadAxisLeftStickVertical), b)
}

// tilted reports whether the left stick, which stands at x, y, asks for what a button of
// the cross of directions does: the way in which it is tilted most.
func tilted(x, y float64, b Button) bool {
	const least = 0.55 // of the way to its edge
	switch b {
	case ebiten.StandardGamepadButtonLeftTop:
		return y < -least && -y >= math.Abs(x)
	case ebiten.StandardGamepadButtonLeftBottom:
		return y > least && y >= math.Abs(x)
	case ebiten.StandardGamepadButtonLeftLeft:
		return x < -least && -x > math.Abs(y)
	case ebiten.StandardGamepadButtonLeftRight:
		return x > least && x > math.Abs(y)
	}
	return false
}

// PadName implements Source.
func (d *Devices) PadName(id ebiten.GamepadID) string { return ebiten.GamepadName(id) }

// KeyName implements Source.
func (d *Devices) KeyName(k ebiten.Key) string { return ebiten.KeyName(k) }

// focusEvery is in how many ticks the focus is asked for once. The question goes
// to the window system and back, and keys go up by themselves when the focus is
// lost.
const focusEvery = 6

// Focused implements Source.
func (d *Devices) Focused() bool {
	if d.asked%focusEvery == 0 {
		d.focused = ebiten.IsFocused()
	}
	d.asked++
	return d.focused
}

// Now implements Source.
func (d *Devices) Now() time.Duration { return time.Since(d.start) }
