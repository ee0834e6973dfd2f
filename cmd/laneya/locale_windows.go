package main

import "golang.org/x/sys/windows"

// locales are the languages that the player has chosen in the system, most wanted
// first.
func locales() []string {
	// Without an answer the game speaks English until it is set.
	tags, _ := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	return tags
}
