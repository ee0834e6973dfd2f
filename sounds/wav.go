package sounds

import (
	"bytes"
	"encoding/binary"
	"errors"
)

const (
	rate     = 48000 // samples in a second, of the files and of what a mixer gives
	channels = 2     // of what a mixer gives: left, right
	header   = 44    // bytes before the samples of a file
)

var errFormat = errors.New("not a WAV file of one channel, 48 kHz and 16 bits, as soundgen writes them")

// decodeWAV returns the samples of a file that internal/soundgen wrote, from
// -1 to 1.
func decodeWAV(file []byte) ([]float32, error) {
	le := binary.LittleEndian
	if len(file) < header || !bytes.HasPrefix(file, []byte("RIFF")) || string(file[8:16]) != "WAVEfmt " {
		return nil, errFormat
	}
	if le.Uint16(file[20:]) != 1 || le.Uint16(file[22:]) != 1 || le.Uint32(file[24:]) != rate || le.Uint16(file[34:]) != 16 {
		return nil, errFormat
	}
	pcm := file[header:]
	if string(file[36:40]) != "data" || uint64(le.Uint32(file[40:])) != uint64(len(pcm)) || len(pcm)%2 != 0 {
		return nil, errFormat
	}
	samples := make([]float32, len(pcm)/2)
	for i := range samples {
		samples[i] = float32(int16(le.Uint16(pcm[2*i:]))) / 32768
	}
	return samples, nil
}
