package sounds

import (
	"math"
	"testing"

	"laneya/sounds/synth"
)

// staged makes all ambiences and tunes.
func staged(t testing.TB) *stage {
	t.Helper()
	s, err := set()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range s.ambiences {
		a.make()
	}
	for name, tune := range s.tunes {
		if s.make(tune); tune.ready() == nil {
			t.Fatalf("%s can't be played", name)
		}
	}
	return s
}

// jump returns the largest step between neighbouring samples.
func jump(samples []float32) float64 {
	top := 0.0
	for i := range samples[1:] {
		top = max(top, math.Abs(float64(samples[i+1]-samples[i])))
	}
	return top
}

// left returns what the left ear hears.
func left(frames []float32) []float32 {
	out := make([]float32, 0, len(frames)/channels)
	for i := 0; i < len(frames); i += channels {
		out = append(out, frames[i])
	}
	return out
}

func TestAmbiences(t *testing.T) {
	done := map[*ambience]bool{}
	for key, a := range staged(t).ambiences {
		if done[a] {
			continue
		}
		done[a] = true
		t.Run(key, func(t *testing.T) {
			samples := floats(a.loop())
			if s := len(samples) / synth.AmbienceRate; s < 15 || s > 30 {
				t.Errorf("comes again after %d s", s)
			}
			if db := decibels(peak(samples)); db > -3 {
				t.Errorf("peak at %.1f dB", db)
			}
			if db := decibels(power(samples)); db > -24 || db < -38 {
				t.Errorf("loudness of %.1f dB", db)
			}
			if m := mean(samples); math.Abs(m) > 0.0005 {
				t.Errorf("lies off the middle by %f", m)
			}
			n := len(samples)
			seam := append(append([]float32{}, samples[n-20:]...), samples[:20]...)
			if at, most := jump(seam), jump(samples[n/4:n/2]); at > most {
				t.Errorf("jumps by %f where it begins anew, elsewhere by %f", at, most)
			}
			around := append(append([]float32{}, samples[n-2000:]...), samples[:2000]...)
			if louder := decibels(power(around) / power(samples)); math.Abs(louder) > 7 {
				t.Errorf("is %.1f dB louder where it begins anew", louder)
			}
		})
	}
	if len(done) < 6 {
		t.Errorf("there are %d ambiences", len(done))
	}
}

func TestMusic(t *testing.T) {
	for name, piece := range staged(t).tunes {
		tune := piece.ready()
		if s := tune.Frames() / rate; s < 60 {
			t.Errorf("%s comes again after %d s", name, s)
		}
		var layers [][]float32
		for _, layer := range tune.Layers() {
			samples := tune.Render(tune.Only(layer))
			if len(samples) != channels*tune.Frames() {
				t.Fatalf("%s lasts %d frames, the piece %d", layer, len(samples)/channels, tune.Frames())
			}
			layers = append(layers, left(samples))
			t.Run(string(name)+"/"+layer, func(t *testing.T) { checkLayer(t, samples) })
		}
		for _, depth := range []float64{-1, 0, 0.5, 1} {
			for danger := Calm; danger <= Fight; danger++ {
				levels := tune.Levels(danger, depth)
				all := make([]float32, tune.Frames())
				for i, samples := range layers {
					for j, v := range samples {
						all[j] += v * levels[i]
					}
				}
				if p, db := decibels(peak(all)), decibels(power(all)); p > -1 || db > -18 || db < -34 {
					t.Errorf("%s in danger %d at depth %v: loudness of %.1f dB, peak at %.1f", name, danger, depth, db, p)
				}
			}
		}
	}
}

// checkLayer listens to one layer.
func checkLayer(t *testing.T, samples []float32) {
	if db := decibels(peak(samples)); db > -1.5 || db < -22 {
		t.Errorf("peak at %.1f dB", db)
	}
	if db := decibels(power(samples)); db > -20 || db < -36 {
		t.Errorf("loudness of %.1f dB", db)
	}
	ear := left(samples)
	if step := math.Abs(float64(ear[0] - ear[len(ear)-1])); step > jump(ear) {
		t.Errorf("jumps by %f where it begins anew", step)
	}
	if m := mean(ear); math.Abs(m) > 0.002 {
		t.Errorf("lies off the middle by %f", m)
	}
}

// hears plays nothing for so many seconds and returns what is heard.
func hears(t testing.TB, p *Player, seconds float64) []float32 {
	return listen(t, &p.mixer, int(seconds*rate))
}

