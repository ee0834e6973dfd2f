package input

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/hajimehoshi/ebiten/v2"
)

// Chord is what on a keyboard asks for an action: a key, alone or with a shift key
// held, or a character, whichever key it is on.
type Chord struct {
	Key   ebiten.Key // a physical place, named after the US layout
	Shift bool       // a shift key is held as well
	Char  rune       // the character in place of a key, 0 for none
}

// charChord returns the chord of a character.
func charChord(r rune) Chord { return Chord{Char: r} }

const shiftPrefix = "Shift+"

// String returns the chord's name, which ParseChord reads.
func (c Chord) String() string {
	if c.Char != 0 {
		return string(c.Char)
	}
	if c.Shift {
		return shiftPrefix + c.Key.String()
	}
	return c.Key.String()
}

// ParseChord reads the name of a chord: "O", "Shift+E", "ArrowUp", or a character that
// is neither letter nor digit, such as ">".
func ParseChord(name string) (Chord, error) {
	name = strings.TrimSpace(name)
	if r, n := utf8.DecodeRuneInString(name); n == len(name) && n > 0 && r != utf8.RuneError {
		if r > ' ' && !isAlnum(r) {
			return charChord(r), nil
		}
	}
	c := Chord{}
	key := name
	if n := len(shiftPrefix); len(name) > n && strings.EqualFold(name[:n], shiftPrefix) {
		c.Shift, key = true, name[n:]
	}
	if err := c.Key.UnmarshalText([]byte(key)); err != nil || IsModifier(c.Key) {
		return Chord{}, fmt.Errorf("no key is called %q", name)
	}
	return c, nil
}

// isAlnum reports whether a character is a letter or a digit of the names of keys.
func isAlnum(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// IsModifier reports whether a key only changes what others mean.
func IsModifier(k ebiten.Key) bool {
	switch k {
	case ebiten.KeyShift, ebiten.KeyShiftLeft, ebiten.KeyShiftRight, ebiten.KeyControl, ebiten.KeyControlLeft, ebiten.KeyControlRight,
		ebiten.KeyAlt, ebiten.KeyAltLeft, ebiten.KeyAltRight, ebiten.KeyMeta, ebiten.KeyMetaLeft, ebiten.KeyMetaRight, ebiten.KeyCapsLock, ebiten.KeyNumLock:
		return true
	}
	return false
}

// Button is a button of a gamepad of the standard layout.
type Button = ebiten.StandardGamepadButton

// buttonNames are those of the file of settings: the places' usual ones.
var buttonNames = [ebiten.StandardGamepadButtonMax + 1]string{
	ebiten.StandardGamepadButtonRightBottom: "A", ebiten.StandardGamepadButtonRightRight: "B",
	ebiten.StandardGamepadButtonRightLeft: "X", ebiten.StandardGamepadButtonRightTop: "Y",
	ebiten.StandardGamepadButtonFrontTopLeft: "LB", ebiten.StandardGamepadButtonFrontTopRight: "RB",
	ebiten.StandardGamepadButtonFrontBottomLeft: "LT", ebiten.StandardGamepadButtonFrontBottomRight: "RT",
	ebiten.StandardGamepadButtonCenterLeft: "Back", ebiten.StandardGamepadButtonCenterRight: "Start",
	ebiten.StandardGamepadButtonLeftStick: "LeftStick", ebiten.StandardGamepadButtonRightStick: "RightStick",
	ebiten.StandardGamepadButtonLeftTop: "Up", ebiten.StandardGamepadButtonLeftBottom: "Down",
	ebiten.StandardGamepadButtonLeftLeft: "Left", ebiten.StandardGamepadButtonLeftRight: "Right",
	ebiten.StandardGamepadButtonCenterCenter: "Home",
}

// ButtonName returns a button's name, which ParseButton reads.
func ButtonName(b Button) string {
	if b < 0 || int(b) >= len(buttonNames) {
		return "?"
	}
	return buttonNames[b]
}

// ParseButton reads the name of a button, such as "A" or "LB".
func ParseButton(name string) (Button, error) {
	for b, n := range buttonNames {
		if strings.EqualFold(strings.TrimSpace(name), n) {
			return Button(b), nil
		}
	}
	return 0, fmt.Errorf("no button is called %q", name)
}

// Maker is whose names and signs a gamepad's buttons have.
type Maker uint8

// The makers.
const (
	XBox Maker = iota // and all that are like it
	PlayStation
	Nintendo
)

// makers are told by parts of gamepads' names, in lower case.
var makers = []struct {
	part  string
	maker Maker
}{
	{"sony", PlayStation}, {"playstation", PlayStation}, {"dualshock", PlayStation}, {"dualsense", PlayStation},
	{"ps3", PlayStation}, {"ps4", PlayStation}, {"ps5", PlayStation},
	{"nintendo", Nintendo}, {"switch", Nintendo}, {"joy-con", Nintendo}, {"joycon", Nintendo},
}

// MakerOf returns whose gamepad has that name.
func MakerOf(name string) Maker {
	name = strings.ToLower(name)
	if name == "wireless controller" || name == "pro controller" {
		// All that these two makers' systems call theirs.
		return map[byte]Maker{'w': PlayStation, 'p': Nintendo}[name[0]]
	}
	for _, m := range makers {
		if strings.Contains(name, m.part) {
			return m.maker
		}
	}
	return XBox
}
