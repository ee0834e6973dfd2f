package server_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"sync"
	"testing"
	"time"
)

// peer is a client written from the description of the original protocol
// alone: its own netstrings, its own JSON, integer keys counted up from 1. It
// shares no code with the server.
type peer struct {
	t    *testing.T
	conn net.Conn
	user string
	key  int

	messages  chan message // the updates that the server sent
	responses chan message // its responses
	early     []message    // responses that came before the one waited for
	mu        sync.Mutex
	ended     error // why reading ended
	more      bool  // it has asked for more than the original words
}

// message is what the server sent, in the fields of all three kinds.
type message struct {
	fields map[string]json.RawMessage
	kind   string
	key    string
	status string
	action string
	data   map[string]any
	raw    []byte
}

// patience is how long a peer waits for what must come. It is never reached
// unless a test fails.
const patience = 20 * time.Second

func newPeer(t *testing.T, nc net.Conn, user string) *peer {
	p := &peer{t: t, conn: nc, user: user, messages: make(chan message, 1<<14), responses: make(chan message, 1<<14)}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer close(p.messages)
		defer close(p.responses)
		p.read()
	}()
	t.Cleanup(func() { p.close(); <-done })
	return p
}

func (p *peer) close() { _ = p.conn.Close() }

func (p *peer) read() {
	r := bufio.NewReader(p.conn)
	for {
		payload, err := readNetstring(r)
		if err == nil {
			var m message
			if m, err = parseMessage(payload); err == nil {
				err = p.sort(m)
			}
			if err == nil {
				continue
			}
		}
		p.mu.Lock()
		p.ended = err
		p.mu.Unlock()
		return
	}
}

// sort puts a message where it is waited for. Like the original client, a peer
// that has not asked for more hangs up on a word that it doesn't know.
func (p *peer) sort(m message) error {
	if m.kind == "response" {
		p.responses <- m
		return nil
	}
	p.mu.Lock()
	more := p.more
	p.mu.Unlock()
	if !more && (m.action != "position" || len(m.data) != 3) {
		p.t.Errorf("%s, an original client, was sent %s", p.user, m.raw)
		return fmt.Errorf("unknown word in %s", m.raw)
	}
	p.messages <- m
	return nil
}

func readNetstring(r *bufio.Reader) ([]byte, error) {
	length, err := r.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(length[:len(length)-1])
	if err != nil || n < 0 || n > 1<<20 {
		return nil, fmt.Errorf("netstring of length %q", length)
	}
	payload := make([]byte, n+1)
	if _, err := io.ReadFull(r, payload); err != nil {
		return nil, err
	}
	if payload[n] != ',' {
		return nil, errors.New("netstring without its comma")
	}
	return payload[:n], nil
}

// parseMessage checks for exactly the fields of each kind, as the original
// client does.
func parseMessage(payload []byte) (message, error) {
	m := message{raw: payload}
	if err := json.Unmarshal(payload, &m.fields); err != nil {
		return m, err
	}
	into := func(name string, v any) error {
		raw, ok := m.fields[name]
		if !ok {
			return fmt.Errorf("message without %q: %s", name, payload)
		}
		return json.Unmarshal(raw, v)
	}
	if err := into("type", &m.kind); err != nil {
		return m, err
	}
	err := into("data", &m.data)
	want := 3
	switch m.kind {
	case "response":
		want = 4
		m.key = string(m.fields["key"])
		err = errors.Join(err, into("status", &m.status))
	case "update":
		err = errors.Join(err, into("action", &m.action))
	default:
		err = fmt.Errorf("message of type %q", m.kind)
	}
	if err == nil && len(m.fields) != want {
		err = fmt.Errorf("message with other fields: %s", payload)
	}
	return m, err
}

func netstring(payload string) string {
	return strconv.Itoa(len(payload)) + ":" + payload + ","
}

// send writes raw bytes.
func (p *peer) send(raw string) {
	p.t.Helper()
	if _, err := io.WriteString(p.conn, raw); err != nil {
		p.t.Fatalf("%s: send: %v", p.user, err)
	}
}

// ask sends a request under the next integer key and returns the key.
func (p *peer) ask(action, data string) string {
	p.t.Helper()
	p.key++
	key := strconv.Itoa(p.key)
	p.askAs(key, action, data)
	return key
}

