package server

import (
	"errors"

	"laneya/protocol"
)

// getMapHandler tells the floor plan of the hero's level as far as its user
// knows it. The plan is made in a tick and then served from every reader until
// the user has seen more.
type getMapHandler struct{}

func (getMapHandler) needsHero() bool { return true }

func (getMapHandler) now(_ *Server, c call, _ protocol.Action) (protocol.Answer, bool) {
	plan := c.member.account.floor.Load()
	if plan == nil {
		return protocol.Answer{}, false
	}
	return success(plan.data), true
}

func (getMapHandler) legal(*turn, *call, protocol.Action) error { return nil }

func (getMapHandler) perform(t *turn, c *call, _ protocol.Action) ([]byte, error) {
	acc := c.member.account
	if plan := acc.floor.Load(); plan != nil {
		return plan.data, nil
	}
	v := t.view(acc)
	if v == nil {
		return nil, errors.New("user has no view")
	}
	plan := newFloorPlan(v)
	acc.floor.Store(plan)
	return plan.data, nil
}
