package rules

import (
	"slices"
	"strings"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

const tomb = `
#########
#.<.....#
#.ab..:.#
#.......#
#########`

// grave returns the grave of a user.
func grave(w *World, user string) *store {
	for _, l := range w.levels {
		for _, s := range l.Stores {
			if s.Kind == GraveStore && s.Owner == user {
				return s
			}
		}
	}
	return nil
}

func TestDeathMakesAWispAndAGrave(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	l := w.levels[0]
	club := give(t, w, "a", "club", 1)
	club.Slot = content.MainHand
	give(t, w, "a", "bread", 3)
	h := w.hero("a")
	h.recall("a rat", 7)
	kill(w, "a")
	if !h.Wisp || h.Health != 0 || len(h.Pack) != 0 || l.taken.Has(h.Pos) {
		t.Errorf("the dead hero is %+v", h.Actor)
	}
	g := grave(w, "a")
	if g == nil || len(g.Items) != 2 || g.Items[0].Slot != content.NoSlot || l.Ground.At(g.Pos) != content.Gravestone {
		t.Fatalf("the grave is %+v", g)
	}
	checkLedger(t, w)
	checkHeard(t, w, "b", "dies_hero")
	checkHeard(t, w, "a", "becomes_wisp")
	var v View
	w.View("a", &v)
	if !v.Self.Wisp || len(v.Self.Recap) != 1 || v.Self.Recap[0].Damage != 7 {
		t.Errorf("her sheet says %+v", v.Self)
	}
	if s := v.Run.State; s != "going" {
		t.Errorf("with one alive the run is %q", s)
	}

	for _, verb := range []Verb{Door, Take, Drop, Use, Sneak, ChooseKit, Write, Share, Explore, Attack} {
		if got := refusal(t, w, Command{User: "a", Verb: verb}); got != "wisp_cannot" {
			t.Errorf("a wisp that is to %v is refused with %q", verb, got)
		}
	}
	for _, c := range []Command{
		{User: "a", Verb: Say, Name: "near", Text: "boo"}, {User: "a", Verb: MarkPlace, Name: "look"},
		{User: "a", Verb: Emote, Name: content.Emotes[0].Key}, {User: "a", Verb: Follow, Name: "b"},
	} {
		if got := refusal(t, w, c); got != "" {
			t.Errorf("a wisp that is to %v is refused with %q", c.Verb, got)
		}
	}

	g.Items = nil
	w.Unmade += 4
	w.reckon()
	if grave(w, "a") != nil || l.Ground.At(g.Pos) != content.Floor {
		t.Error("an empty grave stays")
	}
	checkHeard(t, w, "b", "grave_empty")
	checkLedger(t, w)
}

// TestWispFlies lets a wisp go where no hero could, but through no wall.
func TestWispFlies(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	kill(w, "a")
	w.hero("b").Pos = geom.Pos{X: 1, Y: 1}
	do(t, w, walk("a", geom.East))
	for range 20 {
		w.Step(nil)
		w.hero("b").Wait = 0
	}
	if at := w.hero("a").Pos; at.X != 7 {
		t.Errorf("a wisp stopped at %v", at)
	}
}

func TestReviving(t *testing.T) {
	for death, want := range map[Death]bool{Ghost: true, Hardcore: false} {
		w := inCaves(t, Options{Death: death}, tomb)
		h := w.hero("a")
		if w.revive(h, h.Pos) {
			t.Error("the living are revived")
		}
		kill(w, "a")
		w.hero("b").Pos = h.Pos
		w.levels[0].taken = geom.CellSet{}
		w.levels[0].taken.Add(h.Pos)
		if got := w.revive(h, h.Pos); got != want {
			t.Fatalf("death %d: reviving worked: %v", death, got)
		}
		if !want {
			continue
		}
		if h.Wisp || h.Health != 15 || !h.has(content.Shielded) || h.Pos == w.hero("b").Pos || h.Fate != nil || len(h.Recap) > 0 {
			t.Errorf("who was revived is %+v", h)
		}
		checkBodies(t, w)
		checkHeard(t, w, "b", "revives")
	}
}

func TestNobodyDiesInTheCamp(t *testing.T) {
	w := NewWorld(Options{Quiet: true})
	do(t, w, join("a"))
	kill(w, "a")
	if h := w.hero("a"); h.Wisp || h.Health != 1 {
		t.Errorf("she is %+v", h.Actor)
	}
}

// TestLastDeathIsNoWisp lets the last of a party fall: nothing will bring her back.
func TestLastDeathIsNoWisp(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	kill(w, "a", "b")
	for _, user := range []string{"a", "b"} {
		if codes := heard(t, w, user); !slices.Contains(codes, "run_lost") || slices.Contains(codes, "becomes_wisp") {
			t.Errorf("%s hears %v", user, codes)
		}
	}
}

func TestLenientDeath(t *testing.T) {
	w := inCaves(t, Options{Death: Lenient}, tomb)
	club := give(t, w, "a", "club", 1)
	club.Slot = content.MainHand
	give(t, w, "a", "bread", 3)
	h := w.hero("a")
	kill(w, "a", "b")
	if h.Wisp || !h.level.safe() || h.Health != h.MaxHealth || len(h.Pack) != 1 || h.Pack[0] != club {
		t.Errorf("she is %+v", h)
	}
	if g := grave(w, "a"); g == nil || len(g.Items) != 1 {
		t.Errorf("her grave is %+v", g)
	}
	if h.party.Run.State != Going || len(w.Hall("a")) != 0 {
		t.Error("a run was lost where death is lenient")
	}
	checkHeard(t, w, "a", "revived_in_camp")
	checkLedger(t, w)
	checkBodies(t, w)
	checkParties(t, w)
}

// TestGraveFindsGround lets heroes die where no stone can stand.
func TestGraveFindsGround(t *testing.T) {
	w := inCaves(t, Options{}, `
#######
#^^^+>#
#^a^b.#
#^^^:.#
#######`)
	for _, user := range []string{"a", "b"} {
		give(t, w, user, "bread", 1)
		h := w.hero(user)
		w.levels[0].set(h.Pos, content.Lava)
	}
	kill(w, "a", "b")
	a, b := grave(w, "a"), grave(w, "b")
	if a == nil || b == nil || a.Pos == b.Pos {
		t.Fatalf("the graves are %+v and %+v", a, b)
	}
	for _, g := range []*store{a, b} {
		if g.Under != content.Floor {
			t.Errorf("a grave stands on %v", g.Under)
		}
	}
}

func TestAllDeadLose(t *testing.T) {
	for name, test := range map[string]struct {
		asleep, dead string
		want         RunPhase
	}{
		"one of two":                 {"", "a", Going},
		"both":                       {"", "ab", Lost},
		"the only one who is there":  {"b", "a", Lost},
		"one who is away, of two":    {"b", "b", Going},
		"first the one, then asleep": {"", "a.b", Going},
	} {
		t.Run(name, func(t *testing.T) {
			w := inCaves(t, Options{}, tomb)
			for _, h := range w.heroes {
				h.Asleep = strings.Contains(test.asleep, h.Name)
			}
			dead, away, _ := strings.Cut(test.dead, ".")
			for _, user := range dead {
				kill(w, string(user))
			}
			if away != "" {
				do(t, w, Command{User: away, Verb: Sleep})
			}
			p := w.parties[0]
			if p.Run.State != test.want {
				t.Fatalf("the run is %v, want %v", p.Run.State, test.want)
			}
			if hall := w.Hall("a"); (len(hall) == 1) != (test.want == Lost) {
				t.Fatalf("the hall has %d runs", len(hall))
			}
			checkParties(t, reborn(t, w, w.opts))
		})
	}
}

// TestLostRunIsTold looks at what is kept of a run.
func TestLostRunIsTold(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	fog(w)
	give(t, w, "b", "bread", 2)
	w.parties[0].Run.Turns = 77
	kill(w, "a")
	kill(w, "b")
	run := w.Hall("a")[0]
	if run.Won || run.Depth != 1 || run.Turns != 77 || len(run.Heroes) != 2 || !strings.Contains(run.Cause, "a test") {
		t.Errorf("the hall says %+v", run)
	}
	if b := run.Heroes[1]; b.User != "b" || b.Cause != "a test" || b.Level != "0:0:1" || len(b.Items) != 1 {
		t.Errorf("of b the hall says %+v", b)
	}
	if lines := strings.Split(run.Map, "\n"); len(lines) != geom.LevelHeight+1 || !strings.Contains(lines[2], "..") {
		t.Errorf("the map is %q", run.Map)
	}
	story := w.parties[0].Run.Tale.story(nil)
	for _, want := range []string{"77 turns", "a the Warden fell to a test", "b the Warden"} {
		if !strings.Contains(story, want) {
			t.Errorf("the story %q leaves out %q", story, want)
		}
	}
	checkHeard(t, w, "a", "run_lost")
	if w.revive(w.hero("a"), w.hero("a").Pos) {
		t.Error("after the end somebody is revived")
	}
}

func TestHallKeepsTheLatest(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	p := w.parties[0]
	kept := map[string]bool{}
	for i := range maxHall + 5 {
		p.Run = Run{Number: i + 1}
		w.lose(p, w.hero("a"))
		for _, rec := range w.Changed() {
			if strings.HasPrefix(rec.Key, hallKeys) {
				kept[rec.Key] = rec.Value != nil
			}
		}
	}
	n := 0
	for _, there := range kept {
		if there {
			n++
		}
	}
	hall := reborn(t, w, w.opts).Hall("a")
	if n != maxHall || len(hall) != maxHall || hall[0].Number != maxHall+5 || hall[maxHall-1].Number != 6 {
		t.Errorf("of %d runs %d are kept, %d in the hall", maxHall+5, n, len(hall))
	}
}

func TestRecapForgets(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	h := w.hero("a")
	for i := range 60 {
		for range 10 {
			h.forget()
		}
		h.recall("a rat", i)
	}
	if len(h.Recap) != 16 || h.Recap[0].Damage != 44 {
		t.Errorf("15 seconds of blows every second are %d, from %d on", len(h.Recap), h.Recap[0].Damage)
	}
	for range 100 {
		h.recall("a rat", 1)
	}
	for range recapTicks + 1 {
		w.levels[0].step()
	}
	h.recall("a fall", 2)
	if n := len(h.Recap); n != 1 {
		t.Errorf("long after, %d are recalled", n)
	}
	for range 100 {
		h.recall("a rat", 1)
	}
	if len(h.Recap) > maxRecap {
		t.Errorf("a recap holds %d", len(h.Recap))
	}
}

func TestStasis(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	h := w.hero("a")
	if h.inStasis() {
		t.Error("who is awake is in stasis")
	}
	do(t, w, Command{User: "a", Verb: Sleep})
	if !h.inStasis() {
		t.Error("who sleeps in peace is not")
	}
	h.recall("a rat", 1)
	if h.inStasis() {
		t.Error("a fight ends by going away")
	}
	h.Lived += stasisTicks + 1
	if !h.inStasis() {
		t.Error("a fight never ends")
	}
}

// TestLeavingIsNoWayOut lets the dead leave and come back.
func TestLeavingIsNoWayOut(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	kill(w, "a")
	do(t, w, Command{User: "a", Verb: Leave}, join("a"))
	if h := w.hero("a"); !h.Wisp || len(h.Pack) != 0 {
		t.Errorf("back in the run she is %+v", h)
	}
	checkLedger(t, w)
	kill(w, "b")
	if w.parties[0].Run.State != Lost {
		t.Fatal("the run is not lost")
	}
	do(t, w, Command{User: "a", Verb: Leave}, Command{User: "b", Verb: Leave}, join("a"))
	if h := w.hero("a"); h.Wisp || len(h.Pack) == 0 || h.party.Run.Number != 2 {
		t.Errorf("after the run she is %+v", h)
	}
	checkLedger(t, w)
	if slices.ContainsFunc(w.levels, func(l *level) bool { return !l.safe() }) {
		t.Error("the old caves are still there")
	}
}

// TestWispsComeFromAnywhere lets a party descend whose wisp is in the camp.
func TestWispsComeFromAnywhere(t *testing.T) {
	w := campWith(t, Options{Quiet: true, Seed: 5}, "a", "b")
	stand(w, "a", w.hero("a").level.Links.Down)
	stand(w, "b", w.hero("a").level.atFoot(w.hero("a").Pos))
	do(t, w, climb("a", true))
	kill(w, "b")
	b := w.hero("b")
	stand(w, "b", b.level.Links.Up)
	do(t, w, climb("b", false))
	a := w.hero("a")
	stand(w, "a", a.level.Links.Down)
	a.Wait = 0
	do(t, w, climb("a", true))
	if b.Wisp || b.level != a.level {
		t.Errorf("her party is on %v, and she is on %v, a wisp: %v", a.Level, b.Level, b.Wisp)
	}
	checkBodies(t, w)
}

// TestWornIllsDontKeepFromRest rests with a rune on that ails her for ever.
func TestWornIllsDontKeepFromRest(t *testing.T) {
	w := inCaves(t, Options{Clock: RealTime}, "########\n#.a.b..#\n########")
	a := w.hero("a")
	it := give(t, w, "a", "short_sword", 1)
	it.Rune, _ = content.RuneByKey("glass")
	do(t, w, Command{User: "a", Verb: Equip, Item: it.ID})
	for range 30 {
		w.Step(nil)
	}
	if len(a.Status) == 0 {
		t.Fatal("the rune does nothing")
	}
	do(t, w, Command{User: "a", Verb: Rest})
	for range 30 {
		w.Step(nil)
	}
	if a.Intent.Kind == Resting {
		t.Error("she rests on, though she is whole")
	}
}
