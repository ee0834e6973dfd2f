package main

import (
	"errors"
	"fmt"
	"net"
	"time"

	"laneya/protocol"
)

// dropLimit is how long opening and dropping the connections may take, in
// seconds.
const dropLimit = 1.0

// drop measures connections that are opened and then all closed without a word,
// until the server answers a new one and has let go of the others.
func (b *bench) drop() ([]row, error) {
	took := make(map[string][]float64)
	err := b.byTurns(min(b.plan.turns, 4), func(c *child) error {
		begin := time.Now()
		err := openAndDrop(c, b.plan.dropped)
		took[c.role] = append(took[c.role], time.Since(begin).Seconds())
		return err
	})
	if err != nil {
		return nil, err
	}
	ours, least := median(took[roleOurs]), median(took[roleLeast])
	return []row{{
		what: fmt.Sprintf("%d connections opened and dropped", b.plan.dropped),
		ours: seconds(ours), least: seconds(least), ratio: fmt.Sprintf("%.2f", median(ratios(took[roleOurs], took[roleLeast]))),
		goal: "≤ " + seconds(dropLimit), verdict: judge(ours <= dropLimit),
	}}, nil
}

// openAndDrop goes as far as files may be open in rounds.
func openAndDrop(c *child, n int) error {
	before, _ := usage(c.pid()) // without it, the answer has to do
	for round := min(n, openLimit()-200); n > 0; n -= round {
		conns := make([]net.Conn, min(n, round))
		if err := open(c.addr, conns); err != nil {
			return err
		}
		for _, nc := range conns {
			_ = nc.Close() // nothing was said on it
		}
	}
	p, err := join(c.addr, "last", protocol.Ping{})
	if err != nil {
		return err
	}
	defer p.close()
	return waitFiles(c.pid(), before.files+10)
}

// open fills conns with new connections.
func open(addr string, conns []net.Conn) error {
	const dialers = 4
	return each(dialers, func(d int) (err error) {
		for i := d; i < len(conns) && err == nil; i += dialers {
			conns[i], err = net.Dial("tcp", addr)
		}
		return err
	})
}

// waitFiles waits until the process has at most so many files open, where that
// can be known.
func waitFiles(pid, most int) error {
	poll := time.NewTicker(10 * time.Millisecond)
	defer poll.Stop()
	for give := time.After(longest); ; {
		u, err := usage(pid)
		if err != nil || u.files <= most {
			return nil
		}
		select {
		case <-poll.C:
		case <-give:
			return errors.New("the server has not let go of its connections")
		}
	}
}

// memory measures how the servers grow with connections that have each said
// something.
func (b *bench) memory() ([]row, error) {
	r := row{what: fmt.Sprintf("memory for each of %d connections", b.plan.idle)}
	for _, f := range []struct {
		role string
		cell *string
	}{{roleOurs, &r.ours}, {roleLeast, &r.least}} {
		size, err := b.growth(f.role)
		switch {
		case errors.Is(err, errors.ErrUnsupported):
			*f.cell = unmeasured
		case err != nil:
			return nil, err
		default:
			*f.cell = kilobytes(size)
		}
	}
	return []row{r}, nil
}

// growth returns the bytes that a new server takes for each connection.
func (b *bench) growth(role string) (float64, error) {
	server, err := b.start(role)
	if err != nil {
		return 0, err
	}
	defer server.kill()
	var peers []*peer
	defer func() {
		for _, p := range peers {
			p.close()
		}
	}()
	const first = 50 // which let the server take what it needs once for all
	var before used
	for i := range first + b.plan.idle {
		if i == first {
			if before, err = usage(server.pid()); err != nil {
				return 0, err
			}
		}
		p, err := join(server.addr, fmt.Sprintf("user-%d", i), protocol.Ping{})
		if err != nil {
			return 0, err
		}
		peers = append(peers, p)
	}
	after, err := usage(server.pid())
	return float64(after.memory-before.memory) / float64(b.plan.idle), err
}
