package content

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"laneya/lang"
)

// Words are what a sentence of Messages names. Status is a key.
type Words struct {
	Actor, Target, Item, Status, User, Text, Kind string
	N                                             int
}

// Sentence returns the message with that code, naming w; the code itself if
// there is no such message.
func Sentence(say *lang.Language, code string, w Words) string {
	if m := messageOf[code]; m != nil {
		return w.fill(say, say.Text(m.Text))
	}
	return code
}

// You is what a sentence calls the one who reads it.
const You = "you"

// fill returns a Message's Text, naming w.
func (w *Words) fill(say *lang.Language, text string) string {
	var b strings.Builder
	who := "" // was named last
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return capital(b.String())
		}
		var inside string
		inside, text, _ = strings.Cut(rest, "}")
		first, yours, forms := strings.Cut(inside, "|")
		name, _, _ := strings.Cut(first, ":")
		word := first
		if names[name] {
			if word = w.word(say, name); name == "actor" || name == "target" || name == "user" {
				who = word
			}
			forms = forms && word == You
		} else {
			forms = forms && who == You
		}
		if forms {
			word = yours
		}
		b.WriteString(word)
	}
}

// word returns what stands for a name in a Message's Text.
func (w *Words) word(say *lang.Language, name string) string {
	switch name {
	case "actor":
		return w.Actor
	case "target":
		return w.Target
	case "user":
		return w.User
	case "item":
		return w.Item
	case "status":
		return statusName(say, w.Status)
	case "text":
		return w.Text
	case "kind":
		return w.Kind
	}
	return strconv.Itoa(w.N)
}

// statusName returns the name of the status with that key; the key itself if
// there is none.
func statusName(say *lang.Language, key string) string {
	if k, ok := statusTable.lookup(key); ok {
		return k.Row().Called(say)
	}
	return key
}

// capital returns s with a capital first letter.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if up := unicode.ToUpper(r); up != r {
		return string(up) + s[n:]
	}
	return s
}
