package settings

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestServersAreRemembered joins many servers, some of them again.
func TestServersAreRemembered(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "servers.toml")
	var list []Server
	for i := range 30 {
		list = Remember(list, Server{Address: fmt.Sprintf("host%d:5001", i), Title: "a \"b\"\n\x1bc", Name: "anna", Last: time.Unix(int64(i), 0).UTC()})
	}
	list = Remember(list, Server{Address: "host20:5001", Name: "no name!"})
	if len(list) != MostServers || list[0].Address != "host20:5001" || list[0].Name != "" || list[1].Address != "host29:5001" || list[1].Title != `a "b"c` {
		t.Errorf("%d: %+v", len(list), list[:3])
	}
	if err := SaveServers(path, list); err != nil {
		t.Fatal(err)
	}
	got, err := LoadServers(path)
	if err != nil || !slices.Equal(got, list) {
		t.Errorf("they come back as %+v, %v", got, err)
	}
	if list = Forget(list, "host20:5001"); list[0].Address != "host29:5001" || len(list) != MostServers-1 {
		t.Errorf("forgetting leaves %+v", list[0])
	}
	if got, err := LoadServers(filepath.Join(t.TempDir(), "none")); got != nil || err != nil {
		t.Errorf("without a file: %v, %v", got, err)
	}
}

// TestBadEditsOfServersLoseLittle edits the file by hand.
func TestBadEditsOfServersLoseLittle(t *testing.T) {
	path := filepath.Join(t.TempDir(), "servers.toml")
	put := func(text string) {
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("[[server]]\naddress = \"  \"\n[[server]]\naddress = \"a:1\"\nmine = true\n[[server]]\naddress = \"a:1\"\n")
	if got, err := LoadServers(path); err != nil || len(got) != 1 || got[0].Address != "a:1" {
		t.Errorf("%+v, %v", got, err)
	}
	for _, text := range []string{"[[server", "server = 3", "[[server]]\nlast = \"today\"", "\x00"} {
		put(text)
		got, err := LoadServers(path)
		if got != nil || err == nil || !strings.Contains(err.Error(), path+".bad") {
			t.Errorf("%q: %v, %v", text, got, err)
		}
		if kept, err := os.ReadFile(path + ".bad"); err != nil || string(kept) != text {
			t.Errorf("%q is not kept: %q, %v", text, kept, err)
		}
	}
}
