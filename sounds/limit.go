package sounds

// A limiter turns everything down while it would be too loud, and up again slowly.
type limiter struct{ cut float32 } // what it takes away, as a share

const (
	// knee is how loud the mix may be before it is turned down, and where soften
	// begins.
	knee = 0.75
	// ceiling is louder than anything can be.
	ceiling = 0.98
	// turnDown is how many frames the way down takes, and letUp what is left of the
	// cut after another 10 ms.
	turnDown = 64
	letUp    = 0.95
)

// hold turns frames down as far as they need it, the first of them on the way there.
func (l *limiter) hold(sum []float32) {
	var peak float32
	for _, v := range sum {
		peak = max(peak, v, -v)
	}
	before, cut := l.cut, l.cut*letUp
	if peak > knee {
		cut = max(cut, 1-knee/peak)
	}
	if cut < 1e-4 {
		cut = 0
	}
	l.cut = cut
	if before == 0 && cut == 0 {
		return
	}
	gain, frames := 1-before, len(sum)/channels
	change := (before - cut) / float32(max(min(turnDown, frames), 1))
	for i := range frames {
		if i < turnDown {
			gain += change
		}
		sum[channels*i] *= gain
		sum[channels*i+1] *= gain
	}
}

// soften leaves quiet samples as they are and bends loud ones, so that what the
// limiter is late for stays below the ceiling without the crackle of a hard limit.
func soften(v float32) float32 {
	switch {
	case v > knee:
		over := (v - knee) / (ceiling - knee)
		return knee + (ceiling-knee)*(over/(1+over))
	case v < -knee:
		over := (-v - knee) / (ceiling - knee)
		return -knee - (ceiling-knee)*(over/(1+over))
	}
	return v
}
