package protocol_test

import (
	"context"
	"errors"
	"net"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"laneya/geom"
	"laneya/protocol"
)

// fakeServer is where a Client under test dials. Each test plays the server
// itself, by the far ends of the connections.
type fakeServer struct {
	t     *testing.T
	conns chan *farEnd
	away  atomic.Bool // refuses to be dialled
	dials atomic.Int64
	group sync.WaitGroup // what a test lets run beside it
}

// farEnd is the server's end of one connection.
type farEnd struct {
	t      *testing.T
	nc     net.Conn
	frames *protocol.FrameReader
}

func (f *fakeServer) dial(ctx context.Context) (net.Conn, error) {
	f.dials.Add(1)
	if f.away.Load() {
		return nil, errors.New("nobody is there")
	}
	near, far := net.Pipe()
	end := &farEnd{f.t, far, protocol.NewFrameReader(far, protocol.MaxFrameIn)}
	select {
	case f.conns <- end:
		return near, nil
	case <-ctx.Done():
		near.Close()
		far.Close()
		return nil, ctx.Err()
	}
}

// accept returns the next connection.
func (f *fakeServer) accept() *farEnd { return <-f.conns }

// acceptWatch returns the next connection, with its watch answered by a
// snapshot.
func (f *fakeServer) acceptWatch() (*farEnd, protocol.Watch) {
	f.t.Helper()
	end := f.accept()
	r := end.next()
	w, ok := r.Action.(protocol.Watch)
	if !ok {
		f.t.Fatalf("a connection began with %s instead of watch", r.Action.Name())
	}
	end.success(r, `{"version":1,"tick_ms":100}`)
	end.update(snapshot(w.Seen + 1))
	return end, w
}

// read returns the next request, an error when the client has hung up.
func (e *farEnd) read() (protocol.Request, error) {
	payload, err := e.frames.Next()
	if err != nil {
		return protocol.Request{}, err
	}
	return protocol.DecodeRequest(payload)
}

// next returns the next request that is no ping, and answers the pings.
func (e *farEnd) next() protocol.Request {
	e.t.Helper()
	for {
		r, err := e.read()
		if err != nil {
			e.t.Fatalf("reading a request: %v", err)
		}
		if _, ping := r.Action.(protocol.Ping); !ping {
			return r
		}
		e.success(r, `{}`)
	}
}

func (e *farEnd) success(r protocol.Request, data string) {
	e.respond(r, protocol.Success, data)
}

func (e *farEnd) respond(r protocol.Request, s protocol.Status, data string) {
	e.write(protocol.AppendResponse(nil, r.Key, s, []byte(data)))
}

func (e *farEnd) update(u protocol.Update) {
	payload, err := protocol.AppendUpdate(nil, u)
	if err != nil {
		e.t.Errorf("update: %v", err)
	}
	e.write(payload)
}

func (e *farEnd) write(payload []byte) {
	// A client that has hung up shows in the next read.
	_, _ = e.nc.Write(protocol.AppendFrame(nil, payload))
}

// recorder notes what a Client tells.
type recorder struct {
	links   chan protocol.Link
	updates chan protocol.Update
}

// await waits for a link in that phase and returns it.
func (r *recorder) await(phase protocol.Phase) protocol.Link {
	for l := range r.links {
		if l.Phase == phase {
			return l
		}
	}
	return protocol.Link{}
}

// withClient runs test in a bubble of virtual time, with a running Client and
// the server that it dials. All goroutines must end with test.
func withClient(t *testing.T, test func(t *testing.T, f *fakeServer, c *protocol.Client, told *recorder)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		f := &fakeServer{t: t, conns: make(chan *farEnd)}
		told := &recorder{make(chan protocol.Link, 1000), make(chan protocol.Update, 1000)}
		c := protocol.NewClient(protocol.ClientConfig{
			Dial: f.dial, User: "anna",
			OnLink:   func(l protocol.Link) { told.links <- l },
			OnUpdate: func(u protocol.Update) { told.updates <- u },
		})
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- c.Run(ctx) }()
		defer f.group.Wait()
		defer func() { <-ended }()
		defer cancel()
		test(t, f, c, told)
	})
}

func snapshot(seq uint64) protocol.Snapshot {
	return protocol.Snapshot{
		Seq: seq, Level: "0:0:0", Width: 3, Height: 1, Hero: "User:anna",
		Terrain:  []protocol.Strip{{Cells: "#.."}},
		Sight:    []protocol.Run{{N: 3}},
		Entities: []protocol.Entity{{Entity: "User:anna", Kind: protocol.KindHero, Name: "anna", X: 1}},
	}
}

func view(seq uint64) protocol.View { return protocol.View{Seq: seq} }

var north = protocol.Move{Direction: geom.North}

// since returns the virtual time since start, in whole milliseconds.
func since(start time.Time) time.Duration { return time.Since(start).Round(time.Millisecond) }

// runUntil lets c run until the function it returns is called.
func runUntil(t *testing.T, c *protocol.Client) (end func()) {
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- c.Run(ctx) }()
	return func() {
		cancel()
		<-ended
	}
}
