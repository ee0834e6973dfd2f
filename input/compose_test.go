package input

import "testing"

// TestWhatMethodsWrite settles lines of which a method has made something.
func TestWhatMethodsWrite(t *testing.T) {
	for name, c := range map[string]struct {
		text       string
		a, b       int
		now, draft string
		written    string
		want       Composed
		left       string
	}{
		"nothing":                    {"ab", 1, 1, "ab", "", "", Composed{"ab", 1, ""}, ""},
		"characters as ever":         {"ab", 2, 2, "ab", "", "cd", Composed{"ab", 2, ""}, "cd"},
		"a draft":                    {"ab", 1, 1, "ab", "ho", "", Composed{"ab", 1, "ho"}, ""},
		"a draft over a selection":   {"abc", 1, 2, "abc", "ho", "", Composed{"abc", 2, "ho"}, ""},
		"what is settled":            {"ab", 1, 1, "aほb", "", "", Composed{"aほb", 4, ""}, ""},
		"in place of a selection":    {"abc", 1, 2, "aほc", "", "", Composed{"aほc", 4, ""}, ""},
		"one that is told both ways": {"ab", 2, 2, "abc", "", "cd", Composed{"ab", 2, ""}, "cd"},
		"settled by a space":         {"ab", 2, 2, "ab한", "", " ", Composed{"ab한", 5, ""}, " "},
		"an accent put on later":     {"ae", 2, 2, "aé", "", "", Composed{"aé", 3, ""}, ""},
		"a replaced beginning":       {"xe", 2, 2, "é", "", "e", Composed{"é", 2, ""}, ""},
	} {
		got, left := settled(c.text, c.a, c.b, c.now, c.draft, []rune(c.written))
		if got != c.want || string(left) != c.left {
			t.Errorf("%s: %+v, %q", name, got, string(left))
		}
	}
}
