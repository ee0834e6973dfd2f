package content

import (
	"testing"

	"laneya/lang"
)

func TestA(t *testing.T) {
	for name, want := range map[string]string{"rat": "a rat", "ember hound": "an ember hound", "iron key": "an iron key"} {
		if got := A(nil, name, lang.Nominative); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	// What begins with a vowel is spoken with one, or A needs to know better.
	for i := range Foes {
		if n := Foes[i].Name; len(n) > 2 && (n[:2] == "eu" || n[:3] == "uni" || n[:3] == "one" || n[:3] == "use") {
			t.Errorf("%q may not be spoken with a vowel first", n)
		}
	}
	for i := range Items {
		if n := Items[i].Name; len(n) > 2 && (n[:2] == "eu" || n[:3] == "uni" || n[:3] == "one" || n[:3] == "use") {
			t.Errorf("%q may not be spoken with a vowel first", n)
		}
	}
}

func TestOne(t *testing.T) {
	for key, want := range map[string]string{"old_weaver": "the Old Weaver", "ember_hound": "an ember hound", "hob": "a hob"} {
		k, _ := FoeByKey(key)
		if got := k.Row().One(nil, lang.Nominative); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
