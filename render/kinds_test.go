package render

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/sprites"
)

// kindTables are those of a server whose kinds this build has pictures of, and one
// that it has none of.
func kindTables() *client.Content {
	row := func(key, glyph string) protocol.Row {
		return protocol.Row{Key: key, Name: key, Glyph: glyph, Colour: "stone"}
	}
	pictured := func(key, glyph, picture string) protocol.Row {
		r := row(key, glyph)
		r.Picture = picture
		return r
	}
	terrain := []protocol.Row{}
	for code, r := range map[string]protocol.Row{
		"#": row("wall", "#"), ".": row("floor", "."), "~": pictured("pond", "~", "terrain_shallow_water"),
		"\"": pictured("meadow", "\"", "terrain_tall_grass"), "+": pictured("gate", "+", "terrain_door_closed"),
		">": pictured("shaft", ">", "terrain_ladder_down"), "C": pictured("box", "&", "terrain_chest"),
		"A": pictured("stone", "_", "terrain_altar"), "L": pictured("melt", "~", "terrain_lava"), "T": pictured("light", "*", "terrain_torch"),
		"?": row("oddity", "%"), "_": pictured("boards", ".", "terrain_planks"),
	} {
		if c, ok := map[string]string{"~": "water", "\"": "leaf", "L": "fire"}[code]; ok {
			r.Colour = c
		}
		r.Code, r.Open = code, code != "#" && code != "T"
		terrain = append(terrain, r)
	}
	return client.NewContent("kinds", []client.Part{
		{Name: protocol.TableTerrain, Rows: terrain},
		{Name: protocol.TableFoes, Rows: []protocol.Row{
			pictured("rat", "r", "foe_cave_rat"), pictured("weaver", "A", "foe_old_weaver"), pictured("toad", "t", "foe_spit_toad"),
			pictured("bones", "z", "foe_bone_servant"), row("stranger", "S"),
		}},
		{Name: protocol.TableItems, Rows: []protocol.Row{
			pictured("blade", "/", "item_long_sword"), pictured("brew", "!", "item_potion"), row("relic", "$"),
		}},
		{Name: protocol.TableClouds, Rows: []protocol.Row{{Key: "flames", Name: "fire", Code: "f", Glyph: "^", Colour: "stone", Picture: "cloud_fire"}}},
		{Name: protocol.TableKits, Rows: []protocol.Row{{Key: "guard", Name: "Guard", Picture: "hero_warden"}, {Key: "mage", Name: "Mage", Picture: "hero_arcanist"}}},
		{Name: protocol.TableColours, Rows: []protocol.Row{
			{Key: "stone", RGB: []int{170, 160, 150}}, {Key: "water", RGB: []int{92, 152, 216}}, {Key: "leaf", RGB: []int{76, 176, 84}}, {Key: "fire", RGB: []int{244, 92, 36}},
		}},
		{Name: protocol.TableMessages, Rows: []protocol.Row{
			{Key: "struck", Text: "Ouch.", Tone: "bad", Picture: "fx_slash"}, {Key: "slain", Text: "It is gone.", Tone: "good", Picture: "fx_puff"},
			{Key: "loosed", Text: "It flies.", Tone: "info"}, {Key: "said", Text: "So.", Tone: "info"},
		}},
	})
}

// kindLevel is what the hero of kinds sees.
const kindLevel = `
####################
#......~~~~..LL....#
#.....~~~~~~.LLL...#
#..C..~~~~...LL..A.#
#...........f......#
###T####+#####"""""#
#.............""""""
#..>...?...___""""".
#..........___...../
####################`

