package main

import (
	"bufio"
	"encoding/binary"
	"io"
	"net"
	"slices"
	"testing"
)

func TestDrawCallsAreCountedHoweverTheyArrive(t *testing.T) {
	text := "----\nGraphics commands:\n  draw-triangles: dst: 1\n  draw-triangles: dst: 2\n    draw-triangles: no\n" +
		"----\nUpdate count per frame: 1\n----\n  draw-triangles: dst: 1\n----\n"
	for size := 1; size <= len(text); size++ {
		l := drawLog{begun: make(chan struct{})}
		for part := range slices.Chunk([]byte(text), size) {
			if n, err := l.Write(part); n != len(part) || err != nil {
				t.Fatal(n, err)
			}
		}
		if got := l.take(); !slices.Equal(got, []int{2, 1}) {
			t.Fatalf("in parts of %d: %v", size, got)
		}
		if got := l.take(); len(got) != 0 {
			t.Fatalf("taken again: %v", got)
		}
	}
}

// A screen of 1280 by 800 that answers as X servers do.
func TestScreenIsPlainOrNot(t *testing.T) {
	ours, theirs := net.Pipe()
	defer theirs.Close()
	s := &screen{conn: ours, in: bufio.NewReader(ours)}
	defer s.close()
	colours := []byte{7, 8}
	go func() {
		setup := make([]byte, 32+4+8+40)
		binary.LittleEndian.PutUint16(setup[16:], 3) // of the vendor's name, padded
		setup[21] = 1                                // format
		screen := setup[32+4+8:]
		binary.LittleEndian.PutUint32(screen, 99)
		binary.LittleEndian.PutUint16(screen[20:], 1280)
		binary.LittleEndian.PutUint16(screen[22:], 800)
		_, _ = io.ReadFull(theirs, make([]byte, 12))
		_, _ = theirs.Write(append([]byte{1, 0, 11, 0, 0, 0, byte(len(setup) / 4), 0}, setup...))
		for _, c := range colours {
			request := make([]byte, 20)
			_, _ = io.ReadFull(theirs, request)
			if binary.LittleEndian.Uint32(request[4:]) != 99 {
				t.Errorf("asked for %v", request)
			}
			reply := make([]byte, 32+8)
			reply[0], reply[4] = 1, 2
			copy(reply[32:], []byte{7, 7, 7, 0, 7, 7, c, 255})
			_, _ = theirs.Write(reply)
		}
	}()
	if err := s.greet(); err != nil || s.w != 1280 || s.h != 800 {
		t.Fatalf("%+v, %v", s, err)
	}
	for _, want := range []bool{true, false} {
		if got, err := s.plain(); got != want || err != nil {
			t.Errorf("plain is %v, %v", got, err)
		}
	}
}
