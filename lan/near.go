package lan

import (
	"net"
	"net/netip"
)

// Near returns a listener that lets in only who comes from a local network.
func Near(ln net.Listener) net.Listener { return nearListener{ln, ownNetworks()} }

type nearListener struct {
	net.Listener
	own networks
}

// Accept implements net.Listener.
func (l nearListener) Accept() (net.Conn, error) {
	for {
		conn, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		if at, err := netip.ParseAddrPort(conn.RemoteAddr().String()); err == nil && l.own.near(at.Addr()) {
			return conn, nil
		}
		_ = conn.Close() // it isn't told why
	}
}
