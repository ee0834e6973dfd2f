// Package app is the game as its player meets it: the screens, what keys and
// clicks do on them, and the loop that takes in what the server tells and draws
// it.
//
// Everything in it belongs to the goroutine that runs Update and Draw. Update
// changes; Draw reads, and draws nothing at all while nothing changed, so that
// a game in which nobody moves costs next to nothing.
package app
