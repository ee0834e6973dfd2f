package rules

import (
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

func TestPartiesByInvitation(t *testing.T) {
	w := campWith(t, Options{Invite: true}, "a", "b", "c")
	if len(w.parties) != 3 {
		t.Fatalf("three who join make %d parties", len(w.parties))
	}
	a, b := w.hero("a"), w.hero("b")
	potion, _ := content.ItemByKey("potion_healing")
	b.party.learn(potion)
	b.party.meet(3)
	for name, test := range map[string]struct {
		c    Command
		want string
	}{
		"uninvited":   {Command{User: "b", Verb: JoinParty, Name: "a"}, "not_invited"},
		"oneself":     {Command{User: "a", Verb: Invite, Name: "a"}, "already_party"},
		"nobody":      {Command{User: "a", Verb: Invite, Name: "zoe"}, "no_friend"},
		"no party":    {Command{User: "a", Verb: JoinParty, Name: "zoe"}, "no_friend"},
		"alone":       {Command{User: "a", Verb: LeaveParty}, "no_party"},
		"any invites": {Command{User: "a", Verb: Invite, Name: "b"}, ""},
	} {
		if got := refusal(t, w, test.c); got != test.want {
			t.Errorf("%s: refused with %q, want %q", name, got, test.want)
		}
	}
	do(t, w, Command{User: "a", Verb: Invite, Name: "b"})
	checkHeard(t, w, "b", "invited")
	var v View
	if w.View("b", &v); !slices.Equal(v.Run.Invited, []string{"a"}) {
		t.Errorf("b is invited by %v", v.Run.Invited)
	}
	do(t, w, Command{User: "b", Verb: JoinParty, Name: "a"})
	checkHeard(t, w, "a", "joined_party")
	checkParties(t, w)
	if len(w.parties) != 2 || a.party != b.party || a.Colour == b.Colour || len(a.party.Invited) != 0 {
		t.Fatalf("%d parties; a %+v, b %+v", len(w.parties), a.party, b.party)
	}
	if !slices.Contains(a.party.Known, potion) || !slices.Contains(a.party.Met, 3) {
		t.Error("what b knew is lost")
	}
	w.View("b", &v)
	if len(v.Party) != 2 || !v.Party[0].Leader || v.Party[1].Leader || v.Party[1].User != "b" {
		t.Errorf("b sees the party as %+v", v.Party)
	}
	do(t, w, Command{User: "a", Verb: LeaveParty})
	checkHeard(t, w, "b", "left_party")
	checkParties(t, w)
	if a.party == b.party || !slices.Contains(a.party.Known, potion) {
		t.Error("who leaves takes what the party knew along, and goes")
	}
	if w.View("b", &v); len(v.Party) != 1 || !v.Party[0].Leader {
		t.Errorf("b is left with %+v", v.Party)
	}
}

func TestOnePartyForAll(t *testing.T) {
	w := campWith(t, Options{}, "a", "b")
	for _, c := range []Command{
		{User: "a", Verb: Invite, Name: "b"}, {User: "a", Verb: JoinParty, Name: "b"}, {User: "a", Verb: LeaveParty},
	} {
		if got := refusal(t, w, c); got != "host_parties" {
			t.Errorf("%v is refused with %q", c.Verb, got)
		}
	}
}

func TestColours(t *testing.T) {
	w := campWith(t, Options{}, "a", "b")
	a, b := w.hero("a"), w.hero("b")
	if all := partyColours(); a.Colour != all[0] || b.Colour != all[1] {
		t.Errorf("the first have %q and %q", a.Colour, b.Colour)
	}
	for colour, want := range map[string]string{
		b.Colour: "colour_taken", "blood": "unknown_colour", "party_pink": "", a.Colour: "",
	} {
		if got := refusal(t, w, Command{User: "a", Verb: Colour, Name: colour}); got != want {
			t.Errorf("%q is refused with %q", colour, got)
		}
	}
	do(t, w, Command{User: "a", Verb: Colour, Name: "party_pink"})
	if a.Colour != "party_pink" {
		t.Errorf("a wears %q", a.Colour)
	}
	for i := range 3 * len(partyColours()) {
		do(t, w, join(string(rune('c'+i))))
	}
	checkParties(t, w)
}

func TestKits(t *testing.T) {
	for kit := range content.Kits {
		row := &content.Kits[kit]
		w := campWith(t, Options{}, "a")
		h := w.hero("a")
		if h.Kit != content.Warden || h.Chosen || !h.whole() {
			t.Fatalf("who has not chosen is %+v", h)
		}
		do(t, w, Command{User: "a", Verb: ChooseKit, Name: row.Key})
		if h.Kit != content.KitKind(kit) || !h.Chosen || !h.whole() || h.Health != row.Health || h.MaxHealth != row.Health {
			t.Fatalf("the %s is %+v", row.Key, h)
		}
		want := 0
		for _, part := range row.Items {
			want += part.Count
		}
		got := 0
		slots := map[content.Slot]int{}
		for _, it := range h.Pack {
			got += it.Count
			if it.Slot != content.NoSlot {
				slots[it.Slot]++
				if it.Count != 1 || slots[it.Slot] > 1 {
					t.Errorf("the %s wears %d %s", row.Key, it.Count, it.row().Key)
				}
			}
			if it.row().Unknown && !slices.Contains(h.party.Known, it.Kind) {
				t.Errorf("the %s doesn't know her own %s", row.Key, it.row().Key)
			}
		}
		if got != want {
			t.Errorf("the %s has %d things, want %d", row.Key, got, want)
		}
		if slots[content.MainHand]+slots[content.OffHand] == 0 || slots[content.LightSlot] != 1 {
			t.Errorf("the %s begins unarmed or in the dark: %v", row.Key, slots)
		}
		checkLedger(t, w)
	}
}

func TestKitIsChosenInTime(t *testing.T) {
	choose := Command{User: "a", Verb: ChooseKit, Name: "rogue"}
	w := campWith(t, Options{}, "a")
	h := w.hero("a")
	extra := give(t, w, "a", "rope", 1)
	do(t, w, choose)
	if !slices.Contains(h.Pack, extra) {
		t.Error("what isn't of the kit went with it")
	}
	if got := refusal(t, w, Command{User: "a", Verb: ChooseKit, Name: "king"}); got != "unknown_kit" {
		t.Errorf("an unknown kit is refused with %q", got)
	}
	h.Pack = h.Pack[:len(h.Pack)-1]
	if got := refusal(t, w, Command{User: "a", Verb: ChooseKit, Name: "ranger"}); got != "kit_used" {
		t.Errorf("with a kit that is not whole it is refused with %q", got)
	}

	w = campWith(t, Options{}, "a")
	do(t, w, climb("a", true))
	w.hero("a").Wait = 0
	if got := refusal(t, w, choose); got != "already_kit" {
		t.Errorf("below it is refused with %q", got)
	}
}

// TestPartyIsShown compares what a View tells of the others with what is.
func TestPartyIsShown(t *testing.T) {
	w := inCaves(t, Options{}, `
#########
#a.<...>#
#b......#
#c......#
#########`)
	do(t, w, Command{User: "c", Verb: Sleep}, Command{User: "b", Verb: MarkPlace, At: geom.Pos{X: 5, Y: 2}, Name: "danger"})
	stand(w, "a", geom.Pos{X: 6, Y: 1})
	var v View
	w.View("b", &v)
	if len(v.Party) != 3 || !v.Party[0].Gathered || v.Party[1].Gathered || !v.Party[2].Asleep || !v.Party[0].Here {
		t.Errorf("the party is %+v", v.Party)
	}
	if !slices.Equal(v.Run.Waiting, []string{"b"}) {
		t.Errorf("the ladder waits for %v", v.Run.Waiting)
	}
	if len(v.Marks) != 1 || v.Marks[0].Kind != "danger" || v.Marks[0].Ticks != markLasts {
		t.Errorf("marked is %+v", v.Marks)
	}
	give(t, w, "a", "heart", 1)
	w.View("b", &v)
	if v.Run.Heart != "a" || v.Self.CanShare {
		t.Errorf("the Heart is with %q", v.Run.Heart)
	}
	if w.View("a", &v); !v.Self.CanShare {
		t.Error("who holds the Heart can't share it")
	}
	if len(v.Self.Items) != 1 || v.Self.Depth != 1 || v.Self.Safe || v.Self.LevelKind != "rooms" {
		t.Errorf("the sheet is %+v", v.Self)
	}
}

func TestNearIsShown(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	give(t, w, "a", "bread", 2)
	kill(w, "a")
	var v View
	at := grave(w, "a").Pos
	for away, want := range map[geom.Delta]int{{}: 1, {DX: 1}: 1, {DX: 1, DY: 1}: 0, {DX: 2}: 0} {
		stand(w, "b", at.Add(away))
		w.View("b", &v)
		if len(v.Self.Near) != want || want == 1 && (v.Self.Near[0].In != "grave" || v.Self.Near[0].Count != 2) {
			t.Errorf("%v off the grave, near is %+v", away, v.Self.Near)
		}
	}
}

// TestPathIsShown walks along a way and looks at what is left of it.
func TestPathIsShown(t *testing.T) {
	w := inCaves(t, Options{}, `
########
#a..####
###....#
########`)
	do(t, w, Command{User: "a", Verb: Travel, Name: "place", Level: w.levels[0].ID, At: geom.Pos{X: 6, Y: 2}})
	w.Step(nil)
	var v View
	for left := 5; left > 0; left-- {
		w.View("a", &v)
		p := w.hero("a").Pos
		if len(v.Self.Path) != left {
			t.Fatalf("at %v %v is left of the way, want %d fields", p, v.Self.Path, left)
		}
		for _, q := range v.Self.Path {
			if q.Sub(p).Taxicab() != 1 || !w.levels[0].walk.Has(q) {
				t.Errorf("the way is %v", v.Self.Path)
			}
			p = q
		}
		w.Step(nil)
	}
	if w.View("a", &v); len(v.Self.Path) != 0 {
		t.Errorf("at the end %v is left of the way", v.Self.Path)
	}
}

func TestFoesAreMetOnce(t *testing.T) {
	w := inCaves(t, Options{}, `
#########
#a..#&..#
#b..#...#
#########`)
	w.levels[0].Foes[0].Asleep = true
	fog(w)
	w.Step(nil)
	p := w.parties[0]
	if len(p.Met) != 0 {
		t.Fatal("a foe is met through a wall")
	}
	stand(w, "b", geom.Pos{X: 5, Y: 2})
	w.levels[0].settleLight()
	for range 3 {
		w.Step(nil)
	}
	if len(p.Met) != 1 || p.Met[0] != w.levels[0].Foes[0].Actor.Foe {
		t.Errorf("the party has met %v", p.Met)
	}
	n := 0
	for _, h := range w.heroes {
		for _, e := range h.heard {
			if e.Code == "new_creature_seen" {
				n++
			}
		}
	}
	if n != 1 {
		t.Errorf("of meeting one foe %d are told", n)
	}
}

// TestTheDeadStayDead lets one who left dead come back to her party's run.
func TestTheDeadStayDead(t *testing.T) {
	w := campWith(t, Options{Invite: true}, "a", "b")
	w.move(w.hero("b"), w.hero("a").party)
	at, _ := w.levels[0].freeField(w.levels[0].Links.Down)
	stand(w, "b", at)
	do(t, w, climb("a", true))
	kill(w, "b")
	do(t, w, Command{User: "b", Verb: Leave}, join("b"))
	if b := w.hero("b"); b.party != w.hero("a").party || !b.Wisp {
		t.Errorf("she is back in party %d, a wisp: %v", b.Party, b.Wisp)
	}
	if got := refusal(t, w, Command{User: "b", Verb: LeaveParty}); got != "wisp_cannot" {
		t.Errorf("refused with %q", got)
	}
	kill(w, "a")
	do(t, w, Command{User: "a", Verb: NewRun})
	if b := w.hero("b"); b.Wisp {
		t.Error("the new run finds her dead")
	}
	checkParties(t, w)
}

// TestWhatOneLearnsAllSee lets a hero find out what lies before another, on
// another level.
func TestWhatOneLearnsAllSee(t *testing.T) {
	w := NewWorld(Options{Seed: 1, Fog: true, Quiet: true})
	for i, user := range []string{"a", "b"} {
		do(t, w, Command{User: user, Verb: Join, Level: geom.LevelID{Z: 1 + i}})
	}
	a := w.hero("a")
	a.level.lay(a.level.newItem(kindOf(t, "potion_tar"), 1), a.Pos)
	w.settle()
	if v := view(t, w, "a"); v.Things[0].Kind == "potion_tar" {
		t.Fatal("she knows it already")
	}
	do(t, w, Command{User: "b", Verb: Use, Item: give(t, w, "b", "potion_tar", 1).ID})
	if v := view(t, w, "a"); v.Things[0].Kind != "potion_tar" {
		t.Errorf("it is still shown as %q", v.Things[0].Name)
	}
}
