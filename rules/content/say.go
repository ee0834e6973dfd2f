package content

import (
	"strings"

	"laneya/lang"
)

// The tables are written in English. What of them is told to a user is said in her
// language, which the functions that make words are given; nil is English. Names are
// nouns there, which know their gender; all else is text.

// Name returns what something is called that a table calls name.
func Name(say *lang.Language, name string) string {
	if n := say.Noun(name); n != nil {
		return n.Name
	}
	return name
}

// The returns a name in the singular with its definite article: "the rat".
func The(say *lang.Language, name string, c lang.Case) string {
	if n := say.Noun(name); n != nil {
		return n.The[c] + n.In(c)
	}
	return "the " + name
}

// A returns a name in the singular with its indefinite article: "a rat", "an
// ember hound". In English it goes by the first letter, which is enough for the
// tables.
func A(say *lang.Language, name string, c lang.Case) string {
	if n := say.Noun(name); n != nil {
		return n.A[c] + n.In(c)
	}
	if name != "" && strings.ContainsRune("aeiou", rune(name[0])) {
		return "an " + name
	}
	return "a " + name
}

// Several returns the plural of a name, which in English is own, or regular if that
// is "".
func Several(say *lang.Language, name, own string) string {
	if n := say.Noun(name); n != nil {
		return n.Plural
	}
	return Plural(name, own)
}

// One returns what a foe of the kind is called when it is not known which: "an
// ember hound"; there is one of each boss, "the Old Weaver".
func (f *Foe) One(say *lang.Language, c lang.Case) string {
	if f.Has(Boss) {
		return The(say, f.Name, c)
	}
	return A(say, f.Name, c)
}

// List joins names as a sentence does: "a, b and c".
func List(say *lang.Language, names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return say.Format("%s and %s", strings.Join(names[:last], ", "), names[last])
}

// CaseOf returns the case in which the sentence with that code has what it calls name:
// "actor", "target" or "item".
func CaseOf(say *lang.Language, code, name string) lang.Case {
	m := messageOf[code]
	if say == nil || m == nil {
		return lang.Nominative
	}
	_, after, found := strings.Cut(say.Text(m.Text), "{"+name+":")
	if !found {
		return lang.Nominative
	}
	return lang.CaseNamed(after[:strings.IndexAny(after, "|}")])
}

// Template returns the Text of a message as clients are told it, who get all names in
// the case that they are to stand in.
func Template(say *lang.Language, m *Message) string {
	text := say.Text(m.Text)
	if text == m.Text {
		return text
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		var inside string
		inside, text, _ = strings.Cut(rest, "}")
		name, yours, forms := strings.Cut(inside, "|")
		if param, _, _ := strings.Cut(name, ":"); names[param] {
			name = param
		}
		b.WriteString("{" + name)
		if forms {
			b.WriteString("|" + yours)
		}
		b.WriteByte('}')
	}
}

// names are the words of a Message's Text that stand for what is named.
var names = map[string]bool{
	"actor": true, "target": true, "item": true, "n": true, "status": true, "user": true, "text": true, "kind": true,
}

// messageOf finds the messages by their codes.
var messageOf = func() map[string]*Message {
	of := make(map[string]*Message, len(Messages))
	for i := range Messages {
		of[Messages[i].Code] = &Messages[i]
	}
	return of
}()
