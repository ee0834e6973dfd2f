package protocol_test

import (
	"fmt"
	"net"
	"time"

	"laneya/geom"
	"laneya/protocol"
)

// A server that lets every hero walk wherever she likes, and yet counts each
// step once.
func Example_server() {
	here, there := net.Pipe()
	conn := protocol.NewServerConn(there, protocol.ServerConfig{})
	var answers protocol.Answers // of one user; a real server has one for each
	steps := 0

	handle := func(r *protocol.Request) {
		verdict, answer := answers.Ask(r.Key, r.Digest, time.Now())
		switch verdict {
		case protocol.Fresh:
			steps++
			answer = protocol.Answer{Status: protocol.Success}
			answers.Put(r.Key, answer)
		case protocol.Answered:
		default:
			answer = protocol.Answer{
				Status: protocol.Invalid,
				Data:   protocol.AppendFailure(nil, "This key will not do."),
			}
		}
		conn.Respond(r.Key, answer.Status, answer.Data)
	}
	ended := make(chan error)
	go func() { ended <- conn.Serve(handle) }()

	// The client's end, by hand: the same request twice, as if the first answer
	// had been lost, and then its key for another request.
	frames := protocol.NewFrameReader(here, protocol.MaxFrameClient)
	for _, way := range []geom.Dir{geom.North, geom.North, geom.South} {
		request, err := protocol.AppendRequest(nil, &protocol.Request{
			Key: protocol.EpochKey(0xa1, 1), User: "anna", Action: protocol.Move{Direction: way},
		})
		if err != nil {
			fmt.Println(err)
			return
		}
		if _, err := here.Write(protocol.AppendFrame(nil, request)); err != nil {
			fmt.Println(err)
			return
		}
		response, err := frames.Next()
		fmt.Printf("%s %v\n", response, err)
	}
	here.Close()
	fmt.Println(<-ended, steps)
	// Output:
	// {"type":"response","key":"00000000000000a1-1","status":"success","data":{}} <nil>
	// {"type":"response","key":"00000000000000a1-1","status":"success","data":{}} <nil>
	// {"type":"response","key":"00000000000000a1-1","status":"invalid","data":{"message":"This key will not do."}} <nil>
	// <nil> 1
}

func ExampleDecodeRequest() {
	for _, text := range []string{
		`{"type":"request","key":1,"user":"anna","action":"move","data":{"direction":"north"}}`,
		`{"type":"request","key":2,"user":"anna","action":"move","data":{"direction":"up"}}`,
	} {
		r, err := protocol.DecodeRequest([]byte(text))
		if bad, ok := err.(*protocol.InvalidError); ok {
			fmt.Println(bad.Key, "is invalid:", bad.Message)
			continue
		}
		fmt.Printf("%v: %s wants to %s %+v\n", r.Key, r.User, r.Action.Name(), r.Action)
	}
	// Output:
	// 1: anna wants to move {Direction:north}
	// 2 is invalid: direction must be north, east, south, west or stop
}

func ExampleDecodeMessage() {
	for _, text := range []string{
		`{"type":"response","key":1,"status":"illegal","data":{"message":"You can't."}}`,
		`{"type":"update","action":"position","data":{"x":3,"y":4,"entity":"Ghost:wisp"}}`,
	} {
		response, update, err := protocol.DecodeMessage([]byte(text))
		switch {
		case err != nil:
			fmt.Println(err)
		case update != nil:
			fmt.Printf("%s %+v\n", update.Name(), update)
		default:
			fmt.Println(response.Key, response.Status, response.Message())
		}
	}
	// Output:
	// 1 illegal You can't.
	// position {X:3 Y:4 Entity:Ghost:wisp}
}

// What several users see is encoded once.
func ExampleAppendView() {
	wisp := protocol.AppendEntity(nil, &protocol.Entity{
		Entity: "Ghost:wisp", Kind: protocol.KindGhost, Name: "wisp", X: 3, Y: 4, Facing: geom.East,
	})
	var out []byte // all that one connection is told in this tick
	mark := len(out)
	out = protocol.BeginFrame(out)
	out = protocol.AppendView(out, &protocol.View{Seq: 8, Tick: 120}, protocol.Encoded{wisp})
	out = protocol.EndFrame(out, mark)
	fmt.Printf("%s\n", out)
	// Output:
	// 170:{"type":"update","action":"view","data":{"seq":8,"tick":120,"entities":[{"entity":"Ghost:wisp","kind":"ghost","name":"wisp","x":3,"y":4,"facing":"east","asleep":false}]}},
}

func ExampleNegotiate() {
	fmt.Println(protocol.Negotiate(1, 3))
	fmt.Println(protocol.Negotiate(2, 3))
	// Output:
	// 1 <nil>
	// 0 the client speaks protocol versions 2 to 3 and the server 1 to 1: the server is too old
}
