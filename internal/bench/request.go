package main

import (
	"bytes"
	"fmt"

	"laneya/protocol"
)

// key is an integer key in decimal, counted up in place. All keys have the same
// number of digits, so that every request and response has its bytes at the same
// places.
type key [7]byte

// firstKey is the one before the first that is used. Nothing sends so many
// requests on one connection that the digits run out.
const firstKey = 1_000_000

func newKey() key {
	var k key
	copy(k[:], fmt.Sprint(firstKey))
	return k
}

func (k *key) next() {
	for i := len(k) - 1; i >= 0; i-- {
		if k[i] != '9' {
			k[i]++
			return
		}
		k[i] = '0'
	}
}

// request is a framed request that lacks its key only.
type request struct {
	frame []byte
	key   int // where in frame the key goes
}

func newRequest(user string, a protocol.Action) (request, error) {
	payload, err := protocol.AppendRequest(nil, &protocol.Request{
		Key: protocol.IntKey(firstKey), User: user, Action: a,
	})
	if err != nil {
		return request{}, err
	}
	frame := protocol.AppendFrame(nil, payload)
	return request{frame: frame, key: bytes.Index(frame, fmt.Append(nil, firstKey))}, nil
}

// append appends the request under the next key.
func (r *request) append(dst []byte, k *key) []byte {
	k.next()
	start := len(dst)
	dst = append(dst, r.frame...)
	copy(dst[start+r.key:], k[:])
	return dst
}
