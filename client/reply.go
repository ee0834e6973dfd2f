package client

import (
	"context"

	"laneya/protocol"
)

// Reply is the answer to one request, once it has come. It belongs to whoever
// asked.
type Reply struct {
	Action protocol.Action // that was asked for

	done     chan struct{} // closed when the others are set
	response protocol.Response
	err      error
}

// Answered returns a Reply that has come already, for tests and for what needs
// no server.
func Answered(a protocol.Action, r protocol.Response, err error) *Reply {
	reply := &Reply{Action: a, done: make(chan struct{}), response: r, err: err}
	close(reply.done)
	return reply
}

// Poll returns the answer; ok is false while it has not come. The error says why
// none will.
func (r *Reply) Poll() (resp protocol.Response, err error, ok bool) {
	select {
	case <-r.done:
		return r.response, r.err, true
	default:
		return protocol.Response{}, nil, false
	}
}

// Refused returns what the answer says if the server refused; ok is false
// otherwise.
func (r *Reply) Refused() (f protocol.Failure, ok bool) {
	resp, err, come := r.Poll()
	if !come || err != nil || resp.Status == protocol.Success {
		return f, false
	}
	if protocol.DecodeResult(resp.Data, &f) != nil {
		f = protocol.Failure{Message: resp.Message()}
	}
	return f, true
}

// keepInformed asks for the server's tables whenever a connection was made. A
// server that doesn't tell them is asked again over the next one.
func (s *Session) keepInformed(ctx context.Context) {
	for {
		select {
		case <-s.lookup:
		case <-ctx.Done():
			return
		}
		if c, err := fetchContent(ctx, s.net, s.cache, *s.tongue.Load()); err == nil {
			s.feed.put(Change{Content: c})
		}
	}
}