// kinds is a scene of many kinds, as her server tells of them. Her own hero stands at
// 5, 6, a rat at 7, 6.
func kinds(t testing.TB) (*Scene, *client.State) {
	t.Helper()
	st := client.NewState()
	st.Apply(online())
	st.Apply(client.Change{Content: kindTables()})
	snap := protocol.Snapshot{Seq: 1, Level: "0:0:1", Hero: "User:anna", Width: 20, Height: 10}
	for y, line := range strings.Split(strings.TrimSpace(kindLevel), "\n") {
		cells := strings.NewReplacer("f", ".", "/", "#").Replace(line)
		cells = cells[:19] + "#"
		snap.Terrain = append(snap.Terrain, protocol.Strip{Y: y, Cells: cells})
		snap.Sight = append(snap.Sight, protocol.Run{Y: y, N: 20})
	}
	snap.Entities = []protocol.Entity{
		{Entity: "User:anna", Kind: "hero", Name: "anna", X: 5, Y: 6, Facing: geom.East, Kit: "guard", Colour: "party_blue", Health: 20, MaxHealth: 28, Light: 6},
		{Entity: "User:ben", Kind: "hero", Name: "ben", X: 4, Y: 7, Facing: geom.South, Kit: "mage", Colour: "party_orange", Health: 20, MaxHealth: 20},
		{Entity: "Ghost:1", Kind: "rat", Name: "rat", X: 7, Y: 6, Facing: geom.West, Attitude: "foe", Health: 5, MaxHealth: 6},
		{Entity: "Ghost:2", Kind: "weaver", Name: "weaver", X: 10, Y: 7, Facing: geom.West, Attitude: "foe", Health: 60, MaxHealth: 60},
		{Entity: "Ghost:3", Kind: "toad", Name: "toad", X: 8, Y: 3, Facing: geom.East, Attitude: "foe", Asleep: true},
		{Entity: "Ghost:4", Kind: "stranger", Name: "stranger", X: 15, Y: 8, Facing: geom.East, Attitude: "foe"},
		{Entity: "Ghost:5", Kind: "bones", Name: "bones", X: 3, Y: 2, Facing: geom.East, Attitude: "foe"},
	}
	snap.Details = protocol.Details{Clouds: []protocol.Strip{{X: 12, Y: 4, Cells: "ff"}}, Things: []protocol.Pile{
		{ID: 1, Kind: "blade", Name: "blade", Count: 1, X: 6, Y: 8, Seen: true}, {ID: 2, Kind: "brew", Name: "brew", Count: 1, X: 8, Y: 8, Seen: true},
		{ID: 3, Kind: "relic", Name: "relic", Count: 1, X: 2, Y: 8, Seen: true},
	}}
	st.Apply(client.Change{Update: snap})
	s := NewScene()
	s.Resize(640, 400, 1)
	s.Update(st, time.Second)
	s.Update(st, time.Second)
	return s, st
}

// told lets the server tell what follows.
func told(st *client.State, seq uint64, v protocol.View) {
	v.Seq = seq
	st.Apply(client.Change{Update: v})
}

func moment(code string, at geom.Pos) protocol.Event {
	return protocol.Event{Code: code, At: &protocol.Place{X: at.X, Y: at.Y}}
}

// TestWhoBecomesAnotherIsNotHurt lets a hero have less health at most, as who chooses
// another kit has.
func TestWhoBecomesAnotherIsNotHurt(t *testing.T) {
	s, st := kinds(t)
	anna := protocol.Entity{Entity: "User:anna", Kind: "hero", Name: "anna", X: 5, Y: 6, Facing: geom.East, Kit: "mage", Colour: "party_blue", Health: 14, MaxHealth: 14, Light: 6}
	told(st, 2, protocol.View{Entities: []protocol.Entity{anna}})
	s.Update(st, frameTime)
	if fx := &s.effects; len(fx.numbers) > 0 || s.cast.byID["User:anna"].pose() == sprites.Hurt || s.particles.n > 0 {
		t.Errorf("she is in pose %d, with the numbers %v and %d particles", s.cast.byID["User:anna"].pose(), fx.numbers, s.particles.n)
	}
}

// Who strikes and who is struck show it, a number says how much, and soon all is as
// before.
func TestBlowsAreSeen(t *testing.T) {
	s, st := kinds(t)
	e := moment("struck", geom.Pos{X: 7, Y: 6})
	e.By, e.On, e.N = "User:anna", "Ghost:1", 3
	rat := protocol.Entity{Entity: "Ghost:1", Kind: "rat", Name: "rat", X: 7, Y: 6, Facing: geom.West, Attitude: "foe", Health: 2, MaxHealth: 6}
	told(st, 2, protocol.View{Entities: []protocol.Entity{rat}, Details: protocol.Details{Events: []protocol.Event{e}}})
	if !s.Update(st, frameTime) {
		t.Fatal("nothing changed")
	}
	anna, hurt := s.cast.byID["User:anna"], s.cast.byID["Ghost:1"]
	if anna.pose() != sprites.Attack || hurt.pose() != sprites.Hurt {
		t.Errorf("she is in pose %d, the rat in %d", anna.pose(), hurt.pose())
	}
	if fx := &s.effects; len(fx.all) != 1 || len(fx.numbers) != 1 || fx.numbers[0].n != -3 {
		t.Errorf("there are %d effects, and the numbers %v", len(fx.all), fx.numbers)
	}
	rat.Health = 1
	told(st, 3, protocol.View{Entities: []protocol.Entity{rat}})
	s.Update(st, frameTime)
	if n := s.effects.numbers; len(n) != 1 || n[0].n != -4 {
		t.Errorf("two blows that come together are %v", n)
	}
	for range 120 {
		s.Update(st, frameTime)
	}
	if s.Update(st, frameTime) || anna.pose() == sprites.Attack || hurt.pose() == sprites.Hurt {
		t.Error("it never ends")
	}
}

