package server

import "laneya/protocol"

// guide answers with pages of the guide, as many as fit into a message.
func guide(t *turn, user string, a protocol.Action) (any, error) {
	asked, ok := a.(protocol.Guide)
	if !ok {
		return nil, errAction(a)
	}
	pages, err := t.world.Guide(user, asked.Query)
	if err != nil {
		return nil, err
	}
	res := &protocol.GuideResult{Pages: []protocol.Page{}}
	size := 0
	for _, p := range pages {
		if size += len(p.Key) + len(p.Title) + len(p.Text) + 64; size > maxPart {
			break
		}
		res.Pages = append(res.Pages, protocol.Page{Key: p.Key, Title: p.Title, Text: p.Text})
	}
	return res, nil
}
