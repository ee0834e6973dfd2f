package main

import (
	"bufio"
	"bytes"
	"fmt"
	"net"
	"strconv"

	"laneya/geom"
	"laneya/protocol"
)

// least is the least server: it finds the key and the action of a request by
// searching for them and answers with bytes made beforehand.
type least struct {
	nothing []byte // the rest of an answer, from the status on
	floor   []byte // the same for get_map
}

func newLeast() *least {
	rest := func(data []byte) []byte {
		return fmt.Appendf(nil, `,"status":"success","data":%s}`, data)
	}
	cell := func(x, y int) bool { return (x+y)%2 == 0 }
	return &least{
		nothing: rest([]byte("{}")),
		floor:   rest(protocol.AppendMapResult(nil, geom.LevelWidth, geom.LevelHeight, cell)),
	}
}

// serve answers on every connection, each by a goroutine of its own.
func (l *least) serve(ln net.Listener) error {
	for {
		nc, err := ln.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer nc.Close()
			l.converse(nc)
		}()
	}
}

// fullBurst is how many bytes of answers go out before the burst of requests is
// at its end.
const fullBurst = 64 << 10

// converse answers until the peer goes or sends what is no frame.
func (l *least) converse(nc net.Conn) {
	in := bufio.NewReader(nc)
	var out []byte
	for {
		payload, total, err := peekFrame(in)
		if err != nil {
			return
		}
		out = l.answer(out, payload)
		if _, err := in.Discard(total); err != nil {
			return
		}
		if in.Buffered() == 0 || len(out) > fullBurst {
			if _, err := nc.Write(out); err != nil {
				return
			}
			out = out[:0]
		}
	}
}

// peekFrame returns the payload of the next frame, valid until the next read,
// and the bytes of the whole frame, which are still to be discarded.
func peekFrame(in *bufio.Reader) (payload []byte, total int, err error) {
	header, size := 0, 0
	for {
		b, err := in.Peek(header + 1)
		if err != nil {
			return nil, 0, err
		}
		c := b[header]
		header++
		if c == ':' {
			break
		}
		if c < '0' || c > '9' || header > len("4096") {
			return nil, 0, fmt.Errorf("no netstring: %q", b)
		}
		size = size*10 + int(c-'0')
	}
	b, err := in.Peek(header + size + 1)
	if err != nil {
		return nil, 0, err
	}
	return b[header : header+size], len(b), nil
}

var (
	beforeKey = []byte(`"key":`)
	mapAction = []byte(`"get_map"`)
)

// answer appends the framed answer to a request.
func (l *least) answer(dst, payload []byte) []byte {
	const head = `{"type":"response","key":`
	_, key, _ := bytes.Cut(payload, beforeKey)
	key, _, _ = bytes.Cut(key, []byte{','})
	rest := l.nothing
	if bytes.Contains(payload, mapAction) {
		rest = l.floor
	}
	dst = strconv.AppendInt(dst, int64(len(head)+len(key)+len(rest)), 10)
	dst = append(dst, ':')
	dst = append(dst, head...)
	dst = append(dst, key...)
	dst = append(dst, rest...)
	return append(dst, ',')
}
