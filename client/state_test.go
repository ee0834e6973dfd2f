package client

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"laneya/geom"
	"laneya/protocol"
)

// cave is a snapshot of a level of 4x3 fields, with two rows explored:
//
//	####
//	#..@   the hero at 2,1, a ghost at 1,1
//	       unknown
func cave() protocol.Snapshot {
	return protocol.Snapshot{
		Seq: 7, Tick: 70, Level: "0:0:0", Width: 4, Height: 3, Hero: "User:anna",
		Terrain: []protocol.Strip{{Cells: "####"}, {Y: 1, Cells: "#..."}},
		Sight:   []protocol.Run{{X: 1, Y: 1, N: 3}},
		Entities: []protocol.Entity{
			{Entity: "User:anna", Kind: protocol.KindHero, Name: "anna", X: 2, Y: 1, Facing: geom.East},
			{Entity: "Ghost:1", Kind: protocol.KindGhost, Name: "wisp", X: 1, Y: 1},
		},
	}
}

// applied returns a State after these updates.
func applied(updates ...protocol.Update) *State {
	s := NewState()
	for _, u := range updates {
		s.Apply(Change{Update: u})
	}
	return s
}

// ids returns the IDs of all entities of s in their order.
func ids(s *State) []string {
	var ids []string
	for _, e := range s.Entities() {
		ids = append(ids, e.ID)
	}
	return ids
}

