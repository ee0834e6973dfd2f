package main

import "encoding/binary"

// encodeWAV returns a WAV file of so many channels, whose samples come by turns.
func encodeWAV(pcm []int16, rate, channels int) []byte {
	size := 2 * len(pcm)
	le := binary.LittleEndian
	out := make([]byte, 0, 44+size)
	out = append(out, "RIFF"...)
	out = le.AppendUint32(out, uint32(36+size))
	out = append(out, "WAVEfmt "...)
	out = le.AppendUint32(out, 16)
	out = le.AppendUint16(out, 1) // PCM
	out = le.AppendUint16(out, uint16(channels))
	out = le.AppendUint32(out, uint32(rate))
	out = le.AppendUint32(out, uint32(2*rate*channels))
	out = le.AppendUint16(out, uint16(2*channels))
	out = le.AppendUint16(out, 16)
	out = append(out, "data"...)
	out = le.AppendUint32(out, uint32(size))
	for _, v := range pcm {
		out = le.AppendUint16(out, uint16(v))
	}
	return out
}
