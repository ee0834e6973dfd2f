// Package ui has the few widgets of the game's screens: forms made of text,
// buttons and text fields, with one focus that keyboard, mouse and gamepad
// share.
//
// It knows no engine: a Form is laid out in device pixels, handles an Input and
// draws on a Canvas, all of which works without a screen. Package paint has the
// Canvas that draws with Ebitengine.
package ui
