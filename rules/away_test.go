package rules

import (
	"fmt"
	"slices"
	"testing"

	"laneya/geom"
)

// TestSheComesBackAsSheWas lets a hero leave the caves and return.
func TestSheComesBackAsSheWas(t *testing.T) {
	for _, mode := range []Death{Ghost, Lenient, Hardcore} {
		w := inCaves(t, Options{Death: mode}, tomb)
		give(t, w, "a", "rope", 2)
		a := w.hero("a")
		a.Went, a.Health = true, 1
		at, pieces, party := a.Pos, len(a.Pack), a.Party
		do(t, w, Command{User: "a", Verb: Leave})
		if w.HasHero("a") || slices.ContainsFunc(w.levels[0].bodies, func(b *Actor) bool { return b.Name == "a" }) {
			t.Fatal("she is still there")
		}
		checkLedger(t, w)
		w = reopened(t, w)
		do(t, w, join("a"))
		a = w.hero("a")
		if a.Health != 1 || a.Pos != at || a.Level != w.levels[len(w.levels)-1].ID || len(a.Pack) != pieces || a.Party != party || a.Away != nil {
			t.Errorf("death %d: she comes back as %+v", mode, a)
		}
		checkLedger(t, w)
	}
}

// TestComingAndGoingMakesNothing goes away and comes back again and again, with
// things laid into the chest or onto the ground.
func TestComingAndGoingMakesNothing(t *testing.T) {
	w := NewWorld(Options{Seed: 3, Quiet: true})
	do(t, w, join("a"))
	pieces := func() int { return w.Made - w.Unmade }
	for _, l := range w.levels {
		w.Made += l.Made
		l.Made = 0
	}
	do(t, w, Command{User: "a", Verb: Drop, Item: w.hero("a").Pack[0].ID})
	before := pieces()
	for range 5 {
		do(t, w, Command{User: "a", Verb: Leave}, join("a"))
		a := w.hero("a")
		a.Wait = 0
		do(t, w, Command{User: "a", Verb: Drop, Item: a.Pack[len(a.Pack)-1].ID})
	}
	if now := pieces(); now != before {
		t.Errorf("%d things have become %d", before, now)
	}
	checkLedger(t, w)
}

// TestAnotherRunFindsHerFresh lets her party begin anew while she is away.
func TestAnotherRunFindsHerFresh(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	w.hero("b").Went = true
	do(t, w, Command{User: "b", Verb: Leave})
	kill(w, "a")
	do(t, w, Command{User: "a", Verb: NewRun}, join("b"))
	if b := w.hero("b"); !b.level.safe() || b.Wisp || b.Went || b.Health != b.MaxHealth || !b.untouched() {
		t.Errorf("in the new run she is %+v", b)
	}
	checkLedger(t, w)
}

// TestHerPartyWaits lets the only one of an invited party go and come back.
func TestHerPartyWaits(t *testing.T) {
	w := inCaves(t, Options{Invite: true}, tomb)
	w.move(w.hero("a"), w.newParty())
	a := w.hero("a")
	a.Went = true
	id := a.Party
	do(t, w, Command{User: "a", Verb: Leave}, join("a"))
	if got := w.hero("a").Party; got != id {
		t.Errorf("she left party %d and is in %d", id, got)
	}
	checkParties(t, w)
}

// TestSomeAreForgotten has more heroes go away than are put by.
func TestSomeAreForgotten(t *testing.T) {
	w := NewWorld(Options{Seed: 3, Quiet: true})
	for i := range maxAway + 3 {
		user := fmt.Sprint("u", i)
		do(t, w, join(user))
		w.hero(user).Went = true
		w.Ticks++
		do(t, w, Command{User: user, Verb: Leave})
	}
	if len(w.away) != maxAway {
		t.Errorf("%d are put by", len(w.away))
	}
	if _, kept := w.findAway("u2"); kept {
		t.Error("one who has been away for long is put by rather than one who left just now")
	}
	checkLedger(t, w)
	do(t, w, join("u2"))
	if h := w.hero("u2"); h.Went || !h.untouched() {
		t.Errorf("who was forgotten comes as %+v", h)
	}
}

// TestOthersKeepTheirCaves lets one party lose its run while another plays.
func TestOthersKeepTheirCaves(t *testing.T) {
	w := NewWorld(Options{Seed: 3, Quiet: true, Invite: true, Fog: true})
	do(t, w, join("a"), join("b"))
	b := w.hero("b")
	it := w.newItem(kindOf(t, "wand_fire"), 1)
	b.Pack = append(b.Pack, it)
	for range 3 {
		stand(w, "b", b.level.Links.Down)
		b.Wait = 0
		do(t, w, climb("b", true))
	}
	known, name, above := len(b.Known), w.itemName(b, it), w.level(geom.LevelID{Z: 2})
	fail := func() {
		stand(w, "a", w.hero("a").level.Links.Down)
		w.hero("a").Wait = 0
		do(t, w, climb("a", true))
		kill(w, "a")
		do(t, w, Command{User: "a", Verb: NewRun})
	}
	fail()
	if len(b.Known) != known || w.level(geom.LevelID{Z: 2}) != above {
		t.Error("a level that she knows is gone")
	}
	if got := w.itemName(b, it); got != name {
		t.Errorf("what was %q is %q", name, got)
	}
	do(t, w, Command{User: "b", Verb: Sleep})
	fail()
	if w.level(geom.LevelID{Z: 2}) != nil {
		t.Error("a level is kept for one who is away")
	}
}
