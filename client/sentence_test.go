package client

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"laneya/lang"
)

// TestProtocolIsTranslated finds in the source of package protocol what it says to a
// player, and compares that with what Sentence knows.
func TestProtocolIsTranslated(t *testing.T) {
	files, err := filepath.Glob("../protocol/client*.go")
	if err != nil {
		t.Fatal(err)
	}
	said := regexp.MustCompile(`(?:l\.(?:lost|retry)\((?:cmp\.Or\(r\.Message\(\), )?|Err\w+ += errors\.New\(|&RefusedError\{)("(?:[^"\\]|\\.)*")`)
	var found []string
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range said.FindAllSubmatch(source, -1) {
			text, err := strconv.Unquote(string(m[1]))
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Contains(sentences, text) {
				t.Errorf("%s says %q, which is not translated", name, text)
			}
			found = append(found, text)
		}
	}
	for _, s := range sentences {
		if !slices.Contains(found, s) {
			t.Errorf("nothing says %q", s)
		}
	}
}

func TestSentence(t *testing.T) {
	t.Cleanup(func() { lang.Use(nil) })
	german := lang.For("de")
	lang.Use(german)
	lost := "The connection was lost."
	if got := Sentence(lost); got == lost || got != german.Text(lost) {
		t.Errorf("it says %q", got)
	}
	// A server's word is no text of the game's.
	if got := Sentence("Settings"); got != "Settings" {
		t.Errorf("a server's word became %q", got)
	}
}
