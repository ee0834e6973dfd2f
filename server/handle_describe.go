package server

import (
	"laneya/geom"
	"laneya/protocol"
	"laneya/rules"
)

// describe answers with what the user may know of one thing.
func describe(t *turn, user string, a protocol.Action) (any, error) {
	asked, ok := a.(protocol.Describe)
	if !ok {
		return nil, errAction(a)
	}
	what := rules.What{Item: asked.Item, Status: asked.Status}
	switch {
	case asked.Entity != "":
		// Who isn't in sight is refused like who isn't there, and what looks like
		// an item can't be asked about as who it is.
		var v rules.View
		_ = t.world.View(user, &v) // without one nobody is in sight
		what.Entity = actorOf(asked.Entity, &v)
	case asked.Item == 0 && asked.Status == "":
		what.At = &geom.Pos{X: asked.X, Y: asked.Y}
	}
	d, err := t.world.Describe(user, what)
	if err != nil {
		return nil, err
	}
	res := &protocol.DescribeResult{Title: d.Title, Text: d.Text}
	for _, f := range d.Facts {
		res.Facts = append(res.Facts, protocol.Fact(f))
	}
	for _, c := range d.Changes {
		res.Changes = append(res.Changes, protocol.Change(c))
	}
	return res, nil
}
