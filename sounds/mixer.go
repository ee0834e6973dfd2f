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
	voices     = 16 // sounds at the same time
	frameBytes = channels * 4
	// chunk is how many frames one Read gives at most: 10 ms. Small ones keep
	// what waits ahead of the card, and so the delay, short.
	chunk = rate / 100
	// stall is how long a card may take nothing before what should have been
	// heard meanwhile is too late.
	stall = 300 * time.Millisecond
)

// A mixer adds up the sounds that play, as an endless stream of frames of two
// float32, little-endian. Any goroutine may add sounds while another reads.
type mixer struct {
	mu     sync.Mutex
	read   time.Time // when somebody last read
	volume float32
	n      int // voices in use, the first of them
	voice  [voices]voice
	sum    [chunk * channels]float32 // owned by Read
}

// A voice is a sound that plays.
type voice struct {
	rest        []float32 // samples yet to come
	left, right float32
}

func (m *mixer) add(samples []float32, left, right float32) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.stalled() {
		return
	}
	v := voice{samples, left, right}
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

func (m *mixer) setVolume(volume float32) {
	m.mu.Lock()
	m.volume = volume
	m.mu.Unlock()
}

// Read fills p with whole frames, up to 10 ms of them. It never fails. Only
// one goroutine at a time may read.
func (m *mixer) Read(p []byte) (int, error) {
	frames := min(len(p)/frameBytes, chunk)
	sum := m.sum[:frames*channels]
	clear(sum)
	m.mix(sum)
	for i, v := range sum {
		binary.LittleEndian.PutUint32(p[4*i:], math.Float32bits(soften(v)))
	}
	return frames * frameBytes, nil
}

// mix adds all voices to sum and lets go of those that ended.
func (m *mixer) mix(sum []float32) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.stalled() {
		clear(m.voice[:m.n])
		m.n = 0
	}
	m.read = time.Now()
	for i := 0; i < m.n; {
		v := &m.voice[i]
		v.addTo(sum, m.volume)
		if len(v.rest) > 0 {
			i++
			continue
		}
		m.n--
		m.voice[i], m.voice[m.n] = m.voice[m.n], voice{}
	}
}

func (v *voice) addTo(sum []float32, volume float32) {
	n := min(len(v.rest), len(sum)/channels)
	left, right := v.left*volume, v.right*volume
	for i, s := range v.rest[:n] {
		sum[channels*i] += s * left
		sum[channels*i+1] += s * right
	}
	v.rest = v.rest[n:]
}

// knee is where soften begins.
const knee = 0.75

// soften leaves quiet samples as they are and bends loud ones, so that many
// sounds at once stay within -1 and 1 without the crackle of a hard limit.
func soften(v float32) float32 {
	switch {
	case v > knee:
		over := (v - knee) / (1 - knee)
		return knee + (1-knee)*over/(1+over)
	case v < -knee:
		over := (-v - knee) / (1 - knee)
		return -knee - (1-knee)*over/(1+over)
	}
	return v
}
