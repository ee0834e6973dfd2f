package server

import (
	"maps"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"laneya/geom"
	"laneya/protocol"
)

// known is what a client knows after the updates that it was told. It is the
// test's own idea of what they mean.
type known struct {
	level    string
	terrain  map[geom.Pos]byte
	sight    map[geom.Pos]bool
	entities map[string]protocol.Entity
	details  protocol.Details
	seq      uint64
}

func (k *known) apply(t *rapid.T, u protocol.Update) {
	switch u := u.(type) {
	case protocol.Snapshot:
		*k = known{
			level: u.Level, terrain: map[geom.Pos]byte{}, sight: map[geom.Pos]bool{}, entities: map[string]protocol.Entity{},
			seq: u.Seq,
		}
		k.change(u.Terrain, u.Sight, u.Entities, nil)
		k.details = u.Details
	case protocol.View:
		if u.Seq != k.seq+1 {
			t.Fatalf("update %d follows %d", u.Seq, k.seq)
		}
		k.seq = u.Seq
		k.change(u.Terrain, u.Sight, u.Entities, u.Gone)
		to, from := reflect.ValueOf(&k.details).Elem(), reflect.ValueOf(u.Details)
		for i := range from.NumField() {
			if !from.Field(i).IsZero() {
				to.Field(i).Set(from.Field(i))
			}
		}
	default:
		t.Fatalf("told %+v", u)
	}
}

func (k *known) change(terrain []protocol.Strip, sight []protocol.Run, entities []protocol.Entity, gone []string) {
	for _, s := range terrain {
		for i := range len(s.Cells) {
			k.terrain[geom.Pos{X: s.X + i, Y: s.Y}] = s.Cells[i]
		}
	}
	if sight != nil {
		clear(k.sight)
	}
	for _, r := range sight {
		for i := range r.N {
			k.sight[geom.Pos{X: r.X + i, Y: r.Y}] = true
		}
	}
	for _, id := range gone {
		delete(k.entities, id)
	}
	for _, e := range entities {
		k.entities[e.Entity] = e
	}
}

// plainDetails returns d in one form: without what is never told twice or only now and
// then, and without a difference between none and nothing.
func plainDetails(d protocol.Details) protocol.Details {
	d.Events = nil
	if d.Run != nil {
		run := *d.Run
		run.Turns = 0
		d.Run = &run
	}
	v := reflect.ValueOf(&d).Elem()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Slice && f.Len() == 0 {
			f.SetZero()
		}
	}
	return d
}

// check fails the test unless k is what a client would know that is told
// everything anew.
func (k *known) check(t *rapid.T, tb *Table, user string) {
	tr := &turn{loop: tb.loop}
	v := tr.view(tb.server.accounts.lookup(user))
	if v == nil {
		return
	}
	var sp speaker
	sp.begin(tb.loop.world.Tick())
	u, err := readUpdate(sp.appendView(nil, &stream{watching: true, fresh: true}, v))
	if err != nil {
		t.Fatal(err)
	}
	var fresh known
	fresh.apply(t, u)
	if k.level != fresh.level || !maps.Equal(k.terrain, fresh.terrain) || !maps.Equal(k.sight, fresh.sight) {
		t.Fatalf("%s knows another level, ground or sight than she should", user)
	}
	if !reflect.DeepEqual(k.entities, fresh.entities) {
		t.Fatalf("%s knows the entities\n%+v, should\n%+v", user, k.entities, fresh.entities)
	}
	got, want := reflect.ValueOf(plainDetails(k.details)), reflect.ValueOf(plainDetails(fresh.details))
	for i := range got.NumField() {
		if !reflect.DeepEqual(got.Field(i).Interface(), want.Field(i).Interface()) {
			t.Fatalf("%s knows of %s\n%+v, should\n%+v", user, got.Type().Field(i).Name, got.Field(i), want.Field(i))
		}
	}
}

