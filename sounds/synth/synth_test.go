package synth

import (
	"math"
	"testing"
)

func TestSine(t *testing.T) {
	for i := range 10000 {
		phase := uint32(i) * 429497
		got := float64(sine(phase)) / one
		want := math.Sin(float64(phase) / (1 << 32) * 2 * math.Pi)
		if math.Abs(got-want) > 1.0/5000 {
			t.Fatalf("sine of %d is %f, want %f", phase, got, want)
		}
	}
}

func TestEnvelope(t *testing.T) {
	e := newEnvelope(10*unit, 100*unit)
	top, last := 0.0, 0.0
	for range samples(110 * unit) {
		last = float64(e.next()) / one
		top = max(top, last)
	}
	if math.Abs(top-1) > 0.01 || math.Abs(last-1.0/1024) > 0.0002 {
		t.Errorf("rises to %f and falls to %f", top, last)
	}
}

// TestFilter measures what is left of tones below, in and above a band.
func TestFilter(t *testing.T) {
	loudness := func(frequency int64, pick func(*filter) int64) float64 {
		var f filter
		var phase uint32
		var sum float64
		for i := range Rate {
			phase += uint32(frequency << 32 / Rate)
			f.run(sine(phase), 1000*unit, one)
			if i > Rate/10 {
				v := float64(pick(&f)) / one
				sum += v * v
			}
		}
		return math.Sqrt(2 * sum / (Rate * 9 / 10))
	}
	band := func(f *filter) int64 { return f.band }
	low := func(f *filter) int64 { return f.low }
	if v := loudness(1000, band); math.Abs(v-1) > 0.05 {
		t.Errorf("in the band: %f", v)
	}
	for _, frequency := range []int64{100, 10000} {
		if v := loudness(frequency, band); v > 0.15 {
			t.Errorf("%d Hz in a band around 1000 Hz: %f", frequency, v)
		}
	}
	if below, above := loudness(100, low), loudness(10000, low); math.Abs(below-1) > 0.05 || above > 0.02 {
		t.Errorf("below 1000 Hz: %f of 100 Hz, %f of 10000 Hz", below, above)
	}
}

func TestRoomGoesOnAndDies(t *testing.T) {
	mix := make([]int64, Rate)
	mix[0] = one
	room{unit, 400 * unit}.addTo(mix)
	loudest := func(from, to int) (top int64) {
		for _, v := range mix[from*Rate/1000 : to*Rate/1000] {
			top = max(top, v, -v)
		}
		return top
	}
	early, late := loudest(30, 130), loudest(500, 900)
	if early < one/100 || late > early/500 {
		t.Errorf("early echoes up to %d, late ones up to %d", early, late)
	}
}

func TestNoDC(t *testing.T) {
	mix := make([]int64, Rate)
	for i := range mix {
		mix[i] = one / 2
	}
	removeDC(mix)
	if left := mix[len(mix)-1]; left > one/100 {
		t.Errorf("%d of %d is left", left, one/2)
	}
}
