package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var sample = report{section: serverSection, machine: "a machine.", rows: []row{
	{what: "thing", ours: "1 s", least: "2 s", ratio: "0.50", goal: "≤ 1 s", verdict: judge(true)},
	{what: "other", ours: unmeasured},
}}

func TestReportIsATable(t *testing.T) {
	var b bytes.Buffer
	if err := sample.print(&b); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"| measured | ours | least server | ratio | goal | |\n|---|---|---|---|---|---|\n",
		"| thing | 1 s | 2 s | 0.50 | ≤ 1 s | met |\n",
		"| other | not measured | | | | |\n",
	} {
		if !strings.Contains(b.String(), line) {
			t.Errorf("the report lacks %q:\n%s", line, b.String())
		}
	}
}

func TestReportIsPutBetweenTheMarkers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "BENCH.md")
	open, close := serverSection.markers()
	text := "# Before\n\n" + string(open) + "old\n" + string(close) + "\n# After\n"
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	var written []string
	for range 2 {
		if err := sample.replaceIn(path); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		written = append(written, string(got))
	}
	got := written[0]
	if !strings.HasPrefix(got, "# Before\n\n"+string(open)) || !strings.HasSuffix(got, string(close)+"\n# After\n") {
		t.Errorf("what stands around the table was changed:\n%s", got)
	}
	if strings.Contains(got, "old") || !strings.Contains(got, "| thing |") {
		t.Errorf("the table was not replaced:\n%s", got)
	}
	if written[1] != got {
		t.Errorf("writing it again gave another file:\n%s", written[1])
	}
}

func TestReportWantsMarkers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "BENCH.md")
	if err := os.WriteFile(path, []byte("# Nothing here\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := sample.replaceIn(path); err == nil {
		t.Error("a file without markers was accepted")
	}
}

func TestBenchMdHasTheMarkers(t *testing.T) {
	text, err := os.ReadFile("../../BENCH.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sections {
		open, close := s.markers()
		before, after, _ := bytes.Cut(text, open)
		if len(before) == len(text) || !bytes.Contains(after, close) {
			t.Errorf("BENCH.md has no lines to put the %s between", s.name)
		}
	}
}

func TestFiguresForAPerson(t *testing.T) {
	for _, test := range [][2]string{
		{perSecond(12), "12/s"}, {perSecond(41_234), "41.2 k/s"}, {perSecond(1_100_000), "1.10 M/s"},
		{seconds(0.0000185), "18.5 µs"}, {seconds(0.02), "20 ms"}, {seconds(1.5), "1.5 s"},
		{milli(0.09996), "100.0 ms"}, {kilobytes(2048), "2.0 KB"},
	} {
		if test[0] != test[1] {
			t.Errorf("got %q, want %q", test[0], test[1])
		}
	}
}
