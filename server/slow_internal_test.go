package server

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"laneya/protocol"
	"laneya/rules"
)

func watchRequest(user string) string {
	return request(user, 1, `"watch","data":{"min_version":1,"max_version":1,"seen":0}`)
}

func request(user string, key int, action string) string {
	payload := fmt.Sprintf(`{"type":"request","key":%d,"user":%q,"action":%s}`, key, user, action)
	return string(protocol.AppendFrame(nil, []byte(payload)))
}

func mustDial(t *testing.T, s *Server) net.Conn {
	t.Helper()
	nc, err := s.Dial(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return nc
}

func mustWrite(t *testing.T, nc net.Conn, text string) {
	t.Helper()
	if _, err := io.WriteString(nc, text); err != nil {
		t.Fatal(err)
	}
}

// readUpdates reads updates of a connection until it ends.
func readUpdates(nc net.Conn, each func(protocol.Update)) {
	frames := protocol.NewFrameReader(bufio.NewReader(nc), protocol.MaxFrameClient)
	for {
		payload, err := frames.Next()
		if err != nil {
			return
		}
		if _, u, err := protocol.DecodeMessage(payload); err == nil && u != nil {
			each(u)
		}
	}
}

// A client that doesn't read is told everything anew once it does; nobody else
// notices, and what is kept for it stays within its queue.
func TestSlowClientIsBroughtUpToDate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const queue = 16 << 10
		s, err := New(Config{Seed: 1, FogOff: true, Clock: "realtime", maxQueue: queue})
		if err != nil {
			t.Fatal(err)
		}
		slow, quick := mustDial(t, s), mustDial(t, s)
		var ticks []time.Time
		done := make(chan struct{})
		go func() {
			defer close(done)
			readUpdates(quick, func(u protocol.Update) {
				if _, ok := u.(protocol.View); ok {
					ticks = append(ticks, time.Now())
				}
			})
		}()
		mustWrite(t, quick, watchRequest("quick"))
		mustWrite(t, slow, watchRequest("slow"))
		// Eight seconds are less than a write may take, and enough to fill the
		// queue with the quick one's steps.
		for i := range 80 {
			dir := []string{"north", "south", "east", "west"}[i%4]
			mustWrite(t, quick, request("quick", i+2, `"move","data":{"direction":"`+dir+`"}`))
			time.Sleep(tickLength)
		}
		synctest.Wait()
		var last protocol.Update
		var seqs []uint64
		snapshots := 0
		caughtUp := make(chan struct{})
		go func() {
			defer close(caughtUp)
			readUpdates(slow, func(u protocol.Update) {
				switch u := u.(type) {
				case protocol.Snapshot:
					snapshots++
					seqs = append(seqs[:0], u.Seq)
				case protocol.View:
					seqs = append(seqs, u.Seq)
				}
				last = u
			})
		}()
		time.Sleep(5 * tickLength)
		synctest.Wait()
		_ = quick.Close()
		_ = slow.Close()
		<-done
		<-caughtUp
		if err := s.Shutdown(context.Background()); err != nil {
			t.Error(err)
		}
		if last == nil || snapshots < 2 {
			t.Errorf("the slow client got %d snapshots, want one at first and one to catch up", snapshots)
		}
		for i, n := range seqs {
			if n != seqs[0]+uint64(i) {
				t.Fatalf("updates after the last snapshot are numbered %v", seqs)
			}
		}
		for i := 1; i < len(ticks); i++ {
			if gap := ticks[i].Sub(ticks[i-1]); gap > 2*tickLength {
				t.Errorf("the quick client waited %v for a tick", gap)
			}
		}
	})
}

// A client that never reads is dropped, and its hero stands still.
func TestClientThatNeverReadsIsDropped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, err := New(Config{Seed: 1, FogOff: true, Clock: "realtime"})
		if err != nil {
			t.Fatal(err)
		}
		deaf := mustDial(t, s)
		mustWrite(t, deaf, watchRequest("deaf"))
		go func() {
			// Blocks when the server stops reading, ends when it closes.
			_, _ = io.WriteString(deaf, strings.Repeat(request("deaf", 2, `"get_map","data":{"map_id":0}`), 1000))
		}()
		time.Sleep(protocol.DefaultWriteTimeout + 2*time.Second)
		synctest.Wait()
		if _, err := deaf.Write([]byte("0")); err == nil {
			t.Error("the connection is still open")
		}
		if err := s.Shutdown(context.Background()); err != nil {
			t.Error(err)
		}
		if s.loop.world.Check(rules.Command{User: "deaf", Verb: rules.Walk}) == nil {
			t.Error("the hero of the dropped client is still awake")
		}
	})
}

// faultyHandler stands for a fault in an action.
type faultyHandler struct {
	pingHandler
	inTick bool
}

func (h faultyHandler) now(*Server, call, protocol.Action) (protocol.Answer, bool) {
	if !h.inTick {
		panic("fault before the tick")
	}
	return protocol.Answer{}, false
}

func (h faultyHandler) perform(*turn, *call, protocol.Action) ([]byte, error) {
	panic("fault in the tick")
}

// A fault in an action is answered internal, and neither the connection nor
// the server dies of it.
func TestFaultIsAnsweredInternal(t *testing.T) {
	good := handlers["ping"]
	defer func() { handlers["ping"] = good }()
	for _, inTick := range []bool{false, true} {
		handlers["ping"] = faultyHandler{inTick: inTick}
		s, err := New(Config{Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		nc := mustDial(t, s)
		r := protocol.NewFrameReader(nc, protocol.MaxFrameClient)
		ping := request("anna", 1, `"ping","data":{}`)
		for _, c := range []struct {
			raw  string
			want protocol.Status
		}{{ping, protocol.Internal}, {ping, protocol.Internal}, {request("anna", 2, `"logout","data":{}`), protocol.Success}} {
			mustWrite(t, nc, c.raw)
			payload, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			if res, _, err := protocol.DecodeMessage(payload); err != nil || res.Status != c.want {
				t.Errorf("in tick %v: %s is answered %s, want %s", inTick, c.raw, payload, c.want)
			}
		}
		_ = nc.Close()
		if err := s.Shutdown(context.Background()); err != nil {
			t.Error(err)
		}
	}
}
