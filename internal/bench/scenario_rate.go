package main

import (
	"fmt"

	"laneya/geom"
	"laneya/protocol"
)

// enough is the least share of the least server's rate that is good enough.
const enough = 0.7

// stop is the request that most scenarios send: it makes the server go through
// all its steps and changes nothing for others.
var stop = protocol.Move{Direction: geom.Stop}

// outstanding measures connections with one request outstanding on each.
func (b *bench) outstanding(conns int) ([]row, error) {
	name := fmt.Sprintf("`move`, %d connections, 1 outstanding", conns)
	if conns == 1 {
		name = "`move`, 1 connection, 1 outstanding"
	}
	return b.compare(name, b.load(conns, 1, stop))
}

// getMap measures the largest response.
func (b *bench) getMap() ([]row, error) {
	return b.compare("`get_map`, 10 connections, 1 outstanding", b.load(10, 1, protocol.GetMap{MapID: []byte("0")}))
}

func (b *bench) load(conns, window int, a protocol.Action) load {
	return load{conns: conns, window: window, action: a, warm: b.plan.warm, turn: b.plan.turn}
}

// tally collects what the turns of one server gave.
type tally struct {
	rate, p50, p99 []float64
	answers        int
	cpu            float64 // seconds of the server's, for all answers
	err            error   // why cpu isn't known
}

// turn puts the load on the server once.
func (t *tally) turn(l load, c *child) error {
	before, _ := usage(c.pid()) // an error comes again below
	m, err := l.run(c.addr)
	if err != nil {
		return err
	}
	after, unknown := usage(c.pid())
	t.rate = append(t.rate, m.rate)
	t.p50 = append(t.p50, m.p50)
	t.p99 = append(t.p99, m.p99)
	t.answers += m.answers
	t.cpu += (after.cpu - before.cpu).Seconds()
	t.err = unknown
	return nil
}

// times returns the percentiles for a person.
func (t *tally) times() string {
	return fmt.Sprintf("p50 %s, p99 %s", seconds(median(t.p50)), seconds(median(t.p99)))
}

// cost returns the server's seconds for each answer.
func (t *tally) cost() float64 { return t.cpu / float64(max(t.answers, 1)) }

// compare puts a load on both servers by turns.
func (b *bench) compare(name string, l load) ([]row, error) {
	var ours, least tally
	tallies := map[string]*tally{roleOurs: &ours, roleLeast: &least}
	err := b.byTurns(b.plan.turns, func(c *child) error { return tallies[c.role].turn(l, c) })
	if err != nil {
		return nil, err
	}
	ratio := median(ratios(ours.rate, least.rate))
	cost := row{what: "… server's processor time for each", ours: unmeasured, least: unmeasured}
	if ours.err == nil && least.cost() > 0 {
		cost.ours, cost.least = seconds(ours.cost()), seconds(least.cost())
		cost.ratio = fmt.Sprintf("%.2f", ours.cost()/least.cost())
	}
	return []row{
		{
			what: name, ours: perSecond(median(ours.rate)), least: perSecond(median(least.rate)),
			ratio: fmt.Sprintf("%.2f", ratio), goal: fmt.Sprintf("ratio ≥ %.1f", enough), verdict: judge(ratio >= enough),
		},
		{what: "… time to the answer", ours: ours.times(), least: least.times()},
		cost,
	}, nil
}

// pipelined measures what many outstanding requests gain over one.
func (b *bench) pipelined() ([]row, error) {
	const conns, window, gain = 50, 32, 5
	many, one := b.load(conns, window, stop), b.load(conns, 1, stop)
	rates := make(map[string][]float64)
	var single []float64
	err := b.byTurns(b.plan.turns, func(c *child) error {
		if c.role == roleOurs {
			m, err := one.run(c.addr)
			if err != nil {
				return err
			}
			single = append(single, m.rate)
		}
		m, err := many.run(c.addr)
		rates[c.role] = append(rates[c.role], m.rate)
		return err
	})
	if err != nil {
		return nil, err
	}
	ours, least := rates[roleOurs], rates[roleLeast]
	factor := median(ratios(ours, single))
	return []row{{
		what:  fmt.Sprintf("`move`, %d connections, %d outstanding", conns, window),
		ours:  fmt.Sprintf("%s, %.1f × 1 outstanding", perSecond(median(ours)), factor),
		least: perSecond(median(least)), ratio: fmt.Sprintf("%.2f", median(ratios(ours, least))),
		goal: fmt.Sprintf("≥ %d × 1 outstanding", gain), verdict: judge(factor >= gain),
	}}, nil
}
