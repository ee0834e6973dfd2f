package client

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"pgregory.net/rapid"

	"laneya/geom"
	"laneya/protocol"
)

// told is all that a State shows of details, but for events.
type told struct {
	Clouds [][]byte
	Lists  string
}

func toldOf(t interface{ Fatalf(string, ...any) }, s *State) (d told) {
	w, h := s.Size()
	for y := range h {
		row := make([]byte, w)
		for x := range w {
			row[x] = s.Cloud(geom.Pos{X: x, Y: y})
		}
		d.Clouds = append(d.Clouds, row)
	}
	// Neither an empty list nor one that is left out shows anything.
	lists := struct {
		Things []protocol.Pile
		Self   protocol.Self
		Items  []protocol.Item
		Party  []protocol.Member
		Marks  []protocol.Mark
		Run    protocol.RunState
	}{s.Things(), *s.Self(), s.Items(), s.Party(), s.Marks(), *s.Run()}
	for _, l := range []*[]string{&lists.Run.Waiting, &lists.Run.Invited, &lists.Run.Holding, &lists.Run.Ignored} {
		if len(*l) == 0 {
			*l = nil
		}
	}
	text, err := json.Marshal(lists, json.Deterministic(true))
	if err != nil {
		t.Fatalf("%v", err)
	}
	d.Lists = strings.ReplaceAll(string(text), "null", "[]")
	return d
}

// modelDetails is the test's own idea of what a user's details are, and which of
// them changed since the last update.
type modelDetails struct {
	now     protocol.Details
	changed map[string]bool
	events  int // that happened
}

func (m *modelDetails) change(t *rapid.T) {
	n := rapid.IntRange(0, 3).Draw(t, "n")
	what := rapid.SampledFrom([]string{"clouds", "things", "self", "items", "party", "marks", "run", "event"}).Draw(t, "detail")
	m.changed[what] = true
	names := []string{"anna", "ben", "cleo"}
	switch d := &m.now; what {
	case "clouds":
		d.Clouds = []protocol.Strip{}
		for range n {
			d.Clouds = append(d.Clouds, protocol.Strip{X: 1, Y: rapid.IntRange(0, 2).Draw(t, "y"), Cells: rapid.SampledFrom([]string{"g", " g", "gs"}).Draw(t, "cells")})
		}
	case "things":
		d.Things = []protocol.Pile{}
		for i := range n {
			d.Things = append(d.Things, protocol.Pile{ID: uint64(i + 1), Kind: "stone", Name: "stone", Count: n, X: i, Y: 1, Seen: n > 1})
		}
	case "self":
		self := protocol.Self{Health: n, MaxHealth: 3, Kit: "warden", Wisp: n == 0, Intent: "rest", Depth: n, LevelName: "a mine"}
		for i := range n {
			self.Path = append(self.Path, i)
			self.Status = append(self.Status, protocol.Condition{Status: "burning", Ticks: i})
			self.Near = append(self.Near, protocol.Pile{ID: uint64(i + 1), Kind: "axe", In: "chest"})
			self.Recap = append(self.Recap, protocol.Cause{Text: "A rat bit.", Ago: i})
		}
		d.Self = &self
	case "items":
		d.Items = []protocol.Item{}
		for i := range n {
			d.Items = append(d.Items, protocol.Item{ID: uint64(i + 1), Kind: "axe", Name: "axe", Class: "weapon", Count: n})
		}
	case "party":
		d.Party = []protocol.Member{}
		for i := range n {
			d.Party = append(d.Party, protocol.Member{User: names[i], Health: n, At: &protocol.Place{X: i, Y: n}})
		}
	case "marks":
		d.Marks = []protocol.Mark{}
		for i := range n {
			d.Marks = append(d.Marks, protocol.Mark{User: names[i], Kind: "look", Level: "0:0:0", X: n})
		}
	case "run":
		d.Run = &protocol.RunState{Number: n, State: "going", Waiting: names[:n], Invited: names[n:], Holding: names[:n], Ignored: names[:n]}
	case "event":
		m.events++
		d.Events = append(d.Events, protocol.Event{Code: "hits", N: m.events})
	}
}

// view returns what changed since the last update, and snapshot all; neither
// tells an event twice.
func (m *modelDetails) view() (d protocol.Details) {
	d = protocol.Details{Events: m.now.Events}
	if m.changed["clouds"] {
		d.Clouds = m.now.Clouds
	}
	if m.changed["things"] {
		d.Things = m.now.Things
	}
	if m.changed["self"] {
		d.Self = m.now.Self
	}
	if m.changed["items"] {
		d.Items = m.now.Items
	}
	if m.changed["party"] {
		d.Party = m.now.Party
	}
	if m.changed["marks"] {
		d.Marks = m.now.Marks
	}
	if m.changed["run"] {
		d.Run = m.now.Run
	}
	m.told()
	return d
}

