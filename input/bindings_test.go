package input_test

import (
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/input"
)

// onPlay reports whether an action means something while the game is played, and
// not only in menus and lists.
func onPlay(a input.Action) bool {
	switch a {
	case input.Up, input.Down, input.Left, input.Right, input.Next, input.Previous, input.Confirm, input.Cancel,
		input.PageUp, input.PageDown:
		return false
	}
	return true
}

// No key and no button asks for two things of the same screen.
func TestNoTwoActionsOfAScreenShareAKey(t *testing.T) {
	for _, play := range []bool{true, false} {
		keys, buttons := map[[2]int]input.Action{}, map[ebiten.StandardGamepadButton]input.Action{}
		for _, b := range input.DefaultBindings() {
			// What is asked for in the game is nothing in a list, except for these.
			everywhere := b.Action == input.Fullscreen || b.Action == input.Screenshot || b.Action == input.Quit
			if onPlay(b.Action) != play && !everywhere {
				continue
			}
			for _, k := range b.Keys {
				for shift := range 2 {
					if b.Shift == input.NoShift && shift == 1 || b.Shift == input.WithShift && shift == 0 {
						continue
					}
					if o, taken := keys[[2]int{int(k), shift}]; taken && o != b.Action {
						t.Errorf("%v asks for %q and %q", k, o, b.Action)
					}
					keys[[2]int{int(k), shift}] = b.Action
				}
			}
			for _, k := range b.Buttons {
				if o, taken := buttons[k]; taken && o != b.Action {
					t.Errorf("button %v asks for %q and %q", k, o, b.Action)
				}
				buttons[k] = b.Action
			}
		}
		if len(keys) < 20 || len(buttons) < 6 {
			t.Errorf("looked at %d keys and %d buttons", len(keys), len(buttons))
		}
	}
}

// All actions have names, and no two the same.
func TestActionsHaveNamesOfTheirOwn(t *testing.T) {
	named := map[string]input.Action{}
	for _, b := range input.DefaultBindings() {
		if o, taken := named[b.Action.String()]; taken && o != b.Action || b.Action.String() == "" {
			t.Errorf("%q is the name of %d and %d", b.Action, o, b.Action)
		}
		named[b.Action.String()] = b.Action
	}
}
