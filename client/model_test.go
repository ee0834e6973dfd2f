package client

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"laneya/geom"
	"laneya/protocol"
)

// modelWorld is a small world as one user may know it, and what that user's
// client was told last. It is the test's own idea of what updates mean.
type modelWorld struct {
	seq      uint64
	level    string
	w, h     int
	terrain  map[geom.Pos]byte
	sight    map[geom.Pos]bool
	entities map[string]protocol.Entity
	told     struct {
		terrain  map[geom.Pos]byte
		sight    map[geom.Pos]bool
		entities map[string]protocol.Entity
	}
}

func newModelWorld() *modelWorld {
	return &modelWorld{level: "0:0:0", w: 7, h: 5, terrain: map[geom.Pos]byte{}, sight: map[geom.Pos]bool{}, entities: map[string]protocol.Entity{}}
}

// pos draws a field of the level.
func (m *modelWorld) pos(t *rapid.T) geom.Pos {
	return geom.Pos{X: rapid.IntRange(0, m.w-1).Draw(t, "x"), Y: rapid.IntRange(0, m.h-1).Draw(t, "y")}
}

// change makes something in the world other than it was.
func (m *modelWorld) change(t *rapid.T) {
	id := fmt.Sprintf("Ghost:%d", rapid.IntRange(0, 4).Draw(t, "id"))
	p := m.pos(t)
	switch rapid.SampledFrom([]string{"terrain", "sight", "dark", "come", "go", "walk", "level"}).Draw(t, "change") {
	case "terrain":
		m.terrain[p] = rapid.SampledFrom([]byte("#.")).Draw(t, "cell")
	case "sight":
		m.sight[p] = true
	case "dark":
		if len(m.sight) > 1 {
			delete(m.sight, p)
		}
	case "come":
		kind := rapid.SampledFrom([]string{protocol.KindHero, protocol.KindGhost}).Draw(t, "kind")
		m.entities[id] = protocol.Entity{Entity: id, Kind: kind, Name: id[6:], X: p.X, Y: p.Y}
	case "go":
		delete(m.entities, id)
	case "walk":
		if e, ok := m.entities[id]; ok {
			e.X = min(e.X+1, m.w-1)
			e.Facing = geom.East
			m.entities[id] = e
		}
	case "level":
		m.level = fmt.Sprintf("0:0:%d", rapid.IntRange(0, 2).Draw(t, "z"))
		m.w, m.h = rapid.IntRange(1, 9).Draw(t, "w"), rapid.IntRange(1, 9).Draw(t, "h")
		clear(m.terrain)
		clear(m.sight)
		clear(m.entities)
		m.told.terrain = nil // so that a snapshot follows
	}
}

// snapshot states all of the world.
func (m *modelWorld) snapshot() protocol.Snapshot {
	m.seq++
	u := protocol.Snapshot{Seq: m.seq, Level: m.level, Width: m.w, Height: m.h, Hero: "Ghost:0"}
	u.Terrain, u.Sight = strips(m.terrain), runs(m.sight)
	u.Entities = slices.Collect(maps.Values(m.entities))
	m.note()
	return u
}

// view states what is new since the last update.
func (m *modelWorld) view() protocol.Update {
	if m.told.terrain == nil {
		return m.snapshot()
	}
	m.seq++
	u := protocol.View{Seq: m.seq}
	changed := map[geom.Pos]byte{}
	for p, cell := range m.terrain {
		if m.told.terrain[p] != cell {
			changed[p] = cell
		}
	}
	u.Terrain = strips(changed)
	if !maps.Equal(m.sight, m.told.sight) {
		u.Sight = runs(m.sight)
	}
	for id, e := range m.entities {
		if !reflect.DeepEqual(m.told.entities[id], e) {
			u.Entities = append(u.Entities, e)
		}
	}
	for id := range m.told.entities {
		if _, ok := m.entities[id]; !ok {
			u.Gone = append(u.Gone, id)
		}
	}
	m.note()
	return u
}

func (m *modelWorld) note() {
	m.told.terrain, m.told.sight, m.told.entities = maps.Clone(m.terrain), maps.Clone(m.sight), maps.Clone(m.entities)
}

func strips(cells map[geom.Pos]byte) []protocol.Strip {
	var out []protocol.Strip
	for p, cell := range cells {
		out = append(out, protocol.Strip{X: p.X, Y: p.Y, Cells: string(cell)})
	}
	return out
}

func runs(cells map[geom.Pos]bool) []protocol.Run {
	var out []protocol.Run
	for p := range cells {
		out = append(out, protocol.Run{X: p.X, Y: p.Y, N: 1})
	}
	return out
}

// TestStateIsWhatTheServerTold plays random histories of a world. Whatever was
// lost on the way, after a snapshot and the views that follow it the State is
// that of a client which learns of the world only now.
func TestStateIsWhatTheServerTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := newModelWorld()
		s := applied(m.snapshot())
		lost := false
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			m.change(t)
			switch rapid.SampledFrom([]string{"tell", "tell", "lose", "wait", "whole"}).Draw(t, "fate") {
			case "tell":
				if lost {
					s.Apply(Change{Update: m.snapshot()})
				} else {
					s.Apply(Change{Update: m.view()})
				}
				lost = false
			case "lose":
				m.view()
				lost = true
			case "whole":
				copied := NewState()
				copied.Apply(s.whole())
				if got, want := shown(copied), shown(s); !reflect.DeepEqual(got, want) {
					t.Fatalf("made whole, a state shows\n%+v\ninstead of\n%+v", got, want)
				}
				s = copied
			}
		}
		if lost {
			s.Apply(Change{Update: m.snapshot()})
		} else {
			s.Apply(Change{Update: m.view()})
		}
		if got, want := shown(s), shown(applied(m.snapshot())); !reflect.DeepEqual(got, want) {
			t.Fatalf("after its history the state shows\n%+v\na fresh one\n%+v", got, want)
		}
		if !slices.IsSortedFunc(s.Entities(), byID) || len(s.Entities()) != len(s.byID) {
			t.Fatalf("entities are %v", ids(s))
		}
	})
}

// TestGenerationsNeverRepeat checks that an ID that went and came again can be
// told from one that stayed.
func TestGenerationsNeverRepeat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := newModelWorld()
		s := applied(m.snapshot())
		newest := map[string]uint64{}
		before := map[string]geom.Pos{}
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			m.change(t)
			s.Apply(Change{Update: m.view()})
			now := map[string]geom.Pos{}
			for _, e := range s.Entities() {
				now[e.ID] = e.Pos
				was, stayed := before[e.ID]
				far := !stayed || e.Pos.Sub(was).Taxicab() > 1
				if e.Generation < newest[e.ID] || far && e.Generation == newest[e.ID] {
					t.Fatalf("%s at %v has generation %d after %d at %v", e.ID, e.Pos, e.Generation, newest[e.ID], was)
				}
				newest[e.ID] = e.Generation
			}
			before = now
		}
	})
}
