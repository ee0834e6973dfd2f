package server

import (
	"laneya/internal/version"
	"laneya/protocol"
)

// aboutHandler tells those who may want to enter what the world is. The loop
// makes the answer when it changes, so no tick is needed; on its own, the request
// isn't even taken to be its user's (see session.handle), since that would wake
// her hero.
type aboutHandler struct{}

func (aboutHandler) needsHero() bool { return false }

func (aboutHandler) now(s *Server, _ call, _ protocol.Action) (protocol.Answer, bool) {
	return s.about(), true
}

func (aboutHandler) legal(t *turn, _ *call, _ protocol.Action) error {
	if t.server.cfg.Silent {
		return &denial{"unsupported", silent}
	}
	return nil
}

func (aboutHandler) perform(t *turn, _ *call, _ protocol.Action) ([]byte, error) {
	return *t.server.told.Load(), nil
}

const silent = "This server tells nothing of itself."

// about returns the answer to About.
func (s *Server) about() protocol.Answer {
	if s.cfg.Silent {
		return refused(nil, "unsupported", silent)
	}
	return success(*s.told.Load())
}

// publish makes the answer to About for so many players.
func (s *Server) publish(players int) error {
	data, err := protocol.AppendResult(nil, &protocol.AboutResult{World: s.cfg.Title, Players: players, Version: version.String()})
	if err != nil {
		return err
	}
	s.players.Store(int64(players))
	s.told.Store(&data)
	return nil
}

// Players returns how many heroes are in the world whose players are there, too.
func (s *Server) Players() int { return int(s.players.Load()) }

// count publishes how many play, if that changed.
func (t *turn) count() {
	t.counts++
	n := 0
	for _, ss := range t.sessions {
		for _, m := range ss.attached {
			if acc := m.account; acc.counted != t.counts && acc.present.Load() {
				acc.counted = t.counts
				n++
			}
		}
	}
	if n == t.server.Players() {
		return
	}
	if err := t.server.publish(n); err != nil {
		t.server.cfg.Log.Error("the number of players can't be told", "error", err)
	}
}
