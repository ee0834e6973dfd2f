package rules

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"laneya/geom"
	"laneya/rules/content"
)

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"hello":            "hello",
		"  two\nlines\t":   "two lines",
		"a\x00b\x1b[31mc":  "ab[31mc",
		"\u202eevil\u2066": "evil",
		"\ufeff\u200f":     "",
		"e" + "\u0301\u0302\u0303\u0304\u0305\u0306": "e\u0301\u0302\u0303\u0304",
		"👩‍🚀":           "👩‍🚀",
		"line\u2028sep": "line sep",
	} {
		if got := clean(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		got := clean(text)
		if clean(got) != got {
			t.Errorf("%q is cleaned twice: %q, %q", text, got, clean(got))
		}
		if !utf8.ValidString(got) || len(got) > len(text) || strings.ContainsAny(got, "\n\r\t\x00\u202e\u2067") {
			t.Errorf("%q becomes %q", text, got)
		}
	})
}

// TestWhoHears lets a talk to others near, far, in her party and elsewhere.
func TestWhoHears(t *testing.T) {
	for to, want := range map[string]string{"near": "ab", "party": "abd", "all": "abcde"} {
		w := campWith(t, Options{Invite: true}, "a", "b", "c", "d", "e")
		for _, user := range []string{"b", "d"} {
			w.move(w.hero(user), w.hero("a").party)
		}
		l := w.levels[0]
		stand(w, "b", w.hero("a").Pos.Add(geom.Delta{DX: -4, DY: -6}))
		for i, user := range []string{"c", "d", "e"} {
			stand(w, user, geom.Pos{X: 15 + i, Y: 17})
			if !l.walk.Has(w.hero(user).Pos) {
				t.Fatalf("%s stands in a wall", user)
			}
		}
		w.Forget()
		do(t, w, Command{User: "a", Verb: Say, Name: to, Text: " hi\n"})
		got := ""
		for _, h := range w.heroes {
			for _, e := range h.heard {
				if e.Code == "say_"+to && e.User == "a" && e.Text == "hi" {
					got += h.Name
				}
			}
		}
		if got != want {
			t.Errorf("what is said to %s reaches %q, want %q", to, got, want)
		}
	}
}

func TestTalkIsRefused(t *testing.T) {
	w := campWith(t, Options{}, "a")
	for name, test := range map[string]struct {
		c    Command
		want string
	}{
		"nothing":       {Command{Verb: Say, Name: "all", Text: " \n"}, "nothing_said"},
		"to nobody":     {Command{Verb: Say, Name: "them", Text: "x"}, "bad_command"},
		"too long":      {Command{Verb: Say, Name: "all", Text: strings.Repeat("x", MaxText+1)}, "bad_command"},
		"just so":       {Command{Verb: Say, Name: "all", Text: strings.Repeat("x", MaxText)}, ""},
		"a gesture":     {Command{Verb: Emote, Name: "wave"}, ""},
		"another":       {Command{Verb: Emote, Name: "levitate"}, "unknown_emote"},
		"a mark":        {Command{Verb: MarkPlace, Name: "party"}, "bad_command"},
		"ignoring self": {Command{Verb: Ignore, Name: "a", On: true}, "bad_command"},
		"no board":      {Command{Verb: Write, Text: "x"}, "no_board"},
		"a long note":   {Command{Verb: Write, Text: strings.Repeat("x", maxNote+1)}, "too_long"},
	} {
		test.c.User = "a"
		if got := refusal(t, w, test.c); got != test.want {
			t.Errorf("%s: refused with %q, want %q", name, got, test.want)
		}
	}
}

func TestIgnored(t *testing.T) {
	w := campWith(t, Options{}, "a", "b")
	ignore := func(on bool) Command { return Command{User: "b", Verb: Ignore, Name: "a", On: on} }
	speak := func() {
		w.Forget()
		do(t, w, Command{User: "a", Verb: Say, Name: "all", Text: "hi"},
			Command{User: "a", Verb: MarkPlace, Name: "look", At: geom.Pos{X: 20, Y: 20}})
	}
	do(t, w, ignore(true), ignore(true))
	if speak(); len(heard(t, w, "b")) != 0 {
		t.Errorf("b is told %v", heard(t, w, "b"))
	}
	do(t, w, ignore(false), ignore(false))
	if speak(); len(heard(t, w, "b")) != 2 {
		t.Errorf("b is told %v", heard(t, w, "b"))
	}
}

func TestMarksFade(t *testing.T) {
	for kind, fades := range map[string]bool{"look": true, "danger": true, "gather": false} {
		w := campWith(t, Options{}, "a", "b")
		do(t, w, Command{User: "a", Verb: MarkPlace, Name: kind, At: geom.Pos{X: 20, Y: 20}})
		checkHeard(t, w, "b", "ping_"+kind)
		for range markLasts - 1 {
			w.Step(nil)
		}
		if w.hero("a").Place == nil {
			t.Errorf("%q fades early", kind)
		}
		w.Step(nil)
		if (w.hero("a").Place == nil) != fades {
			t.Errorf("%q is gone: %v", kind, !fades)
		}
		do(t, w, Command{User: "a", Verb: MarkPlace})
		if w.hero("a").Place != nil {
			t.Errorf("%q can't be taken away", kind)
		}
	}
}

func TestNoticeBoard(t *testing.T) {
	w := campWith(t, Options{}, "a")
	l := w.levels[0]
	i := slices.Index(l.Ground[:], content.NoticeBoard)
	stand(w, "a", geom.CellAt(i).Step(geom.South))
	for n := range maxNotes + 3 {
		do(t, w, Command{User: "a", Verb: Write, Text: strings.Repeat("x", n+1)})
	}
	notes, err := reborn(t, w, w.opts).Board("a")
	if err != nil || len(notes) != maxNotes || len(notes[0].Text) != maxNotes+3 || len(notes[maxNotes-1].Text) != 4 {
		t.Errorf("the board says %v, %v", notes, err)
	}
	checkHeard(t, w, "a", "note_written")
	stand(w, "a", l.Links.Down)
	do(t, w, climb("a", true))
	if _, err := w.Board("a"); err == nil {
		t.Error("the board can be read from below")
	}
}

// TestYouMeansWhoReads has somebody call herself what the journal calls whoever
// reads it.
func TestYouMeansWhoReads(t *testing.T) {
	w := inCaves(t, Options{}, tomb)
	a, b := w.hero("a"), w.hero("b")
	b.Name = content.You
	w.Forget()
	for _, h := range []*hero{a, b} {
		h.tell(Event{Code: "dies_hero", Actor: "a", Target: b.Name})
	}
	if e := a.heard[0]; e.Actor != content.You || e.Target != "the hero you" {
		t.Errorf("a reads of %q and %q", e.Actor, e.Target)
	}
	if e := b.heard[0]; e.Actor != "a" || e.Target != content.You {
		t.Errorf("she reads of %q and %q", e.Actor, e.Target)
	}
}