func TestMoodsComeAndGo(t *testing.T) {
	staged(t)
	p := newPlayer()
	p.SetMood(Mood{Ambience: Camp})
	begin := hears(t, p, 0.1)
	later := hears(t, p, 4)
	p.SetMood(Mood{Ambience: Camp, Tune: TitleTune})
	hears(t, p, 4)
	if power(begin) > power(later)/3 {
		t.Errorf("begins at %f and goes on at %f", power(begin), power(later))
	}
	p.SetMood(Mood{Ambience: "ambience_of_a_kind_to_come", Tune: WorldsTune, Danger: Fight})
	changing := hears(t, p, 3)
	if most := jump(left(changing)); most > 0.2 {
		t.Errorf("jumps by %f while it changes", most)
	}
	all, _ := set()
	if b := &p.mixer.bed; !same(b.loops[0].samples, all.ambiences[Caves].samples) || b.loops[0].gain != 1 || b.loops[1].gain != 0 {
		t.Error("an unknown place doesn't sound like caves")
	}
	if p.mixer.bed.band.Tune() != all.tunes[WorldsTune].ready() {
		t.Error("the tune hasn't changed")
	}
	p.SetMood(Mood{})
	hears(t, p, 4)
	if v := peak(hears(t, p, 0.5)); v != 0 {
		t.Errorf("silence is at %f", v)
	}
}

// TestClimbingToAndFro changes places faster than they fade.
func TestClimbingToAndFro(t *testing.T) {
	staged(t)
	p := newPlayer()
	last := float32(0)
	for i := range 40 {
		p.SetMood(Mood{Ambience: []string{Camp, Caves, "ambience_furnace", ""}[i%4]})
		for _, v := range left(hears(t, p, 0.3)) {
			if d := math.Abs(float64(v - last)); d > 0.2 {
				t.Fatalf("jumps by %f", d)
			}
			last = v
		}
	}
}

func TestVolumesAreSeparate(t *testing.T) {
	staged(t)
	loaded(t)
	for _, c := range []struct {
		volumes                  Volumes
		effects, ambience, music bool
	}{
		{Volumes{1, 1, 0, 0}, true, false, false},
		{Volumes{1, 0, 1, 0}, false, true, false},
		{Volumes{1, 0, 0, 1}, false, false, true},
		{Volumes{0, 1, 1, 1}, false, false, false},
	} {
		for i, want := range []bool{c.effects, c.ambience, c.music} {
			p := newPlayer()
			p.SetVolumes(c.volumes)
			switch i {
			case 0:
				p.Play(Join, 1, 0)
			case 1:
				p.SetMood(Mood{Ambience: Caves})
			case 2:
				p.SetMood(Mood{Tune: TitleTune})
			}
			if got := peak(hears(t, p, 1)) > 0; got != want {
				t.Errorf("%+v: %s heard: %v", c.volumes, []string{"effects", "ambience", "music"}[i], got)
			}
		}
	}
}

// TestDucking listens to the bed under a loud effect: what the effect alone is, is taken
// away.
func TestDucking(t *testing.T) {
	staged(t)
	var b, alone bed
	volume := Volumes{1, 1, 1, 1}
	all, _ := set()
	s := all.scene(Mood{Ambience: "ambience_flooded", Tune: TitleTune})
	levels := func(loud float32) (ducked, free float64) {
		var heard, unducked []float32
		for range 300 {
			frames, other := make([]float32, chunk*channels), make([]float32, chunk*channels)
			for i := range frames {
				frames[i] = loud
			}
			b.mix(frames, &volume, &s)
			alone.mix(other, &volume, &s)
			for i := range frames {
				heard, unducked = append(heard, frames[i]-loud), append(unducked, other[i])
			}
		}
		half := len(heard) / 2
		return power(heard[half:]), power(unducked[half:])
	}
	for _, c := range []struct {
		loud     float32
		from, to float64 // dB
	}{{0, -0.1, 0.1}, {0.1, -0.1, 0.1}, {0.7, -8, -5}, {0, -1, 0.1}} {
		ducked, free := levels(c.loud)
		if db := decibels(ducked / free); db < c.from || db > c.to {
			t.Errorf("under effects of %.1f the bed is %.1f dB louder", c.loud, db)
		}
	}
}

