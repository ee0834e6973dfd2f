package score

import "laneya/sounds/synth"

const (
	maxNotes = 48  // at the same time
	step     = 480 // frames over which levels change in a straight line: at most 10 ms
	// rise and fall are how much a layer's loudness changes in a second.
	rise, fall = 0.6, 0.35
	faint      = 1.0 / 8192
)

// A Band plays a Tune, again and again. It belongs to one goroutine; playing takes no
// memory anew. The zero value plays nothing.
type Band struct {
	tune   *Tune
	at     int // frames of the tune that were played
	next   int // of its events
	levels Levels
	notes  [maxNotes]note
	n      int // notes in use, the first of them
	hall   hall
}

// A note sounds.
type note struct {
	line  int
	voice *voice
	at    uint64 // in its samples, as 32.32 bits
	step  uint64
	loud  float32
	fade  float32 // what is left after one frame; 1 until it is let go
	left  float32
	right float32
}

// Play begins a tune, nil for silence; what sounded ends. Levels begin at once.
func (b *Band) Play(t *Tune, levels Levels) {
	b.tune, b.at, b.next, b.n, b.levels = t, 0, 0, 0, levels
	clear(b.notes[:])
	b.hall.clear()
}

// Tune returns what is played.
func (b *Band) Tune() *Tune { return b.tune }

// Mix adds what is heard in as many frames as sum has, left and right by turns.
// Layers come and go towards their levels.
func (b *Band) Mix(sum []float32, levels *Levels) {
	for len(sum) > 0 && b.tune != nil {
		part := sum[:min(len(sum), 2*step)]
		b.hall.begin(len(part) / 2)
		b.mixPart(b.hall.dry[:len(part)], levels)
		b.hall.mix(part, b.tune.level)
		sum = sum[len(part):]
	}
}

func (b *Band) mixPart(dry []float32, levels *Levels) {
	frames := len(dry) / 2
	var was, now Levels
	was = b.levels
	share := float32(frames) / synth.Rate
	for i := range b.tune.layers {
		b.levels[i] = toward(b.levels[i], levels[i], rise*share, fall*share)
	}
	now = b.levels
	for done := 0; done < frames; {
		b.begin()
		n := frames - done
		if b.next < len(b.tune.events) {
			n = min(n, b.tune.events[b.next].at-b.at)
		}
		n = min(n, b.tune.frames-b.at)
		b.mixNotes(dry[2*done:2*(done+n)], &was, &now, float32(done)/float32(frames), float32(n)/float32(frames))
		b.at += n
		done += n
		if b.at == b.tune.frames {
			b.at, b.next = 0, 0
		}
	}
}

// toward moves v to a level, by so much at most.
func toward(v, level, up, down float32) float32 {
	if v < level {
		return min(v+up, level)
	}
	return max(v-down, level)
}

// begin takes the events that are due.
func (b *Band) begin() {
	for ; b.next < len(b.tune.events) && b.tune.events[b.next].at <= b.at; b.next++ {
		e := &b.tune.events[b.next]
		line := &b.tune.lines[e.line]
		if e.step == 0 {
			for i := range b.notes[:b.n] {
				if b.notes[i].line == e.line {
					b.notes[i].fade = line.voice.release
				}
			}
			continue
		}
		if b.n == maxNotes {
			continue
		}
		b.notes[b.n] = note{line: e.line, voice: line.voice, step: e.step, loud: e.loud, fade: 1, left: line.left, right: line.right}
		b.n++
	}
}

// mixNotes adds all notes. Levels are those of that share of the way from was to now,
// and go on for another share.
func (b *Band) mixNotes(dry []float32, was, now *Levels, from, share float32) {
	for i := 0; i < b.n; {
		n := &b.notes[i]
		layer := b.tune.lines[n.line].layer
		first := was[layer] + (now[layer]-was[layer])*from
		if n.addTo(dry, first, (now[layer]-was[layer])*share) {
			i++
			continue
		}
		b.n--
		b.notes[i], b.notes[b.n] = b.notes[b.n], note{}
	}
}

// addTo adds a note, whose layer's level goes from first on by change, and reports
// whether it goes on.
func (n *note) addTo(dry []float32, first, change float32) bool {
	frames := len(dry) / 2
	end := uint64(len(n.voice.samples)-1) << 32
	if first == 0 && change == 0 {
		// Nobody hears it, but it may be heard again.
		n.at += n.step * uint64(frames)
		for range frames / 64 {
			n.loud *= pow64(n.fade)
		}
		return n.at < end && n.loud > faint
	}
	if frames == 0 {
		return true
	}
	level, add := first, change/float32(frames)
	at, loud := n.at, n.loud
	samples := n.voice.samples
	for i := range frames {
		if at >= end {
			return false
		}
		k := at >> 32
		part := float32(uint32(at)) * (1.0 / (1 << 32))
		a, c := float32(samples[k]), float32(samples[k+1])
		v := (a + (c-a)*part) * loud * level
		dry[2*i] += v * n.left
		dry[2*i+1] += v * n.right
		at += n.step
		loud *= n.fade
		level += add
	}
	n.at, n.loud = at, loud
	return loud > faint
}

func pow64(v float32) float32 {
	for range 6 {
		v *= v
	}
	return v
}

// lead is how many frames before the end of a tune what still sounds then may begin.
const lead = 12 * synth.Rate

// Render plays a tune once from its beginning at those levels, as it sounds when it has
// been played before: what still sounds at its end lies over the beginning.
func (t *Tune) Render(levels Levels) []float32 {
	var b Band
	b.Play(t, levels)
	b.at = max(t.frames-lead, 0)
	for b.next < len(t.events) && t.events[b.next].at < b.at {
		b.next++
	}
	heard := make([]float32, 2*t.frames)
	b.Mix(heard[:2*(t.frames-b.at)], &levels)
	clear(heard)
	b.Mix(heard, &levels)
	return heard
}
