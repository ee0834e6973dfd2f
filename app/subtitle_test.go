package app

import (
	"image"
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/settings"
	"laneya/sounds"
)

// subtitled is a game in the caves that shows sounds as words, and what it says.
func subtitled(t *testing.T) (*rig, *subtitles, *strings.Builder) {
	t.Helper()
	r := caves(t)
	r.g.set.Subtitles = true
	said := &strings.Builder{}
	r.g.voice.out = said
	r.frames(3)
	said.Reset()
	return r, &r.g.top().(*play).subtitles, said
}

// shown returns the lines as they are, oldest first.
func (s *subtitles) shown() (lines []string) {
	for i := range s.lines[:s.n] {
		lines = append(lines, strings.TrimSpace(s.lines[i].from.String()+" "+s.lines[i].text))
	}
	return lines
}

func TestSoundsAreShownAsWords(t *testing.T) {
	r, s, said := subtitled(t)
	hero := r.g.top().(*play).state.Hero().Pos
	at := func(dx, dy int) *protocol.Place { return &protocol.Place{X: hero.X + dx, Y: hero.Y + dy} }
	seq := uint64(1)
	happens := func(events ...protocol.Event) {
		seq++
		r.tell(client.Change{Update: protocol.View{Seq: seq, Details: protocol.Details{Events: events}}})
		r.frames(2)
	}
	wants := func(want ...string) {
		t.Helper()
		if got := s.shown(); !slices.Equal(got, want) {
			t.Errorf("it shows %q, want %q", got, want)
		}
	}
	happens(protocol.Event{Code: "x", Sound: "door_open", At: at(-2, 0)}, protocol.Event{Code: "y", Sound: "foe_growl", Loud: 9, From: "north-east", Far: true})
	wants("west a door opens", "north-east a growl, far")
	if want := "A door opens to the west.\nA growl, far to the north-east.\n"; !strings.HasPrefix(said.String(), want) {
		t.Errorf("it says %q", said)
	}
	if !slices.Equal(r.dull, []sounds.Effect{"foe_growl"}) {
		t.Errorf("dull are %v", r.dull)
	}
	r.frames(int(time.Second / frameTime))
	happens(protocol.Event{Code: "x", Sound: "door_open", At: at(0, 1)}, protocol.Event{Code: "z", Sound: "glass"})
	wants("south a door opens", "north-east a growl, far")
	r.frames(int(1200 * time.Millisecond / frameTime))
	wants("south a door opens")
	happens(protocol.Event{Code: "x", Sound: "hit", At: at(0, 0)}, protocol.Event{Code: "x", Sound: "glass", At: at(1, 0)},
		protocol.Event{Code: "x", Sound: "splash", At: at(1, 1)}, protocol.Event{Code: "x", Sound: "foe_bell", At: at(-1, -1)},
		protocol.Event{Code: "x", Sound: "foe_hum", Loud: 3}, protocol.Event{Code: "x", Sound: "no such", At: at(1, 1)})
	wants("a blow", "east glass breaks", "south-east a splash", "north-west a bell")
	rat := protocol.Entity{Entity: "77", Kind: "rat", X: hero.X, Y: hero.Y - 2, Attitude: "foe"}
	seq++
	r.tell(client.Change{Update: protocol.View{Seq: seq, Entities: []protocol.Entity{rat}}})
	happens(protocol.Event{Code: "x", Sound: "foe_notices", At: at(0, 0), By: "77"}, protocol.Event{Code: "x", Sound: "alert", At: at(1, -2)})
	if got := s.shown(); len(got) != 4 || got[3] != "north something takes notice" && got[3] != "north-east something takes notice" {
		t.Errorf("it shows %q", got)
	}
	draws, _ := still(r, subtitleTime+time.Second)
	wants()
	if draws < 2 || draws > 30 {
		t.Errorf("drawn %d times while they fade", draws)
	}
	r.frames(int(25 * time.Second / frameTime)) // the hint has gone
	if draws, _ := still(r, time.Second); draws != 0 {
		t.Errorf("drawn %d times without any", draws)
	}
}

// TestNoWordsUnlessWanted leaves the setting as it is.
func TestNoWordsUnlessWanted(t *testing.T) {
	if settings.Default().Subtitles {
		t.Error("it is on")
	}
	r := caves(t)
	r.tell(client.Change{Update: protocol.View{Seq: 2, Details: protocol.Details{Events: []protocol.Event{{Code: "x", Sound: "glass", Loud: 2, From: "south"}}}}})
	r.frames(2)
	if got := r.g.top().(*play).subtitles.shown(); len(got) > 0 || len(r.heard) == 0 {
		t.Errorf("it shows %q of %v", got, r.heard)
	}
}

// TestArrowsPointTheirWay compares where the dots of each arrow are with where it
// points.
func TestArrowsPointTheirWay(t *testing.T) {
	r := newRig(t, nil)
	dots := &dotPainter{painter: r.g.painter}
	r.g.painter = dots
	for c := geom.ToNorth; c <= geom.ToNorthWest; c++ {
		dots.sum, dots.n = image.Point{}, 0
		arrow(r.g, image.Rect(0, 0, 20, 20), c, color.RGBA{})
		middle := geom.Delta{DX: dots.sum.X - 10*dots.n, DY: dots.sum.Y - 10*dots.n}
		if got := middle.Compass(); got != c {
			t.Errorf("the arrow to the %s points to the %s: %v", c, got, middle)
		}
	}
}

// dotPainter adds up where it fills.
type dotPainter struct {
	painter
	sum image.Point
	n   int
}

func (p *dotPainter) Fill(r image.Rectangle, _ color.RGBA) {
	p.sum = p.sum.Add(r.Min).Add(r.Max)
	p.n += 2
}
