package lan

import (
	"context"
	"log/slog"
	"net"
)

// Announce lets those who look for games on the local network find the one that
// listens at that address and that game returns, without its port, until the function
// that it returns is called. What only this machine reaches is told to nobody.
func Announce(at net.Addr, log *slog.Logger, game func() Game) (stop func()) {
	port, ok := reached(at)
	if !ok {
		return func() {}
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		err := Answer(ctx, func() Game {
			g := game()
			g.Port = port
			return g
		})
		if err != nil {
			log.Warn("the local network can't find this world", "error", err)
		}
	}()
	return func() { cancel(); <-done }
}

// reached returns the port by which other machines reach who listens at an address;
// ok is false where they can't.
func reached(at net.Addr) (port int, ok bool) {
	tcp, ok := at.(*net.TCPAddr)
	if !ok || tcp.IP.IsLoopback() {
		return 0, false
	}
	return tcp.Port, true
}
