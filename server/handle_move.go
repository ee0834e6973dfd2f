package server

import (
	"laneya/protocol"
	"laneya/rules"
)

// moveHandler sets which way a hero walks. It is an intent: noted at once,
// carried out by the ticks that follow.
type moveHandler struct{}

func (moveHandler) needsHero() bool { return true }

func (moveHandler) now(s *Server, c call, a protocol.Action) (protocol.Answer, bool) {
	move, ok := a.(protocol.Move)
	if !ok || !c.member.account.present.Load() {
		return protocol.Answer{}, false
	}
	if !s.inbox.addIntent(c.member, c.key, walk(c.name(), move)) {
		return superseded, true
	}
	return success(emptyData), true
}

func (moveHandler) legal(t *turn, c *call, a protocol.Action) error {
	move, ok := a.(protocol.Move)
	if !ok {
		return errAction(a)
	}
	if !c.newest {
		return errSuperseded
	}
	if !t.world.HasHero(c.name()) {
		return nil // a hero who is about to appear may walk
	}
	return t.world.Check(walk(c.name(), move))
}

func (moveHandler) perform(t *turn, c *call, a protocol.Action) ([]byte, error) {
	move, ok := a.(protocol.Move)
	if !ok {
		return nil, errAction(a)
	}
	return emptyData, t.command(walk(c.name(), move))
}

func walk(user string, m protocol.Move) rules.Command {
	return rules.Command{User: user, Verb: rules.Walk, Dir: m.Direction}
}
