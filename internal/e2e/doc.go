// Package e2e holds the tests of laneya as a whole: the real client on the real
// server, without a window and, by real keys, with two of them.
package e2e
