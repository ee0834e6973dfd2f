package protocol

import (
	"context"
	"time"
)

// clientLoop is what Run's goroutine owns. It is the only one that reads or
// changes it: the goroutines of a connection and of a dial hand it what they
// have over channels, and Go over the Client's inbox.
type clientLoop struct {
	client *Client
	cfg    ClientConfig
	now    time.Time // of the turn that is under way
	next   time.Time // when the next turn is due at the latest

	calls   []*Call // unanswered, oldest first
	numbers int64   // the newest integer key

	link    Link // as it is
	told    Link // as OnLink was last told
	refused *RefusedError

	dialing  bool
	dialed   chan dialResult
	retryAt  time.Time
	failures int    // tries in a row that came to nothing
	tries    int    // the same, whatever the last connection lived through
	modern   bool   // this server has answered watch
	plain    bool   // the next connection goes without watch
	farewell string // what the server said before it closed

	conn *clientConn // nil while there is none
	view clientView
}

func newClientLoop(c *Client) *clientLoop {
	return &clientLoop{client: c, cfg: c.cfg, dialed: make(chan dialResult, 1)}
}

// idleTurn is how long the loop rests when nothing is due.
const idleTurn = time.Minute

func (l *clientLoop) run(ctx context.Context) error {
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	l.cfg.OnLink(l.link)
	timer := time.NewTimer(0)
	defer timer.Stop()
	for ctx.Err() == nil && l.refused == nil {
		l.now = time.Now()
		l.next = l.now.Add(idleTurn)
		l.tell() // first, so that a call can be cancelled before it is sent again
		l.act(inner)
		l.tell()
		timer.Reset(time.Until(l.next))
		var in <-chan incoming
		if l.conn != nil {
			in = l.conn.in
		}
		select {
		case <-ctx.Done():
		case <-timer.C:
		case <-l.client.wake:
		case d := <-l.dialed:
			l.now = time.Now()
			l.connected(d)
		case m := <-in:
			l.now = time.Now()
			l.receive(m)
		}
	}
	cancel()
	return l.end(ctx)
}

// due reports whether t has come. If not, the loop turns again when it has.
func (l *clientLoop) due(t time.Time) bool {
	if !t.After(l.now) {
		return true
	}
	if t.Before(l.next) {
		l.next = t
	}
	return false
}

// act does what is due now.
func (l *clientLoop) act(ctx context.Context) {
	l.gather()
	if l.conn != nil {
		l.pursue()
	}
	if l.conn != nil && l.conn.ready {
		l.sendCalls()
		l.ping()
	}
	if l.conn != nil {
		l.listen()
	}
	if l.client.hurry.Swap(false) {
		l.retryAt = l.now
	}
	if l.conn == nil && !l.dialing && l.due(l.retryAt) {
		l.dial(ctx)
	}
}

// tell passes on what is new in the link.
func (l *clientLoop) tell() {
	if l.link != l.told {
		l.told = l.link
		l.cfg.OnLink(l.link)
	}
}

// end lets go of everything and returns why the loop ended.
func (l *clientLoop) end(ctx context.Context) error {
	if l.conn != nil {
		l.conn.drop()
		l.conn = nil
	}
	if l.dialing {
		if d := <-l.dialed; d.nc != nil {
			d.nc.Close()
		}
	}
	var reason, result error = ErrClosed, context.Cause(ctx)
	l.link = Link{Phase: Closed, Original: l.link.Original}
	if l.refused != nil {
		reason, result = l.refused, l.refused
		l.link = Link{Phase: Refused, Message: l.refused.Message}
	}
	c := l.client
	c.mu.Lock()
	c.ended = reason
	calls := append(l.calls, c.inbox...)
	c.inbox = nil
	c.mu.Unlock()
	for _, call := range calls {
		call.finish(Response{}, reason)
	}
	l.calls = nil
	l.tell()
	return result
}
