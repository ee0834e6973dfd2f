// Package lang says things in the languages that laneya speaks.
//
// What is said stands in the code in English. A language is a file, NAME.toml, that
// has for each such text how it is said in that language; what it lacks is said in
// English. So adding a language is adding its file.
package lang

import (
	"embed"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

//go:embed *.toml
var files embed.FS

// A Language says in itself what is given in English. It is never changed once made;
// nil is English.
type Language struct {
	tag    language.Tag
	name   string
	texts  map[string]string
	counts map[string]map[plural.Form]string
	nouns  map[string]*Noun
}

// file is a language's file.
type file struct {
	Name  string            `toml:"name"` // what it calls itself: "Deutsch"
	Text  map[string]string `toml:"text"`
	World map[string]string `toml:"world"` // more texts
	Count map[string]struct {
		Zero, One, Two, Few, Many, Other string
	} `toml:"count"`
	Noun     map[string]string  `toml:"noun"`    // see readNoun
	Articles map[string]article `toml:"article"` // by gender
}

// all reads the files, once per process: they are embedded, and a test reads them, so
// that one which can't be read is a fault of the build.
var all = sync.OnceValue(func() []*Language {
	names, err := files.ReadDir(".")
	if err != nil {
		panic(err)
	}
	list := []*Language{{tag: language.English, name: "English"}}
	for _, e := range names {
		data, err := files.ReadFile(e.Name())
		if err != nil {
			panic(err)
		}
		l, err := parse(strings.TrimSuffix(e.Name(), path.Ext(e.Name())), string(data))
		if err != nil {
			panic(err)
		}
		list = append(list, l)
	}
	return list
})

// parse reads the file of the language with that tag.
func parse(tag, text string) (*Language, error) {
	t, err := language.Parse(tag)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", tag, err)
	}
	var f file
	meta, err := toml.Decode(text, &f)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", tag, err)
	}
	if odd := meta.Undecoded(); len(odd) > 0 {
		return nil, fmt.Errorf("language %q: %s is none of name, text, world, count, noun and article", tag, odd[0])
	}
	texts := make(map[string]string, len(f.Text)+len(f.World))
	maps.Copy(texts, f.World)
	maps.Copy(texts, f.Text)
	l := &Language{tag: t, name: f.Name, texts: texts, counts: make(map[string]map[plural.Form]string, len(f.Count)), nouns: make(map[string]*Noun, len(f.Noun))}
	for key, n := range f.Noun {
		if l.nouns[key], err = readNoun(n, f.Articles); err != nil {
			return nil, fmt.Errorf("language %q: noun %q: %w", tag, key, err)
		}
	}
	for key, c := range f.Count {
		l.counts[key] = map[plural.Form]string{
			plural.Zero: c.Zero, plural.One: c.One, plural.Two: c.Two, plural.Few: c.Few, plural.Many: c.Many, plural.Other: c.Other,
		}
	}
	return l, nil
}

// All returns all languages, English first.
func All() []*Language { return slices.Clone(all()) }

// matcher finds the language that suits best, by its place in all. A server asks it for
// each user who comes.
var matcher = sync.OnceValue(func() language.Matcher {
	var have []language.Tag
	for _, l := range all() {
		have = append(have, l.tag)
	}
	return language.NewMatcher(have)
})

// For returns the language that suits best who asks for those, most wanted first:
// tags such as "de" or "de-AT", as browsers and systems give them, or "de_AT.UTF-8".
// What is no tag is passed over. Where none suits it is English.
func For(wanted ...string) *Language {
	var tags []language.Tag
	for _, w := range wanted {
		w, _, _ = strings.Cut(w, ".")
		if t, err := language.Parse(w); err == nil && t != language.Und {
			tags = append(tags, t)
		}
	}
	_, i, confidence := matcher().Match(tags...)
	if confidence < language.High {
		i = 0
	}
	return all()[i]
}

