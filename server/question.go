package server

import "laneya/protocol"

// question is the handler of a question that is looked up in the world: it returns
// a pointer to the action's result.
type question func(t *turn, user string, a protocol.Action) (any, error)

func (question) needsHero() bool { return true }

func (question) now(*Server, call, protocol.Action) (protocol.Answer, bool) {
	return protocol.Answer{}, false
}

func (question) legal(*turn, *call, protocol.Action) error { return nil }

func (q question) perform(t *turn, c *call, a protocol.Action) ([]byte, error) {
	res, err := q(t, c.name(), a)
	if err != nil {
		return nil, err
	}
	return protocol.AppendResult(nil, res)
}
