package app

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/lang"
	"laneya/protocol"
)

// speaks makes l the player's language until the test ends.
func (r *rig) speaks(t *testing.T, l *lang.Language) {
	t.Cleanup(func() { lang.Use(nil) })
	lang.Use(l)
	r.g.moved = true
	r.frames(2)
}

// TestNothingIsSaidInEnglishOnly opens every screen in a language that says everything in
// brackets, and looks for words outside of them.
func TestNothingIsSaidInEnglishOnly(t *testing.T) {
	bracketed := lang.All()[1].Wrapped("⟦", "⟧")
	r := crowded(t)
	// All that is said fits into a window so large.
	r.g.resize(image.Pt(3000, 2400), 1)
	notes := &sheet{painter: r.g.painter}
	r.g.painter = notes
	r.speaks(t, bracketed)
	p := r.g.top().(*play)
	for name, open := range everyScreen(r, p) {
		if name == "settings" {
			continue // it says what was set, and is told of below
		}
		t.Run(name, func(t *testing.T) {
			if open != nil {
				open()
			}
			notes.bracketed(t, r)
			for r.g.top() != screenOf(p) {
				r.g.pop()
			}
		})
	}
	seq := uint64(2)
	for name, change := range map[string]func(d *protocol.Details){
		"no light":   func(d *protocol.Details) { d.Self.Light, d.Self.Sneaking, d.Self.Intent = 0, true, "explore" },
		"fuel":       func(d *protocol.Details) { d.Self.Fuel, d.Run.Clock = 90, "running" },
		"the ladder": func(d *protocol.Details) { d.Run.Clock, d.Run.Waiting = "running", []string{"anna", "ben"} },
		"a wisp":     func(d *protocol.Details) { d.Self.Wisp, d.Party[1].Wisp = true, true },
		"asleep":     func(d *protocol.Details) { d.Party[1].Asleep = true },
		"won":        func(d *protocol.Details) { d.Run.State, d.Run.Number = "won", 2 },
		"lost":       func(d *protocol.Details) { d.Run.State, d.Run.Number = "lost", 3 },
	} {
		t.Run(name, func(t *testing.T) {
			d := details()
			change(&d)
			seq++
			r.update(seq, d)
			notes.bracketed(t, r)
			for r.g.top() != screenOf(p) {
				r.g.pop()
			}
			r.g.aimShot(p)
			notes.bracketed(t, r)
			r.g.pop()
			r.g.openParty(p)
			notes.bracketed(t, r)
			r.g.pop()
		})
	}
	t.Run("away", func(t *testing.T) {
		r.tell(link(protocol.Reconnecting, "The server doesn't answer."))
		r.frames(3)
		notes.bracketed(t, r)
	})

	home := newRig(t, func(c *Config) { c.Told = fmt.Errorf("%s", bracketed.Text("the connection is closed")) })
	home.g.resize(image.Pt(3000, 2400), 1)
	notes = &sheet{painter: home.g.painter}
	home.g.painter = notes
	home.speaks(t, bracketed)
	home.world.wait, home.world.entered = make(chan struct{}), make(chan struct{}, 1)
	defer close(home.world.wait)
	for name, open := range map[string]func(){
		"title": nil, "join": home.g.openJoin, "settings": home.g.openSettings, "quit": home.g.askToQuit,
		"opening": home.g.openOwnWorld,
		"refused": func() { home.g.join("friend.example:5001", "anna"); home.tell(link(protocol.Refused, "")) },
		"looking": func() { home.g.join("friend.example:5001", "anna"); home.tell(link(protocol.Connecting, "")) },
	} {
		t.Run(name, func(t *testing.T) {
			if open != nil {
				open()
			}
			notes.bracketed(t, home)
			if o, ok := home.g.top().(*opening); ok {
				o.back()
			}
			home.g.home()
		})
	}
}

// bracketed looks for words outside of brackets that no server, person or key is called.
func (s *sheet) bracketed(t *testing.T, r *rig) {
	t.Helper()
	r.frames(3)
	s.page = page{}
	r.g.redraw()
	r.frame()
	if len(s.words) == 0 {
		t.Error("nothing is shown")
	}
	if open := outside(s.words, foreign()); len(open) > 0 {
		t.Errorf("only in English: %q in %q", open, s.words)
	}
}

// outside returns the words that stand in texts outside of brackets, which may begin in
// one text and end in another, except those that are foreign.
func outside(texts []string, foreign map[string]bool) (words []string) {
	depth := 0
	for _, text := range texts {
		if at := strings.LastIndexByte(text, ' '); at >= 0 && depth == 0 && strings.HasSuffix(text, "…") {
			text = text[:at] // the last word is shortened
		}
		for _, word := range strings.FieldsFunc(text, func(r rune) bool {
			return !unicode.IsLetter(r) && !strings.ContainsRune("⟦⟧", r)
		}) {
			said := ""
			for _, r := range word {
				switch {
				case r == '⟦':
					depth++
				case r == '⟧':
					depth--
				case depth == 0:
					said += string(r)
				}
			}
			if len([]rune(said)) > 1 && !foreign[said] {
				words = append(words, said)
			}
		}
	}
	if depth != 0 {
		words = append(words, "a bracket stays open")
	}
	return words
}

