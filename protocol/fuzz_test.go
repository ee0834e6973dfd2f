package protocol

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"testing"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

// Whatever comes, a FrameReader gives payloads that make up the stream again,
// keeps its memory to what came, and ends with an error.
func FuzzFrameReader(f *testing.F) {
	f.Fuzz(func(t *testing.T, stream []byte, cut uint16) {
		in := &pieces{}
		for rest := stream; len(rest) > 0; {
			n := min(int(cut)+1, len(rest))
			in.parts = append(in.parts, rest[:n])
			rest = rest[n:]
		}
		frames := NewFrameReader(in, MaxFrameIn)
		var again []byte
		for {
			payload, err := frames.Next()
			if err != nil {
				var bad *FrameError
				if err == io.EOF != (len(again) == len(stream)) || err != io.EOF && err != io.ErrUnexpectedEOF && !errors.As(err, &bad) {
					t.Fatalf("%v after %d of %d bytes", err, len(again), len(stream))
				}
				break
			}
			again = AppendFrame(again, payload)
		}
		if !bytes.HasPrefix(stream, again) {
			t.Fatalf("%q was read as %q", stream, again)
		}
		if len(frames.buf) > max(smallBuffer, 4*len(stream)) {
			t.Fatalf("%d bytes need a buffer of %d", len(stream), len(frames.buf))
		}
	})
}

// A request that is read can be written and read again; one that isn't is
// refused with words.
func FuzzDecodeRequest(f *testing.F) {
	f.Fuzz(func(t *testing.T, text []byte) {
		before := bytes.Clone(text)
		r, err := DecodeRequest(text)
		if !bytes.Equal(text, before) {
			t.Fatal("decoding changed its input")
		}
		if err != nil {
			var bad *InvalidError
			if !errors.As(err, &bad) || bad.Message == "" || !reflect.DeepEqual(r, Request{}) {
				t.Fatalf("%+v, %v", r, err)
			}
			AppendResponse(nil, bad.Key, Invalid, AppendFailure(nil, bad.Message))
			return
		}
		clear(text) // nothing of r may be part of it
		again, err := AppendRequest(nil, &r)
		if err != nil {
			t.Fatalf("%+v: %v", r, err)
		}
		r2, err := DecodeRequest(again)
		r2.Digest = r.Digest
		if err != nil || !reflect.DeepEqual(r, r2) {
			t.Fatalf("%+v became %+v, %v", r, r2, err)
		}
		if !strict(before) {
			t.Fatalf("%q was read as %+v", before, r)
		}
	})
}

// strict decides by the library alone, token by token, whether a text is strict
// JSON within the limits.
func strict(text []byte) bool {
	dec := jsontext.NewDecoder(bytes.NewReader(text))
	tokens := 0
	for {
		_, err := dec.ReadToken()
		if err == io.EOF {
			return tokens > 0
		}
		if tokens++; err != nil || tokens > MaxTokens || dec.StackDepth() > MaxDepth {
			return false
		}
	}
}

// checkJSON must agree with the library about every text.
func FuzzCheckJSON(f *testing.F) {
	f.Fuzz(func(t *testing.T, text []byte) {
		dec := jsontext.NewDecoder(bytes.NewReader(text))
		_, bad := dec.ReadValue()
		if bad == nil {
			if _, err := dec.ReadToken(); err != io.EOF {
				bad = errors.New("more than one value")
			}
		}
		want := bad == nil && strict(text)
		got := checkJSON(text, strictness{tokens: MaxTokens, nul: true})
		if got == nil && !want {
			t.Fatalf("%q passes", text)
		}
		if got != nil && want && got.Error() != "a number is too large" {
			t.Fatalf("%q: %v", text, got)
		}
		if got == nil { // then it is safe to walk
			c := cursor{text: text}
			if v := c.value(); !jsontext.Value(v).IsValid() {
				t.Fatalf("%q holds the value %q", text, v)
			}
		}
	})
}

