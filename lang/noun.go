package lang

import (
	"fmt"
	"strings"
)

// Case is the form that a name has by what a sentence says of it. Languages that know
// more cases than these make do.
type Case uint8

// The cases.
const (
	Nominative Case = iota
	Accusative
	Dative
	cases
)

// caseNames are what texts call the cases, as in {target:acc}.
var caseNames = [cases]string{"", "acc", "dat"}

// CaseNamed returns the case that texts call so, the nominative for any other name.
func CaseNamed(name string) Case {
	for c := range cases {
		if caseNames[c] == name {
			return c
		}
	}
	return Nominative
}

// A Noun is a name of something, and how it stands in sentences.
type Noun struct {
	Name   string        // "Bär"
	Plural string        // "Bären"; "" if nothing says it of several
	The, A [cases]string // the articles, with a blank behind: "den "
	other  string        // Name in all cases but the first
}

// In returns the name in that case, without an article.
func (n *Noun) In(c Case) string {
	if c == Nominative {
		return n.Name
	}
	return n.other
}

// Noun returns what something is called of which this is the English name, nil if the
// language has no word of its own for it, as English hasn't.
func (l *Language) Noun(name string) *Noun {
	if l == nil {
		return nil
	}
	return l.nouns[name]
}

// article are the articles of one gender, one for each case.
type article struct {
	The []string `toml:"the"`
	A   []string `toml:"a"`
}

// readNoun reads what the file says of a noun: its name, gender, plural and, if that
// isn't the same, its name in other cases: "Bär|m|Bären|Bären".
func readNoun(text string, articles map[string]article) (*Noun, error) {
	parts := strings.Split(text, "|")
	if len(parts) < 2 || len(parts) > 4 || parts[0] == "" {
		return nil, fmt.Errorf("%q is not of the form name|gender|plural|name in other cases", text)
	}
	of, ok := articles[parts[1]]
	if !ok || len(of.The) != int(cases) || len(of.A) != int(cases) {
		return nil, fmt.Errorf("%q: there are no %d articles for the gender %q", text, cases, parts[1])
	}
	n := &Noun{Name: parts[0], other: parts[0]}
	if len(parts) > 2 {
		n.Plural = parts[2]
	}
	if len(parts) > 3 {
		n.other = parts[3]
	}
	for c := range cases {
		n.The[c], n.A[c] = before(of.The[c]), before(of.A[c])
	}
	return n, nil
}

// before returns an article as it stands before a name.
func before(article string) string {
	if article == "" {
		return ""
	}
	return article + " "
}
