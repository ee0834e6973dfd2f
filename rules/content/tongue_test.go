package content

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"laneya/lang"
)

// What is wrong in a German sentence, as far as it can be told from its words.
var wrongGerman = []*regexp.Regexp{
	regexp.MustCompile(`[{}|%]`),
	regexp.MustCompile(`\b(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]en|[Dd]em|[Ee]ine?[mnr]?) (?:der|die|das|den|dem|eine?[mnr]?) `),
	regexp.MustCompile(`\b[Dd]u (?:ist|hat|\pL*[^szßx\PL]t)\b`), // "du trifft"
	regexp.MustCompile(`\b[Dd]u sich\b|\bich\b|\byou\b|\bYou\b`),
	regexp.MustCompile(`  |^ | $|\.\.$|^\p{Ll}`),
}

// TestGermanSentences says every message of every foe and thing, and of the reader.
func TestGermanSentences(t *testing.T) {
	de := lang.For("de")
	for i := range Messages {
		m := &Messages[i]
		in := func(name string) lang.Case { return CaseOf(de, m.Code, name) }
		say := func(w Words) {
			w.Status, w.Text, w.Kind, w.N = "burning", "Ein Satz", "Ding", 7
			s := strings.ReplaceAll(Sentence(de, m.Code, w), " nicht", "") // which ends in a t as verbs do
			for _, wrong := range wrongGerman {
				if found := wrong.FindString(s); found != "" {
					t.Errorf("%s: %q in %q", m.Code, found, s)
				}
			}
		}
		for k := range Foes {
			f := Foes[k].Name
			it := Items[k%len(Items)].Name
			say(Words{
				Actor: The(de, f, in("actor")), Target: The(de, f, in("target")), Item: The(de, it, in("item")), User: "Anna",
			})
			say(Words{
				Actor: A(de, f, in("actor")), Target: A(de, f, in("target")), Item: A(de, it, in("item")), User: "Anna",
			})
		}
		if isOf(foeMessages, m.Code) || foesOnly[m.Code] {
			continue
		}
		it := The(de, "dagger", in("item"))
		for _, w := range []Words{{Actor: You, Target: "Anna"}, {Actor: "Anna", Target: You}, {Actor: You, Target: You}} {
			w.Item, w.User = it, "Anna"
			if strings.Contains(m.Text, "{target}") && strings.Contains(m.Text, "{actor}") && w.Actor == w.Target {
				continue // nobody does that to herself
			}
			if slices.Contains(toldOfOthers, m.Code) && w.Actor == You {
				continue
			}
			say(w)
		}
	}
}

// toldOfOthers are the codes whose actor is never the reader.
var toldOfOthers = []string{
	"waits_way", "waits_air", "danger_near",
}

// TestNamesStandAsTheirPlacesAsk: instead of "you" a German sentence has the form of
// "du" in the same case as the name beside it.
func TestNamesStandAsTheirPlacesAsk(t *testing.T) {
	yours := map[string]string{"": "du", "acc": "dich", "dat": "dir"}
	place := regexp.MustCompile(`\{(actor|target|user)(?::(acc|dat))?\|([^}]*)\}`)
	de := lang.For("de")
	cases := map[string]string{}
	for i := range Messages {
		m := &Messages[i]
		clear(cases)
		for _, p := range place.FindAllStringSubmatch(de.Text(m.Text), -1) {
			if p[3] != yours[p[2]] {
				t.Errorf("%s: %q asks for %q", m.Code, p[0], yours[p[2]])
			}
			if was, twice := cases[p[1]]; twice && was != p[2] {
				t.Errorf("%s asks for %s in two cases", m.Code, p[1])
			}
			cases[p[1]] = p[2]
		}
	}
}

// TestNounsHaveTheirForms: what is counted has a plural, and what stands in the dative
// is not a thing in the plural.
func TestNounsHaveTheirForms(t *testing.T) {
	de := lang.For("de")
	for i := range Foes {
		if n := de.Noun(Foes[i].Name); n.Plural == "" || n.A[lang.Nominative] == "" {
			t.Errorf("%s is %+v", Foes[i].Name, n)
		}
	}
	for i := range Items {
		n := de.Noun(Items[i].Name)
		if n.Plural == "" || n.A[lang.Nominative] == "" || n.In(lang.Accusative) != n.Name {
			t.Errorf("%s is %+v", Items[i].Name, n)
		}
	}
	for i := range Messages {
		if strings.Contains(de.Text(Messages[i].Text), "{item:dat") {
			t.Errorf("%s has a thing in the dative, which may be several", Messages[i].Code)
		}
	}
}
