package content

import (
	"strconv"
	"strings"
)

// Words are what a sentence of Messages names. Status is a key.
type Words struct {
	Actor, Target, Item, Status, User, Text, Kind string
	N                                             int
}

// Sentence returns the message with that code, naming w; the code itself if
// there is no such message.
func Sentence(code string, w Words) string {
	for i := range Messages {
		if Messages[i].Code == code {
			return w.fill(Messages[i].Text)
		}
	}
	return code
}

// You is what a sentence calls the one who reads it.
const You = "you"

// fill returns a Message's Text, naming w.
func (w *Words) fill(text string) string {
	var b strings.Builder
	who := "" // was named last
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return capital(b.String())
		}
		var name string
		name, text, _ = strings.Cut(rest, "}")
		word := ""
		switch name {
		case "actor":
			word, who = w.Actor, w.Actor
		case "target":
			word, who = w.Target, w.Target
		case "user":
			word, who = w.User, w.User
		case "item":
			word = w.Item
		case "status":
			word = statusName(w.Status)
		case "text":
			word = w.Text
		case "kind":
			word = w.Kind
		case "n":
			word = strconv.Itoa(w.N)
		default:
			others, yours, _ := strings.Cut(name, "|")
			if word = others; who == You {
				word = yours
			}
		}
		b.WriteString(word)
	}
}

// statusName returns the name of the status with that key; the key itself if
// there is none.
func statusName(key string) string {
	if k, ok := statusTable.lookup(key); ok {
		return k.Row().Name
	}
	return key
}

// capital returns s with a capital first letter, if that is an ASCII letter.
func capital(s string) string {
	if s != "" && 'a' <= s[0] && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}
