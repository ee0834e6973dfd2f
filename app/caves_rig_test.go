package app

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/input"
	"laneya/protocol"
)

// tables are those of a small server.
func tables() *client.Content {
	return client.NewContent("h", []client.Part{
		{Name: protocol.TableTerrain, Rows: []protocol.Row{
			{Key: "wall", Name: "wall", Code: "#", Glyph: "#", Colour: "stone", Opaque: true},
			{Key: "floor", Name: "floor", Code: ".", Glyph: ".", Colour: "stone", Open: true},
			{Key: "strongbox", Name: "chest", Code: "C", Glyph: "&", Colour: "stone", Verbs: []string{"take", "put"}, Put: "into the strongbox"},
			{Key: "shaft", Name: "ladder down", Code: ">", Glyph: ">", Colour: "stone", Open: true, Verbs: []string{"climb_down"}},
			{Key: "gate", Name: "gate", Code: "+", Glyph: "+", Colour: "stone", Open: true, Opaque: true, Verbs: []string{"door"}},
			{Key: "gateway", Name: "open gate", Code: "'", Glyph: "'", Colour: "stone", Open: true, Verbs: []string{"door"}},
		}},
		{Name: protocol.TableItems, Rows: []protocol.Row{
			{Key: "hatchet", Name: "hatchet", Glyph: "/", Colour: "stone", Slot: "weapon"},
			{Key: "axe", Name: "axe", Glyph: "/", Colour: "stone", Slot: "weapon"},
			{Key: "stone", Name: "stone", Glyph: "•", Colour: "stone"},
			{Key: "brew", Name: "brew", Glyph: "!", Colour: "stone", Verbs: []string{"use"}, Use: "Quaff"},
			{Key: "stick", Name: "stick", Glyph: "/", Colour: "stone", Verbs: []string{"zap"}, Range: 5},
		}},
		{Name: protocol.TableSlots, Rows: []protocol.Row{{Key: "weapon", Name: "in her fist"}}},
		{Name: protocol.TableFoes, Rows: []protocol.Row{{Key: "rat", Name: "rat", Glyph: "r", Colour: "stone"}}},
		{Name: protocol.TableKits, Rows: []protocol.Row{
			{Key: "ranger", Name: "Ranger", Text: "Far off.", Health: 28, Items: []protocol.KitItem{{Item: "axe", Count: 2, Worn: true}}},
			{Key: "warden", Name: "Warden", Text: "Close by.", Traits: []string{"Stands."}},
		}},
		{Name: protocol.TableColours, Rows: []protocol.Row{
			{Key: "stone", RGB: []int{120, 120, 130}}, {Key: "party_red", Name: "red", RGB: []int{200, 40, 40}},
		}},
		{Name: protocol.TableMessages, Rows: []protocol.Row{
			{Key: "becomes_wisp", Text: "{actor} {waits|wait} for an herb.", Tone: "info"},
			{Key: "too_far", Text: "that is too far for {item}", Tone: "bad"},
			{Key: "arrived", Text: "You are there.", Tone: "quiet"},
			{Key: "hits", Text: "{actor} hits {target} for {n}", Tone: "info"},
		}},
	})
}

// IDs of what the hero of caves carries, and of what lies about.
const (
	hatchet, axe, stones, potion, wand = 1, 2, 3, 4, 5
	onGround, inChest, alsoInChest     = 11, 12, 13
)

const rat = "Rat:1"

// details are what caves begins with.
func details() protocol.Details {
	return protocol.Details{
		Self: &protocol.Self{
			Health: 20, MaxHealth: 28, Kit: "warden", LevelName: "an old mine", Depth: 1, Light: 5, Fuel: -1,
			Near: []protocol.Pile{{ID: inChest, Kind: "axe", Name: "axe", Count: 1, X: 5, Y: 3, In: "chest"}, {ID: alsoInChest, Kind: "stone", Name: "3 stones", Count: 3, X: 5, Y: 3, In: "chest"}},
		},
		Items: []protocol.Item{
			{ID: hatchet, Kind: "hatchet", Name: "hatchet", Class: "weapon", Count: 1, Slot: "weapon"},
			{ID: axe, Kind: "axe", Name: "axe", Class: "weapon", Count: 1},
			{ID: stones, Kind: "stone", Name: "4 stones", Class: "stone", Count: 4},
			{ID: potion, Kind: "brew", Name: "murky potion", Class: "brews", Count: 1},
			{ID: wand, Kind: "stick", Name: "bent wand", Class: "sticks", Count: 1},
		},
		Things: []protocol.Pile{{ID: onGround, Kind: "stone", Name: "stone", Count: 1, X: 4, Y: 3, Seen: true}},
		Party: []protocol.Member{
			{User: "anna", Colour: "party_red", Kit: "warden", Level: "0:0:1", At: &protocol.Place{X: 4, Y: 3}, Health: 20, MaxHealth: 28, Here: true},
			{User: "ben", Colour: "party_red", Kit: "ranger", Level: "0:0:2", Health: 20, MaxHealth: 28},
		},
		Run: &protocol.RunState{Number: 1, State: "going", Death: "ghost", Clock: "turns"},
	}
}

