package sounds

import (
	"encoding/binary"
	"math"
	"sync"
	"time"

	"laneya/sounds/synth"
)

const (
	rate       = synth.Rate // samples in a second of what a mixer gives
	channels   = 2
	voices     = 16 // effects at the same time
	frameBytes = channels * 4
	// chunk is how many frames one Read gives at most: 10 ms. Small ones keep
	// what waits ahead of the card, and so the delay, short.
	chunk = rate / 100
	// stall is how long a card may take nothing before what should have been
	// heard meanwhile is too late.
	stall = 300 * time.Millisecond
)

// A mixer adds up what plays, as an endless stream of frames of two float32,
// little-endian. Any goroutine may add sounds and say what is wanted while another
// reads.
type mixer struct {
	mu     sync.Mutex // guards the five below
	read   time.Time  // when somebody last read
	n      int        // voices in use, the first of them
	voice  [voices]voice
	volume Volumes
	scene  scene

	// Owned by Read.
	sum   [chunk * channels]float32
	bed   bed
	limit limiter
}

// A voice is an effect that plays.
type voice struct {
	rest        []int16 // samples yet to come
	left, right float32
	dull        bool
	low, lower  float32 // what is left of a dull sound, after one filter and after both
}

func (m *mixer) add(v voice) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.stalled() {
		return
	}
	if m.n < voices {
		m.voice[m.n] = v
		m.n++
		return
	}
	oldest := 0
	for i := range m.voice {
		if len(m.voice[i].rest) < len(m.voice[oldest].rest) {
			oldest = i
		}
	}
	m.voice[oldest] = v
}

// stalled says whether whoever read has stopped to do so. The caller holds mu.
func (m *mixer) stalled() bool {
	return !m.read.IsZero() && time.Since(m.read) > stall
}

func (m *mixer) setVolumes(v Volumes) {
	m.mu.Lock()
	m.volume = v
	m.mu.Unlock()
}

func (m *mixer) setScene(s scene) {
	m.mu.Lock()
	m.scene = s
	m.mu.Unlock()
}

// Read fills p with whole frames, up to 10 ms of them. It never fails. Only
// one goroutine at a time may read.
func (m *mixer) Read(p []byte) (int, error) {
	frames := min(len(p)/frameBytes, chunk)
	sum := m.sum[:frames*channels]
	clear(sum)
	volume, scene := m.mix(sum)
	m.bed.mix(sum, &volume, &scene)
	m.limit.hold(sum)
	for i, v := range sum {
		binary.LittleEndian.PutUint32(p[4*i:], math.Float32bits(soften(v)))
	}
	return frames * frameBytes, nil
}

// mix adds all voices to sum and lets go of those that ended. It returns what is
// wanted besides.
func (m *mixer) mix(sum []float32) (Volumes, scene) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.stalled() {
		clear(m.voice[:m.n])
		m.n = 0
	}
	m.read = time.Now()
	volume := float32(m.volume.Master*m.volume.Effects) / (1 << 15)
	for i := 0; i < m.n; {
		v := &m.voice[i]
		v.addTo(sum, volume)
		if len(v.rest) > 0 {
			i++
			continue
		}
		m.n--
		m.voice[i], m.voice[m.n] = m.voice[m.n], voice{}
	}
	return m.volume, m.scene
}

func (v *voice) addTo(sum []float32, volume float32) {
	n := min(len(v.rest), len(sum)/channels)
	left, right := v.left*volume, v.right*volume
	if v.dull {
		v.addDull(sum, n, left, right)
	} else {
		for i, s := range v.rest[:n] {
			sum[channels*i] += float32(s) * left
			sum[channels*i+1] += float32(s) * right
		}
	}
	v.rest = v.rest[n:]
}

// dullness is how much of a sample comes through a wall's filter at once: what is
// above 600 Hz goes down by half with each octave, and in the second filter again.
const dullness = 2 * math.Pi * 600 / rate

func (v *voice) addDull(sum []float32, n int, left, right float32) {
	low, lower := v.low, v.lower
	for i, s := range v.rest[:n] {
		low += (float32(s) - low) * dullness
		lower += (low - lower) * dullness
		sum[channels*i] += lower * left
		sum[channels*i+1] += lower * right
	}
	v.low, v.lower = low, lower
}
