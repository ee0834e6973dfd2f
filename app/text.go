package app

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"laneya/lang"
)

// gap parts what stands in one line.
const gap = "   ·   "

// asSentence makes a sentence for a person out of a few words.
func asSentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[n:]
	if last := s[len(s)-1]; last != '.' && last != '!' && last != '?' && !strings.HasSuffix(s, "…") {
		s += "."
	}
	return s
}

// asTitle returns s with a capital first letter.
func asTitle(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// roundTrip returns how long a round trip takes, coarse enough not to flicker.
func roundTrip(d time.Duration) time.Duration {
	switch {
	case d < time.Millisecond:
		return 0
	case d < 20*time.Millisecond:
		return d.Round(time.Millisecond)
	}
	return d.Round(5 * time.Millisecond)
}

func roundTripText(d time.Duration) string {
	if d == 0 {
		return lang.Text("under 1 ms")
	}
	return lang.Format("%d ms", d.Milliseconds())
}

// seconds returns d in whole seconds, rounded up.
func seconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }
