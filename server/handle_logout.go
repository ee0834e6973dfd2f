package server

import (
	"laneya/protocol"
	"laneya/rules"
)

// logoutHandler takes a hero out of the world. A user who isn't in the world
// has what she asks for already.
type logoutHandler struct{}

func (logoutHandler) needsHero() bool { return false }

func (logoutHandler) now(*Server, call, protocol.Action) (protocol.Answer, bool) {
	return protocol.Answer{}, false
}

func (logoutHandler) legal(*turn, *call, protocol.Action) error { return nil }

func (logoutHandler) perform(t *turn, c *call, _ protocol.Action) ([]byte, error) {
	if !t.world.HasHero(c.name()) {
		return emptyData, nil
	}
	if err := t.command(rules.Command{User: c.name(), Verb: rules.Leave}); err != nil {
		return nil, err
	}
	t.left(c.member.account)
	return emptyData, nil
}
