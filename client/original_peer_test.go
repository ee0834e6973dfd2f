package client

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"strconv"
	"sync"
	"testing"
)

// originalServer is a server that knows the original vocabulary and nothing
// else. It shares no code with protocol: it is written from the description of
// the wire alone.
type originalServer struct {
	t       *testing.T
	unknown string        // what it does on a word it doesn't know: "invalid", "close" or "silence"
	heard   chan heardOne // every request
	group   sync.WaitGroup

	mu    sync.Mutex // guards the following fields
	floor [][]string // columns
	at    map[string][2]int
	going map[string][2]int
	conns map[net.Conn]bool
}

// heardOne is a request that came to an originalServer.
type heardOne struct {
	conn   int // counted from 1
	action string
	key    int
	dir    string
}

func newOriginalServer(t *testing.T, unknown string) *originalServer {
	s := &originalServer{
		t: t, unknown: unknown, heard: make(chan heardOne, 100),
		at: map[string][2]int{}, going: map[string][2]int{}, conns: map[net.Conn]bool{},
	}
	s.floor = corridor(6)
	return s
}

// corridor is a map with floor from 1,1 to the last column but one.
func corridor(w int) [][]string {
	var floor [][]string
	for x := range w {
		column := []string{"wall", "floor", "wall"}
		if x == 0 || x == w-1 {
			column[1] = "wall"
		}
		floor = append(floor, column)
	}
	return floor
}

// pipe is a dial function that leads to s without a socket.
func (s *originalServer) pipe() func(context.Context) (net.Conn, error) {
	n := 0
	return func(context.Context) (net.Conn, error) {
		near, far := net.Pipe()
		n++
		number := n
		s.group.Go(func() { s.serve(far, number) })
		return near, nil
	}
}

// listen is a dial function that leads to s over TCP.
func (s *originalServer) listen() func(context.Context) (net.Conn, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		l.Close()
		s.group.Wait()
	})
	s.group.Go(func() {
		for n := 1; ; n++ {
			nc, err := l.Accept()
			if err != nil {
				return
			}
			s.group.Go(func() { s.serve(nc, n) })
		}
	})
	return func(ctx context.Context) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, "tcp", l.Addr().String())
	}
}

func (s *originalServer) serve(nc net.Conn, number int) {
	s.mu.Lock()
	s.conns[nc] = true
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.conns, nc)
		s.mu.Unlock()
		nc.Close()
	}()
	in := bufio.NewReader(nc)
	for {
		body, err := readNetstring(in)
		if err != nil {
			return
		}
		var r struct {
			Type   string          `json:"type"`
			Key    json.RawMessage `json:"key"`
			User   string          `json:"user"`
			Action string          `json:"action"`
			Data   map[string]any  `json:"data"`
		}
		var fields map[string]any
		if json.Unmarshal(body, &r) != nil || json.Unmarshal(body, &fields) != nil || len(fields) != 5 || r.Type != "request" || r.Data == nil {
			s.t.Errorf("not a request: %s", body)
			return
		}
		key, _ := strconv.Atoi(string(r.Key))
		dir, _ := r.Data["direction"].(string)
		status, data, known := s.perform(r.User, r.Action, r.Data)
		s.heard <- heardOne{number, r.Action, key, dir}
		switch {
		case known:
		case s.unknown == "close":
			return
		case s.unknown == "silence":
			continue
		}
		send(nc, map[string]any{"type": "response", "key": r.Key, "status": status, "data": data})
		if r.Action == "get_map" {
			s.broadcast(r.User)
		}
	}
}

// perform does what a request asks for; known is false if that is no word of
// the original vocabulary.
func (s *originalServer) perform(user, action string, asked map[string]any) (status string, data map[string]any, known bool) {
	data = map[string]any{}
	switch {
	case action == "move" && len(asked) == 1:
		dir, _ := asked["direction"].(string)
		s.set(user, dir)
	case action == "get_map" && len(asked) == 1:
		data["floor_layer"] = s.chart(user)
	case action == "logout" && len(asked) == 0:
		s.remove(user)
	default:
		data["message"] = "invalid action"
		return "invalid", data, false
	}
	return "success", data, true
}

// chart returns the map, and lets the user appear.
func (s *originalServer) chart(user string) [][]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.at[user]; !ok {
		s.at[user] = [2]int{1, 1}
	}
	return s.floor
}

func (s *originalServer) set(user, dir string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.going[user] = map[string][2]int{"north": {0, -1}, "east": {1, 0}, "south": {0, 1}, "west": {-1, 0}}[dir]
}

func (s *originalServer) remove(user string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.at, user)
}

// setFloor replaces the map, as if all had gone to another.
func (s *originalServer) setFloor(floor [][]string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.floor = floor
}

// tick lets the user walk one field and tells where that led.
func (s *originalServer) tick(user string) {
	s.mu.Lock()
	at, to := s.at[user], s.going[user]
	x, y := at[0]+to[0], at[1]+to[1]
	if s.floor[x][y] == "floor" {
		s.at[user] = [2]int{x, y}
	}
	s.mu.Unlock()
	s.broadcast(user)
}

func (s *originalServer) broadcast(user string) {
	s.mu.Lock()
	at, conns := s.at[user], []net.Conn{}
	for nc := range s.conns {
		conns = append(conns, nc)
	}
	s.mu.Unlock()
	for _, nc := range conns {
		send(nc, map[string]any{"type": "update", "action": "position", "data": map[string]any{"x": at[0], "y": at[1], "entity": "User:" + user}})
	}
}

// send writes a message; who has hung up shows in the next read.
func send(w io.Writer, message any) {
	body, err := json.Marshal(message)
	if err != nil {
		panic(err)
	}
	_, _ = fmt.Fprintf(w, "%d:%s,", len(body), body)
}

func readNetstring(r *bufio.Reader) ([]byte, error) {
	digits, err := r.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(digits[:len(digits)-1])
	if err != nil {
		return nil, err
	}
	body := make([]byte, n+1)
	if _, err := io.ReadFull(r, body); err != nil {
		return nil, err
	}
	if body[n] != ',' {
		return nil, fmt.Errorf("%q ends a netstring", body[n])
	}
	return body[:n], nil
}
