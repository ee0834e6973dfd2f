package server_test

import (
	"context"
	"net"
	"testing"
	"testing/synctest"
	"time"

	"laneya/client"
	"laneya/server"
)

// TestAbout asks a world from outside: that wakes nobody, and counts who plays.
func TestAbout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, server.Config{Title: "anna's caves"})
		wants := func(players int, hero string) {
			t.Helper()
			time.Sleep(time.Second)
			g, err := client.Ask(t.Context(), s.Dial, hero)
			if err != nil || !g.Told || g.World != "anna's caves" || g.Players != players || g.Version == "" {
				t.Errorf("%+v, %v; want %d players", g, err, players)
			}
			if n := s.Players(); n != players {
				t.Errorf("it says %d itself", n)
			}
		}
		wants(0, "anna")
		anna := join(t, s, "anna")
		wants(0, "anna")
		anna.must("watch", watchData)
		again := join(t, s, "anna")
		again.must("watch", watchData)
		wants(1, "ben")
		ben := join(t, s, "ben")
		ben.must("move", `{"direction":"stop"}`)
		wants(2, "anna")
		anna.close()
		wants(2, "anna")
		again.close()
		wants(1, "anna")
	})
}

// TestSilentServersTellNothing asks one that mayn't tell, alone and in a batch.
func TestSilentServersTellNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, server.Config{Title: "secret", Silent: true})
		if g, err := client.Ask(t.Context(), s.Dial, "anna"); err != nil || g.Told || g.World != "" {
			t.Errorf("%+v, %v", g, err)
		}
		anna := join(t, s, "anna")
		m := anna.must("batch", `{"actions":[{"action":"about","data":{}}]}`)
		if list := m.data["results"].([]any); list[0].(map[string]any)["status"] != "illegal" {
			t.Errorf("in a batch: %s", m.raw)
		}
	})
}

// TestAskingWhatIsNoServer asks what hangs up, what says something else, and
// what says nothing.
func TestAskingWhatIsNoServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ask := func(ctx context.Context, answer func(net.Conn)) (client.Glance, error) {
			return client.Ask(ctx, func(context.Context) (net.Conn, error) {
				ours, theirs := net.Pipe()
				go answer(theirs)
				return ours, nil
			}, "anna")
		}
		read := func(c net.Conn) { _, _ = c.Read(make([]byte, 4096)) }
		if g, err := ask(t.Context(), func(c net.Conn) { read(c); c.Close() }); err != nil || g.Told {
			t.Errorf("an old server: %+v, %v", g, err)
		}
		if _, err := ask(t.Context(), func(c net.Conn) { read(c); _, _ = c.Write([]byte("HTTP/1.1 400\r\n")); c.Close() }); err == nil {
			t.Error("a web server passes")
		}
		ctx, cancel := context.WithCancel(t.Context())
		go func() { synctest.Wait(); cancel() }()
		if _, err := ask(ctx, read); err == nil {
			t.Error("what says nothing passes")
		}
	})
}