// TestWallsMuffle compares a sound with the same one behind a wall.
func TestWallsMuffle(t *testing.T) {
	loaded(t)
	for _, e := range []Effect{Click, Join, "hit", "door_open", "foe_hiss"} {
		hear := func(play func(p *Player, e Effect)) []float32 {
			p := newPlayer()
			b, _ := load()
			b[e].played.Store(0)
			play(p, e)
			return left(hears(t, p, 1))
		}
		clear := hear(func(p *Player, e Effect) { p.Play(e, 0.5, 0) })
		dull := hear(func(p *Player, e Effect) { p.PlayDull(e, 0.5, 0) })
		if power(dull) > 0.75*power(clear) || power(dull) == 0 {
			t.Errorf("%s: %f, behind a wall %f", e, power(clear), power(dull))
		}
		if brightness(dull) > 0.95*brightness(clear) {
			t.Errorf("%s is at %.0f Hz, behind a wall at %.0f", e, brightness(clear), brightness(dull))
		}
	}
}

// TestWorstCase plays all that can sound at once, as loud as it can be.
func TestWorstCase(t *testing.T) {
	staged(t)
	b := loaded(t)
	p := newPlayer()
	p.SetMood(Mood{Ambience: "ambience_furnace", Tune: WorldsTune, Danger: Fight, Depth: 1})
	hears(t, p, 3)
	most := 0.0
	for range 5 {
		for e := range b {
			p.Play(e, 1, 0)
		}
		most = max(most, peak(hears(t, p, 1)))
	}
	if most >= 1 || most < knee {
		t.Errorf("the loudest sample is %f", most)
	}
}

func TestLimiterLeavesTheShape(t *testing.T) {
	var l limiter
	var in, out []float32
	for range 100 {
		frames := make([]float32, chunk*channels)
		for i := range frames {
			frames[i] = float32(3 * math.Sin(float64(len(in)+i)*0.01))
		}
		in = append(in, frames...)
		l.hold(frames)
		out = append(out, frames...)
	}
	if v := peak(out[len(out)/2:]); v > knee+0.001 || v < knee-0.05 {
		t.Errorf("three times too loud becomes %f", v)
	}
	// A sine that is cut has other tones than its own.
	if b, o := brightness(in[len(in)/2:]), brightness(out[len(out)/2:]); math.Abs(b/o-1) > 0.02 {
		t.Errorf("%.1f Hz become %.1f Hz", b, o)
	}
	// It is let go slowly, so that the level doesn't flutter.
	next := make([]float32, chunk*channels)
	for i := range next {
		next[i] = 0.1
	}
	if l.hold(next); next[len(next)-1] > 0.05 || next[len(next)-1] < 0.02 {
		t.Errorf("right after that 0.1 becomes %f", next[len(next)-1])
	}
	for range 200 {
		l.hold(make([]float32, chunk*channels))
	}
	if l.cut != 0 {
		t.Errorf("%f is still taken away", l.cut)
	}
}

// full is a Player on which all plays that can.
func full(t testing.TB) *Player {
	staged(t)
	loaded(t)
	p := newPlayer()
	p.SetMood(Mood{Ambience: "ambience_furnace", Tune: WorldsTune, Danger: Fight, Depth: 0.5})
	hears(t, p, 4)
	return p
}

func TestTheWholeMixAllocatesNothing(t *testing.T) {
	p := full(t)
	buffer := make([]byte, chunk*frameBytes)
	moods := []Mood{{Ambience: Camp, Tune: TitleTune}, {Ambience: Caves, Tune: WorldsTune, Danger: Wary}}
	n := 0
	if allocs := testing.AllocsPerRun(1000, func() {
		p.PlayDull(Step, 0.5, -0.3)
		n++
		p.SetMood(moods[n/300%2])
		if _, err := p.mixer.Read(buffer); err != nil {
			t.Error(err)
		}
	}); allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

// BenchmarkSecond mixes one second of all that can sound at once: so many ms are a
// tenth of so many percent of a core.
func BenchmarkSecond(b *testing.B) {
	p := full(b)
	buffer := make([]byte, chunk*frameBytes)
	p.SetVolumes(Volumes{1, 0.2, 1, 1})
	b.ReportAllocs()
	for b.Loop() {
		for i := range 100 {
			if i%50 == 0 {
				for j := range voices {
					if j%2 == 0 {
						p.Play(Join, 0.1, 0.2)
					} else {
						p.PlayDull(Join, 0.1, 0.2)
					}
				}
			}
			if _, err := p.mixer.Read(buffer); err != nil {
				b.Fatal(err)
			}
		}
	}
}
