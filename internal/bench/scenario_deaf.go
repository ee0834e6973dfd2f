package main

import (
	"fmt"
	"slices"
	"time"
)

// What peers that never read are held to, and among whom.
const (
	deafPeers  = 20
	bystanders = 100
	deafPace   = 200 * time.Millisecond // of the bystanders' requests
	deafGrowth = 1 << 20                // bytes for each
	deafWorse  = 1.5                    // times as slow for the bystanders
	deafSlack  = 0.001                  // seconds, below which no difference shows
)

// deafMeasure is what came of peers that don't read.
type deafMeasure struct {
	with, without []float64 // the bystanders' p99, by turns
	growth        []float64 // the server's for each deaf peer, by turns
	dropped       int       // peers, in all turns
	err           error     // why growth wasn't measured
}

// deaf measures how a server fares, and those who read, with and without peers
// that don't.
func (b *bench) deaf(name string, behave deafness) ([]row, error) {
	server, err := b.start(roleOurs)
	if err != nil {
		return nil, err
	}
	defer server.kill()
	people, err := gather(server.addr, bystanders, deafPace, false)
	if err != nil {
		return nil, err
	}
	defer people.leave()
	if _, _, err := people.walk(b.plan.stalled); err != nil {
		return nil, err
	}
	var m deafMeasure
	for range min(b.plan.turns, 3) {
		if err := m.take(b, server, people, behave); err != nil {
			return nil, err
		}
	}
	people.leave()
	return m.rows(name), server.stop()
}

// take measures one turn without deaf peers and one with them.
func (m *deafMeasure) take(b *bench, server *child, people *crowd, behave deafness) error {
	p99 := func(to *[]float64) error {
		latencies, _, err := people.walk(b.plan.stalled)
		*to = append(*to, percentile(latencies, 99).Seconds())
		return err
	}
	if err := p99(&m.without); err != nil {
		return err
	}
	before, _ := usage(server.pid()) // an error comes again below
	group, err := deafen(server.addr, deafPeers, behave)
	if err != nil {
		return err
	}
	defer group.leave()
	err = p99(&m.with)
	after, unknown := usage(server.pid())
	m.growth, m.err = append(m.growth, float64(after.memory-before.memory)/deafPeers), unknown
	m.dropped += group.gone()
	return err
}

func (m *deafMeasure) rows(name string) []row {
	// What the server has once taken from the system it keeps for a while, so
	// the largest turn is the one that counts.
	size := row{what: name + ": server's growth", goal: "≤ 1 MB"}
	if m.err != nil {
		size.ours = unmeasured
	} else {
		most := slices.Max(m.growth)
		size.ours, size.verdict = kilobytes(most), judge(most <= deafGrowth)
	}
	if m.dropped > 0 {
		size.ours += fmt.Sprintf("; dropped %d of %d", m.dropped, deafPeers*len(m.with))
	}
	with, without := median(m.with), median(m.without)
	return []row{size, {
		what: fmt.Sprintf("… with %d of them, the others' time to the answer, p99", deafPeers),
		ours: fmt.Sprintf("%s, without them %s", seconds(with), seconds(without)),
		goal: "not worse", verdict: judge(with <= max(deafWorse*without, without+deafSlack)),
	}}
}
