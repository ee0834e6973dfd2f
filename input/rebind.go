package input

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A place is where an action means something.
type place uint8

const (
	inPlay  place = 1 << iota // while the caves are played
	inLists                   // in menus, in lists and while aiming
)

// place returns where the action means something.
func (a Action) place() place {
	switch a {
	case Up, Down, Left, Right, Next, Previous, Confirm, Cancel, PageUp, PageDown, Write:
		return inLists
	case Fullscreen, Screenshot, Replay, Quit:
		return inPlay | inLists
	}
	return inPlay
}

// InLists reports whether the action means something in menus and lists alone.
func (a Action) InLists() bool { return a.place() == inLists }

// Key returns the action's name as settings have it: "walk-north".
func (a Action) Key() string { return strings.ReplaceAll(a.String(), " ", "-") }

// Of returns the row of an action; nil if there is none.
func (t Bindings) Of(a Action) *Binding {
	for i := range t {
		if t[i].Action == a {
			return &t[i]
		}
	}
	return nil
}

// Chords returns all keys that ask for an action, what is fixed first.
func (t Bindings) Chords(a Action) []Chord {
	if b := t.Of(a); b != nil {
		return slices.Concat(b.Fixed, b.Keys)
	}
	return nil
}

// Pad returns all buttons that ask for an action, what is fixed first.
func (t Bindings) Pad(a Action) []Button {
	if b := t.Of(a); b != nil {
		return slices.Concat(b.FixedButtons, b.Buttons)
	}
	return nil
}

// Taken returns the other action that a chord asks for where a means something, and
// whether it is fixed there.
func (t Bindings) Taken(a Action, c Chord) (other Action, fixed, taken bool) {
	for i := range t {
		b := &t[i]
		if b.Action == a || b.Action.place()&a.place() == 0 {
			continue
		}
		if fixed = slices.Contains(b.Fixed, c); fixed || slices.Contains(b.Keys, c) {
			return b.Action, fixed, true
		}
	}
	return 0, false, false
}

// TakenButton does the same for a button.
func (t Bindings) TakenButton(a Action, c Button) (other Action, fixed, taken bool) {
	for i := range t {
		b := &t[i]
		if b.Action == a || b.Action.place()&a.place() == 0 {
			continue
		}
		if fixed = slices.Contains(b.FixedButtons, c); fixed || slices.Contains(b.Buttons, c) {
			return b.Action, fixed, true
		}
	}
	return 0, false, false
}

// Rebound returns the usual table with what settings say in place of it: names of keys
// and of buttons by actions' keys. Names that there are not are passed over, and told of.
func Rebound(keyboard, gamepad map[string][]string) (table Bindings, unknown []string) {
	table = DefaultBindings()
	unknown = append(unknown, unknownActions("keys", keyboard)...)
	unknown = append(unknown, unknownActions("gamepad", gamepad)...)
	for i := range table {
		b := &table[i]
		if names, ok := keyboard[b.Action.Key()]; ok {
			b.Keys = parse(names, ParseChord, &unknown)
		}
		if names, ok := gamepad[b.Action.Key()]; ok {
			b.Buttons = parse(names, ParseButton, &unknown)
		}
	}
	return table, unknown
}

// parse reads names, and adds to unknown what can't be read.
func parse[T comparable](names []string, read func(string) (T, error), unknown *[]string) (all []T) {
	for _, name := range names {
		v, err := read(name)
		switch {
		case err != nil:
			*unknown = append(*unknown, fmt.Sprintf("%q", name))
		case !slices.Contains(all, v):
			all = append(all, v)
		}
	}
	return all
}

// unknownActions returns the names in a table of settings that no action has.
func unknownActions(table string, of map[string][]string) (unknown []string) {
	for _, name := range slices.Sorted(maps.Keys(of)) {
		known := false
		for a := range numActions {
			known = known || a.Key() == name
		}
		if !known {
			unknown = append(unknown, table+"."+name)
		}
	}
	return unknown
}

// Changes returns what of the table isn't usual, as Rebound reads it.
func (t Bindings) Changes() (keyboard, gamepad map[string][]string) {
	keyboard, gamepad = map[string][]string{}, map[string][]string{}
	usual := DefaultBindings()
	for i := range t {
		b := &t[i]
		u := usual.Of(b.Action)
		if u == nil {
			continue
		}
		if !slices.Equal(b.Keys, u.Keys) {
			names := make([]string, 0, len(b.Keys))
			for _, k := range b.Keys {
				names = append(names, k.String())
			}
			keyboard[b.Action.Key()] = names
		}
		if !slices.Equal(b.Buttons, u.Buttons) {
			names := make([]string, 0, len(b.Buttons))
			for _, k := range b.Buttons {
				names = append(names, ButtonName(k))
			}
			gamepad[b.Action.Key()] = names
		}
	}
	return keyboard, gamepad
}
