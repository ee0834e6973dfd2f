package lan

import (
	"log/slog"
	"net"
	"testing"
)

// TestWhatOnlyThisMachineReachesIsNotAnnounced asks for nothing of a game that others
// can't come to.
func TestWhatOnlyThisMachineReachesIsNotAnnounced(t *testing.T) {
	for _, at := range []net.Addr{&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 5001}, &net.TCPAddr{IP: net.IPv6loopback, Port: 5001}, &net.UnixAddr{Name: "x"}} {
		Announce(at, slog.New(slog.DiscardHandler), func() Game { t.Errorf("%s is announced", at); return Game{} })()
	}
}