// caves returns a rig whose hero stands at 4, 3 of a cave, by a chest in the
// east and with a rat two fields to the west, before a server that answers all
// questions.
func caves(t testing.TB) *rig { return cavesAs(t, details()) }

func cavesAs(t testing.TB, d protocol.Details) *rig { return cavesBy(t, d, nil) }

func cavesWith(t testing.TB, change func(*Config)) *rig { return cavesBy(t, details(), change) }

func cavesBy(t testing.TB, d protocol.Details, change func(*Config)) *rig {
	r := newRig(t, func(c *Config) {
		c.Begin, c.Address = Joining, "friend.example:5001"
		if change != nil {
			change(c)
		}
	})
	r.session.answer = answers
	s := level(geom.Pos{X: 4, Y: 3}).Update.(protocol.Snapshot)
	s.Level, s.Details = "0:0:1", d
	s.Terrain[3].Cells = "#....C..#"
	s.Entities = append(s.Entities, protocol.Entity{Entity: rat, Kind: "rat", Name: "rat", X: 2, Y: 3, Attitude: "foe", Health: 3, MaxHealth: 6})
	r.tell(link(protocol.Online, ""), client.Change{Content: tables()}, client.Change{Update: s})
	r.frames(90)
	return r
}

// answers is what a server that knows a little of everything says.
func answers(a protocol.Action) protocol.Response {
	var res any
	switch a := a.(type) {
	case protocol.Describe:
		res = &protocol.DescribeResult{
			Title: fmt.Sprintf("thing %d%s", a.Item, a.Entity), Text: strings.Repeat("What it is, in words. ", 12) + "\n\nAnd more.",
			Facts:   []protocol.Fact{{Name: "damage", Value: "about 4"}, {Name: "a name that takes its place", Value: strings.Repeat("and a long value ", 4)}},
			Changes: []protocol.Change{{Name: "damage", Now: "4", Then: "6"}},
		}
	case protocol.Guide:
		res = &protocol.GuideResult{Pages: []protocol.Page{{Key: "a", Title: "First steps", Text: strings.Repeat("Walk. ", 400) + "Then rest."}, {Key: "b", Title: "Fights", Text: "Hit."}}}
	case protocol.Find:
		res = &protocol.FindResult{Places: []protocol.Found{{Name: "ladder down", Level: "0:0:2", X: 7, Y: 5, Kind: "shaft"}}}
	case protocol.Chart:
		res = &protocol.ChartResult{Level: a.Level, Name: "an old mine", Width: 9, Height: 7, Terrain: []protocol.Strip{{Y: 2, Cells: "#..C..>.#"}, {Y: 3, Cells: "#.......#"}}}
	case protocol.Board:
		res = &protocol.BoardResult{Notes: []protocol.Note{{User: "ben", Text: strings.Repeat("Beware of the slimes. ", 12)}}}
	case protocol.Hall:
		res = &protocol.HallResult{Runs: []protocol.HallRun{{Number: 1, Depth: 4, Cause: "All died.", Heroes: []protocol.HallHero{{User: "anna", Kit: "warden", Level: "0:0:4", Cause: "a slime", Items: []string{"axe", "hatchet"}}}, Map: []protocol.Strip{{X: 2, Y: 1, Cells: "#####"}, {X: 2, Y: 2, Cells: "#.>.#"}}}}}
	default:
		return protocol.Response{Status: protocol.Success, Data: []byte("{}")}
	}
	data, err := protocol.AppendResult(nil, res)
	if err != nil {
		panic(err)
	}
	return protocol.Response{Status: protocol.Success, Data: data}
}

// update tells of changed details.
func (r *rig) update(seq uint64, d protocol.Details) {
	r.tell(client.Change{Update: protocol.View{Seq: seq, Details: d}})
	r.frames(2)
}

// press taps a key and lets what follows from it happen.
func (r *rig) press(keys ...ebiten.Key) {
	for _, k := range keys {
		r.Tap(k)
		r.frames(3)
	}
}

// writes types characters.
func (r *rig) writes(text string) {
	r.Type(text)
	r.frames(3)
}

// ask presses the key of an action.
func (r *rig) ask(a input.Action) {
	chords := r.g.prompts.table.Chords(a)
	if len(chords) == 0 {
		r.t.Fatalf("no key asks for %v", a)
	}
	c := chords[0]
	if c.Char != 0 {
		r.writes(string(c.Char))
		return
	}
	if c.Shift {
		r.Fake.Press(ebiten.KeyShiftLeft)
		defer r.Fake.Release(ebiten.KeyShiftLeft)
	}
	r.press(c.Key)
}

// did returns the actions that the session was asked for since the last call,
// questions left out.
func (r *rig) did() (all []protocol.Action) {
	for _, a := range append(append([]protocol.Action{}, r.session.wants...), r.session.done...) {
		if e, ok := protocol.Lookup(a.Name()); ok && e.Class != protocol.Question {
			all = append(all, a)
		}
	}
	r.session.wants, r.session.done = nil, nil
	return all
}
