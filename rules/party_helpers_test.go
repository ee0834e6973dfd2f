package rules

import (
	"errors"
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/mapgen"
)

// inCaves is fromPicture on a level where heroes can die.
func inCaves(t testing.TB, o Options, picture string) *World {
	t.Helper()
	w := fromPicture(t, picture)
	o.Quiet = true
	w.opts = o
	l := w.levels[0]
	l.Kind = mapgen.Rooms
	for i, k := range l.Ground {
		switch k {
		case content.LadderDown:
			l.Links.Down = geom.CellAt(i)
		case content.LadderUp:
			l.Links.Up, l.Links.HasUp = geom.CellAt(i), true
		}
	}
	w.Made, w.levels[0].Made = 0, 0
	for _, h := range w.heroes {
		h.Went, h.Pack = true, nil
		h.party.Run.Deepest = 1
	}
	return w
}

// kill lets heroes die at once, of a test.
func kill(w *World, users ...string) {
	for _, user := range users {
		h := w.hero(user)
		h.level.fell(h, harm{cause: "a test"})
	}
	w.reckon()
}

// refusal returns the code that the world refuses c with, "" if it doesn't.
func refusal(t testing.TB, w *World, c Command) string {
	t.Helper()
	hash := w.Hash()
	err := w.Check(c)
	if w.Hash() != hash {
		t.Fatalf("%v: looking whether it may be done changed the world", c.Verb)
	}
	var r *Refusal
	if err == nil {
		return ""
	}
	if !errors.As(err, &r) {
		t.Fatalf("%v: %v is no refusal", c.Verb, err)
	}
	if content.Sentence(nil, r.Code, content.Words{}) == r.Code {
		t.Errorf("%v: %q has no sentence", c.Verb, r.Code)
	}
	return r.Code
}

// heard returns the codes of what a user was told, and fails if one has no
// sentence.
func heard(t testing.TB, w *World, user string) []string {
	t.Helper()
	var codes []string
	for _, e := range w.hero(user).heard {
		codes = append(codes, e.Code)
		if content.Sentence(nil, e.Code, content.Words{}) == e.Code {
			t.Errorf("%q has no sentence", e.Code)
		}
	}
	return codes
}

// checkHeard fails unless a user was told that.
func checkHeard(t testing.TB, w *World, user, code string) {
	t.Helper()
	if got := heard(t, w, user); !slices.Contains(got, code) {
		t.Errorf("%s was told %v and not %q", user, got, code)
	}
}

// give puts a thing into a hero's pack.
func give(t testing.TB, w *World, user, key string, count int) *Item {
	t.Helper()
	k, ok := content.ItemByKey(key)
	if !ok {
		t.Fatalf("there is no %q", key)
	}
	return w.hand(w.hero(user), k, count)
}

// checkLedger fails unless all that was made is there or was unmade.
func checkLedger(t testing.TB, w *World) {
	t.Helper()
	made, there := w.Made, w.Unmade
	for _, l := range w.levels {
		made += l.Made
		there += l.Unmade + l.pieces()
		if len(l.out) > 0 {
			t.Fatal("something has not arrived")
		}
	}
	for _, h := range slices.Concat(w.heroes, w.away) {
		for _, it := range h.Pack {
			there += it.Count
			if it.Count < 1 {
				t.Fatalf("%s carries nothing of %s", h.Name, it.row().Key)
			}
		}
	}
	if made != there {
		t.Fatalf("%d things were made, %d are accounted for", made, there)
	}
}

// checkParties fails unless heroes and parties agree on each other.
func checkParties(t testing.TB, w *World) {
	t.Helper()
	members := 0
	for i, p := range w.parties {
		if i > 0 && w.parties[i-1].ID >= p.ID {
			t.Fatal("the parties are out of order")
		}
		if len(p.heroes) != len(p.Members) {
			t.Fatalf("a party of %d has %d heroes", len(p.Members), len(p.heroes))
		}
		for j, h := range p.heroes {
			if h.Name != p.Members[j] || h.Party != p.ID || h.party != p || w.hero(h.Name) != h {
				t.Fatalf("%s and her party disagree", h.Name)
			}
			members++
		}
		if p.Run.State == Going && p.Run.Tale != nil || !slices.IsSorted(p.Invited) {
			t.Fatalf("party %d can't be so", p.ID)
		}
	}
	if members != len(w.heroes) {
		t.Fatalf("%d of %d heroes are in a party", members, len(w.heroes))
	}
	for _, h := range w.heroes {
		at := 0
		for _, l := range w.levels {
			if slices.Contains(l.heroes, h) {
				at++
			}
		}
		if at != 1 || h.level.ID != h.Level {
			t.Fatalf("%s is in %d places", h.Name, at)
		}
		if h.Wisp != (h.Health == 0) {
			t.Fatalf("%s has %d health, a wisp: %v", h.Name, h.Health, h.Wisp)
		}
	}
}

// reopened returns w as it is read again.
func reopened(t testing.TB, w *World) *World {
	t.Helper()
	again, err := Restore(w.Records(), w.opts)
	if err != nil {
		t.Fatal(err)
	}
	if again.Hash() != w.Hash() {
		t.Fatal("it is not read as it was")
	}
	return again
}
