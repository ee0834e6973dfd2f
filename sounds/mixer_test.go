package sounds

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"
)

// listen reads frames from a mixer and returns left and right by turns.
func listen(t interface{ Fatalf(string, ...any) }, m *mixer, frames int) []float32 {
	var heard []float32
	buffer := make([]byte, frames*frameBytes)
	for len(heard) < frames*channels {
		n, err := m.Read(buffer[:frames*frameBytes-4*len(heard)])
		if err != nil || n == 0 || n%frameBytes != 0 {
			t.Fatalf("Read returned %d, %v", n, err)
		}
		for i := 0; i < n; i += 4 {
			heard = append(heard, math.Float32frombits(binary.LittleEndian.Uint32(buffer[i:])))
		}
	}
	return heard
}

func TestNoMixIsTooLoud(t *testing.T) {
	keys := append(slices.Sorted(maps.Keys(loaded(t))), "no such sound")
	rapid.Check(t, func(t *rapid.T) {
		p := newPlayer()
		number := rapid.OneOf(rapid.Float64(), rapid.Float64Range(-1.5, 1.5), rapid.Just(math.NaN()))
		for range rapid.IntRange(0, 40).Draw(t, "rounds") {
			for range rapid.IntRange(0, 5).Draw(t, "sounds") {
				p.Play(rapid.SampledFrom(keys).Draw(t, "effect"), number.Draw(t, "gain"), number.Draw(t, "pan"))
			}
			p.SetVolumes(Volumes{number.Draw(t, "all"), number.Draw(t, "effects"), number.Draw(t, "ambience"), number.Draw(t, "music")})
			for _, v := range listen(t, &p.mixer, rapid.IntRange(1, 1000).Draw(t, "frames")) {
				if !(v > -1 && v < 1) {
					t.Fatalf("heard %v", v)
				}
			}
		}
		if p.mixer.n > voices {
			t.Fatalf("%d voices", p.mixer.n)
		}
	})
}

func TestSilenceBeforeAndAfter(t *testing.T) {
	loaded(t)
	p := newPlayer()
	quiet := func() bool { return peak(listen(t, &p.mixer, 1000)) == 0 }
	if !quiet() {
		t.Error("heard something before anything played")
	}
	p.Play(Bump, 1, 0)
	if quiet() {
		t.Error("heard nothing")
	}
	listen(t, &p.mixer, len(loaded(t)[Bump].variants[0])-1000)
	if !quiet() || p.mixer.n != 0 {
		t.Error("heard something after the end")
	}
}

// TestWhatIsHeard compares a mix of quiet sounds, sample by sample, with their
// sum, whatever the sizes of the reads.
func TestWhatIsHeard(t *testing.T) {
	all := loaded(t)
	single := []Effect{Bump, Click, Confirm, Join, Leave} // of one variant each
	rapid.Check(t, func(t *rapid.T) {
		p := newPlayer()
		const frames = 12000
		want := make([]float64, frames*channels)
		at := 0
		for at < frames {
			e := rapid.SampledFrom(single).Draw(t, "effect")
			samples := floats(all[e].variants[0])
			pan := rapid.Float64Range(-1, 1).Draw(t, "pan")
			p.Play(e, 0.02, pan)
			angle := (pan + 1) * math.Pi / 4
			for i := 0; i < len(samples) && at+i < frames; i++ {
				want[channels*(at+i)] += 0.02 * math.Cos(angle) * float64(samples[i])
				want[channels*(at+i)+1] += 0.02 * math.Sin(angle) * float64(samples[i])
			}
			n := min(rapid.IntRange(1000, 3000).Draw(t, "frames"), frames-at)
			for i, v := range listen(t, &p.mixer, n) {
				if w := want[channels*at+i]; math.Abs(float64(v)-w) > 1e-5 {
					t.Fatalf("sample %d is %v, want %v", channels*at+i, v, w)
				}
			}
			at += n
		}
	})
}

func TestTooManySoundsTakeTheOldestsPlace(t *testing.T) {
	var m mixer
	m.volume = Volumes{1, 1, 1, 1}
	long, short := voice{rest: make([]int16, 500), left: 1, right: 1}, voice{rest: make([]int16, 100), left: 1, right: 1}
	for i := range voices {
		if i == 5 {
			m.add(short)
		} else {
			m.add(long)
		}
	}
	long.left = 0.5
	m.add(long)
	if m.n != voices || m.voice[5].left != 0.5 {
		t.Errorf("%d voices, the one that was nearest to its end is %v", m.n, m.voice[5].left)
	}
}

func TestNothingIsHeardAfterAStall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPlayer()
		p.Play(Join, 1, 0)
		listen(t, &p.mixer, 10)
		time.Sleep(stall)
		if p.Play(Bump, 1, 0); p.mixer.n != 2 {
			t.Errorf("%d voices after a short pause", p.mixer.n)
		}
		time.Sleep(time.Nanosecond)
		if p.Play(Bump, 1, 0); p.mixer.n != 2 {
			t.Error("a sound was taken that would come too late")
		}
		if peak(listen(t, &p.mixer, 100)) != 0 {
			t.Error("heard what is too late")
		}
		p.Play(Bump, 1, 0)
		if peak(listen(t, &p.mixer, 100)) == 0 {
			t.Error("heard nothing when all was well again")
		}
	})
}

func TestSoftenIsSmoothAndOdd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Float32Range(-50, 50).Draw(t, "a")
		b := rapid.Float32Range(-50, 50).Draw(t, "b")
		if a < b && soften(a) > soften(b) {
			t.Fatalf("%v becomes %v, but %v becomes %v", a, soften(a), b, soften(b))
		}
		if v := soften(a * 1e6); v >= 1 || v <= -1 {
			t.Fatalf("%v becomes %v", a*1e6, v)
		}
		if soften(-a) != -soften(a) || a >= -knee && a <= knee && soften(a) != a {
			t.Fatalf("%v becomes %v", a, soften(a))
		}
	})
}

func TestMixingAllocatesNothing(t *testing.T) {
	p := newPlayer()
	buffer := make([]byte, chunk*frameBytes)
	loaded(t)
	if allocs := testing.AllocsPerRun(100, func() {
		p.Play(Step, 0.5, -0.3)
		if _, err := p.mixer.Read(buffer); err != nil {
			t.Error(err)
		}
	}); allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func TestPlayWhileReading(t *testing.T) {
	p := newPlayer()
	var done sync.WaitGroup
	for g := range 4 {
		done.Go(func() {
			for range 200 {
				p.Play(Step, 0.1, float64(g)/4)
				p.SetVolumes(Volumes{1, 0.9, 1, 1})
			}
		})
	}
	for range 100 {
		listen(t, &p.mixer, 100)
	}
	done.Wait()
}

func BenchmarkMixAllVoices(b *testing.B) {
	p := newPlayer()
	buffer := make([]byte, chunk*frameBytes)
	b.ReportAllocs()
	for b.Loop() {
		p.mixer.n = 0
		for range voices {
			p.Play(Join, 0.1, 0.2)
		}
		if _, err := p.mixer.Read(buffer); err != nil {
			b.Fatal(err)
		}
	}
}
