package main

import (
	"errors"
	"fmt"

	"laneya/lang"
	"laneya/store"
)

// worldTrouble makes a sentence for the player of why a world doesn't open, where that
// is of a known kind.
func worldTrouble(path string, err error) error {
	why := ""
	switch {
	case errors.Is(err, store.ErrInUse):
		why = lang.Text("another program is using this world")
	case errors.Is(err, store.ErrNewer):
		why = lang.Text("this world was saved by a newer version of the game")
	case errors.Is(err, store.ErrNotWorld):
		why = lang.Text("this file is not a world")
	case errors.Is(err, store.ErrDamaged):
		why = lang.Text("this world is damaged")
	default:
		return err
	}
	return fmt.Errorf("%s: %w", path, &saidError{why, err})
}

// saidError is an error that says in the player's language what it is.
type saidError struct {
	text string
	err  error
}

func (e *saidError) Error() string { return e.text }
func (e *saidError) Unwrap() error { return e.err }
