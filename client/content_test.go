package client

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"laneya/protocol"
)

// shelf is a Cache in memory.
type shelf struct {
	data  map[string][]byte
	saved int
	fails bool
}

func (s *shelf) Load(hash string) ([]byte, error) {
	if data, ok := s.data[hash]; ok {
		return data, nil
	}
	return nil, errors.New("it isn't there")
}

func (s *shelf) Save(hash string, data []byte) error {
	s.saved++
	if s.fails {
		return errors.New("the disk is full")
	}
	s.data[hash] = slices.Clone(data)
	return nil
}

// visit plays on a server with tables for a moment and returns which parts were
// asked for, and the tables.
func visit(t *testing.T, parts map[string]string, cache Cache) (asked []string, c *Content) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		server := newWatchServer(t)
		server.parts = parts
		s := Start(Config{Dial: server.dial, User: "anna", Cache: cache})
		defer server.group.Wait()
		defer s.Close()
		st := NewState()
		until(t, s, st, heroAt(st, 1, 1))
		time.Sleep(time.Second)
		drain(s, st)
		c = st.Content()
		server.set(func() { asked = slices.Clone(server.parted) })
	})
	return asked, c
}

var twoParts = map[string]string{
	"items":   `[{"key":"axe","name":"axe","glyph":"/"}]`,
	"items.2": `[{"key":"torch","name":"torch"}]`,
}

func TestTablesAreAskedForOnce(t *testing.T) {
	cache := &shelf{data: map[string][]byte{}}
	for i, want := range [][]string{{"", "items", "items.2"}, {""}} {
		asked, c := visit(t, twoParts, cache)
		if !slices.Equal(asked, want) {
			t.Errorf("visit %d asked for %q, want %q", i, asked, want)
		}
		if c.Row(protocol.TableItems, "axe") == nil || c.Row(protocol.TableItems, "torch") == nil || c.Hash != "h1" {
			t.Errorf("visit %d has the tables %+v", i, c)
		}
	}
	if cache.saved != 1 {
		t.Errorf("saved %d times", cache.saved)
	}
}

// A cache that is damaged in any way, or that can't be written, only costs the
// asking.
func TestADamagedCacheIsFetchedAnew(t *testing.T) {
	good := &shelf{data: map[string][]byte{}}
	_, want := visit(t, twoParts, good)
	data := good.data["h1"]
	damaged := map[string][]byte{
		"empty": {}, "null": []byte("null"), "no parts": []byte("[]"), "another thing": []byte(`{"a":1}`),
		"noise": []byte("\x00\xff\x13"), "cut off": data[:len(data)/2], "with a tail": append(slices.Clone(data), "x"...),
		"a part missing": []byte(`[{"Name":"items","Rows":[{"key":"axe"}]}]`),
		"an empty part":  []byte(`[{"Name":"items","Rows":[{"key":"axe"}]},{"Name":"items.2","Rows":[]}]`),
		"other parts":    []byte(`[{"Name":"foes","Rows":[{"key":"rat"}]},{"Name":"items.2","Rows":[{"key":"rat"}]}]`),
	}
	for name, data := range damaged {
		for _, fails := range []bool{false, true} {
			cache := &shelf{data: map[string][]byte{"h1": data}, fails: fails}
			asked, c := visit(t, twoParts, cache)
			if len(asked) != 3 || !reflect.DeepEqual(c, want) {
				t.Errorf("%s: asked for %q and has %+v", name, asked, c)
			}
		}
	}
}

// Tables that can't be read leave the game without them, not the session; what
// a newer server says besides is passed over.
func TestTablesThatCanNotBeRead(t *testing.T) {
	for _, rows := range []string{`{}`, `[{"key":1}]`, `[{"key":"a"},`, `"a"`} {
		cache := &shelf{data: map[string][]byte{}}
		if _, c := visit(t, map[string]string{"items": rows}, cache); c != nil || cache.saved > 0 {
			t.Errorf("%s makes tables, which are saved %d times", rows, cache.saved)
		}
	}
	_, c := visit(t, map[string]string{"items": `[{"key":"a","unheard_of":true}]`, "unheard_of": `[{"key":"b"}]`}, nil)
	if c.Row(protocol.TableItems, "a") == nil {
		t.Error("a newer server's tables aren't read")
	}
}

func TestReplies(t *testing.T) {
	play(t, func(t *testing.T, server *watchServer, s *Session, _ *State) {
		server.set(func() { server.mute = true })
		r := s.Do(protocol.Hold{On: true})
		synctest.Wait()
		if _, _, come := r.Poll(); come {
			t.Error("an answer came that nobody gave")
		}
		if _, refused := r.Refused(); refused {
			t.Error("refused before an answer came")
		}
		if a := <-server.asked; a != protocol.Action(protocol.Hold{On: true}) || r.Action != a {
			t.Errorf("asked for %+v", a)
		}
		server.set(func() { server.mute = false })
		r = s.Do(protocol.Hold{})
		synctest.Wait()
		if resp, err, come := r.Poll(); !come || err != nil || resp.Status != protocol.Success {
			t.Errorf("%+v, %v, %v", resp, err, come)
		}
		if _, refused := r.Refused(); refused {
			t.Error("a success is a refusal")
		}
		s.Close()
		r = s.Do(protocol.Hold{})
		synctest.Wait()
		if _, err, come := r.Poll(); !come || err == nil {
			t.Errorf("after the end: %v, %v", err, come)
		}
	})
	no := Answered(protocol.Hold{}, protocol.Response{Status: protocol.Illegal, Data: []byte(`{"message":"no","reason":"busy","params":{"n":"2"}}`)}, nil)
	if f, refused := no.Refused(); !refused || f.Reason != "busy" || f.Params["n"] != "2" {
		t.Errorf("%+v, %v", f, refused)
	}
	odd := Answered(protocol.Hold{}, protocol.Response{Status: protocol.Internal, Data: []byte(`[]`)}, nil)
	if _, refused := odd.Refused(); !refused {
		t.Error("who is refused in an unknown way isn't")
	}
}

// TestRefusedWishes wants what is refused, more often than anybody looks.
func TestRefusedWishes(t *testing.T) {
	play(t, func(t *testing.T, server *watchServer, s *Session, _ *State) {
		for range 20 {
			s.Want(protocol.Rest{})
			s.Want(protocol.Explore{})
			synctest.Wait()
			s.Want(protocol.Rest{})
			synctest.Wait()
		}
		if n := len(s.Refusals()); n == 0 || n > 4 {
			t.Fatalf("%d refusals wait", n)
		}
		if f, refused := (<-s.Refusals()).Refused(); !refused || f.Reason != "danger_near" {
			t.Errorf("refused is %+v", f)
		}
	})
}

// TestRefusedWishesTogether wants two things before anything can be sent, of which
// the second is refused.
func TestRefusedWishesTogether(t *testing.T) {
	play(t, func(t *testing.T, server *watchServer, s *Session, _ *State) {
		s.Want(protocol.Explore{})
		s.Want(protocol.Rest{})
		synctest.Wait()
		if n := len(s.Refusals()); n != 1 {
			t.Fatalf("%d refusals wait", n)
		}
		r := <-s.Refusals()
		if f, refused := r.Refused(); !refused || f.Reason != "danger_near" || r.Action != protocol.Action(protocol.Rest{}) {
			t.Errorf("of %v it is told %+v", r.Action, f)
		}
	})
}
