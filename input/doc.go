// Package input turns keys, mouse and gamepad into named actions by a table of
// bindings, and held direction keys into the way the hero is to walk.
//
// Ebitengine is reached through Source alone, so that tests press keys that
// are not there. Poll and everything else here belongs to the goroutine that
// runs Update.
package input