// Tag returns the language's tag, "en" or "de".
func (l *Language) Tag() string {
	if l == nil {
		return language.English.String()
	}
	return l.tag.String()
}

// Name returns what the language calls itself.
func (l *Language) Name() string {
	if l == nil {
		return all()[0].name
	}
	return l.name
}

// Keys returns what the language says of its own, by the English texts, sorted: for
// tests that look for what is missing or left over. That of a noun is "noun|rat".
func (l *Language) Keys() []string {
	keys := slices.AppendSeq(slices.Collect(maps.Keys(l.texts)), maps.Keys(l.counts))
	for name := range l.nouns {
		keys = append(keys, "noun|"+name)
	}
	slices.Sort(keys)
	return keys
}

// Wrapped returns a language that says each text that l knows in English, between those
// marks: for tests that look for what is said in English whatever the language.
func (l *Language) Wrapped(before, after string) *Language {
	w := &Language{tag: l.tag, name: l.name, texts: make(map[string]string), counts: make(map[string]map[plural.Form]string)}
	for key := range l.texts {
		_, text, placed := strings.Cut(key, "|")
		if !placed {
			text = key
		}
		w.texts[key] = before + text + after
	}
	for key := range l.counts {
		w.counts[key] = map[plural.Form]string{plural.Other: before + key + after}
	}
	return w
}

// Words returns all that the language says of its own, in any order: for tests.
func (l *Language) Words() []string {
	all := slices.Collect(maps.Values(l.texts))
	for _, forms := range l.counts {
		all = slices.AppendSeq(all, maps.Values(forms))
	}
	for _, n := range l.nouns {
		all = append(all, n.Name, n.Plural, n.other)
	}
	return all
}

// Text says an English text.
func (l *Language) Text(text string) string {
	if l != nil {
		if s := l.texts[text]; s != "" {
			return s
		}
	}
	return text
}

// In is Text for what is short and says different things in different places:
// In("the hero's", "light"). The language's file has it as "the hero's|light".
func (l *Language) In(where, text string) string {
	if l != nil {
		if s := l.texts[where+"|"+text]; s != "" {
			return s
		}
	}
	return text
}

// Format says an English format of package fmt, with those operands.
func (l *Language) Format(format string, a ...any) string { return fmt.Sprintf(l.Text(format), a...) }

// Count says a number of things: one is the English format for 1, many that for all
// other numbers. Without a, n is the only operand. The language's file has it as many.
func (l *Language) Count(n int, one, many string, a ...any) string {
	if len(a) == 0 {
		a = []any{n}
	}
	return fmt.Sprintf(l.form(n, one, many), a...)
}

func (l *Language) form(n int, one, many string) string {
	if l != nil {
		if forms := l.counts[many]; forms != nil {
			if s := forms[plural.Cardinal.MatchPlural(l.tag, max(n, -n), 0, 0, 0, 0)]; s != "" {
				return s
			}
			if s := forms[plural.Other]; s != "" {
				return s
			}
		}
	}
	if n == 1 {
		return one
	}
	return many
}

// current is the language of this process's player.
var current atomic.Pointer[Language]

// Use makes l the language of this process's player, in which the functions below
// speak. A server, whose players each have their own, has no use for them.
func Use(l *Language) { current.Store(l) }

// Current returns the language of this process's player.
func Current() *Language { return current.Load() }

// Text says an English text to the player.
func Text(text string) string { return Current().Text(text) }

// In is Language.In for the player.
func In(where, text string) string { return Current().In(where, text) }

// Format is Language.Format for the player.
func Format(format string, a ...any) string { return Current().Format(format, a...) }

// Count is Language.Count for the player.
func Count(n int, one, many string, a ...any) string { return Current().Count(n, one, many, a...) }

// Mark returns a text as it is. It says that Text will be asked for it later: for
// tables that are set up before the player's language is known.
func Mark(text string) string { return text }
