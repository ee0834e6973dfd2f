package main

import (
	"os/user"
	"strings"

	"laneya/app"
)

// defaultName is what the system calls the player, as far as a name may have
// its letters.
func defaultName() string {
	u, err := user.Current()
	if err != nil {
		return fallbackName
	}
	return reduceName(u.Username)
}

const fallbackName = "hero"

func reduceName(s string) string {
	// On Windows the computer's name comes first.
	s = s[strings.LastIndexByte(s, '\\')+1:]
	s = strings.Map(func(r rune) rune {
		if app.NameRune(r) {
			return r
		}
		return -1
	}, s)
	if s == "" {
		return fallbackName
	}
	return s[:min(len(s), 20)]
}
