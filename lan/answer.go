package lan

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"time"

	"golang.org/x/net/ipv4"
)

const (
	answersAtOnce    = 20
	answersPerSecond = 10
)

// Answer tells who looks for games of the one that game returns, until ctx ends.
func Answer(ctx context.Context, game func() Game) error {
	conn, err := net.ListenMulticastUDP("udp4", nil, &group)
	if err != nil {
		return fmt.Errorf("listen for those who look for games: %w", err)
	}
	p := ipv4.NewPacketConn(conn)
	for _, i := range interfaces() {
		_ = p.JoinGroup(&i, &group) // one interface it has joined already
	}
	a := answerer{conn: conn, game: game, now: time.Now, own: ownNetworks()}
	return a.run(ctx)
}

// interfaces returns those that reach a local network.
func interfaces() (found []net.Interface) {
	all, err := net.Interfaces()
	if err != nil {
		return nil
	}
	for _, i := range all {
		if i.Flags&(net.FlagUp|net.FlagMulticast) == net.FlagUp|net.FlagMulticast {
			found = append(found, i)
		}
	}
	return found
}

// answerer answers questions.
type answerer struct {
	conn   *net.UDPConn
	game   func() Game
	now    func() time.Time
	own    networks
	tokens float64 // answers that may go out now
	filled time.Time
}

// run answers until ctx ends, and closes the connection.
func (a *answerer) run(ctx context.Context) error {
	defer context.AfterFunc(ctx, func() { a.conn.Close() })()
	defer a.conn.Close()
	a.tokens, a.filled = answersAtOnce, a.now()
	in, out := make([]byte, packetSize+1), []byte(nil)
	for {
		n, from, err := a.conn.ReadFromUDPAddrPort(in)
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			return fmt.Errorf("listen for those who look for games: %w", err)
		}
		if out = a.answer(out[:0], in[:n], from.Addr()); len(out) > 0 {
			// Who doesn't get it asks again.
			_, _ = a.conn.WriteToUDPAddrPort(out, from)
		}
	}
}

// answer appends the answer to a packet from somewhere, nothing if it has none.
func (a *answerer) answer(out, packet []byte, from netip.Addr) []byte {
	n, ok := readQuestion(packet)
	if !ok || !a.own.near(from) || !a.may() {
		return out
	}
	full, err := appendAnswer(out, n, a.game())
	if err != nil {
		return out
	}
	return full
}

// may takes a token, and reports whether there was one.
func (a *answerer) may() bool {
	now := a.now()
	a.tokens = min(a.tokens+now.Sub(a.filled).Seconds()*answersPerSecond, answersAtOnce)
	a.filled = now
	if a.tokens < 1 {
		return false
	}
	a.tokens--
	return true
}
