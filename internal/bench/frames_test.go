package main

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"laneya/protocol"
)

// aResponse returns a framed response as our server writes it.
func aResponse(status protocol.Status, data string) []byte {
	return protocol.AppendFrame(nil, protocol.AppendResponse(nil, protocol.IntKey(firstKey+1), status, []byte(data)))
}

func anUpdate(t interface{ Fatal(...any) }, x int) []byte {
	payload, err := protocol.AppendUpdate(nil, protocol.Position{X: x, Y: 2, Entity: "User:response"})
	if err != nil {
		t.Fatal(err)
	}
	return protocol.AppendFrame(nil, payload)
}

func TestFramesAreCountedHoweverTheyArrive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var stream []byte
		responses, updates := 0, 0
		for range rapid.IntRange(0, 12).Draw(t, "messages") {
			if rapid.Bool().Draw(t, "response") {
				stream = append(stream, aResponse(protocol.Success, rapid.SampledFrom([]string{"{}", `{"a":"type:,u"}`}).Draw(t, "data"))...)
				responses++
			} else {
				stream = append(stream, anUpdate(t, rapid.IntRange(0, 59).Draw(t, "x"))...)
				updates++
			}
		}
		var f frames
		for len(stream) > 0 {
			n := rapid.IntRange(1, len(stream)).Draw(t, "piece")
			r, u, err := f.count(stream[:n])
			if err != nil {
				t.Fatalf("count: %v", err)
			}
			stream = stream[n:]
			responses, updates = responses-r, updates-u
		}
		if responses != 0 || updates != 0 {
			t.Fatalf("%d responses and %d updates were not counted", responses, updates)
		}
	})
}

func TestFramesNoticeRefusals(t *testing.T) {
	for _, status := range []protocol.Status{protocol.Invalid, protocol.Illegal, protocol.Internal} {
		stream := aResponse(status, `{"message":"no"}`)
		for cut := range stream {
			var f frames
			_, _, first := f.count(stream[:cut])
			_, _, second := f.count(stream[cut:])
			if !errors.Is(first, errRefused) && !errors.Is(second, errRefused) {
				t.Errorf("a response with status %s in pieces of %d and %d bytes: %v and %v, want %v",
					status, cut, len(stream)-cut, first, second, errRefused)
			}
		}
	}
}

func TestFramesNoticeWhatIsNoFrame(t *testing.T) {
	var f frames
	if _, _, err := f.count([]byte("HTTP/1.1 400")); !errors.Is(err, errFrame) {
		t.Errorf("count = %v, want %v", err, errFrame)
	}
}

func TestRequestsHaveKeysOfTheirOwn(t *testing.T) {
	r, err := newRequest("ann", stop)
	if err != nil {
		t.Fatal(err)
	}
	k := newKey()
	for want := int64(firstKey + 1); want < firstKey+1200; want++ {
		frame := r.append([]byte("before"), &k)[len("before"):]
		payload, _, err := peekFrame(reader(frame))
		if err != nil {
			t.Fatalf("%s: %v", frame, err)
		}
		decoded, err := protocol.DecodeRequest(payload)
		if err != nil {
			t.Fatalf("%s: %v", payload, err)
		}
		if decoded.Key != protocol.IntKey(want) || decoded.User != "ann" || decoded.Action != stop {
			t.Fatalf("%s is not the request that was meant, with the key %d", payload, want)
		}
	}
}
