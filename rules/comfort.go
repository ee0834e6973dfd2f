package rules

import "laneya/geom"

// intentOf returns the intent that a command sets.
func (w *World) intentOf(h *hero, c *Command) Intent { return Intent{} }

// pursue carries out h's intent for one tick: it returns the way to step, or
// Stop when h did something else, waits, or is done.
func (l *level) pursue(h *hero) geom.Dir {
	h.stop()
	return geom.Stop
}
