package protocol_test

import (
	"fmt"
	"net"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"laneya/protocol"
)

// lossyServer performs requests as a server does, and sends each message
// through faults: what becomes of the n-th is faults[n%len(faults)].
type lossyServer struct {
	faults []string

	mu        sync.Mutex // guards the following fields
	n         int
	answers   protocol.Answers
	performed map[string]int // by the request's map_id
	seq       uint64
}

func (s *lossyServer) fate() string {
	s.n++
	return s.faults[s.n%len(s.faults)]
}

// serve answers the requests of one connection until a fault cuts it.
func (s *lossyServer) serve(nc net.Conn) {
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
		for _, m := range s.perform(&r) {
			if m == nil {
				return
			}
			if _, err := nc.Write(protocol.AppendFrame(nil, m)); err != nil {
				return
			}
		}
	}
}

// perform returns the messages to send; nil among them cuts the connection.
func (s *lossyServer) perform(r *protocol.Request) (out [][]byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	fate := s.fate()
	if s.seq == 0 {
		fate = "" // a client whose first watch fails goes without epoch keys
	}
	switch fate {
	case "lose request":
		return nil
	case "cut before":
		return [][]byte{nil}
	}
	data := []byte(`{}`)
	if _, watch := r.Action.(protocol.Watch); watch {
		s.seq++
		u, err := protocol.AppendUpdate(nil, snapshot(s.seq))
		if err != nil {
			return [][]byte{nil}
		}
		out = append(out, u)
		data = []byte(`{"version":1,"tick_ms":100}`)
	}
	verdict, known := s.answers.Ask(r.Key, r.Digest, time.Now())
	switch verdict {
	case protocol.Fresh:
		if g, ok := r.Action.(protocol.GetMap); ok {
			s.performed[string(g.MapID)]++
		}
		known = protocol.Answer{Status: protocol.Success, Data: data}
		s.answers.Put(r.Key, known)
	case protocol.Answered:
	default:
		known = protocol.Answer{Status: protocol.Invalid, Data: protocol.AppendFailure(nil, verdict.String())}
	}
	response := protocol.AppendResponse(nil, r.Key, known.Status, known.Data)
	switch fate {
	case "lose response":
		return out
	case "cut after":
		return append(out, nil)
	case "double":
		out = append(out, response)
	}
	return append(out, response)
}

// TestClientIsHeardExactlyOnce sends requests through all kinds of faults. Each
// is performed once if it was answered, and at most once if it ran out of time.
func TestClientIsHeardExactlyOnce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		faults := rapid.SliceOfN(rapid.SampledFrom([]string{"", "", "", "double", "lose request", "lose response", "cut before", "cut after"}), 1, 40).Draw(rt, "faults")
		pauses := rapid.SliceOfN(rapid.IntRange(0, 3000), 1, 20).Draw(rt, "pauses")
		var wrong string
		synctest.Test(t, func(t *testing.T) { wrong = sendThroughFaults(t, faults, pauses) })
		if wrong != "" {
			rt.Fatal(wrong)
		}
	})
}

// sendThroughFaults sends a request after each of the pauses, in milliseconds,
// and says what went wrong.
func sendThroughFaults(t *testing.T, faults []string, pauses []int) (wrong string) {
	s := &lossyServer{faults: faults, performed: map[string]int{}}
	f := &fakeServer{t: t, conns: make(chan *farEnd)}
	c := protocol.NewClient(protocol.ClientConfig{Dial: f.dial, User: "anna"})
	stop := make(chan struct{})
	f.group.Go(func() {
		for {
			select {
			case end := <-f.conns:
				f.group.Go(func() { s.serve(end.nc) })
			case <-stop:
				return
			}
		}
	})
	ended := runUntil(t, c)
	outcomes := make(chan string, len(pauses))
	for i, pause := range pauses {
		id := strconv.Itoa(i + 1) // 0 is in the client end's own get_map
		<-time.After(time.Duration(pause) * time.Millisecond)
		c.Go(protocol.GetMap{MapID: []byte(id)}, func(r protocol.Response, err error) {
			s.mu.Lock()
			defer s.mu.Unlock()
			switch n := s.performed[id]; {
			case err == nil && r.Status != protocol.Success:
				outcomes <- fmt.Sprintf("request %s was answered %s %s", id, r.Status, r.Data)
			case err == nil && n != 1, n > 1:
				outcomes <- fmt.Sprintf("request %s was performed %d times; %v", id, n, err)
			default:
				outcomes <- ""
			}
		})
	}
	for range pauses {
		if o := <-outcomes; o != "" {
			wrong = o
		}
	}
	ended()
	close(stop)
	f.group.Wait()
	return wrong
}
