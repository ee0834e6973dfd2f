package main

import (
	"os"
	"path/filepath"
	"strconv"
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

// The prose names the limits of the code, and shows a frame that is one.
func TestTheProseIsTrue(t *testing.T) {
	text, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	doc := strings.Join(strings.Fields(string(text)), " ")
	for limit, said := range map[int]string{
		protocol.MaxFirstFrame:   "| the first message of a client | 4,096 |",
		protocol.MaxFrameIn:      "| any further message of a client | 16,384 |",
		protocol.MaxFrameOut:     "| what a laneya server sends | 262,144 |",
		protocol.MaxFrameClient:  "| what a laneya client accepts | 1,048,576 |",
		protocol.MaxTokens:       "or more than 1,024 tokens",
		protocol.MaxDepth:        "more than 16 levels of objects",
		protocol.MaxBatch:        "carries up to 32 actions",
		protocol.MaxName:         "1 to 20 ASCII letters",
		protocol.MaxMapSide:      "no map of more than 512 fields",
		protocol.MaxEntities:     "no more than 10,000 entities",
		protocol.MaxText:         "cuts texts to 1,000 bytes",
		protocol.DefaultMaxQueue: "holds up to 512 KiB",
		int(protocol.MaxVersion): "There is one version so far, 1.",
	} {
		number := strings.ReplaceAll(said, ",", "")
		if !strings.Contains(number, strconv.Itoa(limit)) && !strings.Contains(number, strconv.Itoa(limit>>10)+" KiB") {
			t.Errorf("the limit is %d, and the document says %q", limit, said)
		}
		if !strings.Contains(doc, said) {
			t.Errorf("the document does not say %q", said)
		}
	}
	_, shown, _ := strings.Cut(string(text), "```\n")
	shown, _, _ = strings.Cut(shown, "\n```")
	payload, err := protocol.NewFrameReader(strings.NewReader(shown), protocol.MaxFirstFrame).Next()
	if err != nil {
		t.Fatalf("%q: %v", shown, err)
	}
	if _, err := protocol.DecodeRequest(payload); err != nil {
		t.Errorf("%s: %v", payload, err)
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
