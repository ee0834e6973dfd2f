package protocol

import (
	"fmt"
	"io"
	"strconv"
)

// Limits of what one frame may hold, in bytes of its payload.
const (
	MaxFirstFrame  = 4 << 10   // the first one that a server reads on a connection
	MaxFrameIn     = 16 << 10  // any further one that a server reads
	MaxFrameOut    = 256 << 10 // one that our server writes
	MaxFrameClient = 1 << 20   // one that our client reads
)

// Sizes of a FrameReader's buffer, in bytes.
const (
	smallBuffer = 2 << 10  // where it starts, and where an idle one ends up
	burstBuffer = 16 << 10 // how far full reads alone let it grow
	idleReads   = 64       // small reads in a row after which a grown one is let go
)

// A FrameError says why the bytes of a connection are no netstrings. Nothing
// that follows such bytes can be understood, so the connection has to go.
type FrameError struct {
	Reason string
	Near   string // the first bytes of the frame that is wrong, at most 16
}

// Error implements error. Bytes of the peer are quoted.
func (e *FrameError) Error() string {
	return fmt.Sprintf("bad frame: %s, near %q", e.Reason, e.Near)
}

// FrameReader takes netstrings from a stream of bytes. Its memory grows with
// the bytes that have come in, never with the length that a peer claims.
type FrameReader struct {
	r     io.Reader
	buf   []byte
	start int // buf[start:end] is read and not yet returned
	end   int
	max   int
	small int // small reads in a row
	err   error
}

// NewFrameReader returns a FrameReader that takes from r frames of at most max
// bytes.
func NewFrameReader(r io.Reader, max int) *FrameReader {
	return &FrameReader{r: r, buf: make([]byte, smallBuffer), max: max}
}

// SetMax sets how many bytes the frames from the next one on may hold.
func (f *FrameReader) SetMax(max int) { f.max = max }

// Next returns the payload of the next frame, which is valid until the next
// call. The error is io.EOF when the stream ended between two frames,
// io.ErrUnexpectedEOF when it ended within one, a *FrameError when what came is
// no frame, and otherwise what the stream's Read returned. Errors are final.
func (f *FrameReader) Next() ([]byte, error) {
	for f.err == nil {
		payload, whole, err := f.take()
		if whole {
			return payload, nil
		}
		if err != nil {
			f.err = err
			break
		}
		f.err = f.fill()
	}
	return nil, f.err
}

// Buffered reports whether Next would return without reading from the stream.
func (f *FrameReader) Buffered() bool {
	if f.err != nil {
		return true
	}
	start := f.start
	_, whole, err := f.take()
	f.start = start
	return whole || err != nil
}

// take removes a whole frame from the buffer.
func (f *FrameReader) take() (payload []byte, whole bool, err error) {
	have := f.buf[f.start:f.end]
	size, header, err := f.header(have)
	if err != nil || header == 0 {
		return nil, false, err
	}
	total := header + size + 1
	if len(have) < total {
		return nil, false, nil
	}
	if have[total-1] != ',' {
		return nil, false, frameError("no comma after the payload", have)
	}
	f.start += total
	return have[header : total-1], true, nil
}

// header reads the length and the colon. A header of 0 bytes means that more
// bytes are needed.
func (f *FrameReader) header(have []byte) (size, header int, err error) {
	for i, c := range have {
		switch {
		case c == ':' && i > 0:
			return size, i + 1, nil
		case c < '0' || c > '9':
			return 0, 0, frameError("the length is not a decimal number", have)
		case i == 1 && have[0] == '0':
			return 0, 0, frameError("the length begins with a zero", have)
		}
		size = size*10 + int(c-'0')
		if size > f.max {
			return 0, 0, frameError("longer than "+strconv.Itoa(f.max)+" bytes", have)
		}
	}
	return 0, 0, nil
}

func frameError(reason string, near []byte) error {
	return &FrameError{Reason: reason, Near: string(near[:min(len(near), 16)])}
}

// fill reads once from the stream, after making room for that.
func (f *FrameReader) fill() error {
	f.makeRoom()
	n, err := f.r.Read(f.buf[f.end:])
	f.end += n
	switch {
	case f.end == len(f.buf) && len(f.buf) < burstBuffer:
		f.resize(2 * len(f.buf))
	case n <= smallBuffer/2:
		f.small++
	default:
		f.small = 0
	}
	if n > 0 {
		return nil // an error that came along comes again
	}
	if err == io.EOF && f.start < f.end {
		return io.ErrUnexpectedEOF
	}
	if err == nil {
		return nil
	}
	return err
}

// makeRoom sees to it that there is room to read into behind end.
func (f *FrameReader) makeRoom() {
	if f.start == f.end {
		f.start, f.end = 0, 0
		if f.small > idleReads && len(f.buf) > smallBuffer {
			f.buf = make([]byte, smallBuffer)
		}
		return
	}
	if f.start > 0 {
		f.end = copy(f.buf, f.buf[f.start:f.end])
		f.start = 0
	}
	if f.end == len(f.buf) {
		const around = len("1048576:,")
		f.resize(min(2*len(f.buf), f.max+around))
	}
}

func (f *FrameReader) resize(size int) {
	buf := make([]byte, max(size, f.end+1))
	f.end = copy(buf, f.buf[f.start:f.end])
	f.start, f.buf, f.small = 0, buf, 0
}

// AppendFrame appends payload as one netstring. It must not be part of dst's
// free room.
func AppendFrame(dst, payload []byte) []byte {
	dst = strconv.AppendInt(dst, int64(len(payload)), 10)
	dst = append(dst, ':')
	dst = append(dst, payload...)
	return append(dst, ',')
}

// frameHead is the room that BeginFrame leaves for the length: enough for a
// frame of MaxFrameOut.
const frameHead = len("262144:")

// BeginFrame begins a netstring whose payload is yet to be appended to the
// result; EndFrame, given len(dst) as the mark, then ends it. This spares
// AppendFrame's copy.
func BeginFrame(dst []byte) []byte {
	var room [frameHead]byte
	return append(dst, room[:]...)
}

// EndFrame ends the frame that BeginFrame began when dst was mark bytes long.
func EndFrame(dst []byte, mark int) []byte {
	size := len(dst) - mark - frameHead
	var room [24]byte
	head := append(strconv.AppendInt(room[:0], int64(size), 10), ':')
	switch {
	case len(head) < frameHead:
		copy(dst[mark+len(head):], dst[mark+frameHead:])
		dst = dst[:mark+len(head)+size]
	case len(head) > frameHead:
		more := len(head) - frameHead
		dst = append(dst, head[:more]...)
		copy(dst[mark+len(head):], dst[mark+frameHead:len(dst)-more])
	}
	copy(dst[mark:], head)
	return append(dst, ',')
}
