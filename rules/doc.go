// Package rules is the game itself: what a world holds, what a user may ask of
// it and what a tick makes of that.
//
// A world is a seed and a log of commands. Two worlds that were made with the
// same Options and were given the same Commands between the same Steps are
// equal, down to the last bit of their Hash; so a saved game, a replay, a
// regression test and a spectator are all the same thing, the log played
// again. To keep that true nothing in this package reads a clock, starts a
// goroutine, ranges over a map, computes with floating point or does input or
// output; chance comes from generators that are part of the state.
//
// A tick has two halves:
//
//	w.Perform(c)  // any number of times: a command sets what a hero wants
//	w.Step(run)   // once: every level on which time passes carries it out
//
// and in between w.View tells what one user may know. A View is all that may
// leave the server for that user: what a hero can't perceive is not in it.
//
// Levels never read each other, so Step hands them to the caller's Runner,
// which may step them in parallel; each has a generator of its own.
//
// Records and Restore turn a world into keyed values and back. A World is not
// safe for concurrent use.
package rules