// Whatever is done, the updates that a client is told make it know what it would
// know if it were told everything anew.
func TestViewsAddUpToASnapshot(t *testing.T) {
	users := []string{"anna", "bert", "cleo"}
	rapid.Check(t, func(t *rapid.T) {
		tb, err := NewTable(Config{
			Seed: rapid.Uint64Range(1, 1000).Draw(t, "seed"), FogOff: rapid.IntRange(0, 3).Draw(t, "fog") == 0, FreeDescent: true,
		})
		if err != nil {
			t.Fatal(err)
		}
		all := map[string]*known{}
		if rapid.Bool().Draw(t, "in the caves") {
			for _, user := range users[:2] {
				tb.bringDown(t, user)
				all[user] = &known{}
			}
		}
		for range rapid.IntRange(1, 40).Draw(t, "turns") {
			user := rapid.SampledFrom(users).Draw(t, "user")
			k := all[user]
			if k == nil {
				k = &known{}
				all[user] = k
			}
			if rapid.IntRange(0, 20).Draw(t, "away") == 0 {
				tb.Away(user)
				delete(all, user)
				continue
			}
			a := drawDeed(t, k)
			if ans := tb.Do(user, a); ans.Status == protocol.Internal {
				t.Fatalf("%#v: %s", a, ans.Data)
			}
			for range rapid.IntRange(0, 30).Draw(t, "ticks") {
				tb.Step()
			}
			for _, user := range users {
				k := all[user]
				if k == nil {
					continue
				}
				for _, u := range tb.Updates(user) {
					k.apply(t, u)
				}
				k.check(t, tb, user)
			}
		}
	})
}

// drawDeed draws something to do that has a chance to be legal.
func drawDeed(t *rapid.T, k *known) protocol.Action {
	item := uint64(1)
	if n := len(k.details.Items); n > 0 {
		item = k.details.Items[rapid.IntRange(0, n-1).Draw(t, "item")].ID
	}
	thing := uint64(1)
	if n := len(k.details.Things); n > 0 {
		thing = k.details.Things[rapid.IntRange(0, n-1).Draw(t, "thing")].ID
	}
	x, y := rapid.IntRange(10, 50).Draw(t, "x"), rapid.IntRange(8, 32).Draw(t, "y")
	return rapid.SampledFrom([]protocol.Action{
		protocol.Move{Direction: geom.North}, protocol.Move{Direction: geom.East}, protocol.Move{Direction: geom.South},
		protocol.Move{Direction: geom.West}, protocol.Move{Direction: geom.Stop},
		protocol.Explore{}, protocol.Explore{}, protocol.Explore{}, protocol.Rest{}, protocol.Search{}, protocol.Pass{}, protocol.Attack{},
		protocol.Travel{To: "down"}, protocol.Travel{To: "down"}, protocol.Travel{To: "place", X: x, Y: y}, protocol.Travel{To: "passage"},
		protocol.Climb{Way: "down"}, protocol.Climb{Way: "down"}, protocol.Climb{Way: "up"}, protocol.Cross{X: x, Y: y},
		protocol.Take{Thing: thing}, protocol.Drop{Item: item, Count: 1}, protocol.Use{Item: item}, protocol.Throw{Item: item, X: x, Y: y},
		protocol.Zap{Item: item, X: x, Y: y}, protocol.Shoot{X: x, Y: y}, protocol.Equip{Item: item}, protocol.Unequip{Item: item},
		protocol.Junk{Item: item, On: true}, protocol.Sneak{On: true}, protocol.Touch{X: x, Y: y}, protocol.Door{X: x, Y: y, Open: true},
		protocol.Give{Item: item, Count: 1, To: "bert"}, protocol.Hold{On: rapid.Bool().Draw(t, "on")}, protocol.Kit{Kit: "ranger"},
		protocol.Say{To: "party", Text: "here"}, protocol.MarkPlace{X: x, Y: y, Kind: "gather"}, protocol.MarkPlace{}, protocol.Follow{User: "anna"},
		protocol.Prefer{Pickup: true, StopHealth: 30}, protocol.Colour{Colour: "party_2"}, protocol.Logout{}, protocol.NewRun{}, protocol.Share{},
	}).Draw(t, "deed")
}
