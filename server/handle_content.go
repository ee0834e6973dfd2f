package server

import "laneya/protocol"

// contentHandler hands out the tables of the content. They are the same for
// everybody and never change while the server runs, so no tick is needed.
type contentHandler struct{}

func (contentHandler) needsHero() bool { return false }

func (contentHandler) now(s *Server, _ call, a protocol.Action) (protocol.Answer, bool) {
	asked, ok := a.(protocol.Content)
	if !ok {
		return failedInside(nil), true
	}
	say := languageOf(asked.Language)
	t, err := tablesIn(say)
	if err != nil {
		s.cfg.Log.Error("the tables of the content can't be made", "language", say.Tag(), "error", err)
		return failedInside(say), true
	}
	data, ok := t.parts[asked.Part]
	if !ok {
		return refused(say, "no_such_part", noSuchPart), true
	}
	return success(data), true
}

const noSuchPart = "The content has no such part."

func (h contentHandler) legal(*turn, *call, protocol.Action) error { return nil }

func (contentHandler) perform(_ *turn, _ *call, a protocol.Action) ([]byte, error) {
	asked, ok := a.(protocol.Content)
	if !ok {
		return nil, errAction(a)
	}
	say := languageOf(asked.Language)
	t, err := tablesIn(say)
	if err != nil {
		return nil, err
	}
	data, ok := t.parts[asked.Part]
	if !ok {
		return nil, &denial{"no_such_part", noSuchPart}
	}
	return data, nil
}
