// Package score reads laneya's music, which is written as text, and plays it.
//
// A Score is what is written, a Tune what a Band plays of it: the notes, and the samples
// of the voices that they are played with. A piece has layers that all last equally long
// and begin together, so that each can come and go at any time. Nothing but the voices'
// samples is kept in memory: notes are mixed when they are heard.
//
// The form of scores is in sounds/_src/README.md.
package score
