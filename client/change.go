package client

import "laneya/protocol"

// Change is something that was learnt from the network. State.Apply is the only
// reader of its fields; of these, any may be nil. What a Change points to is
// never altered after it was sent.
type Change struct {
	Update protocol.Update // a Snapshot, View or Position; others change nothing
	Plan   *Plan
	Link   *protocol.Link
	// Content are the server's tables, once they are known.
	Content *Content
}

// Plan is the floor plan that an original server, which has no snapshots,
// answers to get_map.
type Plan struct {
	Hero       string     // the user's own entity
	FloorLayer [][]string // as in protocol.MapResult
}
