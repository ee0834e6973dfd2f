//go:build (linux && !android) || freebsd || netbsd || openbsd

package display

import (
	"strings"
	"testing"
)

func TestCheck(t *testing.T) {
	const live = "/tmp/.X11-unix/X7"
	only := func(socket string) bool { return socket == live }
	for _, c := range []struct{ name, want string }{
		{"", "DISPLAY is not set"},
		{":7", ""},
		{":7.0", ""},
		{"unix:7", ""},
		{":8", "nothing answers at DISPLAY=:8"},
		{"unix:77", "nothing answers"},
		{"far.example:0", ""},
		{"localhost:10.0", ""},
		{":", ""},
	} {
		got := check(c.name, only)
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("DISPLAY=%q: %q, want %q", c.name, got, c.want)
		}
		if strings.Count(got, "\n") > 0 {
			t.Errorf("DISPLAY=%q: more than one line", c.name)
		}
	}
}
