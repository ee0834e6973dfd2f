package main

import (
	"bufio"
	"bytes"
	"net"
	"testing"

	"laneya/geom"
	"laneya/protocol"
)

func reader(b []byte) *bufio.Reader { return bufio.NewReader(bytes.NewReader(b)) }

// talk returns the client's end of a conversation with the least server.
func talk(t *testing.T) net.Conn {
	client, server := net.Pipe()
	done := make(chan struct{})
	go func() {
		defer close(done)
		newLeast().converse(server)
	}()
	t.Cleanup(func() { client.Close(); <-done })
	return client
}

func TestLeastServerAnswersUnderTheKey(t *testing.T) {
	nc := talk(t)
	var burst []byte
	k := newKey()
	actions := []protocol.Action{stop, protocol.GetMap{MapID: []byte("0")}, protocol.Ping{}}
	for _, a := range actions {
		r, err := newRequest("ann", a)
		if err != nil {
			t.Fatal(err)
		}
		burst = r.append(burst, &k)
	}
	sent := make(chan error, 1)
	go func() { _, err := nc.Write(burst); sent <- err }()
	in := protocol.NewFrameReader(nc, protocol.MaxFrameClient)
	for i, a := range actions {
		payload, err := in.Next()
		if err != nil {
			t.Fatal(err)
		}
		response, _, err := protocol.DecodeMessage(payload)
		if err != nil {
			t.Fatalf("%s: %v", payload, err)
		}
		if response.Key != protocol.IntKey(int64(firstKey+1+i)) || response.Status != protocol.Success {
			t.Errorf("the answer to %s has key %s and status %s", a.Name(), response.Key, response.Status)
		}
		cells := bytes.Count(response.Data, []byte(`"wall"`)) + bytes.Count(response.Data, []byte(`"floor"`))
		if _, isMap := a.(protocol.GetMap); isMap != (cells == geom.LevelCells) {
			t.Errorf("the answer to %s tells of %d cells", a.Name(), cells)
		}
	}
	if err := <-sent; err != nil {
		t.Error(err)
	}
}

func TestLeastServerEndsWithBadFrames(t *testing.T) {
	for _, bad := range []string{"x", "12x", "99999:", ":"} {
		if _, _, err := peekFrame(reader([]byte(bad))); err == nil {
			t.Errorf("peekFrame(%q) saw nothing wrong", bad)
		}
	}
}

func TestPeersMeasureTheLeastServer(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- newLeast().serve(ln) }()
	for _, window := range []int{1, 8} {
		l := load{conns: 3, window: window, action: stop, turn: hasty.turn / 10}
		m, err := l.run(ln.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		if m.rate <= 0 || m.answers < int(m.rate*l.turn.Seconds()) || (m.p50 > 0) != (window == 1) || m.p99 < m.p50 {
			t.Errorf("%d outstanding: measured %+v", window, m)
		}
	}
	ln.Close()
	<-served
}
