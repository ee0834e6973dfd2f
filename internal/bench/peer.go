package main

import (
	"errors"
	"net"
	"sync"
	"time"

	"laneya/protocol"
)

// longest is how long a connection of the load may last. It ends a turn whose
// server has got stuck.
const longest = time.Minute

// peer is one connection of the load. One goroutine may send and another
// receive.
type peer struct {
	nc     net.Conn
	key    key
	out    []byte
	in     []byte
	frames frames
}

func dial(addr string) (*peer, error) {
	nc, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	return newPeer(nc), nil
}

func newPeer(nc net.Conn) *peer {
	_ = nc.SetDeadline(time.Now().Add(longest)) // without one, a stuck server would only take longer to see
	return &peer{nc: nc, key: newKey(), in: make([]byte, 32<<10)}
}

// send sends a request n times in one write, each time under a key of its own.
func (p *peer) send(r *request, n int) error {
	p.out = p.out[:0]
	for range n {
		p.out = r.append(p.out, &p.key)
	}
	_, err := p.nc.Write(p.out)
	return err
}

// receive reads once.
func (p *peer) receive() (responses, updates int, err error) {
	n, err := p.nc.Read(p.in)
	if err != nil {
		return 0, 0, err
	}
	return p.frames.count(p.in[:n])
}

// ask sends a request and waits for its answer; none may be outstanding.
func (p *peer) ask(r *request) error {
	if err := p.send(r, 1); err != nil {
		return err
	}
	for {
		responses, _, err := p.receive()
		if err != nil || responses > 0 {
			return err
		}
	}
}

func (p *peer) close() { _ = p.nc.Close() } // there is nothing left to lose

// join connects a user and waits for the answer to a first request.
func join(addr, user string, a protocol.Action) (*peer, error) {
	r, err := newRequest(user, a)
	if err != nil {
		return nil, err
	}
	p, err := dial(addr)
	if err != nil {
		return nil, err
	}
	if err := p.ask(&r); err != nil {
		p.close()
		return nil, err
	}
	return p, nil
}

// each calls do(0) to do(n-1), each on a goroutine of its own, and returns when
// all have, with one of their errors.
func each(n int, do func(i int) error) error {
	var wg sync.WaitGroup
	var mu sync.Mutex
	var first error
	for i := range n {
		wg.Go(func() {
			if err := do(i); err != nil {
				mu.Lock()
				defer mu.Unlock()
				if first == nil || errors.Is(first, net.ErrClosed) {
					first = err
				}
			}
		})
	}
	wg.Wait()
	return first
}
