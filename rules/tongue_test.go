package rules

import (
	"strings"
	"testing"

	"laneya/lang"
	"laneya/rules/content"
)

// speaking returns a world of two heroes who see the same things, of whom a is told in
// German and b in English.
func speaking(t *testing.T) *World {
	w := fog(inCaves(t, Options{}, tomb))
	for _, key := range []string{"bread", "torch", "potion_healing", "wand_fire", "key"} {
		it := give(t, w, "a", key, 1)
		it.Bonus, it.Shown = 0, true
	}
	w.hero("a").Pack[0].Count = 3
	w.Speak("a", lang.For("de"))
	return w
}

// TestTwoLanguagesTakeNoMemory looks at a world again and again, by turns in two
// languages, which takes no more memory than in one.
func TestTwoLanguagesTakeNoMemory(t *testing.T) {
	w := speaking(t)
	for _, it := range w.hero("a").Pack {
		w.levels[0].lay(it, w.hero("b").Pos)
	}
	l := w.levels[0]
	var a, b View
	look := func() {
		for _, h := range l.heroes {
			l.learnThings(h, h.knows(l.ID))
		}
		w.View("a", &a)
		w.View("b", &b)
	}
	look()
	two := testing.AllocsPerRun(50, look)
	if len(b.Things) == 0 || len(a.Things) != len(b.Things) || a.Things[0].Name == b.Things[0].Name {
		t.Errorf("a knows %+v, b %+v", a.Things, b.Things)
	}
	w.Speak("a", nil)
	look()
	if one := testing.AllocsPerRun(50, look); two > one {
		t.Errorf("%v allocations, and %v in one language", two, one)
	}
}

// TestWhatIsKeptIsNoWords: a world says the same in another language, and after it was
// kept and read again; what is kept is the same in every language.
func TestWhatIsKeptIsNoWords(t *testing.T) {
	w, english := speaking(t), speaking(t)
	english.Speak("a", nil)
	for _, w := range []*World{w, english} {
		h := w.hero("a")
		w.levels[0].learn(h)
		h.recall(blameFoe+"cave_rat", 3)
		h.recall("fire", 2)
		kill(w, "a", "b")
		w.Step(nil)
	}
	if w.Hash() != english.Hash() {
		t.Error("what is kept depends on the language")
	}
	read := func(w *World, say *lang.Language) string {
		w.Speak("a", say)
		var v View
		w.View("a", &v)
		all := []string{v.Self.LevelName, v.Run.Story, w.Hall("a")[0].Cause}
		for _, th := range v.Things {
			all = append(all, th.Name)
		}
		for _, c := range v.Self.Recap {
			all = append(all, c.Text)
		}
		return strings.Join(append(all, w.Hall("a")[0].Heroes[0].Items...), "; ")
	}
	german := read(w, lang.For("de"))
	for _, want := range []string{"die Hallen", "Lauf ", "eine Höhlenratte", "Feuer", "3 Brotlaibe", "Eisenschlüssel"} {
		if !strings.Contains(german, want) {
			t.Errorf("%q lacks %q", german, want)
		}
	}
	if again := read(reborn(t, w, w.opts), lang.For("de")); again != german {
		t.Errorf("read again it is %q, not %q", again, german)
	}
	for _, want := range []string{"the halls", "Run ", "a cave rat", "fire", "3 loaves of bread", "iron key"} {
		if got := read(w, nil); !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
}

// TestHeroesComeIntoALanguage: who isn't there yet is told of her coming in the language
// that was said before, and it isn't kept for the next.
func TestHeroesComeIntoALanguage(t *testing.T) {
	w := NewWorld(Options{Seed: 3, Quiet: true})
	w.Speak("a", lang.For("de"))
	do(t, w, join("a"))
	var v View
	w.View("a", &v)
	if v.Self.LevelName != "das Lager" || len(w.tongues) != 0 {
		t.Errorf("she is in %q, %d languages wait", v.Self.LevelName, len(w.tongues))
	}
	w.Speak("b", lang.For("de"))
	w.Speak("b", nil)
	if len(w.tongues) != 0 {
		t.Error("a language waits for who isn't to come")
	}
}

// TestSameThingToTwo: one event names a thing in two languages.
func TestSameThingToTwo(t *testing.T) {
	w := speaking(t)
	l := w.levels[0]
	a, b := w.hero("a"), w.hero("b")
	e := at("throws", &b.Actor)
	e.word = calledOne(a, a.Pack[1])
	l.show(e)
	told := func(h *hero) string {
		e := h.heard[len(h.heard)-1]
		return content.Sentence(h.say, e.Code, content.Words{Actor: e.Actor, Item: e.Item})
	}
	if got := told(a); got != "B wirft eine Fackel." {
		t.Errorf("a reads %q", got)
	}
	if got := told(b); got != "You throw a torch." {
		t.Errorf("b reads %q", got)
	}
}