func FuzzDecodeMessage(f *testing.F) {
	f.Fuzz(func(t *testing.T, text []byte) {
		r, u, err := DecodeMessage(text)
		switch {
		case err != nil:
			var bad *InvalidError
			if !errors.As(err, &bad) || bad.Message == "" || u != nil || r.Status != "" {
				t.Fatalf("%+v, %+v, %v", r, u, err)
			}
		case u != nil:
			clear(text)
			again, err := AppendUpdate(nil, u)
			if err != nil {
				t.Fatalf("%+v: %v", u, err)
			}
			if _, u2, err := DecodeMessage(again); err != nil || !reflect.DeepEqual(withoutEmpty(u), withoutEmpty(u2)) {
				t.Fatalf("%+v became %+v, %v", u, u2, err)
			}
		default:
			_ = DecodeResult(r.Data, new(Failure)) // must not panic
			for _, e := range catalogue {
				if e.Result != nil {
					_ = DecodeResult(r.Data, reflect.New(reflect.TypeOf(e.Result)).Interface())
				}
			}
			r2, _, err := DecodeMessage(AppendResponse(nil, r.Key, r.Status, r.Data))
			if err != nil || !reflect.DeepEqual(r, r2) {
				t.Fatalf("%+v became %+v, %v", r, r2, err)
			}
		}
	})
}

// withoutEmpty makes empty lists of a View nil, as leaving them out does.
func withoutEmpty(u Update) Update {
	v, ok := u.(View)
	if !ok {
		return u
	}
	if len(v.Terrain) == 0 {
		v.Terrain = nil
	}
	if len(v.Sight) == 0 {
		v.Sight = nil
	}
	if len(v.Entities) == 0 {
		v.Entities = nil
	}
	if len(v.Gone) == 0 {
		v.Gone = nil
	}
	return v
}

// The bytes are a script: each five of them are one call.
func FuzzAnswers(f *testing.F) {
	f.Fuzz(func(t *testing.T, script []byte) {
		var a Answers
		now := start
		fresh := map[Key]bool{}
		epochs := map[epochID]bool{}
		for ; len(script) >= 5; script = script[5:] {
			op, epoch, counter := script[0], uint64(script[1]%20), uint64(script[2])<<4|uint64(script[3])+1
			key := EpochKey(epoch, counter)
			if op&8 != 0 {
				key = IntKey(int64(counter) - 2000)
			}
			switch op % 4 {
			case 0, 1:
				v, _ := a.Ask(key, digestOf(int(script[4]&1)), now)
				epochs[epochID{key.epoch, key.form}] = true
				if v == Fresh && fresh[key] && len(epochs) <= maxEpochs {
					t.Fatalf("%v is fresh twice", key)
				}
				fresh[key] = fresh[key] || v == Fresh
			case 2:
				if script[4]&1 != 0 {
					v, _ := a.Ask(key, digestOf(int(script[4]>>1&1)), now)
					epochs[epochID{key.epoch, key.form}] = true
					if v == Fresh && !fresh[key] {
						a.Drop(key)
						break
					}
					fresh[key] = fresh[key] || v == Fresh
				}
				a.Put(key, Answer{Success, make([]byte, int(script[4])<<8)})
			case 3:
				a.NewestIntent(key)
				now = now.Add(time.Duration(script[4]) * time.Second)
			}
		}
		checkBounds(t, &a)
	})
}

// A server's end, fed with anything, answers every frame once and ends.
func FuzzServerConn(f *testing.F) {
	f.Fuzz(func(t *testing.T, stream []byte) {
		out := &tape{in: bytes.NewReader(stream)}
		c := NewServerConn(out, ServerConfig{})
		_ = c.Serve(func(r *Request) { c.Respond(r.Key, Success, nil) })
		asked := count(t, stream, MaxFirstFrame, func([]byte) {})
		answered := count(t, out.written, MaxFrameClient, func(payload []byte) {
			if _, u, err := DecodeMessage(payload); err != nil || u != nil {
				t.Fatalf("answered %q: %v", payload, err)
			}
		})
		if answered > asked {
			t.Fatalf("%d answers to %d requests", answered, asked)
		}
	})
}

// count counts the frames of a stream up to its end or its first fault.
func count(t *testing.T, stream []byte, first int, each func([]byte)) (n int) {
	frames := NewFrameReader(bytes.NewReader(stream), first)
	for {
		payload, err := frames.Next()
		if err != nil {
			return n
		}
		frames.SetMax(MaxFrameClient)
		each(payload)
		n++
	}
}
