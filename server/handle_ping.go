package server

import "laneya/protocol"

// pingHandler answers at once, so that a client can measure the way there and
// back.
type pingHandler struct{}

func (pingHandler) needsHero() bool { return false }

func (pingHandler) now(*Server, call, protocol.Action) (protocol.Answer, bool) {
	return success(emptyData), true
}

func (pingHandler) legal(*turn, *call, protocol.Action) error { return nil }

func (pingHandler) perform(*turn, *call, protocol.Action) ([]byte, error) { return emptyData, nil }
