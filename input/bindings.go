package input

import "github.com/hajimehoshi/ebiten/v2"

// Binding says which keys and gamepad buttons ask for an action. Keys are
// physical places, named after the US layout. Buttons are those of the
// standard layout.
type Binding struct {
	Action  Action
	Keys    []ebiten.Key
	Buttons []ebiten.StandardGamepadButton
	// Shift is whether the keys count only with a shift key held, and not
	// otherwise. It matters where two bindings share a key.
	Shift Shift
	// Repeats is whether holding the key or button asks again and again.
	Repeats bool
}

// Shift says what the shift keys have to do with a binding.
type Shift uint8

// The kinds of Shift.
const (
	AnyShift Shift = iota
	NoShift
	WithShift
)

// Bindings is a table of what asks for what. One key may ask for several
// actions: a screen looks at those that mean something to it.
type Bindings []Binding

// DefaultBindings returns the table that the game starts with. The caller may
// change it.
func DefaultBindings() Bindings {
	return Bindings{
		{Action: WalkNorth, Keys: keys(ebiten.KeyArrowUp, ebiten.KeyW, ebiten.KeyK), Buttons: pads(ebiten.StandardGamepadButtonLeftTop)},
		{Action: WalkEast, Keys: keys(ebiten.KeyArrowRight, ebiten.KeyD, ebiten.KeyL), Buttons: pads(ebiten.StandardGamepadButtonLeftRight)},
		{Action: WalkSouth, Keys: keys(ebiten.KeyArrowDown, ebiten.KeyS, ebiten.KeyJ), Buttons: pads(ebiten.StandardGamepadButtonLeftBottom)},
		{Action: WalkWest, Keys: keys(ebiten.KeyArrowLeft, ebiten.KeyA, ebiten.KeyH), Buttons: pads(ebiten.StandardGamepadButtonLeftLeft)},
		{Action: Up, Keys: keys(ebiten.KeyArrowUp, ebiten.KeyW, ebiten.KeyK), Buttons: pads(ebiten.StandardGamepadButtonLeftTop), Repeats: true},
		{Action: Right, Keys: keys(ebiten.KeyArrowRight, ebiten.KeyD, ebiten.KeyL), Buttons: pads(ebiten.StandardGamepadButtonLeftRight), Repeats: true},
		{Action: Down, Keys: keys(ebiten.KeyArrowDown, ebiten.KeyS, ebiten.KeyJ), Buttons: pads(ebiten.StandardGamepadButtonLeftBottom), Repeats: true},
		{Action: Left, Keys: keys(ebiten.KeyArrowLeft, ebiten.KeyA, ebiten.KeyH), Buttons: pads(ebiten.StandardGamepadButtonLeftLeft), Repeats: true},
		{Action: Next, Keys: keys(ebiten.KeyTab), Shift: NoShift, Buttons: pads(ebiten.StandardGamepadButtonFrontTopRight), Repeats: true},
		{Action: Previous, Keys: keys(ebiten.KeyTab), Shift: WithShift, Buttons: pads(ebiten.StandardGamepadButtonFrontTopLeft), Repeats: true},
		{Action: Confirm, Keys: keys(ebiten.KeyEnter, ebiten.KeyNumpadEnter, ebiten.KeySpace), Buttons: pads(ebiten.StandardGamepadButtonRightBottom)},
		{Action: Cancel, Keys: keys(ebiten.KeyEscape), Buttons: pads(ebiten.StandardGamepadButtonRightRight)},
		{Action: Menu, Keys: keys(ebiten.KeyEscape), Buttons: pads(ebiten.StandardGamepadButtonCenterRight)},
		{Action: Fullscreen, Keys: keys(ebiten.KeyF11)},
		{Action: Screenshot, Keys: keys(ebiten.KeyF12)},
		{Action: ZoomIn, Keys: keys(ebiten.KeyEqual, ebiten.KeyNumpadAdd)},
		{Action: ZoomOut, Keys: keys(ebiten.KeyMinus, ebiten.KeyNumpadSubtract)},
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
		{Action: Use, Keys: keys(ebiten.KeyE), Shift: NoShift},
		{Action: Equip, Keys: keys(ebiten.KeyE), Shift: WithShift},
		{Action: Take, Keys: keys(ebiten.KeyG), Shift: NoShift},
		{Action: Drop, Keys: keys(ebiten.KeyG), Shift: WithShift},
		{Action: Inventory, Keys: keys(ebiten.KeyI)},
		{Action: Look, Keys: keys(ebiten.KeyX)},
		{Action: Map, Keys: keys(ebiten.KeyM)},
		{Action: Find, Keys: keys(ebiten.KeyN)},
		{Action: Travel, Keys: keys(ebiten.KeyU)},
		{Action: Door, Keys: keys(ebiten.KeyC)},
		{Action: Touch, Keys: keys(ebiten.KeySpace), Buttons: pads(ebiten.StandardGamepadButtonRightBottom)},
		{Action: Point, Keys: keys(ebiten.KeyP)},
		{Action: Chat, Keys: keys(ebiten.KeyEnter, ebiten.KeyNumpadEnter)},
		{Action: Party, Keys: keys(ebiten.KeyY), Shift: NoShift},
		{Action: Hold, Keys: keys(ebiten.KeyY), Shift: WithShift},
		{Action: Log, Keys: keys(ebiten.KeyF2)},
		{Action: Guide, Keys: keys(ebiten.KeyF3)},
		{Action: Commands, Keys: keys(ebiten.KeyF1), Buttons: pads(ebiten.StandardGamepadButtonRightTop)},
		{Action: ClimbDown, Keys: keys(ebiten.KeyPeriod), Shift: WithShift},
		{Action: ClimbUp, Keys: keys(ebiten.KeyComma), Shift: WithShift},
	}
}

func keys(k ...ebiten.Key) []ebiten.Key { return k }

func pads(b ...ebiten.StandardGamepadButton) []ebiten.StandardGamepadButton { return b }

// hasCharacter reports whether a key puts a character into a text field, so that it
// asks for nothing else while somebody writes.
func hasCharacter(k ebiten.Key) bool {
	switch {
	case k >= ebiten.KeyA && k <= ebiten.KeyZ, k >= ebiten.KeyDigit0 && k <= ebiten.KeyDigit9:
		return true
	case k == ebiten.KeySpace:
		return true
	}
	return false
}

// fits reports whether a key counts while shift is held so.
func (s Shift) fits(held bool) bool {
	return s == AnyShift || (s == WithShift) == held
}
