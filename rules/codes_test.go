package rules

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"laneya/rules/content"
)

// toldCode finds the codes of events and refusals where they are made.
var toldCode = regexp.MustCompile(`(?:Code: |\bat\(|\bupon\(|\brefuse\(|\brefuseAt\(|\bcode :?= )"([a-z_]*[a-z])"`)

// TestEverythingHasASentence looks for codes in the sources that no message of
// the content puts into words.
func TestEverythingHasASentence(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range toldCode.FindAllStringSubmatch(string(text), -1) {
			codes[m[1]] = file
		}
	}
	if len(codes) < 100 {
		t.Fatalf("only %d codes are found", len(codes))
	}
	for code, file := range codes {
		if !slices.ContainsFunc(content.Messages, func(m content.Message) bool { return m.Code == code }) {
			t.Errorf("%s: %q has no sentence", file, code)
		}
	}
}
