package server

import (
	"net"

	"laneya/lang"
	"laneya/protocol"
)

// session is one connection. Its reader goroutine owns it, but for the fields
// that say otherwise.
type session struct {
	server *Server
	conn   *protocol.ServerConn
	// members are the users that this connection has spoken for, by name.
	members map[string]*member
	// slots holds a token for each request of this connection that waits for a
	// tick; the reader waits when it is full.
	slots chan struct{}
	// bulk holds a token while a request with a long answer is among them, so
	// that what they are answered fits into the connection's queue.
	bulk chan struct{}
	// dear holds a token for each request among them that may take the loop long,
	// so that no connection holds up a tick.
	dear chan struct{}

	// watching is the user whose view updates this connection asked for, nil
	// before it has. The loop owns it.
	watching *member
	// attached are the members that the loop sends updates for. The loop owns
	// it.
	attached []*member
}

// member is one user on one connection.
type member struct {
	account *account
	session *session
	// ledger remembers the answers to requests with integer keys, which mean
	// something on this connection only.
	ledger ledger
	// stream is what this connection was told of what the user may know. The
	// loop owns it.
	stream stream
}

// language returns the language in which the user is told.
func (m *member) language() *lang.Language { return m.account.say.Load() }

// ServeConn serves the connection until it ends, and closes it.
func (s *Server) ServeConn(nc net.Conn) {
	ss := &session{
		server:  s,
		conn:    protocol.NewServerConn(nc, protocol.ServerConfig{Log: s.cfg.Log, MaxQueue: s.cfg.maxQueue}),
		members: make(map[string]*member),
		slots:   make(chan struct{}, maxOrders),
		bulk:    make(chan struct{}, 1),
		dear:    make(chan struct{}, maxDear),
	}
	if !s.conns.add(ss) {
		_ = nc.Close() // the server is stopping, there is nobody left to tell
		return
	}
	defer s.conns.remove(ss)
	// The connection logs itself why it ends.
	_ = ss.conn.Serve(ss.handle)
	ss.end()
}

// member returns the user's place on this connection, making one with the
// user's first request on it; nil when the connection speaks for too many.
func (ss *session) member(name string) *member {
	m := ss.members[name]
	if m != nil {
		return m
	}
	if len(ss.members) >= maxUsers {
		return nil
	}
	m = ss.server.accounts.attach(name, ss)
	ss.members[name] = m
	return m
}

// end gives up the users of a connection that has ended.
func (ss *session) end() {
	if len(ss.members) == 0 {
		return
	}
	now := ss.server.now()
	for _, m := range ss.members {
		m.detach(now)
	}
	ss.server.inbox.add(order{kind: orderDetach, session: ss})
}

// respond sends the answer to a request.
func (ss *session) respond(k protocol.Key, a protocol.Answer) {
	ss.conn.Respond(k, a.Status, a.Data)
}
