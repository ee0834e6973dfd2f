//go:build !windows && !js

package main

import "os"

// locales are the languages that the player has chosen in the system, most wanted
// first. What macOS starts without a terminal has none of these variables.
func locales() []string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			return []string{v}
		}
	}
	return nil
}
