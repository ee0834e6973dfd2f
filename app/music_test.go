package app

import (
	"testing"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/settings"
	"laneya/sounds"
)

// lastMood returns what is to lie under the effects now.
func (r *rig) lastMood() sounds.Mood {
	r.t.Helper()
	if len(r.moods) == 0 {
		r.t.Fatal("nothing was ever to lie under the effects")
	}
	return r.moods[len(r.moods)-1]
}

func TestTheTitleHasATune(t *testing.T) {
	r := newRig(t, nil)
	r.frames(3)
	if m := r.lastMood(); m.Tune != sounds.TitleTune || m.Ambience != sounds.Camp || len(r.moods) != 1 {
		t.Errorf("the title sounds like %+v, told %d times", m, len(r.moods))
	}
}

// TestMusicFollowsDanger meets a foe, is bitten, and gets away.
func TestMusicFollowsDanger(t *testing.T) {
	r := caves(t)
	seq := uint64(1)
	tell := func(v protocol.View) {
		seq++
		v.Seq = seq
		r.tell(client.Change{Update: v})
		r.frames(2)
	}
	wait := func(d time.Duration) { r.frames(int(d/frameTime) + 1) }
	wants := func(when string, want sounds.Danger) {
		t.Helper()
		if m := r.lastMood(); m.Danger != want || m.Tune != sounds.WorldsTune {
			t.Errorf("%s: %+v, want danger %d", when, m, want)
		}
	}
	var gone []string
	for _, e := range r.g.top().(*play).state.Entities() {
		if e.Attitude == "foe" {
			gone = append(gone, e.ID)
		}
	}
	tell(protocol.View{Gone: gone})
	wait(fightLasts + waryLasts)
	wants("alone", sounds.Calm)
	rat := protocol.Entity{Entity: "9", Kind: "rat", X: 2, Y: 2, Attitude: "foe", Asleep: true}
	tell(protocol.View{Entities: []protocol.Entity{rat}})
	wants("a foe is asleep", sounds.Wary)
	hero := r.g.top().(*play).state.Hero().Pos
	near := hero.Step(geom.North)
	rat.X, rat.Y, rat.Asleep = near.X, near.Y, false
	tell(protocol.View{Entities: []protocol.Entity{rat}})
	wants("a foe is beside her", sounds.Fight)
	tell(protocol.View{Gone: []string{"9"}})
	wants("it is gone", sounds.Fight)
	wait(fightLasts)
	wants("it is gone for a while", sounds.Wary)
	wait(waryLasts)
	wants("it is gone for longer", sounds.Calm)
}

func TestMusicFollowsDepth(t *testing.T) {
	for _, c := range []struct {
		depth, heart int
		want         float64
	}{{0, 9, -1}, {1, 9, 0}, {5, 9, 0.5}, {9, 9, 1}, {14, 9, 1}, {1, 0, 0}, {3, 1, 2.0 / 11}, {-4, -4, -1}} {
		if got := deepness(&protocol.Self{Depth: c.depth, Heart: c.heart}); got != c.want {
			t.Errorf("depth %d of %d is %v, want %v", c.depth, c.heart, got, c.want)
		}
	}
}

// TestPlacesSoundLikeTheirKind goes to a level of a kind that the content has a sound of.
func TestPlacesSoundLikeTheirKind(t *testing.T) {
	r := caves(t)
	kind := r.g.top().(*play).state.Self().LevelKind
	r.tell(client.Change{Content: client.NewContent("places", []client.Part{{Name: protocol.TableLevels, Rows: []protocol.Row{
		{Key: kind, Sound: "ambience_mill"},
	}}})})
	r.frames(2)
	if m := r.lastMood(); m.Ambience != "ambience_mill" {
		t.Errorf("it sounds like %q", m.Ambience)
	}
}

func TestVolumes(t *testing.T) {
	set := settings.Default()
	set.Volume, set.Effects, set.Ambience, set.Music = 50, 100, 20, 0
	r := newRig(t, func(c *Config) { c.Settings = &set })
	if want := (sounds.Volumes{Master: 0.5, Effects: 1, Ambience: 0.2}); r.volumes != want {
		t.Errorf("volumes are %+v, want %+v", r.volumes, want)
	}
}

// TestWallsDull tells of a sound in the open and of one behind a wall.
func TestWallsDull(t *testing.T) {
	r := caves(t)
	p := r.g.top().(*play)
	c := client.NewContent("walls", []client.Part{{Name: protocol.TableTerrain, Rows: []protocol.Row{
		{Key: "floor", Code: ".", Open: true}, {Key: "wall", Code: "#"}, {Key: "door", Code: "D", Open: true, Opaque: true},
	}}})
	r.tell(client.Change{Content: c})
	hero := p.state.Hero().Pos
	for i, cell := range []string{".", "#", "D"} {
		r.heard, r.dull = nil, nil
		at := geom.Pos{X: hero.X + 3, Y: hero.Y}
		r.tell(client.Change{Update: protocol.View{
			Seq: uint64(i + 2), Terrain: []protocol.Strip{{X: hero.X + 1, Y: hero.Y, Cells: "." + cell + "."}},
			Details: protocol.Details{Events: []protocol.Event{{Code: "x", Sound: "glass", At: &protocol.Place{X: at.X, Y: at.Y}}}},
		}})
		r.frames(2)
		if dull := len(r.dull) > 0; len(r.heard) != 1 || dull != (cell != ".") {
			t.Errorf("behind %q she hears %v, of it dull %v", cell, r.heard, r.dull)
		}
	}
}