func (m *modelDetails) snapshot() protocol.Details {
	d := m.now
	m.told()
	if len(d.Clouds) == 0 {
		d.Clouds = nil // what a snapshot leaves out is empty
	}
	if len(d.Things) == 0 {
		d.Things = nil
	}
	if len(d.Items) == 0 {
		d.Items = nil
	}
	if len(d.Party) == 0 {
		d.Party = nil
	}
	if len(d.Marks) == 0 {
		d.Marks = nil
	}
	return d
}

func (m *modelDetails) told() {
	m.now.Events = nil
	m.changed = map[string]bool{}
}

// Whatever was lost on the way, after a snapshot and the views that follow it a
// State shows the details that one shows which learns of them only now; and it
// has told each event that came, once and in order.
func TestDetailsAreWhatTheServerTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &modelDetails{changed: map[string]bool{}}
		base := cave()
		snapshot := func() Change { u := base; u.Details = m.snapshot(); return Change{Update: u} }
		s := NewState()
		s.Apply(snapshot())
		var want, got []int // events told and read
		var seen uint64
		tell := func(c Change, events []protocol.Event) {
			before := s.DetailRevision()
			was := toldOf(t, s)
			s.Apply(c)
			for _, e := range events {
				want = append(want, e.N)
			}
			if now := toldOf(t, s); !reflect.DeepEqual(now, was) && s.DetailRevision() == before {
				t.Fatalf("the details are others in the same revision:\n%+v\n%+v", was, now)
			}
			news, count := s.EventsSince(seen)
			seen = count
			for _, e := range news {
				got = append(got, e.N)
			}
		}
		lost := false
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			m.change(t)
			switch rapid.SampledFrom([]string{"tell", "tell", "lose", "wait", "whole"}).Draw(t, "fate") {
			case "tell":
				events := m.now.Events
				if lost {
					tell(snapshot(), events)
				} else {
					tell(Change{Update: protocol.View{Details: m.view()}}, events)
				}
				lost = false
			case "lose":
				m.view()
				lost = true
			case "whole":
				copied := NewState()
				copied.Apply(s.whole())
				if got, want := toldOf(t, copied), toldOf(t, s); !reflect.DeepEqual(got, want) {
					t.Fatalf("made whole, a state shows\n%+v\ninstead of\n%+v", got, want)
				}
			}
		}
		events := m.now.Events
		if lost {
			tell(snapshot(), events)
		} else {
			tell(Change{Update: protocol.View{Details: m.view()}}, events)
		}
		fresh := NewState()
		fresh.Apply(snapshot())
		if got, want := toldOf(t, s), toldOf(t, fresh); !reflect.DeepEqual(got, want) {
			t.Fatalf("after its history the state shows\n%+v\na fresh one\n%+v", got, want)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("events %v were read of %v", got, want)
		}
	})
}

// wildDetails are details that no decoder lets through.
func wildDetails(t *rapid.T) protocol.Details {
	text := func() string { return wildText.Draw(t, "text") }
	num := func() int { return wildInt.Draw(t, "number") }
	many := func() int { return rapid.SampledFrom([]int{0, 1, 3, maxThings + 9}).Draw(t, "many") }
	place := func() *protocol.Place { return &protocol.Place{X: num(), Y: num()} }
	repeat := func(n int) []string { return slices.Repeat([]string{text()}, n) }
	var d protocol.Details
	pile := protocol.Pile{ID: uint64(num()), Kind: text(), Name: text(), Count: num(), X: num(), Y: num(), In: text()}
	d.Clouds = wildStrips(t)
	d.Things = slices.Repeat([]protocol.Pile{pile}, many())
	d.Items = slices.Repeat([]protocol.Item{{Kind: text(), Name: text(), Class: text(), Count: num(), Slot: text(), Charges: num(), Fuel: num(), Rune: text()}}, many())
	d.Party = slices.Repeat([]protocol.Member{{User: text(), Colour: text(), Kit: text(), Level: text(), At: place(), Health: num(), MaxHealth: num()}}, many())
	d.Marks = slices.Repeat([]protocol.Mark{{User: text(), Kind: text(), Level: text(), X: num(), Y: num()}}, many())
	d.Self = &protocol.Self{
		Health: num(), MaxHealth: num(), Ready: num(), Kit: text(), Intent: text(), Target: text(), Goal: place(), LevelName: text(), LevelKind: text(),
		Path: slices.Repeat([]int{num()}, many()), Status: slices.Repeat([]protocol.Condition{{Status: text(), Ticks: num()}}, many()),
		Near: slices.Repeat([]protocol.Pile{pile}, many()), Recap: slices.Repeat([]protocol.Cause{{Text: text(), Ago: num(), Damage: num()}}, many()),
		Depth: num(), Light: num(), Fuel: num(), Fed: num(),
	}
	d.Run = &protocol.RunState{State: text(), Death: text(), Clock: text(), Heart: text(), Story: text(), Waiting: repeat(many()), Invited: repeat(many()), Holding: repeat(many()), Ignored: repeat(many())}
	d.Events = slices.Repeat([]protocol.Event{{Code: text(), Actor: text(), Target: text(), User: text(), Item: text(), Kind: text(), Status: text(), Text: text(), Sound: text(), At: place(), To: place(), N: num()}}, many())
	return d
}

