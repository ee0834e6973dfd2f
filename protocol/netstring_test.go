package protocol

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

// pieces gives its parts one per Read.
type pieces struct{ parts [][]byte }

func (p *pieces) Read(b []byte) (int, error) {
	if len(p.parts) == 0 {
		return 0, io.EOF
	}
	n := copy(b, p.parts[0])
	if p.parts[0] = p.parts[0][n:]; len(p.parts[0]) == 0 {
		p.parts = p.parts[1:]
	}
	return n, nil
}

func drawPayload(t *rapid.T) []byte {
	size := rapid.OneOf(rapid.IntRange(0, 20), rapid.IntRange(0, 5000)).Draw(t, "size")
	return bytes.Repeat([]byte{rapid.Byte().Draw(t, "byte")}, size)
}

func TestFramesArriveHoweverTheyAreCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		payloads := rapid.SliceOfN(rapid.Custom(drawPayload), 0, 8).Draw(t, "payloads")
		var stream []byte
		for _, p := range payloads {
			stream = AppendFrame(stream, p)
		}
		var in pieces
		for len(stream) > 0 {
			n := rapid.IntRange(1, len(stream)).Draw(t, "cut")
			in.parts = append(in.parts, stream[:n])
			stream = stream[n:]
		}
		f := NewFrameReader(&in, 5000)
		for i, want := range payloads {
			got, err := f.Next()
			if err != nil || !bytes.Equal(got, want) {
				t.Fatalf("frame %d: %d bytes, %v; want %d bytes", i, len(got), err, len(want))
			}
		}
		for range 2 {
			if _, err := f.Next(); err != io.EOF {
				t.Fatalf("after the last frame: %v", err)
			}
		}
	})
}

func TestBufferedFramesNeedNoRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stream := AppendFrame(AppendFrame(nil, drawPayload(t)), drawPayload(t))
		stream = stream[:rapid.IntRange(0, len(stream)).Draw(t, "cut")]
		f := NewFrameReader(bytes.NewReader(stream), 5000)
		reads := 0
		f.r = readFunc(func(b []byte) (int, error) {
			reads++
			n := min(len(b), len(stream))
			copy(b, stream[:n])
			stream = stream[n:]
			if n == 0 {
				return 0, io.EOF
			}
			return n, nil
		})
		for {
			buffered, before := f.Buffered(), reads
			_, err := f.Next()
			if buffered != (reads == before) {
				t.Fatalf("Buffered said %v, and Next read %d times", buffered, reads-before)
			}
			if err != nil {
				return
			}
		}
	})
}

type readFunc func([]byte) (int, error)

func (f readFunc) Read(b []byte) (int, error) { return f(b) }

func TestFramingErrors(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"-1:,", "not a decimal"},
		{"+1:a,", "not a decimal"},
		{" 1:a,", "not a decimal"},
		{":,", "not a decimal"},
		{"1a:x,", "not a decimal"},
		{"1;a,", "not a decimal"},
		{"\x00", "not a decimal"},
		{"{}", "not a decimal"},
		{"01:a,", "begins with a zero"},
		{"00:,", "begins with a zero"},
		{"101:", "longer than 100"},
		{"99999", "longer than 100"},
		{"18446744073709551616:", "longer than 100"},
		{"1:ab", "no comma"},
		{"0:;", "no comma"},
	} {
		for _, r := range []io.Reader{strings.NewReader(c.in), iotest.OneByteReader(strings.NewReader(c.in))} {
			_, err := NewFrameReader(r, 100).Next()
			var bad *FrameError
			if !errors.As(err, &bad) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%q: %v, want %q", c.in, err, c.want)
			}
		}
	}
}

func TestStreamThatEndsWithinAFrame(t *testing.T) {
	for _, in := range []string{"1", "5:", "5:abc", "5:abcde"} {
		if _, err := NewFrameReader(strings.NewReader(in), 100).Next(); err != io.ErrUnexpectedEOF {
			t.Errorf("%q: %v", in, err)
		}
	}
}

func TestReadErrorsArePassedOn(t *testing.T) {
	f := NewFrameReader(io.MultiReader(strings.NewReader("1:a,2:b"), iotest.ErrReader(iotest.ErrTimeout)), 100)
	if got, err := f.Next(); string(got) != "a" || err != nil {
		t.Fatalf("%q, %v", got, err)
	}
	for range 2 {
		if _, err := f.Next(); err != iotest.ErrTimeout {
			t.Fatal(err)
		}
	}
}

func TestFrameErrorQuotesThePeersBytes(t *testing.T) {
	err := frameError("wrong", []byte("\x1b[31m\n\x00 and a lot more than that"))
	if got, want := err.Error(), `bad frame: wrong, near "\x1b[31m\n\x00 and a lo"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestBufferShrinksWhenTheBurstIsOver(t *testing.T) {
	burst := AppendFrame(nil, make([]byte, 12<<10))
	var in pieces
	in.parts = append(in.parts, burst)
	for range idleReads + 2 {
		in.parts = append(in.parts, AppendFrame(nil, []byte("x")))
	}
	f := NewFrameReader(&in, MaxFrameIn)
	if _, err := f.Next(); err != nil || len(f.buf) < len(burst) {
		t.Fatalf("%d bytes of buffer, %v", len(f.buf), err)
	}
	for range idleReads + 2 {
		if _, err := f.Next(); err != nil {
			t.Fatal(err)
		}
	}
	if len(f.buf) != smallBuffer {
		t.Errorf("an idle buffer holds %d bytes", len(f.buf))
	}
}

func TestBeginAndEndFrameMakeWhatAppendFrameMakes(t *testing.T) {
	before := []byte("before")
	for _, size := range []int{0, 1, 9, 10, 99, 100, 999, 1000, 9999, 10_000, 99_999, 100_000, 999_999, 1_000_000, 12_345_678} {
		payload := bytes.Repeat([]byte("ab"), size/2+1)[:size]
		want := AppendFrame(before, payload)
		dst := BeginFrame(bytes.Clone(before))
		dst = EndFrame(append(dst, payload...), len(before))
		if !bytes.Equal(dst, want) {
			t.Errorf("%s bytes: the frames differ", strconv.Itoa(size))
		}
	}
}
