package server

import (
	"fmt"

	"laneya/protocol"
)

// watchHandler turns the updates of a connection from the original vocabulary
// to our own.
type watchHandler struct{}

func (watchHandler) needsHero() bool { return true }

func (watchHandler) now(*Server, call, protocol.Action) (protocol.Answer, bool) {
	return protocol.Answer{}, false
}

func (watchHandler) legal(_ *turn, c *call, a protocol.Action) error {
	w, ok := a.(protocol.Watch)
	if !ok {
		return errAction(a)
	}
	if _, err := protocol.Negotiate(w.MinVersion, w.MaxVersion); err != nil {
		return &denial{protocol.ReasonVersion, err.Error()}
	}
	if other := c.member.session.watching; other != nil && other != c.member {
		return &denial{"watching", fmt.Sprintf("This connection already watches for %s.", other.account.name)}
	}
	return nil
}

func (watchHandler) perform(t *turn, c *call, a protocol.Action) ([]byte, error) {
	w, ok := a.(protocol.Watch)
	if !ok {
		return nil, errAction(a)
	}
	version, err := protocol.Negotiate(w.MinVersion, w.MaxVersion)
	if err != nil {
		return nil, err
	}
	t.watch(c.member, w.Seen)
	return protocol.AppendWatchResult(nil, &protocol.WatchResult{Version: version, TickMS: int(tickLength.Milliseconds())}), nil
}
