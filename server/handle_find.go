package server

import "laneya/protocol"

// find answers with the places that the user knows by a name.
func find(t *turn, user string, a protocol.Action) (any, error) {
	asked, ok := a.(protocol.Find)
	if !ok {
		return nil, errAction(a)
	}
	found, err := t.world.Find(user, asked.Query)
	if err != nil {
		return nil, err
	}
	res := &protocol.FindResult{Places: []protocol.Found{}}
	for _, f := range found {
		res.Places = append(res.Places, protocol.Found{Name: f.Name, Level: f.Level.String(), X: f.Pos.X, Y: f.Pos.Y, Kind: f.Kind})
	}
	return res, nil
}
