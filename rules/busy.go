package rules

// Busy reports whether time passes on some level, so that the next Step would
// be a tick.
func (w *World) Busy() bool {
	for _, l := range w.levels {
		if l.timePasses(w.opts.Clock) {
			return true
		}
	}
	return false
}
