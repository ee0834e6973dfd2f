package app

import (
	"context"
	"errors"
	"fmt"
	"image"
	"net"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/protocol"
	"laneya/server"
	"laneya/settings"
	"laneya/ui"
)

func TestLinesThatFriendsSend(t *testing.T) {
	for line, want := range map[string][2]string{
		"friend.example":                              {"friend.example:5001"},
		" 192.168.1.7:77 ":                            {"192.168.1.7:77"},
		"laneya -connect 10.0.0.2:5001 -name ben":     {"10.0.0.2:5001", "ben"},
		`"./laneya.exe --name=ben --connect=[::1]:7"`: {"[::1]:7", "ben"},
		"go run ./cmd/laneya -connect friend.example": {"friend.example:5001"},
		"laneya://friend.example:5002":                {"friend.example:5002"},
		"LANEYA://ben@friend.example/":                {"friend.example:5001", "ben"},
		"https://friend.example":                      {},
		"laneya -solo":                                {},
		"laneya -connect":                             {},
		"laneya -connect a:1 -name no/name":           {},
		"a:99999":                                     {},
		"::::":                                        {},
		"":                                            {},
	} {
		address, name, err := readLine(line)
		if want == ([2]string{}) {
			if err == nil || strings.Count(sentence(err), ".") < 1 {
				t.Errorf("%q is %q and %q, %v", line, address, name, err)
			}
			continue
		}
		if err != nil || address != want[0] || name != want[1] {
			t.Errorf("%q is %q and %q, %v", line, address, name, err)
		}
	}
}

func FuzzReadLine(f *testing.F) {
	for _, line := range []string{"a:1", "laneya -connect a:1 -name b", "laneya://b@a:1/", "[::1]", "-connect", "“”"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		address, name, err := readLine(line)
		if err != nil {
			return
		}
		if _, _, err := net.SplitHostPort(address); err != nil || name != "" && CheckName(name) != nil {
			t.Errorf("%q is %q and %q, %v", line, address, name, err)
		}
	})
}

// joining returns a rig that shows friends' worlds: one that answers, one that doesn't,
// and one on the local network.
func joining(t testing.TB) *rig {
	srv, err := server.New(server.Config{Title: "Ben's caves", Seed: 7})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = srv.Shutdown(context.Background()) })
	r := newRig(t, func(c *Config) {
		c.Today = func() time.Time { return time.Date(2030, 1, 2, 0, 0, 0, 0, time.UTC) }
		c.Servers = []settings.Server{
			{Address: "ben.example:5001", Name: "anna", Last: c.Today()},
			{Address: "gone.example:5001", Title: "Cleo's caves", Name: "annabel", Last: c.Today()},
		}
		c.Dial = func(address string) Dialer {
			if address != "ben.example:5001" {
				return func(context.Context) (net.Conn, error) { return nil, syscall.ECONNREFUSED }
			}
			return srv.Dial
		}
		c.Seek = func(ctx context.Context, found func(Nearby)) error {
			for n := range 3 {
				found(Nearby{Address: "192.168.1.9:5001", Title: "Dora's caves", Players: n + 1, Version: "v0.0.0"})
			}
			<-ctx.Done()
			return nil
		}
	})
	r.g.openJoin()
	l := &r.g.top().(*listScreen).list
	r.until("all worlds have answered", func() bool {
		return len(l.Rows) > 5 && noted(l, "nobody hosts there now") && noted(l, "3 players") && noted(l, "0 players, under 1 ms")
	})
	return r
}

// noted reports whether a row has the note.
func noted(l *ui.List, note string) bool {
	return slices.ContainsFunc(l.Rows, func(r ui.Row) bool { return r.Note == note })
}

func texts(l *ui.List) (out []string) {
	for _, r := range l.Rows {
		out = append(out, r.Text)
	}
	return out
}

// TestWorldsAreListed looks at the list, searches in it, and forgets one.
func TestWorldsAreListed(t *testing.T) {
	r := joining(t)
	var kept []settings.Server
	r.g.cfg.KeepServers = func(s []settings.Server) error { kept = s; return nil }
	l := &r.g.top().(*listScreen).list
	want := []string{"On your network", "Dora's caves", "Where you were", "ben.example:5001", "Cleo's caves", "You", "Your name", "Forget a world"}
	if got := texts(l); !slices.Equal(got, want) {
		t.Errorf("it lists %q", got)
	}
	keyboard{}.row(r, l, 3)
	if d := fmt.Sprint(l.Detail); !strings.Contains(d, "2030-01-02") || !strings.Contains(d, "development") {
		t.Errorf("the detail is %s", d)
	}
	r.writes("cleo")
	if got := texts(l); !slices.Equal(got, []string{"Where you were", "Cleo's caves", "Join cleo:5001"}) {
		t.Errorf("searched, it lists %q", got)
	}
	for range "cleo" {
		keyboard{}.tap(r, ebiten.KeyBackspace)
	}
	keyboard{}.row(r, l, 4)
	keyboard{}.tap(r, ebiten.KeyDelete)
	if len(kept) != 1 || kept[0].Address != "ben.example:5001" {
		t.Errorf("kept are %v", kept)
	}
	r.writes("laneya -connect a:99999")
	if got := texts(l); len(got) > 0 || !strings.Contains(l.Empty, "65535") {
		t.Errorf("a bad line lists %q and says %q", got, l.Empty)
	}
}

