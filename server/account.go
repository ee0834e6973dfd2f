package server

import (
	"sync"
	"sync/atomic"
	"time"

	"laneya/lang"
	"laneya/protocol"
	"laneya/rules"
)

// account is what the server knows of one user, in the world or not.
type account struct {
	name string

	// present says whether the user's hero is in the world. The loop sets it;
	// readers look at it to see whether a request needs the tick.
	present atomic.Bool

	// floor is the answer to get_map, nil when it must be made anew. The loop
	// sets it; readers only read it.
	floor atomic.Pointer[floorPlan]

	// say is the language in which the user is told, nil for English. The loop sets
	// it.
	say atomic.Pointer[lang.Language]

	// ledger remembers the answers to requests with epoch keys.
	ledger ledger

	// mu guards what follows.
	mu       sync.Mutex
	sessions int       // connections that speak for the user
	lastSeen time.Time // when the last of them ended

	// noted is where in the inbox the account's intents of this tick lie. The
	// inbox guards it.
	noted noted

	// view is what the user may know, as of the broadcast with that number. The
	// loop owns both.
	view   rules.View
	viewed uint64
	// counted is the count of players that had the account last. The loop owns it.
	counted uint64
	// parked is the stream of the user's last watching connection, so that the
	// next one can go on from it. The loop owns it.
	parked *stream
}

// ledger remembers the answers given to one user, so that a request that is
// sent again is answered again but not performed again. Safe for concurrent
// use.
type ledger struct {
	mu      sync.Mutex
	answers protocol.Answers
	// waiting holds the connections on which a request was repeated while it
	// was being performed.
	waiting map[protocol.Key][]*session
}

// maxWaiting bounds the repetitions of one request that are answered as soon
// as it is performed; one more is dropped, and a client that still wants its
// answer asks again.
const maxWaiting = 8

// ask looks up what is known of a request; see protocol.Answers.Ask.
func (l *ledger) ask(ss *session, r *protocol.Request, now time.Time) (protocol.Verdict, protocol.Answer) {
	l.mu.Lock()
	defer l.mu.Unlock()
	v, a := l.answers.Ask(r.Key, r.Digest, now)
	if v == protocol.Pending && len(l.waiting[r.Key]) < maxWaiting {
		if l.waiting == nil {
			l.waiting = make(map[protocol.Key][]*session)
		}
		l.waiting[r.Key] = append(l.waiting[r.Key], ss)
	}
	return v, a
}

// newestIntent notes an intent with that key; false means that the user has set
// a newer one already.
func (l *ledger) newestIntent(k protocol.Key) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.answers.NewestIntent(k)
}

// forget lets go of all that was answered.
func (l *ledger) forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.answers = protocol.Answers{}
}

// put remembers the answer to a fresh request and returns the connections on
// which it was asked for again meanwhile.
func (l *ledger) put(k protocol.Key, a protocol.Answer) []*session {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.answers.Put(k, a)
	again := l.waiting[k]
	delete(l.waiting, k)
	return again
}

// drop forgets a request that was fresh, and returns the connections on which it
// was asked for again meanwhile.
func (l *ledger) drop(k protocol.Key) []*session {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.answers.Drop(k)
	again := l.waiting[k]
	delete(l.waiting, k)
	return again
}

// accounts are the users the server knows, by name. Safe for concurrent use.
type accounts struct {
	mu     sync.Mutex
	byName map[string]*account
}

// attach notes that one more connection speaks for the user. With the first,
// the user's hero wakes.
func (as *accounts) attach(name string, ss *session) *member {
	as.mu.Lock()
	defer as.mu.Unlock()
	acc := as.lookup(name)
	m := &member{account: acc, session: ss}
	acc.mu.Lock()
	defer acc.mu.Unlock()
	acc.sessions++
	in := ss.server.inbox
	in.add(order{kind: orderAttach, session: ss, user: m})
	if acc.sessions == 1 {
		in.add(order{kind: orderCommand, user: m, command: rules.Command{User: name, Verb: rules.Wake}})
	}
	return m
}

// lookup returns the user's account, making one if there is none. The caller
// holds as.mu, or is the only one to know as.
func (as *accounts) lookup(name string) *account {
	if as.byName == nil {
		as.byName = make(map[string]*account)
	}
	acc := as.byName[name]
	if acc == nil {
		acc = &account{name: name}
		as.byName[name] = acc
	}
	return acc
}

// detach notes that a connection no longer speaks for the user. After the last
// one, the hero stays in the world, standing still.
func (m *member) detach(now time.Time) {
	acc := m.account
	acc.mu.Lock()
	defer acc.mu.Unlock()
	acc.sessions--
	acc.lastSeen = now
	if acc.sessions == 0 {
		// Sent under the lock, so that it can't overtake the Wake of a
		// connection that comes at this moment.
		m.session.server.inbox.add(order{kind: orderCommand, user: m, command: rules.Command{User: acc.name, Verb: rules.Sleep}})
	}
}

// prune forgets the users who have neither a hero nor a connection and were
// last heard of before the given time, and what was answered to those who have a
// hero only.
func (as *accounts) prune(before time.Time) {
	as.mu.Lock()
	defer as.mu.Unlock()
	for name, acc := range as.byName {
		acc.mu.Lock()
		if acc.sessions == 0 && acc.lastSeen.Before(before) {
			if acc.ledger.forget(); !acc.present.Load() {
				delete(as.byName, name)
			}
		}
		acc.mu.Unlock()
	}
}