// picture draws the terrain of s, a field in sight as "." or "#", one that is
// only remembered as "," or "%".
func picture(s *State) string {
	var b strings.Builder
	w, h := s.Size()
	for y := range h {
		for x := range w {
			p := geom.Pos{X: x, Y: y}
			char := " ,%"[[...]int{Unknown: 0, Floor: 1, Wall: 2}[s.Terrain(p)]]
			if s.InSight(p) {
				char = " .#"[[...]int{Unknown: 0, Floor: 1, Wall: 2}[s.Terrain(p)]]
			}
			b.WriteByte(char)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestNothingKnown(t *testing.T) {
	s := NewState()
	w, h := s.Size()
	if w != 0 || h != 0 || s.Hero() != nil || len(s.Entities()) != 0 || s.Level() != "" {
		t.Errorf("a new state knows %dx%d, hero %v, entities %v, level %q", w, h, s.Hero(), s.Entities(), s.Level())
	}
	if s.Terrain(geom.Pos{}) != Unknown || s.InSight(geom.Pos{}) {
		t.Error("a new state knows a field")
	}
}

func TestApplySnapshot(t *testing.T) {
	s := applied(cave())
	if got, want := picture(s), "%%%%\n%...\n    \n"; got != want {
		t.Errorf("the map is\n%swant\n%s", got, want)
	}
	if got, want := ids(s), []string{"Ghost:1", "User:anna"}; !slices.Equal(got, want) {
		t.Errorf("in sight are %v, want %v", got, want)
	}
	hero := s.Hero()
	if hero == nil || hero.Name != "anna" || hero.Pos != (geom.Pos{X: 2, Y: 1}) || hero.Facing != geom.East || hero.Kind != protocol.KindHero {
		t.Errorf("the hero is %+v", hero)
	}
	if s.Level() != "0:0:0" {
		t.Errorf("the level is %q", s.Level())
	}
}

// TestApplyView applies one view each to the cave and says what is new.
func TestApplyView(t *testing.T) {
	anna := cave().Entities[0]
	asleep, stepped, jumped := anna, anna, anna
	asleep.Asleep, stepped.X, jumped.Y = true, 3, 1
	jumped.X = 0
	for _, test := range []struct {
		name    string
		view    protocol.View
		picture string
		ids     []string
		placed  bool // the hero was placed anew
		mapNew  bool
		anyNew  bool
	}{
		{name: "nothing"},
		{name: "what is known", view: protocol.View{Terrain: cave().Terrain, Sight: cave().Sight, Entities: cave().Entities, Gone: []string{"Ghost:9"}}},
		{name: "explored", view: protocol.View{Terrain: []protocol.Strip{{X: 2, Y: 2, Cells: "#."}}}, picture: "%%%%\n%...\n  %,\n", mapNew: true, anyNew: true},
		{name: "seen", view: protocol.View{Sight: []protocol.Run{{X: 0, Y: 0, N: 2}}}, picture: "##%%\n%,,,\n    \n", mapNew: true, anyNew: true},
		{name: "came", view: protocol.View{Entities: []protocol.Entity{{Entity: "User:bob", X: 3, Y: 1}}}, ids: []string{"Ghost:1", "User:anna", "User:bob"}, anyNew: true},
		{name: "went", view: protocol.View{Gone: []string{"Ghost:1"}}, ids: []string{"User:anna"}, anyNew: true},
		{name: "fell asleep", view: protocol.View{Entities: []protocol.Entity{asleep}}, anyNew: true},
		{name: "walked", view: protocol.View{Entities: []protocol.Entity{stepped}}, anyNew: true},
		{name: "jumped", view: protocol.View{Entities: []protocol.Entity{jumped}}, placed: true, anyNew: true},
		{name: "went and came", view: protocol.View{Gone: []string{"User:anna"}, Entities: []protocol.Entity{anna}}, placed: true, anyNew: true},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := applied(cave())
			generation, maps, all := s.Hero().Generation, s.MapRevision(), s.Revision()
			s.Apply(Change{Update: test.view})
			if test.picture == "" {
				test.picture = picture(applied(cave()))
			}
			if test.ids == nil {
				test.ids = []string{"Ghost:1", "User:anna"}
			}
			if got := picture(s); got != test.picture {
				t.Errorf("the map is\n%swant\n%s", got, test.picture)
			}
			if got := ids(s); !slices.Equal(got, test.ids) {
				t.Errorf("in sight are %v, want %v", got, test.ids)
			}
			if placed := s.Hero().Generation > generation; placed != test.placed {
				t.Errorf("the hero was placed anew: %v, want %v", placed, test.placed)
			}
			if got := s.MapRevision() > maps; got != test.mapNew {
				t.Errorf("MapRevision grew: %v, want %v", got, test.mapNew)
			}
			if got := s.Revision() > all; got != test.anyNew {
				t.Errorf("Revision grew: %v, want %v", got, test.anyNew)
			}
		})
	}
}

func TestSnapshotPlacesWhatCannotHaveWalked(t *testing.T) {
	s := applied(cave())
	generation := s.Hero().Generation
	next := cave()
	next.Entities[0].X = 3
	s.Apply(Change{Update: next})
	if s.Hero().Generation != generation {
		t.Error("a step of one field was placed")
	}
	next = cave()
	next.Level = "0:0:1"
	next.Entities[0].X = 3
	s.Apply(Change{Update: next})
	if s.Hero().Generation == generation {
		t.Error("the hero slid onto another level")
	}
}

func TestViewBeforeSnapshotSaysNothing(t *testing.T) {
	s := applied(protocol.View{Seq: 1, Entities: cave().Entities, Terrain: cave().Terrain})
	if w, h := s.Size(); w != 0 || h != 0 || len(s.Entities()) != 0 || s.Revision() != 0 {
		t.Errorf("a view alone made %dx%d fields and %v known", w, h, ids(s))
	}
}

// TestOriginalServerMakesTheSameState compares what an original server can tell
// with a snapshot of the same.
func TestOriginalServerMakesTheSameState(t *testing.T) {
	plan := &Plan{Hero: "User:anna", FloorLayer: [][]string{{"wall", "wall"}, {"wall", "floor"}, {"wall", "floor"}}}
	original := NewState()
	original.Apply(Change{Plan: plan})
	for _, p := range []protocol.Position{{X: 1, Y: 1, Entity: "User:anna"}, {X: 2, Y: 1, Entity: "User:anna"}, {X: 1, Y: 1, Entity: "Ghost:wisp"}} {
		original.Apply(Change{Update: p})
	}
	ours := applied(protocol.Snapshot{
		Width: 3, Height: 2, Hero: "User:anna",
		Terrain: []protocol.Strip{{Cells: "###"}, {Y: 1, Cells: "#.."}},
		Sight:   []protocol.Run{{N: 3}, {Y: 1, N: 3}},
		Entities: []protocol.Entity{
			{Entity: "User:anna", Kind: protocol.KindHero, Name: "anna", X: 2, Y: 1, Facing: geom.East},
			{Entity: "Ghost:wisp", Kind: protocol.KindGhost, Name: "wisp", X: 1, Y: 1},
		},
	})
	if got, want := shown(original), shown(ours); !reflect.DeepEqual(got, want) {
		t.Errorf("an original server shows\n%+v\nours\n%+v", got, want)
	}
	if hero := original.Hero(); hero == nil || hero.Generation != original.sorted[1].Generation {
		t.Errorf("the hero is %+v", hero)
	}
}

// all is everything that a State shows, apart from its counters.
type all struct {
	Link     protocol.Link
	Level    string
	Picture  string
	Hero     string
	Entities []Entity
}

func shown(s *State) all {
	a := all{Link: s.Link(), Level: s.Level(), Picture: picture(s)}
	if s.Hero() != nil {
		a.Hero = s.Hero().ID
	}
	for _, e := range s.Entities() {
		plain := *e
		plain.Generation, plain.mark = 0, 0
		a.Entities = append(a.Entities, plain)
	}
	return a
}

func TestWalkingAllocatesNothing(t *testing.T) {
	s := applied(cave())
	there, back := cave().Entities, cave().Entities
	there[0].X = 3
	sight := [2][]protocol.Run{{{X: 1, Y: 1, N: 3}}, {{X: 0, Y: 0, N: 4}}}
	changes := [2]Change{{Update: protocol.View{Entities: there, Sight: sight[1]}}, {Update: protocol.View{Entities: back, Sight: sight[0]}}}
	i := 0
	allocs := testing.AllocsPerRun(100, func() {
		s.Apply(changes[i%2])
		i++
	})
	if allocs > 0 {
		t.Errorf("a view of walking allocates %v times", allocs)
	}
}
