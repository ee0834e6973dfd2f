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
			s := strings.NewReplacer(
				"{actor}", w.Actor, "{target}", w.Target, "{item}", w.Item, "{status}", statusName(w.Status),
				"{user}", w.User, "{text}", w.Text, "{kind}", w.Kind, "{n}", strconv.Itoa(w.N),
			).Replace(Messages[i].Text)
			return capital(s)
		}
	}
	return code
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
