package input

import (
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/geom"
)

// Device is a kind of thing to play with.
type Device uint8

// The devices.
const (
	Keyboard Device = iota
	Mouse
	Gamepad
)

// Snapshot is what was asked for in one tick. Its slices are good until the
// next Poll.
type Snapshot struct {
	Asked   Actions      // went down in this tick, or repeat
	Down    Actions      // whose key or button is down
	Runes   []rune       // typed characters
	Pressed []ebiten.Key // keys that went down in this tick, whatever they ask for
	Buttons []Button     // buttons that did
	Shift   bool         // a shift key is held
	Control bool         // a control or command key is held: letters edit then
	Edits   []Edit       // editing keys, with repeats
	Pointer Pointer      // the mouse
	Device  Device       // the one that was used last
	Maker   Maker        // of the gamepad that was used last
	Focused bool         // the window has the keyboard
	Walks   []Turn       // direction keys that went down or up, in order
	Held    []Turn       // direction keys that are down now, the last to go down at the end
	Any     bool         // something was pressed, typed or moved in this tick
	Now     time.Duration
}

// Turn is a direction key or button that went down or up. IDs are one for each
// key and button.
type Turn struct {
	ID    int
	Dir   geom.Dir
	Down  bool
	Since time.Duration // when that was, by Snapshot.Now
}

// Pointer is where the mouse is and what it does.
type Pointer struct {
	At      image.Point // device pixels
	Moved   bool        // in this tick
	Held    bool        // the left button is down
	Pressed bool        // it went down in this tick
	Let     bool        // it went up in this tick
	Wheel   int         // notches that the wheel was turned towards the player
}
