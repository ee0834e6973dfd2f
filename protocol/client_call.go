package protocol

import (
	"context"
	"sync/atomic"
	"time"
)

// Call is a request that Client.Go was asked to carry.
type Call struct {
	client    *Client
	action    Action
	done      func(Response, error)
	born      time.Time
	key       Key    // for servers that remember answers per user
	frame     []byte // the request under that key
	cancelled atomic.Bool

	// Owned by Run's goroutine from here on.

	number  Key           // the integer key for original servers; zero before one was needed
	sent    time.Time     // when it was last sent on this connection, zero if not yet
	pause   time.Duration // from sent to the next repetition
	repeats int           // how often it was due, over all connections
}

// Cancel ends the call: it isn't sent again, and its done is told
// context.Canceled if it hasn't been called. A server that has the request
// already still performs it.
func (k *Call) Cancel() {
	k.cancelled.Store(true)
	k.client.nudge()
}

// finish tells the caller what came of the call.
func (k *Call) finish(r Response, err error) {
	if k.done != nil {
		k.done(r, err)
	}
}

// gather takes new calls from the inbox and gives up those that are cancelled
// or out of time.
func (l *clientLoop) gather() {
	l.client.mu.Lock()
	l.calls = append(l.calls, l.client.inbox...)
	clear(l.client.inbox)
	l.client.inbox = l.client.inbox[:0]
	l.client.mu.Unlock()

	for i := 0; i < len(l.calls); {
		switch call := l.calls[i]; {
		case call.cancelled.Load():
			l.conclude(i, Response{}, context.Canceled)
		case l.due(call.born.Add(l.cfg.Deadline)):
			l.conclude(i, Response{}, ErrTimeout)
		default:
			i++
		}
	}
}

// conclude ends the call at that index.
func (l *clientLoop) conclude(i int, r Response, err error) {
	call := l.calls[i]
	copy(l.calls[i:], l.calls[i+1:])
	l.calls[len(l.calls)-1] = nil
	l.calls = l.calls[:len(l.calls)-1]
	l.client.mu.Lock()
	l.client.outstanding--
	l.client.mu.Unlock()
	call.finish(r, err)
}

// sendCalls sends each call that is new to this connection or has waited for
// its answer long enough. While earlier bytes are still on their way nothing
// is repeated, so what waits to be written is bounded.
func (l *clientLoop) sendCalls() {
	for i := 0; i < len(l.calls); i++ {
		call := l.calls[i]
		switch {
		case call.sent.IsZero():
			call.pause = l.cfg.Resend
		case !l.due(call.sent.Add(call.pause)):
			continue
		case l.conn.idle():
			call.pause = min(2*call.pause, 4*l.cfg.Resend)
		}
		if err := l.sendCall(call); err != nil {
			l.conclude(i, Response{}, err)
			i--
		}
	}
}

// sendCall sends the call once more, unless it waits to be written anyway.
func (l *clientLoop) sendCall(call *Call) error {
	again := !call.sent.IsZero()
	call.sent = l.now
	l.due(call.sent.Add(call.pause))
	call.repeats++
	if again && !l.conn.idle() {
		return nil
	}
	if !l.conn.original {
		l.send(call.frame)
		return nil
	}
	switch call.action.(type) {
	case Move, GetMap, Logout:
	default:
		return ErrUnknownWord
	}
	if call.number.IsZero() {
		call.number = l.nextNumber()
	}
	return l.request(call.number, call.action)
}

// keyOf returns the key that the call has on this connection.
func (l *clientLoop) keyOf(call *Call) Key {
	if l.conn.original {
		return call.number
	}
	return call.key
}

// answeredAtOnce reports whether the answer to a says how long the way is. Other
// actions are answered by a tick.
func answeredAtOnce(a Action) bool {
	switch a.(type) {
	case Move, Ping:
		return true
	}
	return false
}

// answer ends the call that r responds to, and reports whether there is one.
func (l *clientLoop) answer(r Response) bool {
	for i, call := range l.calls {
		if call.sent.IsZero() || l.keyOf(call) != r.Key {
			continue
		}
		if call.repeats == 1 && answeredAtOnce(call.action) {
			l.measured(l.now.Sub(call.sent))
		}
		l.conclude(i, r, nil)
		return true
	}
	return false
}
