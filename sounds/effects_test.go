package sounds

import (
	"fmt"
	"math"
	"runtime"
	"testing"
)

// loaded makes all sounds.
func loaded(t testing.TB) bank {
	t.Helper()
	b, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range b {
		s.make()
	}
	return b
}

// each calls do for every variant of every sound, once.
func each(t *testing.T, do func(t *testing.T, s *sound, samples []float32)) {
	done := map[*sound]bool{}
	for _, s := range loaded(t) {
		if done[s] {
			continue
		}
		done[s] = true
		for i, samples := range s.variants {
			t.Run(fmt.Sprintf("%s%d", s.name, i+1), func(t *testing.T) { do(t, s, floats(samples)) })
		}
	}
	if len(done) < 60 {
		t.Errorf("there are %d effects", len(done))
	}
}

// floats returns samples as shares of the loudest there can be.
func floats(samples []int16) []float32 {
	out := make([]float32, len(samples))
	for i, v := range samples {
		out[i] = float32(v) / (1 << 15)
	}
	return out
}

func decibels(v float64) float64 { return 20 * math.Log10(v) }

func peak(samples []float32) float64 {
	var top float64
	for _, s := range samples {
		top = max(top, math.Abs(float64(s)))
	}
	return top
}

func mean(samples []float32) float64 {
	var sum float64
	for _, s := range samples {
		sum += float64(s)
	}
	return sum / float64(len(samples))
}

// power returns the root of the mean square.
func power(samples []float32) float64 {
	var sum float64
	for _, s := range samples {
		sum += float64(s) * float64(s)
	}
	return math.Sqrt(sum / float64(len(samples)))
}

// brightness returns the mean frequency in Hz, weighted by power: from the
// power of the samples and that of their differences.
func brightness(samples []float32) float64 {
	steps := make([]float32, len(samples)-1)
	for i := range steps {
		steps[i] = samples[i+1] - samples[i]
	}
	return power(steps) / power(samples) * rate / (2 * math.Pi)
}

func TestEveryEffectIsPleasant(t *testing.T) {
	each(t, func(t *testing.T, _ *sound, samples []float32) {
		if ms := len(samples) * 1000 / rate; ms < 50 || ms > 2700 {
			t.Errorf("lasts %d ms", ms)
		}
		if db := decibels(peak(samples)); db > -1 || db < -20 {
			t.Errorf("peak at %.1f dB", db)
		}
		if db := decibels(power(samples)); db > -10 || db < -42 {
			t.Errorf("loudness of %.1f dB", db)
		}
		if m := mean(samples); math.Abs(m) > 0.0005 {
			t.Errorf("lies off the middle by %f", m)
		}
		if begin := math.Abs(float64(samples[0])); begin > 0.03 {
			t.Errorf("begins with a click of %f", begin)
		}
		if end := peak(samples[len(samples)-rate/500:]); end > 0.001 {
			t.Errorf("is cut off at %f", end)
		}
		n := len(samples) / 4
		if last := power(samples[3*n:]); last > power(samples[:n])/2 && last > power(samples[n:2*n])/2 {
			t.Error("does not die away")
		}
	})
}

func TestStepsDifferButNotMuch(t *testing.T) {
	var steps [][]float32
	for _, v := range loaded(t)[Step].variants {
		steps = append(steps, floats(v))
	}
	for i, step := range steps[1:] {
		var apart []float32
		for j, v := range step {
			apart = append(apart, v-steps[0][j])
		}
		if power(apart) < power(steps[0])/4 {
			t.Errorf("step %d sounds like the first", i+2)
		}
		if louder := decibels(power(step) / power(steps[0])); math.Abs(louder) > 3 {
			t.Errorf("step %d is %.1f dB louder than the first", i+2, louder)
		}
	}
}

func TestBumpIsDuller(t *testing.T) {
	b := loaded(t)
	for i, step := range b[Step].variants {
		if bump, step := brightness(floats(b[Bump].variants[0])), brightness(floats(step)); bump > 0.7*step {
			t.Errorf("the bump, at %.0f Hz, is not duller than step %d, at %.0f Hz", bump, i+1, step)
		}
	}
}

func TestNeighbouringStepsDiffer(t *testing.T) {
	s := loaded(t)[Step]
	last := s.next()
	for range 12 {
		next := s.next()
		if &next[0] == &last[0] {
			t.Fatal("two steps in a row are the same")
		}
		last = next
	}
}

func TestKeys(t *testing.T) {
	b := loaded(t)
	for _, e := range []Effect{Step, Bump, Click, Confirm, Join, Leave} {
		if !Has(e) {
			t.Errorf("there is no %s", e)
		}
	}
	if Has("yodel") || b["glass_ice"] != b["glass"] {
		t.Error("keys name other sounds than they should")
	}
}

// TestWhatIsPlayedFirstIsMadeThen plays a sound that nobody has played before.
func TestWhatIsPlayedFirstIsMadeThen(t *testing.T) {
	b := loaded(t)
	b["new"] = &sound{name: "new", description: b[Bump].description}
	defer delete(b, "new")
	p := newPlayer()
	for range maxOrders + 5 {
		p.Play("new", 1, 0)
	}
	if p.mixer.n != 0 || len(p.orders) != maxOrders/2 {
		t.Fatalf("%d voices and %d orders before it is made", p.mixer.n, len(p.orders))
	}
	p.made.Go(p.work)
	for len(p.orders) > 0 {
		runtime.Gosched()
	}
	p.Close()
	if p.mixer.n == 0 {
		t.Error("it isn't heard once it is made")
	}
	if n := p.mixer.n; n < voices {
		p.Play("new", 1, 0)
		if p.mixer.n != n+1 {
			t.Error("it isn't heard at once when it is made")
		}
	}
}
