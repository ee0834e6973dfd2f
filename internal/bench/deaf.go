package main

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"laneya/protocol"
)

// deafness is what a peer does that never reads, until end is closed or the
// server drops it. The error is that of its connection.
type deafness func(p *peer, user string, end <-chan struct{}) error

// flooding asks for the map without end.
func flooding(p *peer, user string, _ <-chan struct{}) error {
	r, err := newRequest(user, protocol.GetMap{MapID: []byte("0")})
	if err != nil {
		return err
	}
	for {
		if err := p.send(&r, 16); err != nil {
			return err
		}
	}
}

// stalled walks about. It asks for some maps first, so that what it leaves
// unread fills the server's queue within a turn.
func stalled(p *peer, user string, end <-chan struct{}) error {
	r, err := newRequest(user, protocol.GetMap{MapID: []byte("0")})
	if err != nil {
		return err
	}
	if err := p.send(&r, 10); err != nil {
		return err
	}
	pace := time.NewTicker(crowdPace)
	defer pace.Stop()
	for {
		r, err := newRequest(user, protocol.Move{Direction: directions[rand.IntN(len(directions))]})
		if err != nil {
			return err
		}
		if err := p.send(&r, 1); err != nil {
			return err
		}
		select {
		case <-end:
			return nil
		case <-pace.C:
		}
	}
}

// deafGroup is peers that don't read.
type deafGroup struct {
	peers []*peer
	done  sync.WaitGroup
	end   chan struct{}

	mu      sync.Mutex // guards all below
	dropped int        // by the server
}

// deafen brings n deaf peers into the world, each with a first answer that it
// does read. Call leave when done.
func deafen(addr string, n int, behave deafness) (*deafGroup, error) {
	g := &deafGroup{end: make(chan struct{})}
	for i := range n {
		nc, err := dialDeaf(addr)
		if err != nil {
			g.leave()
			return nil, err
		}
		p, user := newPeer(nc), fmt.Sprintf("deaf-%d", i)
		g.peers = append(g.peers, p)
		r, err := newRequest(user, stop)
		if err == nil {
			err = p.ask(&r)
		}
		if err != nil {
			g.leave()
			return nil, err
		}
		g.done.Go(func() { g.run(p, user, behave) })
	}
	return g, nil
}

func (g *deafGroup) run(p *peer, user string, behave deafness) {
	if behave(p, user, g.end) == nil {
		return
	}
	select {
	case <-g.end:
	default:
		g.mu.Lock()
		g.dropped++
		g.mu.Unlock()
	}
}

// gone returns how many of them the server has dropped.
func (g *deafGroup) gone() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.dropped
}

func (g *deafGroup) leave() {
	close(g.end)
	for _, p := range g.peers {
		p.close()
	}
	g.done.Wait()
}
