package lan

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"time"

	"golang.org/x/net/ipv4"
)

const (
	askEvery = 2 * time.Second // between two questions
	maxFound = 64              // games that are told of
)

// Seek looks for games until ctx ends. It calls found for each game, and again when
// what is told of it changed, from its own goroutine.
func Seek(ctx context.Context, found func(Found)) error {
	conn, err := net.ListenUDP("udp4", nil)
	if err != nil {
		return fmt.Errorf("look for games: %w", err)
	}
	s := seeker{conn: conn, ask: multicast(conn), found: found, own: ownNetworks()}
	return s.run(ctx)
}

// multicast returns what sends a packet to the group on every network.
func multicast(conn *net.UDPConn) func([]byte) {
	p := ipv4.NewPacketConn(conn)
	_ = p.SetMulticastLoopback(true) // as it is anyway on most systems
	return func(packet []byte) {
		for _, i := range interfaces() {
			if p.SetMulticastInterface(&i) == nil {
				// A network that can't be reached has no games.
				_, _ = conn.WriteToUDP(packet, &group)
			}
		}
	}
}

// seeker asks for games and hears the answers.
type seeker struct {
	conn  *net.UDPConn
	ask   func(packet []byte)
	found func(Found)
	own   networks
	known map[netip.AddrPort]Game
}

// run seeks until ctx ends, and closes the connection.
func (s *seeker) run(ctx context.Context) error {
	defer context.AfterFunc(ctx, func() { s.conn.Close() })()
	defer s.conn.Close()
	s.known = map[netip.AddrPort]Game{}
	var n nonce
	_, _ = rand.Read(n[:]) // never fails, see crypto/rand
	packet, in := appendQuestion(nil, n), make([]byte, packetSize+1)
	for ctx.Err() == nil {
		s.ask(packet)
		if err := s.conn.SetReadDeadline(time.Now().Add(askEvery)); err != nil {
			break // it is closed
		}
		for {
			size, from, err := s.conn.ReadFromUDPAddrPort(in)
			if errors.Is(err, os.ErrDeadlineExceeded) || ctx.Err() != nil {
				break
			} else if err != nil {
				return fmt.Errorf("look for games: %w", err)
			}
			s.hear(in[:size], n, from.Addr().Unmap())
		}
	}
	return nil
}

// hear takes in a packet.
func (s *seeker) hear(packet []byte, n nonce, from netip.Addr) {
	g, ok := readAnswer(packet, n)
	if !ok || !s.own.near(from) {
		return
	}
	at := netip.AddrPortFrom(from, uint16(g.Port))
	old, known := s.known[at]
	if known && old == g || !known && len(s.known) == maxFound {
		return
	}
	s.known[at] = g
	s.found(Found{g, from})
}
