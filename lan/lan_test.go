package lan

import (
	"context"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// loopback returns a socket on this machine alone.
func loopback(t *testing.T) *net.UDPConn {
	t.Helper()
	conn, err := net.ListenUDP("udp4", &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		t.Fatal(err)
	}
	return conn
}

// TestAGameIsFound lets one socket ask and another answer, whose game changes.
func TestAGameIsFound(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	host, guest := loopback(t), loopback(t)
	players := make(chan int, 2)
	players <- 1
	players <- 2
	a := answerer{conn: host, now: time.Now, game: func() Game {
		return Game{Name: "anna's \x1bcaves", Port: 5001, Players: <-players, Version: "1.0"}
	}}
	told := make(chan Found)
	s := seeker{conn: guest, found: func(f Found) { told <- f }, ask: func(packet []byte) {
		for range 2 {
			_, _ = guest.WriteTo(packet, host.LocalAddr())
		}
	}}
	done := make(chan error, 2)
	go func() { done <- a.run(ctx) }()
	go func() { done <- s.run(ctx) }()
	for want := 1; want <= 2; want++ {
		f := <-told
		if f.Address() != "127.0.0.1:5001" || f.Game != (Game{"anna's caves", 5001, want, "1.0"}) {
			t.Errorf("found %+v at %s", f.Game, f.Address())
		}
	}
	cancel()
	close(players)
	for range 2 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

// TestHostsAnswerLittle floods a host, asks it from afar, and asks it too shortly.
func TestHostsAnswerLittle(t *testing.T) {
	now := time.Unix(0, 0)
	long := strings.Repeat("\"é", 100)
	a := answerer{now: func() time.Time { return now }, game: func() Game { return Game{Name: long, Port: 65535, Players: 999, Version: long} }}
	a.tokens, a.filled = answersAtOnce, now
	packet, local := appendQuestion(nil, nonce{1}), netip.MustParseAddr("192.168.1.7")
	answers := func(n int) (count int) {
		for range n {
			if out := a.answer(nil, packet, local); len(out) > len(packet) {
				t.Fatalf("%d bytes are answered with %d", len(packet), len(out))
			} else if len(out) > 0 {
				count++
			}
		}
		return count
	}
	if out := a.answer(nil, packet, netip.MustParseAddr("203.0.113.9")); len(out) > 0 {
		t.Error("somebody far off is answered")
	}
	if out := a.answer(nil, packet[:packetSize-1], local); len(out) > 0 {
		t.Error("a short question is answered")
	}
	if n := answers(1000); n != answersAtOnce {
		t.Errorf("%d of 1000 questions are answered at once", n)
	}
	now = now.Add(time.Second)
	if n := answers(1000); n != answersPerSecond {
		t.Errorf("%d of 1000 questions are answered a second later", n)
	}
}

// TestWhoIsNear looks at addresses from a machine with a public one.
func TestWhoIsNear(t *testing.T) {
	own := networks{netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("2001:db8::/64")}
	for addr, want := range map[string]bool{
		"203.0.113.9": true, "203.0.114.9": false, "192.168.1.1": true, "::ffff:10.0.0.1": true, "127.0.0.1": true,
		"2001:db8::7": true, "2001:db9::7": false, "fe80::1": true, "fd00::1": true, "8.8.8.8": false,
	} {
		if got := own.near(netip.MustParseAddr(addr)); got != want {
			t.Errorf("%s: %v", addr, got)
		}
	}
}

// TestOnlyAnswersAreHeard gives a seeker what it didn't ask for.
func TestOnlyAnswersAreHeard(t *testing.T) {
	heard := 0
	s := seeker{known: map[netip.AddrPort]Game{}, found: func(Found) { heard++ }}
	local, asked := netip.MustParseAddr("10.0.0.2"), nonce{1}
	give := func(n nonce, g Game, from netip.Addr) {
		packet, err := appendAnswer(nil, n, g)
		if err != nil {
			t.Fatal(err)
		}
		s.hear(packet, asked, from)
	}
	give(nonce{2}, Game{Port: 1}, local)
	give(asked, Game{Port: 0}, local)
	give(asked, Game{Port: 65536}, local)
	give(asked, Game{Port: 1}, netip.MustParseAddr("203.0.113.9"))
	s.hear([]byte("laneya! "), asked, local)
	if heard != 0 {
		t.Errorf("%d answers are heard", heard)
	}
	for port := range 1000 {
		give(asked, Game{Port: port + 1}, local)
		give(asked, Game{Port: port + 1}, local)
	}
	if heard != maxFound {
		t.Errorf("%d games are found", heard)
	}
}

// FuzzPackets reads anything.
func FuzzPackets(f *testing.F) {
	f.Add(appendQuestion(nil, nonce{7}))
	good, _ := appendAnswer(nil, nonce{}, Game{Name: "a", Port: 5001, Players: 3, Version: "1"})
	f.Add(good)
	f.Add(append(good[:40:40], `{"name":"`+strings.Repeat("x", 300)+`","port":1,"players":-7,"version":"\u0007"}`...))
	f.Fuzz(func(t *testing.T, packet []byte) {
		if n, ok := readQuestion(packet); ok {
			if out, err := appendAnswer(nil, n, Game{}); err != nil || len(out) > len(packet) {
				t.Errorf("%d bytes, %v", len(out), err)
			}
		}
		g, ok := readAnswer(packet, nonce{})
		if !ok {
			return
		}
		if g.Port < 1 || g.Port > 65535 || len(g.Name) > maxText || len(g.Version) > maxText || g.Players < 0 || plain(g.Name) != g.Name {
			t.Errorf("%+v", g)
		}
		if _, err := appendAnswer(nil, nonce{}, g); err != nil {
			t.Error(err)
		}
	})
}
