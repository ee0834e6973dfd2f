package client_test

import (
	"context"
	"fmt"
	"net"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
)

// A bot plays without a window: it waits until it knows where its hero is,
// walks to the east as far as the cave lets it, and leaves.
func Example() {
	s := client.Start(client.Config{Dial: dialCave, User: "bot"})
	defer s.Close()
	st := client.NewState()
	for change := range s.Changes() {
		st.Apply(change)
		hero := st.Hero()
		if hero == nil {
			continue
		}
		if ahead := hero.Pos.Step(geom.East); st.Terrain(ahead) != client.Floor {
			fmt.Println(hero.Name, "stands at", hero.Pos)
			break
		}
		s.Walk(geom.East)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	fmt.Println(s.Leave(ctx))
	// Output:
	// bot stands at {4 1}
	// <nil>
}

// dialCave is a connection to the smallest server there can be.
func dialCave(context.Context) (net.Conn, error) {
	near, far := net.Pipe()
	go serveCave(far)
	return near, nil
}

func serveCave(nc net.Conn) {
	defer nc.Close()
	frames := protocol.NewFrameReader(nc, protocol.MaxFrameIn)
	for {
		payload, err := frames.Next()
		if err != nil {
			return
		}
		r, err := protocol.DecodeRequest(payload)
		if err != nil {
			return
		}
		data, updates := []byte("{}"), []protocol.Update(nil)
		hero := protocol.Entity{Entity: "User:" + r.User, Kind: protocol.KindHero, Name: r.User, X: 1, Y: 1}
		switch a := r.Action.(type) {
		case protocol.Watch:
			data = protocol.AppendWatchResult(nil, &protocol.WatchResult{Version: protocol.MaxVersion, TickMS: 100})
			updates = append(updates, protocol.Snapshot{
				Seq: 1, Level: "0:0:0", Width: 6, Height: 3, Hero: hero.Entity,
				Terrain:  []protocol.Strip{{Cells: "######"}, {Y: 1, Cells: "#....#"}, {Y: 2, Cells: "######"}},
				Sight:    []protocol.Run{{Y: 1, N: 6}},
				Entities: []protocol.Entity{hero},
			})
		case protocol.Move:
			hero.Facing = a.Direction
			for seq := uint64(2); seq <= 4; seq++ {
				hero.X++
				updates = append(updates, protocol.View{Seq: seq, Entities: []protocol.Entity{hero}})
			}
		}
		out := protocol.AppendFrame(nil, protocol.AppendResponse(nil, r.Key, protocol.Success, data))
		for _, u := range updates {
			message, err := protocol.AppendUpdate(nil, u)
			if err != nil {
				return
			}
			out = protocol.AppendFrame(out, message)
		}
		if _, err := nc.Write(out); err != nil {
			return
		}
	}
}
