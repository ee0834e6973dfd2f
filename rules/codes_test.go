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

// TestEverySentenceIsTold looks for messages of the content whose codes the
// sources never name.
func TestEverySentenceIsTold(t *testing.T) {
	var sources []string
	for _, dir := range []string{"*.go", "../server/*.go"} {
		files, err := filepath.Glob(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sources = append(sources, string(text))
		}
	}
	named := func(literal string) bool {
		return slices.ContainsFunc(sources, func(s string) bool { return strings.Contains(s, literal) })
	}
	for i := range content.Messages {
		code := content.Messages[i].Code
		// "say_near" is made of a part and a name.
		part, _, _ := strings.Cut(code, "_")
		if !named(`"`+code+`"`) && !named(`"`+part+`_" +`) {
			t.Errorf("nothing tells %q", code)
		}
	}
}

// TestOneselfIsYou lets a hero and her friend read the same.
func TestOneselfIsYou(t *testing.T) {
	w := inCaves(t, Options{}, "######\n#ab..#\n######")
	l := w.levels[0]
	a, b := w.hero("a"), w.hero("b")
	f := putFoe(t, l, "cave_brute", 3, 1)
	it := l.newItem(kindOf(t, "mace"), 1)
	events := []struct {
		e              Event
		yours, another string
	}{
		{upon("hit", &a.Actor, &f.Actor), "You hit the cave brute for 4.", "A hits the cave brute for 4."},
		{upon("hit_hero", &f.Actor, &a.Actor), "The cave brute hits you for 4.", "The cave brute hits a for 4."},
		{upon("thorns", &f.Actor, &a.Actor), "You are pricked by the cave brute for 4.", "A is pricked by the cave brute for 4."},
		{upon("block", &f.Actor, &a.Actor), "You raise your shield, and it stops the cave brute.", "A raises her shield, and it stops the cave brute."},
		{Event{Code: "picks_up", by: &a.Actor, thing: it, Placed: true, At: a.Pos}, "You take the mace.", "A takes the mace."},
	}
	for _, e := range events {
		e.e.N = 4
		a.heard, b.heard = nil, nil
		l.show(e.e)
		for h, want := range map[*hero]string{a: e.yours, b: e.another} {
			if len(h.heard) != 1 {
				t.Fatalf("%s reads %v", h.Name, h.heard)
			}
			got := h.heard[0]
			s := content.Sentence(nil, got.Code, content.Words{Actor: got.Actor, Target: got.Target, Item: got.Item, N: got.N})
			if s != want {
				t.Errorf("%s reads %q and not %q", h.Name, s, want)
			}
		}
	}
	a.heard = nil
	a.tell(Event{Code: "struggles", Actor: "a"})
	if a.heard[0].Actor != content.You {
		t.Errorf("told by name, she reads %+v", a.heard[0])
	}
}
