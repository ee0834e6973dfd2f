package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
)

// screen looks at what an X server shows: it speaks just as much of X's
// protocol as that takes.
type screen struct {
	conn net.Conn
	in   *bufio.Reader
	root uint32 // the window behind all others
	w, h int
}

// openScreen connects to the X server of that name, as in DISPLAY, on this
// machine and without a password.
func openScreen(display string) (*screen, error) {
	number, _, _ := strings.Cut(strings.TrimPrefix(display, ":"), ".")
	path := "/tmp/.X11-unix/X" + number
	conn, err := net.Dial("unix", "@"+path)
	if err != nil {
		conn, err = net.Dial("unix", path)
	}
	if err != nil {
		return nil, fmt.Errorf("the screen %q: %w", display, err)
	}
	s := &screen{conn: conn, in: bufio.NewReader(conn)}
	if err := s.greet(); err != nil {
		s.close()
		return nil, fmt.Errorf("the screen %q: %w", display, err)
	}
	return s, nil
}

func (s *screen) close() { _ = s.conn.Close() } // nothing is written that could be lost

// greet opens the connection and takes note of the first screen.
func (s *screen) greet() error {
	if _, err := s.conn.Write([]byte{'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0}); err != nil {
		return err
	}
	var head [8]byte
	if _, err := io.ReadFull(s.in, head[:]); err != nil {
		return err
	}
	body := make([]byte, 4*int(binary.LittleEndian.Uint16(head[6:])))
	if _, err := io.ReadFull(s.in, body); err != nil {
		return err
	}
	const vendorAt, formatsAt, fixed = 16, 21, 32
	if head[0] != 1 || len(body) < fixed {
		return fmt.Errorf("refused: %q", body)
	}
	vendor := (int(binary.LittleEndian.Uint16(body[vendorAt:])) + 3) &^ 3
	first := fixed + vendor + 8*int(body[formatsAt])
	if len(body) < first+40 {
		return errors.New("it has no screen")
	}
	s.root = binary.LittleEndian.Uint32(body[first:])
	s.w = int(binary.LittleEndian.Uint16(body[first+20:]))
	s.h = int(binary.LittleEndian.Uint16(body[first+22:]))
	return nil
}

// plain reports whether the middle of the screen has one colour only.
func (s *screen) plain() (bool, error) {
	const side = 160
	request := make([]byte, 20)
	request[0], request[1] = 73, 2 // GetImage, pixel by pixel
	binary.LittleEndian.PutUint16(request[2:], 5)
	binary.LittleEndian.PutUint32(request[4:], s.root)
	binary.LittleEndian.PutUint16(request[8:], uint16((s.w-side)/2))
	binary.LittleEndian.PutUint16(request[10:], uint16((s.h-side)/2))
	binary.LittleEndian.PutUint16(request[12:], side)
	binary.LittleEndian.PutUint16(request[14:], side)
	binary.LittleEndian.PutUint32(request[16:], 0xffffffff)
	if _, err := s.conn.Write(request); err != nil {
		return false, err
	}
	var head [32]byte
	if _, err := io.ReadFull(s.in, head[:]); err != nil {
		return false, err
	}
	if head[0] != 1 {
		return false, fmt.Errorf("it does not show itself: error %d", head[1])
	}
	pixels := make([]byte, 4*binary.LittleEndian.Uint32(head[4:]))
	if _, err := io.ReadFull(s.in, pixels); err != nil {
		return false, err
	}
	for i := 4; i+4 <= len(pixels); i += 4 {
		if [3]byte(pixels[i:]) != [3]byte(pixels) {
			return false, nil
		}
	}
	return true, nil
}
