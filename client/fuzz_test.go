package client

import (
	"testing"

	"laneya/geom"
	"laneya/protocol"
)

// FuzzApply applies whatever a server may send, twice, to a State that knows a
// level. The input is payloads, one a line.
func FuzzApply(f *testing.F) {
	f.Add([]byte(`{"type":"update","action":"view","data":{"seq":8,"tick":1,"sight":[{"x":0,"y":0,"n":4}]}}`))
	f.Fuzz(func(t *testing.T, lines []byte) {
		s := applied(cave())
		for range 2 {
			for _, payload := range split(lines) {
				s.Apply(changeFrom(payload))
				check(t, s)
			}
		}
		copied := NewState()
		copied.Apply(s.whole())
		if picture(copied) != picture(s) || len(copied.Entities()) != len(s.Entities()) {
			t.Error("made whole, a state shows something else")
		}
	})
}

func split(lines []byte) [][]byte {
	var out [][]byte
	for start, i := 0, 0; i <= len(lines); i++ {
		if i == len(lines) || lines[i] == '\n' {
			out = append(out, lines[start:i])
			start = i + 1
		}
	}
	return out
}

// changeFrom makes a change of a payload as a Session would: of an update, or of
// a response with a map.
func changeFrom(payload []byte) Change {
	r, u, err := protocol.DecodeMessage(payload)
	switch {
	case err != nil:
		return Change{}
	case u != nil:
		return Change{Update: u}
	}
	var m protocol.MapResult
	if protocol.DecodeResult(r.Data, &m) != nil {
		return Change{Link: &protocol.Link{Message: string(payload)}}
	}
	return Change{Plan: &Plan{Hero: "User:anna", FloorLayer: m.FloorLayer}}
}

// check holds s to what its methods promise.
func check(t *testing.T, s *State) {
	t.Helper()
	w, h := s.Size()
	if w < 0 || w > maxSide || h < 0 || h > maxSide {
		t.Fatalf("the level is %dx%d", w, h)
	}
	for _, p := range []geom.Pos{{X: -1}, {Y: -1}, {X: w}, {Y: h}} {
		if s.Terrain(p) != Unknown || s.InSight(p) {
			t.Fatalf("%v is known, off a level of %dx%d", p, w, h)
		}
	}
	entities := s.Entities()
	if len(entities) != len(s.byID) || len(entities) > maxEntities {
		t.Fatalf("%d entities are listed, %d known", len(entities), len(s.byID))
	}
	for i, e := range entities {
		if i > 0 && entities[i-1].ID >= e.ID {
			t.Fatalf("%q is listed after %q", e.ID, entities[i-1].ID)
		}
		if s.byID[e.ID] != e || e.gone || len(e.ID) > maxID || len(e.Name) > maxName || len(e.Kind) > maxName || !e.Facing.Valid() {
			t.Fatalf("entity %+v", e)
		}
		if w > 0 && (e.Pos.X < 0 || e.Pos.X >= w || e.Pos.Y < 0 || e.Pos.Y >= h) {
			t.Fatalf("%s is at %v, off a level of %dx%d", e.ID, e.Pos, w, h)
		}
	}
}
