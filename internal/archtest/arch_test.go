package archtest

import (
	"os"
	"slices"
	"strings"
	"testing"
)

var checks = []struct {
	name  string
	check func(tree) []string
}{
	{"imports", imports},
	{"ebitengine", ebitengine},
	{"docs", docs},
	{"exits", exits},
	{"sleeps", sleeps},
	{"goroutines", goroutines},
	{"lengths", lengths},
	{"kinds", kinds},
}

func TestTheRepository(t *testing.T) {
	repository, err := readTree("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range checks {
		t.Run(c.name, func(t *testing.T) {
			for _, complaint := range c.check(repository) {
				t.Error(complaint)
			}
		})
	}
}

// TestTheChecksBite runs the checks over a small tree in which each of them is
// violated, and compares all that they complain of.
func TestTheChecksBite(t *testing.T) {
	bad, err := readTree("testdata/bad")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range bad["geom"].files {
		if f.path == "geom/geom.go" {
			f.lines = maxLines + 1
		}
	}
	var got []string
	for _, c := range checks {
		for _, complaint := range c.check(bad) {
			got = append(got, c.name+": "+complaint)
		}
	}
	data, err := os.ReadFile("testdata/bad/complaints.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(strings.TrimSpace(string(data)), "\n")
	for _, g := range got {
		if !slices.Contains(want, g) {
			t.Errorf("too much: %s", g)
		}
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("missing: %s", w)
		}
	}
}
