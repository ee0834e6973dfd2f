package server

import "laneya/protocol"

// contentHandler hands out the tables of the content. They are the same for
// everybody and never change while the server runs, so no tick is needed.
type contentHandler struct{}

func (contentHandler) needsHero() bool { return false }

func (contentHandler) now(s *Server, _ call, a protocol.Action) (protocol.Answer, bool) {
	asked, ok := a.(protocol.Content)
	if !ok {
		return failedInside, true
	}
	data, ok := s.tables.parts[asked.Part]
	if !ok {
		return refused("no_such_part", "The content has no such part."), true
	}
	return success(data), true
}

func (h contentHandler) legal(t *turn, c *call, a protocol.Action) error {
	if asked, ok := a.(protocol.Content); !ok || t.server.tables.parts[asked.Part] == nil {
		return &denial{"no_such_part", "The content has no such part."}
	}
	return nil
}

func (contentHandler) perform(t *turn, _ *call, a protocol.Action) ([]byte, error) {
	asked, ok := a.(protocol.Content)
	if !ok {
		return nil, errAction(a)
	}
	return t.server.tables.parts[asked.Part], nil
}
