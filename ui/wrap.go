package ui

import "strings"

// Wrap breaks text into lines that are at most width pixels wide, at blanks
// where it can, within a word where that is too long for a line. Blanks stay as
// they are in a paragraph that fits.
func Wrap(f *Face, text string, width int) []string {
	var lines []string
	for _, para := range strings.Split(text, "\n") {
		if f.Width(para) <= width {
			lines = append(lines, para)
			continue
		}
		line := ""
		for _, word := range strings.Fields(para) {
			joined := word
			if line != "" {
				joined = line + " " + word
			}
			if f.Width(joined) <= width {
				line = joined
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			var broken []string
			broken, line = breakWord(f, word, width)
			lines = append(lines, broken...)
		}
		lines = append(lines, line)
	}
	return lines
}

// breakWord cuts full lines off a word, and returns what is left of it.
func breakWord(f *Face, word string, width int) (lines []string, rest string) {
	for f.Width(word) > width {
		n := 0
		for i := range word {
			if i > 0 && f.Width(word[:i]) > width {
				break
			}
			n = i
		}
		if n == 0 {
			return lines, word // not even one character fits
		}
		lines = append(lines, word[:n])
		word = word[n:]
	}
	return lines, word
}

// Ellipsis cuts text so that it is at most width pixels wide.
func Ellipsis(f *Face, text string, width int) string {
	if f.Width(text) <= width {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if cut := string(runes[:n]) + "…"; f.Width(cut) <= width {
			return cut
		}
	}
	return "…"
}
