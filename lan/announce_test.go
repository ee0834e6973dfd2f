package lan

import (
	"net"
	"testing"
)

func TestWhatOnlyThisMachineReachesIsNotAnnounced(t *testing.T) {
	for _, c := range []struct {
		at   net.Addr
		port int
		ok   bool
	}{
		{&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 5001}, 0, false},
		{&net.TCPAddr{IP: net.IPv6loopback, Port: 5001}, 0, false},
		{&net.UnixAddr{Name: "x"}, 0, false},
		{&net.TCPAddr{IP: net.IPv6unspecified, Port: 5001}, 5001, true},
		{&net.TCPAddr{IP: net.IPv4(192, 168, 1, 7), Port: 5002}, 5002, true},
	} {
		if port, ok := reached(c.at); port != c.port || ok != c.ok {
			t.Errorf("who listens at %s is reached by %d, %v", c.at, port, ok)
		}
	}
}
