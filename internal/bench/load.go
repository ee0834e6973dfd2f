package main

import (
	"fmt"
	"time"

	"laneya/protocol"
)

// load is a number of connections, each of which keeps a number of requests
// outstanding: it sends one more for each that is answered.
type load struct {
	conns  int
	window int // requests outstanding on each
	action protocol.Action
	warm   time.Duration // before it counts
	turn   time.Duration // that counts
}

// measured is what came of a load.
type measured struct {
	rate     float64 // responses a second
	answers  int     // responses in all, also those that don't count
	p50, p99 float64 // seconds from sending to the answer; 0 for more than one outstanding
}

// run puts the load on the server.
func (l load) run(addr string) (measured, error) {
	drivers := make([]driver, l.conns)
	defer func() {
		for i := range drivers {
			drivers[i].close()
		}
	}()
	err := each(l.conns, func(i int) error { return drivers[i].begin(addr, fmt.Sprintf("user-%d", i), l) })
	if err != nil {
		return measured{}, err
	}
	start := time.Now()
	if err := each(l.conns, func(i int) error { return drivers[i].drive(l, start) }); err != nil {
		return measured{}, err
	}
	var m measured
	var latencies []time.Duration
	for i := range drivers {
		m.rate += float64(drivers[i].counted) / l.turn.Seconds()
		m.answers += drivers[i].answered
		latencies = append(latencies, drivers[i].latencies...)
	}
	m.p50 = percentile(latencies, 50).Seconds()
	m.p99 = percentile(latencies, 99).Seconds()
	return m, nil
}

// driver is one connection of a load.
type driver struct {
	*peer
	request   request
	answered  int
	counted   int // of the answered
	latencies []time.Duration
}

func (d *driver) begin(addr, user string, l load) (err error) {
	if d.request, err = newRequest(user, l.action); err != nil {
		return err
	}
	if d.peer, err = dial(addr); err != nil {
		return err
	}
	if l.window == 1 {
		const most = 100_000 // requests a second
		d.latencies = make([]time.Duration, 0, int(most*l.turn.Seconds())/l.conns)
	}
	return d.ask(&d.request)
}

func (d *driver) close() {
	if d.peer != nil {
		d.peer.close()
	}
}

// drive keeps the requests outstanding until the turn is over.
func (d *driver) drive(l load, start time.Time) error {
	end := l.warm + l.turn
	n := l.window
	for sent := time.Since(start); sent < end; {
		if n > 0 {
			if err := d.send(&d.request, n); err != nil {
				return err
			}
		}
		var err error
		if n, _, err = d.receive(); err != nil {
			return err
		}
		if n == 0 {
			continue // updates only
		}
		d.answered += n
		now := time.Since(start)
		if now >= l.warm && now < end {
			d.counted += n
			if l.window == 1 {
				d.latencies = append(d.latencies, now-sent)
			}
		}
		sent = now
	}
	return nil
}