// Who dies lies there for a moment; who only goes out of sight doesn't.
func TestTheDeadFall(t *testing.T) {
	for _, slain := range []bool{true, false} {
		s, st := kinds(t)
		v := protocol.View{Gone: []string{"Ghost:1"}}
		if slain {
			e := moment("slain", geom.Pos{X: 7, Y: 6})
			e.By, e.On = "User:anna", "Ghost:1"
			v.Events = []protocol.Event{e}
		}
		told(st, 2, v)
		s.Update(st, frameTime)
		if got := len(s.effects.fallen) == 1; got != slain {
			t.Errorf("slain: %v, it lies there: %v", slain, got)
		}
		pixels(s, st, 640, 400)
		for range 60 {
			s.Update(st, frameTime)
		}
		if len(s.effects.fallen) > 0 {
			t.Error("it lies there for ever")
		}
	}
}

// What flies arrives before what comes of it is seen.
func TestShotsFly(t *testing.T) {
	s, st := kinds(t)
	shot := moment("loosed", geom.Pos{X: 5, Y: 6})
	shot.By, shot.To, shot.Picture = "User:anna", &protocol.Place{X: 10, Y: 7}, "shot_arrow"
	told(st, 2, protocol.View{Details: protocol.Details{Events: []protocol.Event{shot, moment("said", geom.Pos{X: 5, Y: 6})}}})
	s.Update(st, frameTime)
	if fx := s.effects.all; len(fx) != 1 || !fx[0].flies || fx[0].lasts > mostFlight {
		t.Fatalf("it shows %+v", fx)
	}
	pixels(s, st, 640, 400)
	for range 30 {
		s.Update(st, frameTime)
	}
	if len(s.effects.all) > 0 {
		t.Error("it flies for ever")
	}
}

// What happened before she came isn't seen, nor what happened on another level.
func TestThePastIsOver(t *testing.T) {
	s, st := kinds(t)
	if len(s.effects.all)+len(s.effects.numbers) > 0 {
		t.Error("the first look shows what was before")
	}
	told(st, 2, protocol.View{Details: protocol.Details{Events: []protocol.Event{moment("struck", geom.Pos{X: 7, Y: 6})}}})
	s.Update(st, frameTime)
	st.Apply(client.Change{Update: protocol.Snapshot{Seq: 3, Level: "0:0:2", Hero: "User:anna", Width: 20, Height: 10, Entities: []protocol.Entity{hero("anna", 3, 3, geom.East)}}})
	s.Update(st, frameTime)
	if len(s.effects.all) > 0 {
		t.Error("another level shows what happened on the last one")
	}
}

// Nothing is allocated for what is seen once it has been seen before.
func TestEffectsAllocateNothing(t *testing.T) {
	s, st := kinds(t)
	for range 2 {
		for i := range 20 {
			s.addEffect(effect{art: sprites.White, from: geom.Pos{X: i, Y: 3}, to: geom.Pos{X: 5, Y: 6}, flies: i%2 == 0, lasts: time.Hour})
			s.wound(s.cast.byID["Ghost:1"], -1)
		}
		s.Update(st, frameTime)
		s.build()
	}
	if n := testing.AllocsPerRun(50, func() {
		s.Update(st, time.Microsecond)
		s.figures.reset()
		s.addFallen()
		s.addEffects()
	}); n > 0 {
		t.Errorf("%v allocations a frame", n)
	}
}