// TestJoiningAsksTheNameOnce joins a world, which is remembered, and another one.
func TestJoiningAsksTheNameOnce(t *testing.T) {
	r := joining(t)
	r.g.cfg.Name = "hero"
	l := &r.g.top().(*listScreen).list
	r.writes("friend.example")
	keyboard{}.row(r, l, 0)
	keyboard{}.tap(r, ebiten.KeyEnter)
	r.wants("What are you called?")
	r.writes("ine")
	keyboard{}.tap(r, ebiten.KeyEnter)
	r.wants("play")
	if p := r.g.top().(*play); p.where != "friend.example:5001" || r.session.name != "heroine" || r.g.set.Name != "heroine" {
		t.Errorf("joined %q as %q", p.where, r.session.name)
	}
	if s := r.g.cfg.Servers[0]; s.Address == "friend.example:5001" {
		t.Error("it is remembered before it answered")
	}
	r.tell(link(protocol.Online, ""))
	r.frames(2)
	if s := r.g.cfg.Servers[0]; s.Address != "friend.example:5001" || s.Name != "heroine" || s.Last.Year() != 2030 {
		t.Errorf("remembered is %+v", s)
	}
	r.g.home()
	r.g.openJoin()
	r.frame()
	r.writes("laneya://other.example")
	keyboard{}.tap(r, ebiten.KeyEnter)
	r.wants("play")
	if r.session.name != "heroine" {
		t.Errorf("joined as %q", r.session.name)
	}
}

// TestHostingAsIsSet opens the player's world to friends.
func TestHostingAsIsSet(t *testing.T) {
	r := newRig(t, nil)
	r.world.invite = "laneya -connect 192.168.1.7:4444"
	r.g.openHosting()
	r.frames(2)
	r.setting("Death")
	r.press(ebiten.KeyArrowRight)
	l := r.setting("Port")
	keyboard{}.tap(r, ebiten.KeyEnter)
	r.wants("Which port?")
	for range 4 {
		keyboard{}.tap(r, ebiten.KeyBackspace)
	}
	keyboard{}.tap(r, ebiten.KeyEnter)
	r.wants("Which port?")
	r.writes("4444")
	keyboard{}.tap(r, ebiten.KeyEnter)
	r.wants("Host for friends")
	keyboard{}.row(r, l, 0)
	keyboard{}.tap(r, ebiten.KeyEnter)
	r.wants("What are you called?")
	keyboard{}.tap(r, ebiten.KeyEnter)
	r.until("the world is open", func() bool { return r.screen() == "Your world is open" })
	want := settings.Default().Host
	want.Port, want.Death = 4444, "lenient"
	if r.hosted != want || r.called != "anna's caves" {
		t.Errorf("it is open as %+v, called %q", r.hosted, r.called)
	}
	r.g.pop()
	r.g.openInvitation(r.g.top().(*play))
	choose(r, keyboard{}, idCopy)
	if copied := r.g.cfg.Clipboard.Read(); copied != r.world.invite {
		t.Errorf("copied is %q", copied)
	}
}

func TestWhyAWorldIsAway(t *testing.T) {
	seen := map[string]bool{}
	for _, err := range []error{
		&net.DNSError{}, syscall.ECONNREFUSED, syscall.ENETUNREACH, context.DeadlineExceeded, client.ErrStranger, errors.New("odd"),
	} {
		seen[whyAway(fmt.Errorf("dial: %w", err))] = true
	}
	if len(seen) != 6 {
		t.Errorf("it says %v", seen)
	}
}

// TestWorldsAndHostingFit opens both lists in windows of several sizes.
func TestWorldsAndHostingFit(t *testing.T) {
	r := joining(t)
	notes := &sheet{painter: r.g.painter}
	r.g.painter = notes
	for name, open := range map[string]func(){"join": func() {}, "host": r.g.openHosting} {
		open()
		for _, scale := range []float64{1, 1.5, 2, 3} {
			for _, size := range []image.Point{{800, 500}, {1280, 800}} {
				r.g.resize(size, scale)
				r.frames(3)
				notes.page = page{}
				r.g.redraw()
				r.frame()
				notes.check(t, fmt.Sprintf("%s: scale %v in %v", name, scale, size), size)
			}
		}
		if name == "host" {
			r.g.pop()
		}
	}
}
