package sounds

import "laneya/sounds/score"

// A bed is what lies under the effects: the ambience and the music. Read owns it.
type bed struct {
	sum    [chunk * channels]float32
	loops  [2]loop // the first is wanted, the other one goes
	band   score.Band
	levels score.Levels // that the band plays at
	music  float32      // how loud the music is besides, while tunes change
	duck   float32      // what is taken away under loud effects, as a share
	volume [2]float32   // of ambience and music, as they were last
}

// A scene is what lies under the effects, as it is wanted. What it points to isn't
// changed once made.
type scene struct {
	ambience *ambience // nil for none
	tune     *tune     // likewise
	danger   score.Danger
	depth    float64
}

// A loop is an ambience that plays.
type loop struct {
	samples []int16
	at      int // in samples of rate, of which there are twice as many
	gain    float32
}

const (
	crossfade = 1 / 2.5 // of an ambience's gain, in a second
	tunesFade = 1 / 1.2 // of a tune that makes room, likewise
	duckFrom  = 0.2     // peak of the effects that ducking begins at
	duckFull  = 0.6     // and where it takes the most
	duckMost  = 0.55
	duckDown  = 0.35 // of the way to where it should be, in 10 ms
	duckUp    = 0.012
	across    = 0.4 // of a loop's other half that each ear hears, beside its own
)

// mix adds ambience and music to frames that hold the effects.
func (b *bed) mix(effects []float32, volume *Volumes, s *scene) {
	first, last := b.ducked(effects)
	share := float32(len(effects)/channels) / rate
	sum := b.sum[:len(effects)]
	if was, now := b.turn(0, volume.Master*volume.Ambience); was != 0 || now != 0 {
		clear(sum)
		b.mixAmbience(sum, share, s)
		addRamp(effects, sum, was*first, now*last)
	}
	if was, now := b.turn(1, volume.Master*volume.Music); was != 0 || now != 0 {
		clear(sum)
		b.mixMusic(sum, share, s)
		addRamp(effects, sum, was*first, now*last)
	}
}

// turn sets a volume, and returns what it was and what it is.
func (b *bed) turn(i int, volume float64) (was, now float32) {
	was, b.volume[i] = b.volume[i], float32(volume)
	return was, b.volume[i]
}

// addRamp adds from to sum, at a gain that changes in a straight line.
func addRamp(sum, from []float32, first, last float32) {
	gain, change := first, (last-first)/float32(max(len(sum)/channels, 1))
	for i := 0; i+1 < len(sum); i += channels {
		sum[i] += from[i] * gain
		sum[i+1] += from[i+1] * gain
		gain += change
	}
}

// ducked returns what the effects leave of the bed at the beginning and at the end of
// these frames.
func (b *bed) ducked(effects []float32) (first, last float32) {
	var peak float32
	for _, v := range effects {
		peak = max(peak, v, -v)
	}
	want := duckMost * min(max((peak-duckFrom)/(duckFull-duckFrom), 0), 1)
	was := b.duck
	way := float32(duckUp)
	if want > was {
		way = duckDown
	}
	b.duck += (want - was) * way
	if b.duck < 1e-4 {
		b.duck = 0
	}
	return 1 - was, 1 - b.duck
}

func (b *bed) mixAmbience(sum []float32, share float32, s *scene) {
	want := s.ambience.loop()
	if !same(want, b.loops[0].samples) && (b.loops[1].gain == 0 || same(want, b.loops[1].samples)) {
		b.loops[0], b.loops[1] = b.loops[1], b.loops[0]
		if !same(want, b.loops[0].samples) {
			b.loops[0] = loop{samples: want}
		}
	}
	for i := range b.loops {
		up := i == 0 && same(want, b.loops[0].samples)
		b.loops[i].addTo(sum, up, crossfade*share)
	}
}

// same reports whether two loops are one.
func same(a, b []int16) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// addTo adds a loop that comes up or goes. Each ear hears it from another place.
func (l *loop) addTo(sum []float32, up bool, change float32) {
	first := l.gain
	if up {
		l.gain = min(l.gain+change, 1)
	} else {
		l.gain = max(l.gain-change, 0)
	}
	n := len(l.samples)
	if n < 2 || first == 0 && l.gain == 0 {
		return
	}
	gain := first / (1 << 15)
	step := (l.gain - first) / (1 << 15) / float32(max(len(sum)/channels, 1))
	a := l.at / 2
	c := (a + n/2) % n
	for i := 0; i+1 < len(sum); i += channels {
		va, vc := float32(l.samples[a]), float32(l.samples[c])
		if l.at&1 == 1 { // half way to the next one
			if a++; a == n {
				a = 0
			}
			if c++; c == n {
				c = 0
			}
			va, vc = (va+float32(l.samples[a]))/2, (vc+float32(l.samples[c]))/2
		}
		l.at++
		sum[i] += (va + across*vc) * gain
		sum[i+1] += (vc + across*va) * gain
		gain += step
	}
	l.at %= 2 * n
}

func (b *bed) mixMusic(sum []float32, share float32, s *scene) {
	want := s.tune.ready()
	first := b.music
	if b.band.Tune() != want {
		if b.music = max(first-tunesFade*share, 0); b.music == 0 {
			b.music = 1
			b.band.Play(want, levelsOf(want, s))
		}
	}
	if b.band.Tune() == nil {
		b.music = 0
		return
	}
	if b.band.Tune() == want {
		b.levels = levelsOf(want, s)
	}
	b.band.Mix(sum, &b.levels)
	if first != 1 || b.music != 1 {
		scaleRamp(sum, first, b.music)
	}
}

// scaleRamp brings frames to a gain that changes in a straight line.
func scaleRamp(sum []float32, first, last float32) {
	gain, change := first, (last-first)/float32(max(len(sum)/channels, 1))
	for i := 0; i+1 < len(sum); i += channels {
		sum[i] *= gain
		sum[i+1] *= gain
		gain += change
	}
}

func levelsOf(t *score.Tune, s *scene) score.Levels {
	if t == nil {
		return score.Levels{}
	}
	return t.Levels(s.danger, s.depth)
}
