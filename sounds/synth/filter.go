package synth

// A filter divides a sound into what lies below a frequency and around it: a
// state-variable filter as Hal Chamberlin drew it.
type filter struct{ low, band int64 }

// run takes one sample. The frequency is in thousandths of Hz, at most 8 kHz;
// width is 1/Q as a fixed-point number.
func (f *filter) run(in, frequency, width int64) {
	// 2 sin(π frequency/Rate); the angle is small enough for two terms.
	angle := pi * frequency / (Rate * unit)
	k := 2 * (angle - mul(mul(angle, angle), angle)/6)
	f.low += mul(k, f.band)
	high := in - f.low - mul(width, f.band)
	f.band += mul(k, high)
}

// addTo adds the echo of the walls to the mix: four echoes that go to and fro
// between walls of different distance and grow duller each time.
func (r room) addTo(mix []int64) {
	if r.level == 0 {
		return
	}
	walls := [4]wall{{distance: 1487}, {distance: 1601}, {distance: 1867}, {distance: 2053}}
	for i := range walls {
		walls[i].keep = feedback(walls[i].distance, samples(r.decay))
	}
	for i, in := range mix {
		for w := range walls {
			mix[i] += walls[w].echo(in) / 4 * r.level / unit
		}
	}
}

// A wall throws back what it gets, again and again.
type wall struct {
	distance int // to it and back, in samples
	keep     int64
	dull     int64
	at       int
	way      [2053]int64
}

// echo returns what comes back while in sounds.
func (w *wall) echo(in int64) int64 {
	out := w.way[w.at]
	w.dull += mul(out-w.dull, one*6/10)
	w.way[w.at] = in + mul(w.dull, w.keep)
	if w.at++; w.at == w.distance {
		w.at = 0
	}
	return out
}

// feedback returns what is left of an echo after one way to and fro, so that
// about a thousandth is left after decay samples.
func feedback(distance, decay int) int64 {
	left := int64(one)
	env := newEnvelope(0, int64(decay)*1000*unit/Rate)
	for range distance {
		left = mul(left, env.fall)
	}
	return left
}

// removeDC takes away what moves slower than anyone hears.
func removeDC(mix []int64) {
	var slow int64
	for i, v := range mix {
		slow += (v*256 - slow) / 512
		mix[i] = v - slow/256
	}
}

// fadeOut lets the end of a sound die away, so that it ends without a click.
func fadeOut(mix []int64) {
	n := min(samples(20*unit), len(mix))
	tail := mix[len(mix)-n:]
	for i := range tail {
		left := int64(n-1-i) * one / int64(n)
		tail[i] = mul(tail[i], mul(left, left))
	}
}

// scale brings the loudest sample to peak, in thousandths of full scale.
func scale(mix []int64, peak int64) []int16 {
	loudest := int64(1)
	for _, v := range mix {
		loudest = max(loudest, v, -v)
	}
	out := make([]int16, len(mix))
	for i, v := range mix {
		out[i] = int16(v * peak * 32767 / (loudest * unit))
	}
	return out
}
