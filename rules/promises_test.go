package rules

import (
	"slices"
	"strings"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestLiftingTheHeartRousesAll has foes asleep all over the level of the Heart.
func TestLiftingTheHeartRousesAll(t *testing.T) {
	w := NewWorld(Options{Seed: 7, Fog: true})
	do(t, w, Command{User: "a", Verb: Join, Level: geom.LevelID{Z: 10}})
	h := w.hero("a")
	l := h.level
	for _, f := range l.Foes {
		f.Asleep = !f.Hidden
	}
	w.took(h, l.newItem(heartKind, 1), "picks_up")
	for _, f := range l.Foes {
		if f.asleep() {
			t.Errorf("%s at %v sleeps on", f.row().Key, f.Pos)
		}
		if f.Mood == Seeking && f.Goal != h.Pos {
			t.Errorf("%s goes to %v", f.row().Key, f.Goal)
		}
	}
}

// TestDeepWaterHidesTheScent has a foe lose whom it was after: on land it looks for
// her, in the water it gives up at once.
func TestDeepWaterHidesTheScent(t *testing.T) {
	for _, wet := range []bool{false, true} {
		w, l := fight(t, "##############\n#a....#......#\n##############")
		h := w.hero("a")
		if wet {
			l.set(h.Pos, content.DeepWater)
		}
		f := putFoe(t, l, "hob", 9, 1)
		f.Mood, f.Target, f.Goal, f.Patience = Hunting, h.ID, geom.Pos{X: 8, Y: 1}, patienceOfHunters
		l.notice(f)
		if gaveUp := f.Target == 0; gaveUp != wet {
			t.Errorf("in deep water: %v, it gave up: %v", wet, gaveUp)
		}
	}
}

// TestItemsTellAllThatTheyDo looks at foes with things in the pack.
func TestItemsTellAllThatTheyDo(t *testing.T) {
	for _, c := range []struct {
		foe, item string
		want, not []string
	}{
		{"cave_brute", "net", []string{"stuck"}, []string{"damage"}},
		{"cave_brute", "wand_lead", []string{"slowed", "weakened"}, nil},
		{"cave_brute", "staff_hands", []string{"heals it"}, nil},
	} {
		w, l := fight(t, arena)
		h := w.hero("a")
		f := putFoe(t, l, c.foe, 5, 2)
		it := l.newItem(kindOf(t, c.item), 1)
		l.discover(h, it.Kind)
		w.reckon()
		h.Pack = append(h.Pack, it)
		text := w.upon(h, f, it)
		for _, s := range c.want {
			if !strings.Contains(text, s) {
				t.Errorf("%s upon %s: %q lacks %q", c.item, c.foe, text, s)
			}
		}
		for _, s := range c.not {
			if strings.Contains(text, s) {
				t.Errorf("%s upon %s: %q has %q", c.item, c.foe, text, s)
			}
		}
	}
}

// TestHolyShotsTellWhatTheyDoToTheDead compares what is told of a holy shot with
// one of twice the damage.
func TestHolyShotsTellWhatTheyDoToTheDead(t *testing.T) {
	_, l := fight(t, arena)
	h := l.heroes[0]
	for key, times := range map[string]int{"risen_digger": 2, "cave_brute": 1} {
		f := putFoe(t, l, key, 5, 2)
		if got, want := hitBy(h, f, 6, content.Holy, nil), hitBy(h, f, 6*times, 0, nil); got != want || want == "" {
			t.Errorf("of %s it is told %q, want %q", key, got, want)
		}
		l.removeFoe(f)
	}
}

// TestDeathIsFinalWhereItIs asks for the dead back where they don't come back.
func TestDeathIsFinalWhereItIs(t *testing.T) {
	w := inCaves(t, Options{Death: Hardcore}, tomb)
	h := w.hero("a")
	kill(w, "b")
	if codes := heard(t, w, "b"); !slices.Contains(codes, "becomes_wisp_for_good") || slices.Contains(codes, "becomes_wisp") {
		t.Errorf("she hears %v", codes)
	}
	it := h.level.newItem(kindOf(t, "revival_herb"), 1)
	h.Pack = append(h.Pack, it)
	if _, err := w.plan(&Command{User: "a", Verb: Use, Item: it.ID}); code(t, err) != "death_final" {
		t.Errorf("the herb: %v", err)
	}
	if _, err := w.planShrine(h, h.Pos); code(t, err) != "death_final" {
		t.Errorf("the shrine: %v", err)
	}
}

// TestWhoIsTakenElsewhereIsToldSo moves heroes who do something by themselves: by a
// teleport, and by their party's descent.
func TestWhoIsTakenElsewhereIsToldSo(t *testing.T) {
	for name, do1 := range map[string]func(w *World, l *level, h *hero){
		"teleport": func(w *World, l *level, h *hero) {
			l.journey(w, h, &content.Effect{Kind: content.Teleport})
		},
		"descent": func(w *World, l *level, h *hero) { w.climb(l, geom.LevelID{Z: 2}, "climbs_down", h) },
	} {
		for _, c := range []struct {
			do   Command
			told bool
		}{
			{travelTo("a", geom.Pos{X: 16, Y: 2}), true}, {Command{User: "a", Verb: Search}, true},
			{Command{User: "a", Verb: Follow, Name: "b"}, false}, {walk("a", geom.North), false},
		} {
			w, l := fight(t, "##################\n#a...............#\n#................#\n#....<...........b\n##################")
			h := w.hero("a")
			do(t, w, c.do)
			w.Forget()
			do1(w, l, h)
			if told := slices.Contains(heard(t, w, "a"), "stop_moved"); told != c.told || (h.Intent.Kind == Idle) != (c.do.Verb != Follow) {
				t.Errorf("%s while she wants %v: told %v, does %v", name, c.do.Verb, told, h.Intent.Kind)
			}
		}
	}
}

// TestIgnoringHidesMarksAndInvitations ignores a friend who marks and invites.
func TestIgnoringHidesMarksAndInvitations(t *testing.T) {
	w := inCaves(t, Options{Invite: true}, tomb)
	a, b := w.hero("a"), w.hero("b")
	do(t, w, Command{User: "b", Verb: MarkPlace, At: b.Pos, Name: "look"})
	seen := func() (marks, charted, invited int) {
		var v View
		w.View("a", &v)
		c, err := w.Chart("a", a.Level)
		if err != nil {
			t.Fatal(err)
		}
		return len(v.Marks), len(c.Marks), len(v.Run.Invited)
	}
	if m, c, _ := seen(); m != 1 || c != 1 {
		t.Fatalf("she sees %d marks, and %d on the map", m, c)
	}
	do(t, w, Command{User: "a", Verb: Ignore, Name: "b", On: true})
	var v View
	if w.View("a", &v); !slices.Equal(v.Run.Ignored, []string{"b"}) {
		t.Errorf("she is told that she ignores %v", v.Run.Ignored)
	}
	if m, c, _ := seen(); m != 0 || c != 0 {
		t.Errorf("of one whom she ignores she sees %d marks, and %d on the map", m, c)
	}
	w.quitParty(b)
	w.newParty().add(b)
	b.party.Invited = []string{"a"}
	if _, _, n := seen(); n != 0 {
		t.Error("one whom she ignores invites her")
	}
	do(t, w, Command{User: "a", Verb: Ignore, Name: "b"})
	if _, _, n := seen(); n != 1 {
		t.Error("one whom she hears again does not invite her")
	}
}
