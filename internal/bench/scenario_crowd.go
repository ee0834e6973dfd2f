package main

import (
	"fmt"
	"time"
)

// What a crowd is held to.
const (
	crowdSize = 200
	crowdPace = 500 * time.Millisecond

	tickLength = 100 * time.Millisecond
	tickSlack  = 0.002 // seconds
	slowest    = 0.020 // response, p99

	coreShare = 0.25
)

// crowd measures users walking about on one level, all of them seen by all.
func (b *bench) crowd(name string, watching bool) ([]row, error) {
	server, err := b.start(roleOurs)
	if err != nil {
		return nil, err
	}
	defer server.kill()
	eye, err := b.observer(server.addr, watching)
	if err != nil {
		return nil, err
	}
	defer eye.leave()
	people, err := gather(server.addr, crowdSize, crowdPace, watching)
	if err != nil {
		return nil, err
	}
	defer people.leave()
	if _, _, err := people.walk(b.plan.walk / 5); err != nil {
		return nil, err
	}
	eye.intervals() // forget those of gathering
	m := crowdMeasure{name: name}
	before, _ := usage(server.pid()) // an error comes again below
	begin := time.Now()
	if m.latencies, m.updates, err = people.walk(b.plan.walk); err != nil {
		return nil, err
	}
	m.took = time.Since(begin).Seconds()
	after, err := usage(server.pid())
	m.cpu, m.cpuErr = (after.cpu-before.cpu).Seconds()/m.took, err
	m.ticks, m.timer = eye.intervals()
	eye.leave()
	people.leave()
	return m.rows(), server.stop()
}

// crowdMeasure is what a crowd gave.
type crowdMeasure struct {
	name      string
	took      float64   // seconds
	ticks     []float64 // seconds between them, as bursts of updates show
	timer     []float64 // the same of a timer that has nothing else to do
	latencies []time.Duration
	updates   int
	cpu       float64 // of one core
	cpuErr    error
}

func (m *crowdMeasure) rows() []row {
	p99 := percentile(m.latencies, 99).Seconds()
	rows := []row{
		tickRow(m.name+": tick, mean", mean(m.ticks), mean(m.timer)),
		tickRow("… tick, p1", percentile(m.ticks, 1), percentile(m.timer, 1)),
		tickRow("… tick, p99", percentile(m.ticks, 99), percentile(m.timer, 99)),
		{
			what: "… time to the answer, p99", ours: seconds(p99),
			goal: "≤ " + seconds(slowest), verdict: judge(p99 <= slowest),
		},
		{what: "… updates received", ours: perSecond(float64(m.updates) / m.took)},
	}
	share := row{what: "… server's processor time", goal: fmt.Sprintf("≤ %.0f %% of a core", 100*coreShare)}
	if m.cpuErr != nil {
		share.ours = unmeasured
	} else {
		share.ours, share.verdict = fmt.Sprintf("%.1f %%", 100*m.cpu), judge(m.cpu <= coreShare)
	}
	return append(rows, share)
}

// tickRow sets a figure of the ticks against that of a bare timer.
func tickRow(what string, ours, timer float64) row {
	tick := tickLength.Seconds()
	return row{
		what: what, ours: milli(ours), least: milli(timer) + ", a timer",
		goal:    fmt.Sprintf("%s ± %s", seconds(tick), seconds(tickSlack)),
		verdict: judge(tick-tickSlack <= ours && ours <= tick+tickSlack),
	}
}