func TestDetailsAreBounded(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := applied(cave())
		for range 3 {
			d := wildDetails(rt)
			if rapid.Bool().Draw(rt, "whole") {
				u := cave()
				u.Details = d
				s.Apply(Change{Update: u})
			} else {
				s.Apply(Change{Update: protocol.View{Details: d}})
			}
			check(t, s)
			self, run := s.Self(), s.Run()
			events, _ := s.EventsSince(0)
			for what, n := range map[string][2]int{
				"things": {len(s.Things()), maxThings}, "items": {len(s.Items()), maxCarried}, "party": {len(s.Party()), maxMembers},
				"marks": {len(s.Marks()), maxMembers}, "path": {len(self.Path), maxSide}, "statuses": {len(self.Status), maxStatuses},
				"near": {len(self.Near), maxCarried}, "recap": {len(self.Recap), maxCarried}, "waiting": {len(run.Waiting), maxMembers}, "holding": {len(run.Holding), maxMembers}, "ignored": {len(run.Ignored), maxMembers},
				"invited": {len(run.Invited), maxMembers}, "events": {len(events), maxEvents}, "story": {len(run.Story), maxStory},
				"health": {self.Health, maxPoints}, "target": {len(self.Target), maxID},
			} {
				if n[0] < 0 || n[0] > n[1] {
					t.Fatalf("%s: %d of %d", what, n[0], n[1])
				}
			}
			texts(t, reflect.ValueOf([]any{s.Things(), *self, s.Items(), s.Party(), s.Marks(), *run, events}))
			for _, p := range []geom.Pos{{X: -1}, {X: math.MaxInt}, {Y: math.MinInt}, {X: 99, Y: 99}} {
				if s.Cloud(p) != 0 {
					t.Fatalf("a cloud at %v", p)
				}
			}
		}
	})
}

// canBeShown reports whether s is valid and has no character that isn't seen.
func canBeShown(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsGraphic(r) })
}

// texts checks that every text within v can be shown.
func texts(t *testing.T, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); !canBeShown(s) || len(s) > maxStory {
			t.Fatalf("a text is %q", s)
		}
	case reflect.Slice:
		for i := range v.Len() {
			texts(t, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			texts(t, v.Field(i))
		}
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			texts(t, v.Elem())
		}
	}
}

// What says too much is cut where it is kept, not only where it is shown.
func TestSentencesAreBounded(t *testing.T) {
	c := NewContent("h", []Part{{Name: protocol.TableMessages, Rows: []protocol.Row{
		{Key: "long", Text: strings.Repeat("{actor}", 200)}, {Key: "open", Text: "{actor"}, {Key: "odd", Text: "{} {nothing}{n}\n\u202e!"},
	}}})
	long := strings.Repeat("x", maxMessage)
	for _, code := range []string{"long", "open", "odd", "unknown", ""} {
		text, _ := c.Say(&protocol.Event{Code: code, Actor: long, Text: long, N: math.MinInt})
		if len(text) > maxMessage || !canBeShown(text) {
			t.Errorf("%q says %d bytes: %q", code, len(text), text)
		}
		refusal := c.Refusal(&protocol.Failure{Reason: code, Message: fmt.Sprint(long, long), Params: map[string]string{"actor": long}})
		if len(refusal) > maxMessage || !canBeShown(refusal) {
			t.Errorf("%q refuses with %d bytes: %q", code, len(refusal), refusal)
		}
	}
	c = NewContent("h", []Part{{Name: protocol.TableMessages, Rows: []protocol.Row{
		{Key: "hit", Text: "{actor} {hits|hit} {target}, who {falls|fall}."}, {Key: "odd", Text: "{hits|hit} {|}{actor}{a|b|c}"},
	}}})
	for want, e := range map[string]protocol.Event{
		"Anna hits the rat, who falls.": {Code: "hit", Actor: "anna", Target: "the rat"},
		"You hit the rat, who falls.":   {Code: "hit", Actor: You, Target: "the rat"},
		"Anna hits you, who fall.":      {Code: "hit", Actor: "anna", Target: You},
		"Hits youb|c":                   {Code: "odd", Actor: You},
	} {
		if text, _ := c.Say(&e); text != want {
			t.Errorf("%+v says %q and not %q", e, text, want)
		}
	}
	var none *Content
	if text, _ := none.Say(&protocol.Event{Code: "foe_seen", Actor: "a rat"}); text != "a rat foe seen" {
		t.Errorf("without tables: %q", text)
	}
}
