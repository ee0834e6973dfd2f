package client

import (
	"context"
	"errors"
	"maps"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"

	"laneya/geom"
	"laneya/protocol"
)

// watchServer is a server of our own kind in a test's hands: a corridor from
// 1,1 on, in which the one hero walks when the test says so.
type watchServer struct {
	t     *testing.T
	asked chan protocol.Action // what isn't watch or ping
	group sync.WaitGroup

	mu     sync.Mutex        // guards the following fields
	away   bool              // can't be dialled
	parts  map[string]string // of its tables, by name; nil for none at all
	mute   bool              // performs requests, and answers only watch, ping and content
	done   map[protocol.Key]bool
	parted []string // parts of the tables that were asked for, "" for the head
	pings  int
	dials  int
	seq    uint64
	hero   protocol.Entity
	here   bool
	going  geom.Dir
	conn   net.Conn // the newest that watches, nil if none
}

const corridorWidth = 60

// noRest is why nobody rests here.
const noRest = `{"message":"no","reason":"danger_near"}`

func newWatchServer(t *testing.T) *watchServer {
	return &watchServer{t: t, asked: make(chan protocol.Action, 100), done: map[protocol.Key]bool{}}
}

func (s *watchServer) dial(context.Context) (net.Conn, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dials++
	if s.away {
		return nil, errors.New("nobody is there")
	}
	near, far := net.Pipe()
	s.group.Go(func() { s.serve(far) })
	return near, nil
}

// cut ends the connection, at which the hero stops; away says whether there
// will be no other.
func (s *watchServer) cut(away bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.away = away
	s.conn.Close()
	s.conn = nil
	s.going = geom.Stop
}

func (s *watchServer) set(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
}

func (s *watchServer) serve(nc net.Conn) {
	defer nc.Close()
	frames := protocol.NewFrameReader(nc, protocol.MaxFrameIn)
	for {
		payload, err := frames.Next()
		if err != nil {
			return
		}
		r, err := protocol.DecodeRequest(payload)
		if err != nil {
			s.t.Errorf("a bad request: %v", err)
			return
		}
		for _, m := range s.perform(nc, &r) {
			// Who has hung up shows in the next read.
			_, _ = nc.Write(protocol.AppendFrame(nil, m))
		}
	}
}

// perform does what r asks for and returns what is to be sent.
func (s *watchServer) perform(nc net.Conn, r *protocol.Request) [][]byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	success := func(data string) []byte {
		return protocol.AppendResponse(nil, r.Key, protocol.Success, []byte(data))
	}
	switch {
	case s.done[r.Key] && s.mute:
		s.asked <- r.Action
		return nil
	case s.done[r.Key]:
		return [][]byte{success(`{}`)} // as it was answered before
	}
	s.done[r.Key] = true
	switch a := r.Action.(type) {
	case protocol.Watch:
		s.conn = nc
		if !s.here {
			s.here = true
			s.hero = protocol.Entity{Entity: "User:" + r.User, Kind: protocol.KindHero, Name: r.User, X: 1, Y: 1}
		}
		return [][]byte{success(`{"version":1,"tick_ms":100}`), s.encode(s.snapshot())}
	case protocol.Ping:
		s.pings++
		return [][]byte{success(`{}`)}
	case protocol.Content:
		return [][]byte{success(s.content(a.Part))}
	case protocol.Move:
		s.going = a.Direction
	case protocol.Rest: // it is never the time for that
		s.asked <- a
		return [][]byte{protocol.AppendResponse(nil, r.Key, protocol.Illegal, []byte(noRest))}
	case protocol.Batch:
		s.asked <- a
		res := protocol.BatchResult{Results: make([]protocol.Result, len(a.Actions))}
		for i, one := range a.Actions {
			res.Results[i] = protocol.Result{Status: protocol.Success, Data: []byte(`{}`)}
			if one == protocol.Action(protocol.Rest{}) {
				res.Results[i] = protocol.Result{Status: protocol.Illegal, Data: []byte(noRest)}
			}
		}
		return [][]byte{success(string(protocol.AppendBatchResult(nil, &res)))}
	case protocol.Logout:
		s.here = false
	}
	s.asked <- r.Action
	if s.mute {
		return nil
	}
	return [][]byte{success(`{}`)}
}

// content returns the answer to a question for a part of the tables; the caller
// holds mu.
func (s *watchServer) content(part string) string {
	s.parted = append(s.parted, part)
	if s.parts == nil {
		return `{"hash":"none","part":""}`
	}
	if part != "" {
		return `{"hash":"h1","part":"` + part + `","tables":` + s.parts[part] + `}`
	}
	names := `"` + strings.Join(slices.Sorted(maps.Keys(s.parts)), `","`) + `"`
	return `{"hash":"h1","part":"","parts":[` + names + `]}`
}

func (s *watchServer) encode(u protocol.Update) []byte {
	payload, err := protocol.AppendUpdate(nil, u)
	if err != nil {
		s.t.Errorf("update: %v", err)
	}
	return payload
}

// snapshot states everything; the caller holds mu.
func (s *watchServer) snapshot() protocol.Snapshot {
	s.seq++
	rows := make([]protocol.Strip, 3)
	for y := range rows {
		rows[y].Y = y
		for x := range corridorWidth {
			cell := "#"
			if y == 1 && x > 0 && x < corridorWidth-1 {
				cell = "."
			}
			rows[y].Cells += cell
		}
	}
	return protocol.Snapshot{
		Seq: s.seq, Level: "0:0:0", Width: corridorWidth, Height: 3, Hero: s.hero.Entity,
		Terrain: rows, Sight: []protocol.Run{{Y: 1, N: corridorWidth}}, Entities: []protocol.Entity{s.hero},
	}
}

// tick lets the hero walk and tells the client, if one watches.
func (s *watchServer) tick() {
	s.mu.Lock()
	next := s.hero.X + s.going.Delta().DX
	if next > 0 && next < corridorWidth-1 {
		s.hero.X, s.hero.Facing = next, s.going
	}
	s.seq++
	nc, payload := s.conn, s.encode(protocol.View{Seq: s.seq, Tick: s.seq, Entities: []protocol.Entity{s.hero}})
	s.mu.Unlock()
	if nc != nil {
		_, _ = nc.Write(protocol.AppendFrame(nil, payload))
	}
}
