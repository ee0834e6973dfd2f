package server

import "laneya/protocol"

// commandHandler lets a hero do what the rules have a command for: any action of
// the caves that is no question. Each is performed in the tick and answered with
// it; an intent is then set, and carried out by the ticks that follow.
type commandHandler struct{}

func (commandHandler) needsHero() bool { return true }

func (commandHandler) now(*Server, call, protocol.Action) (protocol.Answer, bool) {
	return protocol.Answer{}, false
}

func (commandHandler) legal(t *turn, c *call, a protocol.Action) error {
	if !c.newest {
		return errSuperseded
	}
	if !t.world.HasHero(c.name()) {
		return nil // she is about to appear
	}
	cmd, ok := commandOf(c.name(), a, t.toldView(c.member.account))
	if !ok {
		return errAction(a)
	}
	return t.world.Check(cmd)
}

func (commandHandler) perform(t *turn, c *call, a protocol.Action) ([]byte, error) {
	cmd, ok := commandOf(c.name(), a, t.toldView(c.member.account))
	if !ok {
		return nil, errAction(a)
	}
	return emptyData, t.command(cmd)
}
