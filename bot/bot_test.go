package bot

import (
	"strconv"
	"strings"
	"testing"

	"laneya/client"
	"laneya/protocol"
)

// tables is as much of a content as a bot needs in these tests.
var tables = client.NewContent("test", []client.Part{{Name: protocol.TableTerrain, Rows: []protocol.Row{
	{Key: "wall", Code: "#"},
	{Key: "floor", Code: ".", Open: true},
	{Key: "ladder_down", Code: ">", Open: true},
	{Key: "chasm", Code: ":", Avoid: true},
	{Key: "lever", Code: "L", Verbs: []string{"touch"}},
}}})

// situation is what a bot finds itself in: a level as a picture, in which @ is
// its hero, digits are foes with so much health, and letters friends; and what
// it carries and is affected by.
type situation struct {
	picture string
	health  int // of 30; 0 is all
	depth   int
	items   []protocol.Item
	status  []string
	foe     func(*protocol.Entity)
	heard   []string // codes of events
}

// thinks returns what a bot wants in the situation, after it has wanted other
// things so many times.
func thinks(t *testing.T, s *situation, before int) protocol.Action {
	t.Helper()
	b := New("bot", "")
	b.State.Apply(client.Change{Content: tables})
	var a protocol.Action
	for seq := range before + 1 {
		b.State.Apply(client.Change{Update: s.snapshot(t, uint64(seq)+1)})
		a = b.Think()
	}
	return a
}

func (s *situation) snapshot(t *testing.T, seq uint64) protocol.Snapshot {
	t.Helper()
	rows := strings.Split(strings.TrimSpace(s.picture), "\n")
	health := s.health
	if health == 0 {
		health = 30
	}
	self := &protocol.Self{Health: health, MaxHealth: 30, Depth: s.depth}
	for _, key := range s.status {
		self.Status = append(self.Status, protocol.Condition{Status: key, Ticks: 10})
	}
	me := protocol.Member{User: "bot", Level: "0:0:" + strconv.Itoa(s.depth), Health: health, MaxHealth: 30, Here: true}
	u := protocol.Snapshot{
		Seq: seq, Level: me.Level, Width: len(rows[0]), Height: len(rows), Hero: "User:bot",
		Details: protocol.Details{Self: self, Items: s.items, Party: []protocol.Member{me}},
	}
	for _, code := range s.heard {
		u.Events = append(u.Events, protocol.Event{Code: code})
	}
	for y, row := range rows {
		cells := []byte(row)
		for x, c := range cells {
			e := protocol.Entity{Entity: "Foe:" + strconv.Itoa(100*y+x), X: x, Y: y, Kind: "rat", Attitude: "foe", MaxHealth: 9}
			switch {
			case c == '@':
				e.Entity, e.Kind, e.Name, e.Attitude = "User:bot", protocol.KindHero, "bot", "friend"
			case '1' <= c && c <= '9':
				e.Health = int(c - '0')
				if s.foe != nil {
					s.foe(&e)
				}
			default:
				continue
			}
			u.Entities = append(u.Entities, e)
			cells[x] = '.'
		}
		u.Terrain = append(u.Terrain, protocol.Strip{Y: y, Cells: string(cells)})
	}
	return u
}

