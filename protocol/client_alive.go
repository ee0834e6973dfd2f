package protocol

import (
	"errors"
	"time"
)

var errSilent = errors.New("the server has fallen silent")

// ping measures the round trip, and gives a server that is there something to
// say.
func (l *clientLoop) ping() {
	c := l.conn
	if c.original || !l.due(c.pinged.Add(l.cfg.PingEvery)) {
		return
	}
	if !c.pingKey.IsZero() && !l.due(c.pinged.Add(l.silence())) {
		return
	}
	c.pingKey, c.pinged = l.client.nextKey(), l.now
	l.due(l.now.Add(l.cfg.PingEvery))
	if err := l.request(c.pingKey, Ping{}); err != nil {
		l.cfg.Log.Error("ping failed", "reason", err)
	}
}

// silence is how long a server may say nothing while it owes an answer.
func (l *clientLoop) silence() time.Duration { return 3 * l.cfg.PingEvery }

// listen gives up a connection from which nothing comes.
func (l *clientLoop) listen() {
	c := l.conn
	if c.waiting.IsZero() {
		return
	}
	since := c.waiting
	if heard := c.lastHeard(); heard.After(since) {
		since = heard
	}
	if l.due(since.Add(l.silence())) {
		l.lost("The connection was lost.", errSilent)
	}
}

// waitingNow returns now if the server owes an answer, otherwise zero.
func (l *clientLoop) waitingNow() time.Time {
	if !l.conn.ask.answered || !l.conn.pingKey.IsZero() {
		return l.now
	}
	for _, call := range l.calls {
		if !call.sent.IsZero() {
			return l.now
		}
	}
	return time.Time{}
}

// measured takes a round trip into the smoothed one.
func (l *clientLoop) measured(sample time.Duration) {
	const weight = 8 // of the past against the sample
	rtt := l.link.RTT + (sample-l.link.RTT)/weight
	if !l.conn.measured {
		rtt = sample
	}
	l.conn.measured = true
	l.link.RTT = max(rtt, time.Microsecond)
}
