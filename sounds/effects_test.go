package sounds

import (
	"bytes"
	"math"
	"testing"
)

func loaded(t testing.TB) [effects][]float32 {
	t.Helper()
	all, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return all
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
	for e, samples := range loaded(t) {
		t.Run(fileNames[e], func(t *testing.T) {
			if ms := len(samples) * 1000 / rate; ms < 50 || ms > 1500 {
				t.Errorf("lasts %d ms", ms)
			}
			if db := decibels(peak(samples)); db > -1 || db < -20 {
				t.Errorf("peak at %.1f dB", db)
			}
			if m := mean(samples); math.Abs(m) > 0.0005 {
				t.Errorf("lies off the middle by %f", m)
			}
			if begin := math.Abs(float64(samples[0])); begin > 0.02 {
				t.Errorf("begins with a click of %f", begin)
			}
			if end := peak(samples[len(samples)-rate/500:]); end > 0.001 {
				t.Errorf("is cut off at %f", end)
			}
			if loudest := power(samples[:rate/20]); loudest < power(samples[len(samples)/2:]) {
				t.Error("does not die away")
			}
		})
	}
}

func TestStepsDifferButNotMuch(t *testing.T) {
	all := loaded(t)
	first := all[Step1]
	for e := Step2; e <= Step4; e++ {
		var apart []float32
		for i, s := range all[e] {
			apart = append(apart, s-first[i])
		}
		if power(apart) < power(first)/4 {
			t.Errorf("step %d sounds like the first", e+1)
		}
		if louder := decibels(power(all[e]) / power(first)); math.Abs(louder) > 3 {
			t.Errorf("step %d is %.1f dB louder than the first", e+1, louder)
		}
	}
}

func TestBumpIsDuller(t *testing.T) {
	all := loaded(t)
	for e := Step1; e <= Step4; e++ {
		if bump, step := brightness(all[Bump]), brightness(all[e]); bump > 0.7*step {
			t.Errorf("the bump, at %.0f Hz, is not duller than step %d, at %.0f Hz", bump, e+1, step)
		}
	}
}

func TestNeighbouringStepsDiffer(t *testing.T) {
	heard := make(map[Effect]int)
	for n := range uint64(48) {
		e := Step(n)
		if e < Step1 || e > Step4 || e == Step(n+1) {
			t.Fatalf("step %d is %d, the next %d", n, e, Step(n+1))
		}
		heard[e]++
	}
	if len(heard) != 4 {
		t.Errorf("only %d of the four steps are heard", len(heard))
	}
	if e := Step(math.MaxUint64); e > Step4 {
		t.Errorf("the last step there may be is %d", e)
	}
}

func TestDamagedFilesAreRefused(t *testing.T) {
	good, err := files.ReadFile("bump.wav")
	if err != nil {
		t.Fatal(err)
	}
	for cut := range 60 {
		if _, err := decodeWAV(good[:cut]); err == nil {
			t.Errorf("a file cut to %d bytes was taken", cut)
		}
	}
	for _, at := range []int{0, 8, 20, 22, 24, 34, 36, 40} {
		damaged := bytes.Clone(good)
		damaged[at] ^= 0xff
		if _, err := decodeWAV(damaged); err == nil {
			t.Errorf("a file damaged at byte %d was taken", at)
		}
	}
}
