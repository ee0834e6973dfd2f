package main

import (
	"net"
	"net/netip"
)

// inviteLine returns what a friend types to join a world at that address.
func inviteLine(at net.Addr) string {
	host, port, err := net.SplitHostPort(at.String())
	if err != nil {
		return ""
	}
	if ip, err := netip.ParseAddr(host); err == nil && ip.IsUnspecified() {
		host = lanAddress(interfaceAddresses())
	}
	return "laneya -connect " + net.JoinHostPort(host, port)
}

// otherAddresses returns what else a world at that address is reached at on the
// network, as host:port: all of addrs but the one in the line for friends.
func otherAddresses(at net.Addr, addrs []netip.Addr) (out []string) {
	host, port, err := net.SplitHostPort(at.String())
	if err != nil {
		return nil
	}
	if ip, err := netip.ParseAddr(host); err != nil || !ip.IsUnspecified() {
		return nil
	}
	best := lanAddress(addrs)
	for _, a := range addrs {
		if a.IsGlobalUnicast() && a.String() != best && len(out) < maxOthers {
			out = append(out, net.JoinHostPort(a.String(), port))
		}
	}
	return out
}

// maxOthers is how many more addresses are told.
const maxOthers = 3

// interfaceAddresses returns the addresses of this machine, as far as they are
// known.
func interfaceAddresses() []netip.Addr {
	addrs, err := net.InterfaceAddrs()
	if err != nil {
		return nil
	}
	var out []netip.Addr
	for _, a := range addrs {
		if p, err := netip.ParsePrefix(a.String()); err == nil {
			out = append(out, p.Addr().Unmap())
		}
	}
	return out
}

// lanAddress picks the address that a friend in the same house reaches: one of
// a private network if there is one, of the older kind before the newer.
func lanAddress(addrs []netip.Addr) string {
	best, rank := "127.0.0.1", 0
	for _, a := range addrs {
		r := 0
		switch {
		case a.IsLoopback() || a.IsLinkLocalUnicast() || !a.IsGlobalUnicast():
		case a.Is4() && a.IsPrivate():
			r = 4
		case a.Is4():
			r = 3
		case a.IsPrivate():
			r = 2
		default:
			r = 1
		}
		if r > rank {
			best, rank = a.String(), r
		}
	}
	return best
}
