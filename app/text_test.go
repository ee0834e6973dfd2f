package app

import (
	"testing"
	"time"
)

func TestParseAddress(t *testing.T) {
	for in, want := range map[string]string{
		"friend":             "friend:5001",
		" friend:77 ":        "friend:77",
		"192.168.1.7":        "192.168.1.7:5001",
		"[::1]:80":           "[::1]:80",
		"::1":                "[::1]:5001",
		"[fe80::1]":          "[fe80::1]:5001",
		"":                   "",
		":5001":              "",
		"friend:0":           "",
		"friend:65536":       "",
		"friend:http":        "",
		"a b:5001":           "",
		"http://friend:5001": "",
		"a:b:c":              "",
	} {
		got, err := ParseAddress(in)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v; want %q", in, got, err, want)
		}
	}
}

func TestCheckName(t *testing.T) {
	for name, good := range map[string]bool{
		"anna": true, "A-1_z": true, "abcdefghijabcdefghij": true,
		"": false, "abcdefghijabcdefghijk": false, "a b": false, "änna": false, "a/b": false, "a\x00": false,
	} {
		if err := CheckName(name); (err == nil) != good {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestSentence(t *testing.T) {
	for in, want := range map[string]string{
		"it failed": "It failed.", "Why?": "Why?", "done.": "Done.", " über ": "Über.", "und so…": "Und so…", "": "",
	} {
		if got := asSentence(in); got != want {
			t.Errorf("%q became %q", in, got)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for in, want := range map[time.Duration]string{
		0:                       "under 1 ms",
		400 * time.Microsecond:  "under 1 ms",
		1600 * time.Microsecond: "2 ms",
		23 * time.Millisecond:   "25 ms",
		1500 * time.Millisecond: "1500 ms",
	} {
		if got := roundTripText(roundTrip(in)); got != want {
			t.Errorf("%v: %q, want %q", in, got, want)
		}
	}
}
