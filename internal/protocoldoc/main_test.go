package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"laneya/protocol"
)

const (
	source   = "../../protocol"
	document = "../../PROTOCOL.md"
)

func TestTheDocumentIsUpToDate(t *testing.T) {
	text, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	want, err := update(source, string(text))
	if err != nil {
		t.Fatal(err)
	}
	if want != string(text) {
		t.Error("PROTOCOL.md is not what the code says: run go generate ./protocol")
	}
}

func TestEveryStructAndFieldIsExplained(t *testing.T) {
	made, err := update(source, beginMark+endMark)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range protocol.Catalogue() {
		if !strings.Contains(made, "### `"+e.Name+"`\n\n`"+e.Name+"` ") {
			t.Errorf("%s is not explained", e.Name)
		}
	}
	for line := range strings.Lines(made) {
		if strings.HasSuffix(line, "|  |\n") {
			t.Errorf("a field without a word: %s", line)
		}
	}
}

func TestRunWritesOnlyWhatChanged(t *testing.T) {
	doc := filepath.Join(t.TempDir(), "doc.md")
	if err := os.WriteFile(doc, []byte("before "+beginMark+" old "+endMark+" after"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := run(source, doc); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(doc)
	if err != nil {
		t.Fatal(err)
	}
	s := string(text)
	if !strings.HasPrefix(s, "before ") || !strings.HasSuffix(s, " after") || strings.Contains(s, " old ") {
		t.Errorf("wrote %.40q ... %q", s, s[len(s)-40:])
	}
}

func TestRunRefusesWhatItDoesNotKnow(t *testing.T) {
	doc := filepath.Join(t.TempDir(), "doc.md")
	if err := run(source, doc); err == nil {
		t.Error("a document that isn't there")
	}
	if err := os.WriteFile(doc, []byte("no marks"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := run(source, doc); err == nil {
		t.Error("a document without marks")
	}
	if _, err := update(t.TempDir(), beginMark+endMark); err == nil {
		t.Error("a folder without source")
	}
}