func TestThink(t *testing.T) {
	draught := protocol.Item{ID: 7, Kind: "potion_healing", Class: "potion", Count: 1}
	scroll := protocol.Item{ID: 8, Kind: "scroll_away", Class: "scroll", Count: 1}
	knife := protocol.Item{ID: 9, Kind: "knife", Class: "thrown weapon", Count: 1}
	for name, c := range map[string]struct {
		situation
		before int
		want   protocol.Action
	}{
		"the weakest beside it first":       {situation{picture: "#####\n#5@2#\n#####", depth: 1}, 0, protocol.Attack{Target: "Foe:103"}},
		"the nearer of those far off":       {situation{picture: "#########\n#@..5..2#\n#########", depth: 1}, 0, protocol.Attack{Target: "Foe:104"}},
		"nobody who sleeps far off":         {situation{picture: "############\n#@.........5#\n############", depth: 1, foe: asleep}, 0, protocol.Explore{}},
		"a draught when it is hurt":         {situation{picture: "####\n#@5#\n####", depth: 1, health: 10, items: []protocol.Item{scroll, draught}}, 0, protocol.Use{Item: 7}},
		"a scroll when nothing heals":       {situation{picture: "####\n#@5#\n####", depth: 1, health: 8, items: []protocol.Item{scroll}}, 0, protocol.Use{Item: 8}},
		"no scroll while it is blind":       {situation{picture: "####\n#@5#\n####", depth: 1, health: 8, items: []protocol.Item{scroll}, status: []string{"blind"}}, 0, protocol.Attack{Target: "Foe:102"}},
		"a knife from afar":                 {situation{picture: "######\n#@..5#\n######", depth: 1, items: []protocol.Item{knife}}, 0, protocol.Throw{Item: 9, X: 4, Y: 1}},
		"a blow when knives do nothing":     {situation{picture: "######\n#@..5#\n######", depth: 1, items: []protocol.Item{knife}}, mostThrows, protocol.Attack{Target: "Foe:104"}},
		"rest when it is hurt and alone":    {situation{picture: "###\n#@#\n###", depth: 1, health: 20}, 0, protocol.Rest{}},
		"explore what isn't":                {situation{picture: "####\n#@>#\n####", depth: 1}, 0, protocol.Explore{}},
		"the ladder when all is explored":   {situation{picture: "####\n#@>#\n####", depth: 1, heard: []string{"explored"}}, 0, protocol.Travel{To: "down"}},
		"a lever before the ladder":         {situation{picture: "####\n#@>#\n#L##", depth: 1, heard: []string{"explored_but"}}, 0, protocol.Touch{X: 1, Y: 2}},
		"secret doors when there is no way": {situation{picture: "####\n#@.#\n####", depth: 1, heard: []string{"explored"}}, 0, protocol.Travel{To: "place", X: 1, Y: 1}},
		"a search where a door may be":      {situation{picture: "####\n#@.#\n####", depth: 1, heard: []string{"explored"}}, 1, protocol.Search{}},
		"a leap when nothing else is left":  {situation{picture: "####\n#@:#\n####", depth: 1, heard: []string{"explored"}}, 2, protocol.Cross{X: 2, Y: 1}},
		"the ladder at once from the camp":  {situation{picture: "####\n#@>#\n####"}, 0, protocol.Travel{To: "down"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := thinks(t, &c.situation, c.before); got != c.want {
				t.Errorf("it wants %T%+v, not %T%+v", got, got, c.want, c.want)
			}
		})
	}
}

func asleep(e *protocol.Entity) { e.Asleep = true }

// TestReadsNotInTheDark has the server refuse a bot who wants to read where it is
// too dark for that: it does something else.
func TestReadsNotInTheDark(t *testing.T) {
	s := situation{picture: "####\n#@5#\n####", depth: 1, health: 8, items: []protocol.Item{{ID: 8, Kind: "scroll_away", Class: "scroll", Count: 1}}}
	b := New("bot", "")
	b.State.Apply(client.Change{Content: tables})
	b.State.Apply(client.Change{Update: s.snapshot(t, 1)})
	if got := b.Think(); got != (protocol.Use{Item: 8}) {
		t.Fatalf("it wants %T%+v", got, got)
	}
	b.Refused("too_dark")
	if got := b.Think(); got != (protocol.Attack{Target: "Foe:102"}) {
		t.Errorf("in the dark it wants %T%+v", got, got)
	}
}

// TestMakesRoom has the server refuse a thing to a bot whose pack is full.
func TestMakesRoom(t *testing.T) {
	s := situation{picture: "###\n#@#\n###", depth: 1, items: []protocol.Item{
		{ID: 1, Kind: "mace", Class: "weapon", Count: 1, Slot: "weapon"},
		{ID: 2, Kind: "potion_mist", Class: "potion", Count: 2},
		{ID: 3, Kind: "club", Class: "weapon", Count: 1},
	}}
	b := New("bot", "")
	b.State.Apply(client.Change{Content: tables})
	b.State.Apply(client.Change{Update: s.snapshot(t, 1)})
	b.Think()
	b.Refused("full_pack")
	if got := b.Think(); got != (protocol.Drop{Item: 3, Count: 1}) {
		t.Errorf("it wants %T%+v", got, got)
	}
	if got := b.Think(); got == (protocol.Drop{Item: 3, Count: 1}) {
		t.Error("it drops on")
	}
}
