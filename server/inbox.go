package server

import (
	"sync"

	"laneya/protocol"
	"laneya/rules"
)

// order is one thing that a reader wants done in the next tick.
type order struct {
	kind    orderKind
	session *session
	user    *member
	command rules.Command     // for orderCommand
	request *protocol.Request // for orderRequest
	newest  bool              // for orderRequest: no newer intent came before it
}

type orderKind uint8

const (
	orderCommand orderKind = iota // perform a command that nobody waits for
	orderRequest                  // take a request through its steps and answer it
	orderAttach                   // the session speaks for one more user
	orderDetach                   // the session has ended
)

// noted is the place of an account's intents in the inbox.
type noted struct {
	tick  uint64 // the inbox's count when they were noted
	last  int    // index of the newest
	count int
}

// maxNoted is how many intents of an account one tick takes: two taps on keys,
// each with its end.
const maxNoted = 4

// inbox collects orders from all readers until the loop takes them. An account
// has at most maxNoted intents of its own in it, the newest of them the last, so
// that a flood of requests costs no memory and a short tap on a key is still a
// step. Safe for concurrent use.
type inbox struct {
	mu     sync.Mutex
	orders []order
	ticks  uint64        // how often orders were taken, from 1
	wake   chan struct{} // holds a token when orders came since the loop last looked
}

func newInbox() *inbox {
	return &inbox{ticks: 1, wake: make(chan struct{}, 1)}
}

// add appends an order. That of a request is told whether it comes after a newer
// intent of its user.
func (in *inbox) add(o order) {
	in.mu.Lock()
	if r := o.request; r != nil {
		o.newest = !setsIntent(r.Action) || o.user.ledgerOf(r.Key).newestIntent(r.Key)
	}
	if o.user != nil {
		// An intent that comes later must not be moved before this order.
		o.user.account.noted = noted{}
	}
	in.orders = append(in.orders, o)
	in.mu.Unlock()
	in.signal()
}

// addIntent appends the wish to walk, or puts it in the place of the account's
// last one if there are too many. It reports false if the account has a newer
// wish than that of the key.
func (in *inbox) addIntent(m *member, key protocol.Key, c rules.Command) bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	// Looked at here, where wishes get their order, so that none can be
	// overtaken between the look and its place.
	if !m.ledgerOf(key).newestIntent(key) {
		return false
	}
	n := &m.account.noted
	if n.tick != in.ticks {
		*n = noted{tick: in.ticks}
		in.signal()
	}
	if n.count == maxNoted {
		in.orders[n.last].command = c
		return true
	}
	n.last = len(in.orders)
	n.count++
	in.orders = append(in.orders, order{kind: orderCommand, user: m, command: c})
	return true
}

func (in *inbox) signal() {
	select {
	case in.wake <- struct{}{}:
	default:
	}
}

// take returns all orders in the order they came in. The caller hands back the
// slice of an earlier call for reuse.
func (in *inbox) take(reuse []order) []order {
	clear(reuse)
	in.mu.Lock()
	defer in.mu.Unlock()
	orders := in.orders
	in.orders = reuse[:0]
	in.ticks++
	return orders
}