// A level looks as its kind does, and one of a kind that there is no theme of as the
// halls do.
func TestLevelsHaveThemes(t *testing.T) {
	tables := client.NewContent("themes", []client.Part{{Name: protocol.TableLevels, Rows: []protocol.Row{
		{Key: "hollow", Picture: "theme_caves"}, {Key: "vat", Picture: "theme_nowhere"},
	}}})
	s := NewScene()
	st := client.NewState()
	st.Apply(online())
	st.Apply(client.Change{Content: tables})
	for i, c := range []struct {
		kind string
		want *theme
	}{{"hollow", &rock}, {"vat", &bricks}, {"", &bricks}, {"hollow", &rock}} {
		st.Apply(client.Change{Update: protocol.Snapshot{
			Seq: uint64(i + 1), Level: fmt.Sprintf("0:0:%d", i+1), Width: 9, Height: 9, Hero: "User:anna",
			Entities: []protocol.Entity{hero("anna", 3, 3, geom.East)}, Details: protocol.Details{Self: &protocol.Self{LevelKind: c.kind}},
		}})
		s.Update(st, frameTime)
		if s.ground.theme != c.want {
			t.Errorf("a level of kind %q looks like another one", c.kind)
		}
	}
	for key, th := range themes {
		for _, id := range append([]sprites.ID{th.faces.full, th.other, th.rare}, th.plain...) {
			if r := sprites.Rect(id); r.Dx() != sprites.Size || r.Dy() != sprites.Size {
				t.Errorf("%s: a picture is %v", key, r)
			}
		}
	}
}

// The same scene in letters, in letters for figures, and in pictures again.
func TestStyles(t *testing.T) {
	s, st := kinds(t)
	before := pixels(s, st, 640, 400)
	for _, style := range []Style{{Letters: LetterFigures}, {Letters: AllLetters}, {}} {
		s.SetStyle(style)
		if !s.Update(st, frameTime) {
			t.Fatalf("in %+v nothing changes", style)
		}
		rat := s.cast.byID["Ghost:1"]
		if letter := rat.glyph == 'r' && !rat.drawn; letter != (style.Letters != NoLetters) {
			t.Errorf("in %+v the rat is a letter: %v", style, letter)
		}
		if drawn := s.things[0].drawn && s.ground.features[3*20+3].drawn; drawn != (style.Letters != AllLetters) {
			t.Errorf("in %+v things and chests are pictures: %v", style, drawn)
		}
		pixels(s, st, 640, 400)
	}
	if n := differing(before, pixels(s, st, 640, 400), 1); n > 0 {
		t.Errorf("back in pictures %d pixels differ", n)
	}
}

// In calm nothing recoils or bursts, and numbers tell what happened.
func TestCalm(t *testing.T) {
	s, st := kinds(t)
	s.SetStyle(Style{Calm: true})
	s.Update(st, frameTime)
	e := moment("struck", geom.Pos{X: 7, Y: 6})
	e.By, e.On, e.N = "User:anna", "Ghost:1", 3
	rat := protocol.Entity{Entity: "Ghost:1", Kind: "rat", Name: "rat", X: 7, Y: 6, Facing: geom.West, Attitude: "foe", Health: 2, MaxHealth: 6}
	told(st, 2, protocol.View{Entities: []protocol.Entity{rat}, Details: protocol.Details{Events: []protocol.Event{e}}})
	s.Update(st, frameTime)
	if s.cast.byID["Ghost:1"].pose() != sprites.Idle || s.cast.byID["User:anna"].pose() != sprites.Idle || len(s.effects.all) > 0 {
		t.Error("somebody recoils, or something is seen")
	}
	if len(s.effects.numbers) != 1 {
		t.Error("no number tells of it")
	}
}

// Those who stand breathe while somebody walks, one after the other; alone they don't
// have anything drawn, and in calm they stand still.
func TestBreath(t *testing.T) {
	for _, c := range []struct{ walks, calm bool }{{true, false}, {false, false}, {true, true}} {
		s, st := kinds(t)
		s.SetStyle(Style{Calm: c.calm})
		for range 5 {
			s.Update(st, frameTime)
		}
		draws, seen, first := 0, map[string]bool{}, map[string]sprites.Pose{}
		for id, f := range s.cast.byID {
			first[id] = f.pose()
		}
		for i := range 180 {
			if c.walks && i%12 == 0 {
				x := 4 - i/12%3
				told(st, uint64(i+2), protocol.View{Entities: []protocol.Entity{{Entity: "User:ben", Kind: "hero", Name: "ben", X: x, Y: 7, Facing: geom.West, Kit: "mage", Health: 20, MaxHealth: 20}}})
			}
			if s.Update(st, frameTime) {
				draws++
			}
			for id, f := range s.cast.byID {
				seen[id] = seen[id] || f.pose() != first[id]
			}
		}
		if got := draws > 0; got != c.walks {
			t.Errorf("%+v: %d pictures in three seconds", c, draws)
		}
		breathe := c.walks && !c.calm
		if seen["User:anna"] != breathe || seen["Ghost:1"] != breathe || seen["Ghost:3"] {
			t.Errorf("%+v: who breathes is %v", c, seen)
		}
	}
}
