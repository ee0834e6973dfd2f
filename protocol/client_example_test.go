package protocol_test

import (
	"context"
	"fmt"
	"net"

	"laneya/geom"
	"laneya/protocol"
)

// A Client keeps the connection, so a program only says what it wants and
// listens to what there is. Here the server is a function at the other end of a
// pipe; over TCP, Dial would call net.Dialer.DialContext.
func ExampleClient() {
	dial := func(context.Context) (net.Conn, error) {
		near, far := net.Pipe()
		go answerAll(far)
		return near, nil
	}
	seen := make(chan struct{})
	client := protocol.NewClient(protocol.ClientConfig{
		Dial: dial,
		User: "anna",
		OnUpdate: func(u protocol.Update) {
			if s, ok := u.(protocol.Snapshot); ok {
				fmt.Printf("level %s is %d by %d\n", s.Level, s.Width, s.Height)
				close(seen)
			}
		},
	})
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- client.Run(ctx) }()

	<-seen
	response, err := client.Do(ctx, protocol.Move{Direction: geom.North})
	fmt.Println(response.Status, err)
	cancel()
	fmt.Println(<-ended)
	// Output:
	// level 0:0:0 is 60 by 40
	// success <nil>
	// context canceled
}

// answerAll answers every request with success, and watch with a snapshot too.
func answerAll(nc net.Conn) {
	defer nc.Close()
	frames := protocol.NewFrameReader(nc, protocol.MaxFrameIn)
	for {
		payload, err := frames.Next()
		if err != nil {
			return
		}
		request, err := protocol.DecodeRequest(payload)
		if err != nil {
			return
		}
		data, update := []byte("{}"), protocol.Update(nil)
		if _, watch := request.Action.(protocol.Watch); watch {
			data = protocol.AppendWatchResult(nil, &protocol.WatchResult{Version: protocol.MaxVersion, TickMS: 100})
			update = protocol.Snapshot{Seq: 1, Level: "0:0:0", Width: geom.LevelWidth, Height: geom.LevelHeight, Hero: "User:anna"}
		}
		out := protocol.AppendFrame(nil, protocol.AppendResponse(nil, request.Key, protocol.Success, data))
		if update != nil {
			snapshot, err := protocol.AppendUpdate(nil, update)
			if err != nil {
				return
			}
			out = protocol.AppendFrame(out, snapshot)
		}
		if _, err := nc.Write(out); err != nil {
			return
		}
	}
}
