package content

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The caves hold as much as they promise.
func TestThereIsEnough(t *testing.T) {
	of := map[Class]int{}
	for i := range Items {
		if Items[i].Weight > 0 {
			of[Items[i].Class]++
		}
	}
	for class, least := range map[Class]int{
		Weapon: 15, Bow: 4, Ammo: 5, Thrown: 4, Shield: 4, Armour: 5, Ring: 8, Light: 3, Potion: 12, Scroll: 12,
		Wand: 8, Staff: 4, Food: 3, Bomb: 4, Rope: 1, Herb: 1, Rune: 8, Treasure: 3,
	} {
		if of[class] < least {
			t.Errorf("there are %d kinds of %s, fewer than %d", of[class], class, least)
		}
	}
	bosses := map[int]int{}
	ordinary := 0
	for i := range Foes {
		switch f := &Foes[i]; {
		case f.Has(Boss):
			bosses[f.Depth]++
		case f.Weight > 0 && !f.Has(Harmless):
			ordinary++
		}
	}
	if ordinary < 32 || bosses[3] != 1 || bosses[6] != 1 || bosses[9] != 1 || bosses[10] != 1 {
		t.Errorf("there are %d kinds of foes, and bosses at depths %v", ordinary, bosses)
	}
	good, bad := 0, 0
	for _, r := range Runes[1:] {
		if r.Bad {
			bad++
		} else {
			good++
		}
	}
	if good < 8 || bad < 4 {
		t.Errorf("there are %d good and %d bad runes", good, bad)
	}
	if n := len(Items); n < 80 {
		t.Errorf("there are %d kinds of things", n)
	}
	if n := len(wayWords); n < 10 {
		t.Errorf("there are %d ways of behaving", n)
	}
	if n := len(Emotes); n < 20 {
		t.Errorf("there are %d emotes", n)
	}
}

// Whatever the depth, there are foes and things of several kinds to be met.
func TestNoDepthIsEmpty(t *testing.T) {
	at := func(depth, first, last, weight int) bool {
		return weight > 0 && first <= depth && (last == 0 || depth <= last)
	}
	for depth := 1; depth <= 30; depth++ {
		foes, items := 0, 0
		for i := range Foes {
			if f := &Foes[i]; at(depth, f.Depth, f.Last, f.Weight) && !f.Has(Harmless) {
				foes++
			}
		}
		for i := range Items {
			if it := &Items[i]; at(depth, it.Depth, it.Last, it.Weight) {
				items++
			}
		}
		if foes < 7 || items < 50 {
			t.Errorf("depth %d has %d kinds of foes and %d of items", depth, foes, items)
		}
	}
}

// Every kind of foe, item and status can be looked up by its name, and its page
// holds its own text.
func TestPagesAreFound(t *testing.T) {
	type told struct {
		page Page
		text string
	}
	var all []told
	for i := range Foes {
		all = append(all, told{FoePage(nil, FoeKind(i)), Foes[i].Text})
	}
	for i := range Items {
		all = append(all, told{ItemPage(nil, ItemKind(i)), Items[i].Text})
	}
	for i := range Statuses {
		all = append(all, told{StatusPage(nil, StatusKind(i)), Statuses[i].Text})
	}
	for i := range Terrains {
		all = append(all, told{TerrainPage(nil, TerrainKind(i)), Terrains[i].Text})
	}
	pages := PagesIn(nil)
	keys := map[string]bool{}
	for _, a := range all {
		pages = append(pages, a.page)
		if !strings.Contains(a.page.Text, a.text) {
			t.Errorf("the page %s lacks its text", a.page.Key)
		}
	}
	for _, p := range pages {
		if keys[p.Key] {
			t.Errorf("two pages have the key %s", p.Key)
		}
		keys[p.Key] = true
		found := Search(pages, p.Title)
		for i := 0; ; i++ {
			if i == len(found) {
				t.Errorf("%s is not found as %q", p.Key, p.Title)
				break
			}
			if found[i].Key == p.Key {
				break
			}
		}
	}
}

// What is found has every word that was asked for, and all that has them is found.
func TestSearchFindsAllWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"fire", "Water", "door", "shrine", "SLEEP", "zebra"}), 1, 3).Draw(t, "words")
		found := map[string]bool{}
		for _, p := range Search(Pages, strings.Join(words, " ")) {
			found[p.Key] = true
		}
		for _, p := range Pages {
			text := strings.ToLower(p.Key + " " + p.Title + " " + p.Text)
			has := true
			for _, w := range words {
				has = has && strings.Contains(text, strings.ToLower(w))
			}
			if has != found[p.Key] {
				t.Fatalf("%s: has the words %t, is found %t", p.Key, has, found[p.Key])
			}
		}
	})
}

// Kinds are kept by their keys.
func TestKindsComeBackFromTheirKeys(t *testing.T) {
	for i := range Items {
		var k ItemKind
		text, err := ItemKind(i).MarshalText()
		if err == nil {
			err = k.UnmarshalText(text)
		}
		if err != nil || k != ItemKind(i) {
			t.Errorf("%s comes back as %d: %v", Items[i].Key, k, err)
		}
	}
	var k ItemKind
	if k.UnmarshalText([]byte("umbrella")) == nil {
		t.Error("an umbrella is taken for an item")
	}
	if _, err := ItemKind(255).MarshalText(); err == nil {
		t.Error("a kind beyond the table has a key")
	}
}

// A sentence names what it is given, begins with a capital, and knows statuses
// by their names.
func TestSentence(t *testing.T) {
	for _, c := range []struct {
		code string
		w    Words
		want string
	}{
		{"hit", Words{Actor: "the hob", Target: "anna", N: 3}, "The hob hits anna for 3."},
		{"status_on", Words{Actor: "anna", Status: "feared"}, "Anna is afraid."},
		{"no_such_code", Words{}, "no_such_code"},
	} {
		if got := Sentence(nil, c.code, c.w); got != c.want {
			t.Errorf("%s says %q, not %q", c.code, got, c.want)
		}
	}
	if got := HeardAs(nil, "door_opens"); got != "a door" {
		t.Errorf("a door sounds like %s", got)
	}
}

// Where a text says a number, it is the row's.
func TestTextsSayTheRowsNumbers(t *testing.T) {
	numbers := []string{"none", "one", "two", "three", "four", "five"}
	said := 0
	for i := range Items {
		it := &Items[i]
		for n, word := range numbers {
			for text, row := range map[string]int{
				"akes " + word + " off each hit":                                   it.Armour,
				word + " more damage with each hit":                                it.Damage,
				"armour better by " + word:                                         effectOf(it, Enchant).Power,
				"reaches them " + word + " fields away":                            2 * int(it.Skills&Reach/Reach),
				strings.ToUpper(word[:1]) + word[1:] + " fields is not far enough": effectOf(it, Explode).Radius,
			} {
				if !strings.Contains(it.Text, text) {
					continue
				}
				if said++; row != n {
					t.Errorf("%s says %q, and its row %d", it.Key, text, row)
				}
			}
		}
	}
	if said < 10 {
		t.Errorf("only %d numbers are found in texts", said)
	}
}

func effectOf(it *Item, k EffectKind) Effect {
	for _, e := range it.Effects {
		if e.Kind == k {
			return e
		}
	}
	return Effect{}
}
