package content

import "strings"

// A returns a name in the singular with its indefinite article: "a rat", "an
// ember hound". It goes by the first letter, which is enough for the tables.
func A(name string) string {
	if name != "" && strings.ContainsRune("aeiou", rune(name[0])) {
		return "an " + name
	}
	return "a " + name
}

// One returns what a foe of the kind is called when it is not known which: "an
// ember hound"; there is one of each boss, "the Old Weaver".
func (f *Foe) One() string {
	if f.Has(Boss) {
		return "the " + f.Name
	}
	return A(f.Name)
}
