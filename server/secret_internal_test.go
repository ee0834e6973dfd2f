package server

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"laneya/geom"
	"laneya/protocol"
)

// Of two worlds that differ in nothing but what anna can't know of, she is told
// the same: what bert does in the camp while she is in the caves, she can't tell
// from his doing nothing.
func TestNothingUnseenIsTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64Range(1, 1000).Draw(t, "seed")
		still, lively := descended(t, seed), descended(t, seed)
		var anna, bert known
		for range rapid.IntRange(1, 25).Draw(t, "turns") {
			for range rapid.IntRange(0, 3).Draw(t, "deeds of bert") {
				if a := drawDeed(t, &bert); staysInCamp(a) {
					lively.Do("bert", a)
				}
			}
			a := drawDeed(t, &anna)
			if a == (protocol.Logout{}) || a == (protocol.Climb{Way: "up"}) {
				continue // then she would see him
			}
			one, two := still.Do("anna", a), lively.Do("anna", a)
			if !reflect.DeepEqual(one, two) {
				t.Fatalf("%#v is answered %s %s and %s %s", a, one.Status, one.Data, two.Status, two.Data)
			}
			for range rapid.IntRange(0, 60).Draw(t, "ticks") {
				still.Step()
				lively.Step()
			}
			for _, u := range lively.Updates("bert") {
				bert.take(u)
			}
			if still.inCamp("anna") {
				return
			}
			first, second := timeless(still.Updates("anna")), timeless(lively.Updates("anna"))
			if !reflect.DeepEqual(first, second) {
				t.Fatalf("told\n%+v and\n%+v", first, second)
			}
			for _, u := range first {
				anna.take(u)
			}
		}
	})
}

// descended returns a table at which bert is in the camp and anna, of another
// party, on the level below.
func descended(t *rapid.T, seed uint64) *Table {
	tb, err := NewTable(Config{Seed: seed, Party: "invite", FreeDescent: true})
	if err != nil {
		t.Fatal(err)
	}
	tb.Do("bert", protocol.Move{Direction: geom.Stop})
	tb.bringDown(t, "anna")
	tb.Updates("bert")
	return tb
}

// bringDown lets the user's hero go from the camp to the level below.
func (tb *Table) bringDown(t *rapid.T, user string) {
	var ans protocol.Answer
	for range 10 { // what comes into view on the way stops her
		tb.Do(user, protocol.Travel{To: "down"})
		for range 100 {
			tb.Step()
		}
		if ans = tb.Do(user, protocol.Climb{Way: "down"}); ans.Status == protocol.Success {
			break
		}
	}
	for range 20 {
		tb.Step()
	}
	if tb.inCamp(user) {
		t.Fatalf("%s did not climb down: %s %s", user, ans.Status, ans.Data)
	}
}

// inCamp reports whether the user's hero is in the camp.
func (tb *Table) inCamp(user string) bool {
	v := (&turn{loop: tb.loop}).view(tb.server.accounts.lookup(user))
	return v == nil || v.Level == geom.LevelID{}
}

// staysInCamp reports whether an action is known to nobody elsewhere.
func staysInCamp(a protocol.Action) bool {
	switch a := a.(type) {
	case protocol.Climb, protocol.Logout, protocol.Follow, protocol.NewRun:
		return false
	case protocol.Travel:
		return a.To == "place"
	case protocol.Say:
		return a.To != "all"
	}
	return true
}

// timeless returns the updates without what tells the world's time, which passes
// for everybody.
func timeless(updates []protocol.Update) (out []protocol.Update) {
	for _, u := range updates {
		switch u := u.(type) {
		case protocol.Snapshot:
			u.Tick = 0
			out = append(out, u)
		case protocol.View:
			u.Tick = 0
			out = append(out, u)
		default:
			out = append(out, u)
		}
	}
	return out
}

// take is apply for what may have begun before.
func (k *known) take(u protocol.Update) {
	d := &k.details
	switch u := u.(type) {
	case protocol.Snapshot:
		*d = u.Details
	case protocol.View:
		if u.Items != nil {
			d.Items = u.Items
		}
		if u.Things != nil {
			d.Things = u.Things
		}
	}
}