// foreign returns the words that the test's server and its players use, and names of keys.
func foreign() map[string]bool {
	texts := []string{
		"anna ben cleo friend example v0.0.0 friend0 laneya annabel gone Ben Cleo Dora s caves development -connect", "Esc Tab abc",
		// What the server tells.
		"an old mine, An old mine, rat very old rat", "hatchet axe stone stones murky potion bent wand of the kind th",
		"thing Rat What it is, in words. And more. damage about a name that takes its place and a long value",
		"First steps Walk. Then rest. Fights Hit.", "ladder down gate chest strongbox into the", "Beware of the slimes.", "All died. a slime axe",
		"The rat bites again.", "regenerating", "They went down and did not come back.", "Ranger Warden Far off. Close by. Stands. Quaff in her fist",
		"In turn the rat bites you for 3, and you bleed, and it doesn't look as if that would end soon. You wait for an herb.",
		"All are dead. The last to fall was ben, to a cave brute.", "gravestone wait an herb", "warden ranger", "red",
	}
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.Join(texts, " "), func(r rune) bool { return !unicode.IsLetter(r) }) {
		words[w] = true
	}
	return words
}

// TestWhatIsOpenFollowsTheLanguage switches to German in the settings, and wants the
// screens below to say what those do that were German from the beginning.
func TestWhatIsOpenFollowsTheLanguage(t *testing.T) {
	t.Cleanup(func() { lang.Use(nil) })
	r := inTheMenu(t, "en")
	r.g.openSettings()
	r.frames(2)
	r.writes("Language")
	for range lang.All() {
		if r.g.set.Language != "de" {
			r.setting(lang.Text("Language"))
			r.press(ebiten.KeyEnter)
		}
	}
	settings := r.g.top().(*listScreen).list
	if want := lang.For("de").Text("Settings"); settings.Title != want {
		t.Errorf("the settings are called %q, not %q", settings.Title, want)
	}
	if r.session.language != "de" {
		t.Errorf("the server is asked to speak %q", r.session.language)
	}
	if row := settings.Focus(); row == nil || row.Text != lang.Text("Language") {
		t.Errorf("the focus is on %v", row)
	}
	r.g.pop()
	followed := r.said()
	fresh := inTheMenu(t, "de").said()
	for i, screen := range []string{"the menu", "the game", "the title"} {
		if !slices.Equal(followed[i], fresh[i]) {
			t.Errorf("%s says %q, not %q", screen, followed[i], fresh[i])
		}
	}
}

// inTheMenu returns a rig of a player with that language who has opened the menu over the
// game.
func inTheMenu(t *testing.T, language string) *rig {
	d := details()
	d.Self.Light, d.Self.Sneaking, d.Self.Intent = 0, true, "explore"
	r := cavesBy(t, d, func(c *Config) { c.Locales = []string{language} })
	r.g.painter = &sheet{painter: r.g.painter}
	r.g.openPause(r.g.top().(*play))
	r.frames(2)
	return r
}

// said returns what the screens say, from the top one to the title.
func (r *rig) said() (all [][]string) {
	notes := r.g.painter.(*sheet)
	for {
		r.frames(2)
		notes.page = page{}
		r.g.redraw()
		r.frame()
		all = append(all, notes.words)
		if len(r.g.stack) == 1 {
			return all
		}
		r.g.pop()
	}
}

// TestScreensOfWorldsSpeak looks at the screens for joining and hosting as the others are
// looked at: for English in a language of brackets, and for what doesn't fit in each.
func TestScreensOfWorldsSpeak(t *testing.T) {
	r := joining(t)
	notes := &sheet{painter: r.g.painter}
	r.g.painter = notes
	r.g.home()
	for name, open := range map[string]func(){"join": r.g.openJoin, "host": r.g.openHosting, "name": r.g.askOwnName, "port": r.g.askPort} {
		for _, l := range append(lang.All(), lang.All()[1].Wrapped("⟦", "⟧")) {
			t.Run(name+" "+l.Name()+l.Text("Back"), func(t *testing.T) {
				r.speaks(t, l)
				open()
				defer r.g.home()
				if s, lists := r.g.top().(*listScreen); lists {
					asked := func() bool { return !noted(&s.list, lang.Text("asking…")) }
					r.until("its rows have come", func() bool { return len(s.list.Rows) > 5 && asked() })
				}
				if strings.HasPrefix(l.Text("Back"), "⟦") {
					r.g.resize(image.Pt(3000, 2400), 1)
					notes.bracketed(t, r)
					return
				}
				for _, scale := range []float64{1, 1.5, 2, 3} {
					for _, size := range []image.Point{{800, 500}, {1280, 800}} {
						r.g.resize(size, scale)
						notes.page = page{}
						r.g.redraw()
						r.frames(2)
						notes.check(t, fmt.Sprintf("scale %v in %v", scale, size), size)
					}
				}
			})
		}
	}
}
