package score

// The hall is the echo of the cave around the band: four echoes for each ear, of
// different length, that grow duller each time.
type hall struct {
	dry    [2 * step]float32
	echoes [2][4]echo
}

const (
	longestEcho = 2503
	wet         = 0.3  // of what is heard
	again       = 0.82 // what is left of an echo after one way to and fro
	bright      = 0.35 // of an echo's high tones that are left each time
)

// echoLengths are in frames, prime, and other ones for each ear.
var echoLengths = [2][4]int{{1559, 1801, 2087, 2351}, {1613, 1867, 2143, 2503}}

type echo struct {
	line [longestEcho]float32
	at   int
	dull float32
}

func (h *hall) clear() {
	clear(h.dry[:])
	h.echoes = [2][4]echo{}
}

// begin makes room for so many frames.
func (h *hall) begin(frames int) { clear(h.dry[:2*frames]) }

// mix adds what was played, and its echo, to sum.
func (h *hall) mix(sum []float32, level float32) {
	for i := range sum {
		sum[i] += h.dry[i] * level
	}
	for ear := range h.echoes {
		for e := range h.echoes[ear] {
			h.echoes[ear][e].mix(sum, h.dry[:len(sum)], ear, echoLengths[ear][e], level*wet)
		}
	}
}

// tiny keeps the echo from numbers so small that processors take long for them.
const tiny = 1e-18

func (e *echo) mix(sum, dry []float32, ear, length int, level float32) {
	at, dull := e.at, e.dull
	for i := ear; i < len(sum); i += 2 {
		out := e.line[at]
		dull += (out - dull) * bright
		in := (dry[i] + dry[i^1]) * 0.5
		e.line[at] = in + dull*again + tiny
		sum[i] += out * level
		if at++; at == length {
			at = 0
		}
	}
	e.at, e.dull = at, dull
}
