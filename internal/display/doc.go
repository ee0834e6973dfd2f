// Package display ends the process with one clear sentence where there is no
// display to open a window on. Ebitengine panics in that case while packages
// are still being initialised, long before main could say anything.
//
// A program imports it for its effect alone. Go initialises a package as soon
// as all that it imports is, so this one imports as little as it can: it is
// then done before Ebitengine's. A test of cmd/laneya runs the binary without
// a display to prove that.
//
// On systems other than Linux and the BSDs it does nothing.
package display
