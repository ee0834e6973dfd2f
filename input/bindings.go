package input

import "github.com/hajimehoshi/ebiten/v2"

// Binding says which keys and gamepad buttons ask for an action.
type Binding struct {
	Action  Action
	Keys    []Chord
	Buttons []Button
	// Fixed and FixedButtons ask for it, too, and can't be bound to anything else
	// where it counts, so that nobody locks herself out of the menus.
	Fixed        []Chord
	FixedButtons []Button
	// Repeats is whether holding the key or button asks again and again.
	Repeats bool
}

// Bindings is a table of what asks for what, with one row for each action. A key may
// ask for several actions: a screen looks at those that mean something to it. A key
// without shift counts with it as well, unless something else that counts in the same
// place has it with shift.
type Bindings []Binding

// DefaultBindings returns the table that the game starts with. The caller may
// change it.
func DefaultBindings() Bindings {
	return Bindings{
		{Action: WalkNorth, Keys: keys(ebiten.KeyArrowUp, ebiten.KeyW, ebiten.KeyK), Buttons: pads(ebiten.StandardGamepadButtonLeftTop)},
		{Action: WalkEast, Keys: keys(ebiten.KeyArrowRight, ebiten.KeyD, ebiten.KeyL), Buttons: pads(ebiten.StandardGamepadButtonLeftRight)},
		{Action: WalkSouth, Keys: keys(ebiten.KeyArrowDown, ebiten.KeyS, ebiten.KeyJ), Buttons: pads(ebiten.StandardGamepadButtonLeftBottom)},
		{Action: WalkWest, Keys: keys(ebiten.KeyArrowLeft, ebiten.KeyA, ebiten.KeyH), Buttons: pads(ebiten.StandardGamepadButtonLeftLeft)},
		{Action: Up, Keys: keys(ebiten.KeyW, ebiten.KeyK), Fixed: keys(ebiten.KeyArrowUp), FixedButtons: pads(ebiten.StandardGamepadButtonLeftTop), Repeats: true},
		{Action: Right, Keys: keys(ebiten.KeyD, ebiten.KeyL), Fixed: keys(ebiten.KeyArrowRight), FixedButtons: pads(ebiten.StandardGamepadButtonLeftRight), Repeats: true},
		{Action: Down, Keys: keys(ebiten.KeyS, ebiten.KeyJ), Fixed: keys(ebiten.KeyArrowDown), FixedButtons: pads(ebiten.StandardGamepadButtonLeftBottom), Repeats: true},
		{Action: Left, Keys: keys(ebiten.KeyA, ebiten.KeyH), Fixed: keys(ebiten.KeyArrowLeft), FixedButtons: pads(ebiten.StandardGamepadButtonLeftLeft), Repeats: true},
		{Action: Next, Keys: keys(ebiten.KeyTab), Buttons: pads(ebiten.StandardGamepadButtonFrontTopRight), Repeats: true},
		{Action: Previous, Keys: shifted(ebiten.KeyTab), Buttons: pads(ebiten.StandardGamepadButtonFrontTopLeft), Repeats: true},
		{Action: Confirm, Keys: keys(ebiten.KeySpace), Fixed: keys(ebiten.KeyEnter, ebiten.KeyNumpadEnter), FixedButtons: pads(ebiten.StandardGamepadButtonRightBottom)},
		{Action: Cancel, Fixed: keys(ebiten.KeyEscape), FixedButtons: pads(ebiten.StandardGamepadButtonRightRight)},
		{Action: Menu, Fixed: keys(ebiten.KeyEscape), FixedButtons: pads(ebiten.StandardGamepadButtonCenterRight)},
		{Action: Fullscreen, Keys: keys(ebiten.KeyF11)},
		{Action: Screenshot, Keys: keys(ebiten.KeyF12)},
		{Action: ZoomIn, Keys: keys(ebiten.KeyEqual, ebiten.KeyNumpadAdd), Buttons: pads(ebiten.StandardGamepadButtonRightStick)},
		{Action: ZoomOut, Keys: keys(ebiten.KeyMinus, ebiten.KeyNumpadSubtract), Buttons: pads(ebiten.StandardGamepadButtonLeftStick)},
		{Action: Quit, Keys: keys(ebiten.KeyQ)},
		{Action: PageUp, Keys: keys(ebiten.KeyPageUp), Buttons: pads(ebiten.StandardGamepadButtonFrontBottomLeft), Repeats: true},
		{Action: PageDown, Keys: keys(ebiten.KeyPageDown), Buttons: pads(ebiten.StandardGamepadButtonFrontBottomRight), Repeats: true},
		{Action: Explore, Keys: keys(ebiten.KeyO), Buttons: pads(ebiten.StandardGamepadButtonFrontTopLeft)},
		{Action: Rest, Keys: keys(ebiten.KeyZ)},
		{Action: Attack, Keys: keys(ebiten.KeyTab), Buttons: pads(ebiten.StandardGamepadButtonRightLeft)},
		{Action: Search, Keys: keys(ebiten.KeyR)},
		{Action: Sneak, Keys: keys(ebiten.KeyB)},
		{Action: Shoot, Keys: keys(ebiten.KeyF), Buttons: pads(ebiten.StandardGamepadButtonFrontTopRight)},
		{Action: Throw, Keys: keys(ebiten.KeyT)},
		{Action: Zap, Keys: keys(ebiten.KeyV)},
		{Action: Use, Keys: keys(ebiten.KeyE)},
		{Action: Equip, Keys: shifted(ebiten.KeyE)},
		{Action: Take, Keys: append(keys(ebiten.KeyG), charChord(',')), Buttons: pads(ebiten.StandardGamepadButtonFrontBottomLeft)},
		{Action: Drop, Keys: shifted(ebiten.KeyG)},
		{Action: Inventory, Keys: keys(ebiten.KeyI), Buttons: pads(ebiten.StandardGamepadButtonFrontBottomRight)},
		{Action: Look, Keys: keys(ebiten.KeyX), Buttons: pads(ebiten.StandardGamepadButtonRightRight)},
		{Action: Map, Keys: keys(ebiten.KeyM), Buttons: pads(ebiten.StandardGamepadButtonCenterLeft)},
		{Action: Find, Keys: append(keys(ebiten.KeyN), charChord('/'))},
		{Action: Travel, Keys: keys(ebiten.KeyU)},
		{Action: Door, Keys: keys(ebiten.KeyC)},
		{Action: Touch, Keys: keys(ebiten.KeySpace), Buttons: pads(ebiten.StandardGamepadButtonRightBottom)},
		{Action: Point, Keys: keys(ebiten.KeyP)},
		{Action: Chat, Keys: keys(ebiten.KeyEnter, ebiten.KeyNumpadEnter)},
		{Action: Party, Keys: keys(ebiten.KeyY)},
		{Action: Hold, Keys: shifted(ebiten.KeyY)},
		{Action: Log, Keys: keys(ebiten.KeyF2)},
		{Action: Guide, Keys: append([]Chord{charChord('?')}, keys(ebiten.KeyF3)...)},
		{Action: Commands, Keys: keys(ebiten.KeyF1), Buttons: pads(ebiten.StandardGamepadButtonRightTop)},
		{Action: Write, Buttons: pads(ebiten.StandardGamepadButtonRightLeft)},
		{Action: Minimap, Keys: shifted(ebiten.KeyM)},
		{Action: Replay, Keys: shifted(ebiten.KeyF12)},
		{Action: ClimbDown, Keys: []Chord{charChord('>')}},
		{Action: ClimbUp, Keys: []Chord{charChord('<')}},
	}
}

func keys(k ...ebiten.Key) (all []Chord) {
	for _, key := range k {
		all = append(all, Chord{Key: key})
	}
	return all
}

func shifted(k ebiten.Key) []Chord { return []Chord{{Key: k, Shift: true}} }

func pads(b ...Button) []Button { return b }

// hasCharacter reports whether a key puts a character into a text field, so that it
// asks for nothing else while somebody writes.
func hasCharacter(k ebiten.Key) bool {
	switch {
	case k >= ebiten.KeyA && k <= ebiten.KeyZ, k >= ebiten.KeyDigit0 && k <= ebiten.KeyDigit9, k >= ebiten.KeyNumpad0 && k <= ebiten.KeyNumpadSubtract && k != ebiten.KeyNumpadEnter:
		return true
	}
	switch k {
	case ebiten.KeySpace, ebiten.KeyMinus, ebiten.KeyEqual, ebiten.KeyComma, ebiten.KeyPeriod, ebiten.KeySlash, ebiten.KeySemicolon, ebiten.KeyQuote,
		ebiten.KeyBackquote, ebiten.KeyBackslash, ebiten.KeyBracketLeft, ebiten.KeyBracketRight, ebiten.KeyIntlBackslash:
		return true
	}
	return false
}
