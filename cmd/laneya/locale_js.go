package main

import "syscall/js"

// locales are the languages that the player has chosen in the browser.
func locales() []string { return []string{js.Global().Get("navigator").Get("language").String()} }
