package client

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainText returns s as one line of valid UTF-8 that is at most limit bytes
// long and has no character that isn't shown, such as those that turn the
// direction of writing. What it cuts off isn't kept in memory.
func plainText(s string, limit int) string {
	if len(s) <= limit && isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s[:min(len(s), limit)], "")
	return strings.Clone(strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) {
			return -1
		}
		return r
	}, s))
}

// isPlain spares the usual text the copy.
func isPlain(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError || !unicode.IsGraphic(r) {
			return false
		}
	}
	return true
}