// askAs sends a request under that key, given as JSON.
func (p *peer) askAs(key, action, data string) {
	p.t.Helper()
	if action == "watch" {
		p.mu.Lock()
		p.more = true
		p.mu.Unlock()
	}
	p.send(netstring(fmt.Sprintf(`{"type":"request","key":%s,"user":%q,"action":%q,"data":%s}`, key, p.user, action, data)))
}

// do asks and waits for the response.
func (p *peer) do(action, data string) message {
	p.t.Helper()
	return p.response(p.ask(action, data))
}

// must is do for a request that has to succeed.
func (p *peer) must(action, data string) message {
	p.t.Helper()
	m := p.do(action, data)
	if m.status != "success" {
		p.t.Fatalf("%s: %s %s: got %s", p.user, action, data, m.raw)
	}
	return m
}

// response waits for the response with that key. Others, and updates, wait for
// who asks for them.
func (p *peer) response(key string) message {
	p.t.Helper()
	for i, m := range p.early {
		if m.key == key {
			p.early = append(p.early[:i], p.early[i+1:]...)
			return m
		}
	}
	for {
		m := p.next(p.responses, "the response to "+key)
		if m.key == key {
			return m
		}
		p.early = append(p.early, m)
	}
}

// await returns the first update that fits and drops those before it.
func (p *peer) await(what string, fits func(message) bool) message {
	p.t.Helper()
	for {
		if m := p.next(p.messages, what); fits(m) {
			return m
		}
	}
}

func (p *peer) next(from chan message, what string) message {
	p.t.Helper()
	timeout := time.NewTimer(patience)
	defer timeout.Stop()
	select {
	case m, ok := <-from:
		if ok {
			return m
		}
		p.mu.Lock()
		defer p.mu.Unlock()
		p.t.Fatalf("%s: connection ended before %s: %v", p.user, what, p.ended)
	case <-timeout.C:
		p.t.Fatalf("%s: no %s in %v", p.user, what, patience)
	}
	return message{}
}

// update waits for an update with that action.
func (p *peer) update(action string) message {
	p.t.Helper()
	return p.await("a "+action+" update", func(m message) bool { return m.kind == "update" && m.action == action })
}

// position waits until the entity is told to stand somewhere and returns
// where.
func (p *peer) position(entity string) [2]int {
	p.t.Helper()
	m := p.await("position of "+entity, func(m message) bool {
		return m.action == "position" && m.data["entity"] == entity
	})
	return place(m.data)
}

func place(data map[string]any) [2]int {
	x, _ := data["x"].(float64)
	y, _ := data["y"].(float64)
	return [2]int{int(x), int(y)}
}

// closed waits until the server has closed the connection.
func (p *peer) closed() {
	p.t.Helper()
	timeout := time.NewTimer(patience)
	defer timeout.Stop()
	for {
		select {
		case _, ok := <-p.messages:
			if !ok {
				return
			}
		case <-timeout.C:
			p.t.Fatalf("%s: connection still open", p.user)
		}
	}
}

// floor asks for the map and returns which fields are floor.
func (p *peer) floor() map[[2]int]bool {
	p.t.Helper()
	m := p.must("get_map", `{"map_id":"0:0:0"}`)
	columns, ok := m.data["floor_layer"].([]any)
	if !ok || len(columns) != 60 || len(m.data) != 1 {
		p.t.Fatalf("get_map: not 60 columns: %.200s", m.raw)
	}
	floor := make(map[[2]int]bool)
	for x, c := range columns {
		column, ok := c.([]any)
		if !ok || len(column) != 40 {
			p.t.Fatalf("get_map: column %d has no 40 fields", x)
		}
		for y, f := range column {
			switch f {
			case "floor":
				floor[[2]int{x, y}] = true
			case "wall":
			default:
				p.t.Fatalf("get_map: field %d,%d is %v", x, y, f)
			}
		}
	}
	return floor
}

var steps = map[string][2]int{"north": {0, -1}, "east": {1, 0}, "south": {0, 1}, "west": {-1, 0}}

// openWay returns a direction in which at least n fields of floor follow.
func openWay(t *testing.T, floor map[[2]int]bool, from [2]int, n int) string {
	t.Helper()
	for _, dir := range []string{"north", "east", "south", "west"} {
		d, at, free := steps[dir], from, 0
		for {
			at = [2]int{at[0] + d[0], at[1] + d[1]}
			if !floor[at] {
				break
			}
			free++
		}
		if free >= n {
			return dir
		}
	}
	t.Fatalf("no %d free fields around %v", n, from)
	return ""
}
