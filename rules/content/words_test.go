package content

import "testing"

func TestPlural(t *testing.T) {
	for name, want := range map[string]string{
		"cave rat": "cave rats", "moss": "mosses", "fox": "foxes", "leech": "leeches", "brush": "brushes",
		"amber jelly": "amber jellies", "key": "keys",
	} {
		if got := Plural(name, ""); got != want {
			t.Errorf("several of %s are %s, not %s", name, got, want)
		}
	}
	if got := Plural("knife", "knives"); got != "knives" {
		t.Errorf("its own plural becomes %s", got)
	}
}

func TestList(t *testing.T) {
	for _, c := range []struct {
		names []string
		want  string
	}{{nil, ""}, {[]string{"a"}, "a"}, {[]string{"a", "b"}, "a and b"}, {[]string{"a", "b", "c"}, "a, b and c"}} {
		if got := List(nil, c.names); got != c.want {
			t.Errorf("%v are %q, not %q", c.names, got, c.want)
		}
	}
}
