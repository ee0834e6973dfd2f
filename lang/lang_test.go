package lang

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

func TestFor(t *testing.T) {
	for _, c := range []struct {
		wanted []string
		tag    string
	}{
		{nil, "en"},
		{[]string{""}, "en"},
		{[]string{"C.UTF-8"}, "en"},
		{[]string{"de"}, "de"},
		{[]string{"de_AT.UTF-8"}, "de"},
		{[]string{"de-CH"}, "de"},
		{[]string{"fr_FR.UTF-8"}, "en"},
		{[]string{"fr", "de"}, "de"},
		{[]string{"en_GB", "de"}, "en"},
		{[]string{"\x00%", strings.Repeat("x-", 1000)}, "en"},
	} {
		if got := For(c.wanted...).Tag(); got != c.tag {
			t.Errorf("who wants %q gets %s, not %s", c.wanted, got, c.tag)
		}
	}
}

func TestSaying(t *testing.T) {
	l, err := parse("pl", `
name = "polski"
[text]
"Settings" = "Ustawienia"
"%s and %s" = "%[2]s i %[1]s"
"hero|light" = "latarnia"
[world]
"rat" = "szczur"
[count]
"%d fields" = { one = "%d pole", few = "%d pola", other = "%d pól" }
"%s has %d fields" = { one = "%s: %d pole", other = "%s: %d pól" }
`)
	if err != nil {
		t.Fatal(err)
	}
	for got, want := range map[string]string{
		l.Text("Settings"):                         "Ustawienia",
		l.Text("rat"):                              "szczur",
		l.Text("Quit"):                             "Quit",
		l.Format("%s and %s", "a", "b"):            "b i a",
		l.In("hero", "light"):                      "latarnia",
		l.In("air", "light"):                       "light",
		l.Count(1, "%d field", "%d fields"):        "1 pole",
		l.Count(3, "%d field", "%d fields"):        "3 pola",
		l.Count(5, "%d field", "%d fields"):        "5 pól",
		l.Count(1, "%d rat", "%d rats"):            "1 rat",
		l.Count(0, "%d rat", "%d rats"):            "0 rats",
		l.Count(1, "", "%s has %d fields", "x", 1): "x: 1 pole",
		l.Name():                      "polski",
		(*Language)(nil).Text("Quit"): "Quit",
		(*Language)(nil).Name():       "English",
		(*Language)(nil).Count(1, "%d ox", "%d ox."): "1 ox",
	} {
		if got != want {
			t.Errorf("said %q, not %q", got, want)
		}
	}
}

func TestBadFiles(t *testing.T) {
	for _, c := range [][2]string{{"", ""}, {"no tag", ""}, {"de", "name = "}, {"de", "title = \"x\""}} {
		if l, err := parse(c[0], c[1]); err == nil {
			t.Errorf("%q is taken for %+v", c, l)
		}
	}
}

var (
	verb  = regexp.MustCompile(`%(?:\[\d+\])?([+#]?\d*(?:\.\d+)?[a-zA-Z%])`)
	place = regexp.MustCompile(`\{([^}|:]*)(?::[a-z]+)?(\|[^}]*)?\}`)
	// named are the places that a text may have in the form {name|you}. Any others that
	// have two parts are forms of a verb, which each language has for itself.
	named = []string{"actor", "target", "user", "item", "text", "kind"}
)

// verbs returns what stands in a text for something else, in order.
func verbs(s string) (found []string) {
	for _, m := range verb.FindAllStringSubmatch(s, -1) {
		found = append(found, "%"+m[1])
	}
	for _, m := range place.FindAllStringSubmatch(s, -1) {
		if m[2] == "" || slices.Contains(named, m[1]) {
			found = append(found, "{"+m[1]+"}")
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// TestFormatsAgree compares what translations leave to be filled in with what the
// English texts do.
func TestFormatsAgree(t *testing.T) {
	for _, l := range All() {
		for key, said := range l.texts {
			if !slices.Equal(verbs(key), verbs(said)) {
				t.Errorf("%s: %q has %q, but %q has %q", l.Tag(), key, verbs(key), said, verbs(said))
			}
			if said == "" {
				t.Errorf("%s: %q is empty", l.Tag(), key)
			}
		}
		for key, forms := range l.counts {
			for _, said := range forms {
				if said != "" && !slices.Equal(verbs(key), verbs(said)) {
					t.Errorf("%s: %q has %q, but %q has %q", l.Tag(), key, verbs(key), said, verbs(said))
				}
			}
		}
	}
}

// TestEachTextStandsOnce: a text that the window and servers say alike stands in [text]
// only, and one that they mean differently stands as "place|text".
func TestEachTextStandsOnce(t *testing.T) {
	names, err := files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range names {
		var f file
		if _, err := toml.DecodeFS(files, e.Name(), &f); err != nil {
			t.Fatal(err)
		}
		for key := range f.World {
			if _, twice := f.Text[key]; twice {
				t.Errorf("%s: %q stands in [text] and in [world]", e.Name(), key)
			}
		}
	}
}

func TestTextAllocatesNothing(t *testing.T) {
	Use(For("de"))
	defer Use(nil)
	if n := testing.AllocsPerRun(100, func() { _ = Text("as in your system") }); n != 0 {
		t.Errorf("a text takes %v allocations", n)
	}
}

func ExampleLanguage_Count() {
	fmt.Println(For("en").Count(2, "%d field", "%d fields"))
	// Output: 2 fields
}
