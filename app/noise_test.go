package app

import (
	"slices"
	"testing"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/sounds"
)

// TestEventsAreHeard tells of events: each sound once a frame, near ones before the
// door of the cave's end, and none that were before she came.
func TestEventsAreHeard(t *testing.T) {
	r := caves(t)
	r.heard = nil
	at := &protocol.Place{X: 4, Y: 2}
	r.tell(client.Change{Update: protocol.View{Seq: 2, Details: protocol.Details{Events: []protocol.Event{
		{Code: "x", Sound: "glass", At: at}, {Code: "x", Sound: "glass", At: at}, {Code: "x", At: at}, {Code: "x", Sound: "door_open", Loud: 9},
	}}}})
	r.frames(3)
	if want := []sounds.Effect{"glass", "door_open"}; !slices.Equal(r.heard, want) {
		t.Errorf("she hears %v, want %v", r.heard, want)
	}
	late := caves(t)
	late.heard = nil
	late.frames(5)
	if len(late.heard) > 0 {
		t.Errorf("what was before is heard: %v", late.heard)
	}
}

// TestStepsSoundLikeTheirGround walks over ground that has a sound of its own, one
// that there is no such sound of, and none.
func TestStepsSoundLikeTheirGround(t *testing.T) {
	r := caves(t)
	p := r.g.top().(*play)
	c := client.NewContent("steps", []client.Part{{Name: protocol.TableTerrain, Rows: []protocol.Row{
		{Key: "boards", Code: "=", Open: true, Sound: "step_wood"}, {Key: "cloud", Code: "o", Open: true, Sound: "step_cloud"},
		{Key: "floor", Code: ".", Open: true}, {Key: "wall", Code: "#"},
	}}})
	r.tell(client.Change{Content: c})
	for i, want := range []sounds.Effect{"step_wood", sounds.Step, sounds.Step} {
		cells := []string{"=", "o", "."}[i]
		r.tell(client.Change{Update: protocol.View{Seq: uint64(i + 2), Terrain: []protocol.Strip{{X: 3, Y: 3, Cells: cells}}}})
		r.frames(2)
		if got := stepOn(p, geom.Pos{X: 3, Y: 3}); got != want {
			t.Errorf("a step on %q sounds like %s, want %s", cells, got, want)
		}
	}
}
