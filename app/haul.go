package app

import (
	"laneya/client"
	"laneya/protocol"
)

// haul takes several things one after the other: each takes its time, and who asks for
// many at once is told that she is busy.
type haul struct {
	rest  []uint64 // items that are still to be taken
	reply *client.Reply
}

// take asks for the next thing once the last one is taken. It ends with the first that
// is refused.
func (h *haul) take(g *Game, p *play) {
	if h.reply != nil {
		if _, _, come := h.reply.Poll(); !come {
			return
		}
		switch f, no := h.reply.Refused(); {
		case no && f.Reason == "not_ready":
		case no:
			p.answered(g, waiting{reply: h.reply})
			h.rest = nil
		default:
			h.rest = h.rest[1:]
		}
		h.reply = nil
	}
	if len(h.rest) > 0 && p.state.Self().Ready == 0 {
		h.reply = p.session.Do(protocol.Take{Thing: h.rest[0]})
	}
}
