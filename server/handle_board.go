package server

import "laneya/protocol"

// board answers with what stands on the notice board of the hero's level.
func board(t *turn, user string, _ protocol.Action) (any, error) {
	notes, err := t.world.Board(user)
	if err != nil {
		return nil, err
	}
	res := &protocol.BoardResult{Notes: []protocol.Note{}}
	for _, n := range notes {
		res.Notes = append(res.Notes, protocol.Note(n))
	}
	return res, nil
}
