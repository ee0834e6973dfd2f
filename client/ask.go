package client

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"laneya/lang"
	"laneya/protocol"
)

// Glance is what can be seen of a server by somebody who doesn't enter its world.
type Glance struct {
	RTT  time.Duration // there and back
	Told bool          // the server tells of itself: the rest is set
	protocol.AboutResult
}

// maxAside bounds the messages that Ask passes over.
const maxAside = 16

// Ask looks at a server. It brings no hero into the world, whatever the name: one has
// to be given, as each request has it. Old servers and silent ones tell nothing, which
// is no error.
func Ask(ctx context.Context, dial func(context.Context) (net.Conn, error), user string) (Glance, error) {
	began := time.Now()
	conn, err := dial(ctx)
	if err != nil {
		return Glance{}, err
	}
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { conn.Close() })()
	g := Glance{RTT: time.Since(began)}
	key := protocol.IntKey(1)
	payload, err := protocol.AppendRequest(nil, &protocol.Request{Key: key, User: user, Action: protocol.About{}})
	if err != nil {
		return g, fmt.Errorf("ask a server: %w", err)
	}
	began = time.Now()
	if _, err = conn.Write(protocol.AppendFrame(nil, payload)); err != nil {
		return g, fmt.Errorf("ask a server: %w", err)
	}
	frames := protocol.NewFrameReader(conn, protocol.MaxFrameIn)
	for range maxAside {
		payload, err := frames.Next()
		if err != nil {
			return g, heard(ctx, err)
		}
		r, _, err := protocol.DecodeMessage(payload)
		if err != nil {
			return g, ErrStranger
		}
		if r.Key != key {
			continue
		}
		g.RTT = time.Since(began)
		g.Told = r.Status == protocol.Success && protocol.DecodeResult(r.Data, &g.AboutResult) == nil
		g.World, g.Version = plainText(g.World, maxName), plainText(g.Version, maxName)
		g.Players = points(g.Players)
		return g, nil
	}
	return g, ErrStranger
}

// ErrStranger is why Ask has nothing to tell of what answers. It says so in the
// language that the player has by then.
var ErrStranger error = strangerError{}

type strangerError struct{}

// Error implements error.
func (strangerError) Error() string { return lang.Text("what answers there is no server of laneya") }

// heard says what a connection's end means: the server knows no such question and
// hung up, unless something else answers there, or nothing.
func heard(ctx context.Context, err error) error {
	var odd *protocol.FrameError
	switch {
	case errors.As(err, &odd):
		return ErrStranger
	case ctx.Err() != nil:
		return context.Cause(ctx)
	}
	return nil
}
