package server_test

import (
	"fmt"
	"io"
	"net"
	"runtime"
	"strings"
	"testing"

	"laneya/server"
)

// rig is a server with a healthy client, who must still be answered after
// whatever the others do.
type rig struct {
	t       *testing.T
	addr    string
	healthy *peer
}

func newRig(t *testing.T) *rig {
	addr := listen(t, start(t, server.Config{}))
	r := &rig{t: t, addr: addr, healthy: dial(t, addr, "healthy")}
	r.alive()
	return r
}

func (r *rig) alive() {
	r.t.Helper()
	r.healthy.must("move", `{"direction":"stop"}`)
}

// closes sends raw bytes on a connection of their own, which the server must
// close.
func (r *rig) closes(raw string) {
	r.t.Helper()
	p := dial(r.t, r.addr, "mallory")
	p.send(raw)
	p.closed()
	r.alive()
}

// invalid sends messages on one connection, each of which must be answered
// `invalid` with that key.
func (r *rig) invalid(key string, payloads ...string) {
	r.t.Helper()
	p := dial(r.t, r.addr, "mallory")
	defer p.close()
	for _, payload := range payloads {
		p.send(netstring(payload))
		m := p.next(p.responses, "a response")
		text, _ := m.data["message"].(string)
		if m.status != "invalid" || m.key != key || text == "" {
			r.t.Errorf("%.120q is answered %.200s; want invalid with key %s", payload, m.raw, key)
		}
	}
	r.alive()
}

func request(data string) string {
	return `{"type":"request","key":1,"user":"mallory","action":"get_map","data":` + data + `}`
}

func TestThreat01LengthBomb(t *testing.T) {
	r := newRig(t)
	for _, raw := range []string{
		"99999999999:", "100000:", "-1:,", "+2:{},", "02:{},", " 2:{},", "2 :{},", ":,", "2:{}x", "2:{};", "a:", "0x2:{},",
		"\x00", "GET / HTTP/1.1\r\n\r\n", "16385:", "4097:",
	} {
		r.closes(raw)
	}
	p := dial(t, r.addr, "mallory")
	p.send(netstring(`{"type":"request","key":1,"user":"mallory","action":"ping","data":{}}`) + "x")
	p.response("1") // came before the garbage
	p.closed()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	const liars = 1000
	const first = `{"type":"request","key":1,"user":"liar","action":"ping","data":{}}`
	conns := make([]net.Conn, 0, liars)
	for range liars {
		nc, err := net.Dial("tcp", r.addr)
		if err != nil {
			t.Fatal(err)
		}
		defer nc.Close()
		if _, err := io.WriteString(nc, netstring(first)+"16384:{"); err != nil {
			t.Fatal(err)
		}
		conns = append(conns, nc)
	}
	for _, nc := range conns {
		// The answer shows that the claim behind it has been read, too.
		if _, err := nc.Read(make([]byte, 1)); err != nil {
			t.Fatal(err)
		}
	}
	r.alive()
	runtime.GC()
	runtime.ReadMemStats(&after)
	// 1,000 times 16 KiB would be 16 MiB on top of what a connection takes.
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 14<<20 {
		t.Errorf("%d connections that claim 16,384 bytes take %d bytes of heap", len(conns), grown)
	}
}

func TestThreat02Depth(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	r := newRig(t)
	r.invalid("1", request(`{"map_id":`+deep(17)+`}`), request(`{"map_id":`+deep(1000)+`}`), request(strings.Repeat(`{"map_id":`, 20)+"1"+strings.Repeat("}", 20)))
	r.invalid("null", deep(1500))
}

func TestThreat03Tokens(t *testing.T) {
	r := newRig(t)
	r.invalid("1", request(`{"map_id":[`+strings.Repeat("0,", 1100)+`0]}`), request(`{"map_id":[`+strings.Repeat("{},", 1000)+`{}]}`))
}

func TestThreat04DuplicateNames(t *testing.T) {
	r := newRig(t)
	r.invalid("1",
		`{"type":"request","key":1,"user":"mallory","USER":"healthy","action":"logout","data":{}}`,
		`{"type":"request","key":1,"user":"mallory","user":"healthy","action":"logout","data":{}}`,
		`{"type":"request","key":1,"User":"mallory","action":"logout","data":{}}`,
		request(`{"map_id":1,"map_id":2}`), request(`{"map_id":{"a":1,"a":2}}`), request(`{"MAP_ID":1}`))
}

func TestThreat05BadText(t *testing.T) {
	r := newRig(t)
	r.invalid("1",
		request("{\"map_id\":\"\xff\"}"), request(`{"map_id":"\ud800"}`), request(`{"map_id":"\udc00\ud800"}`),
		request("{\"map_id\":\"\xed\xa0\x80\"}"), request("{\"map_id\":\"a\x00b\"}"),
		`{"type":"request","key":1,"user":"a\u0000b","action":"ping","data":{}}`,
		`{"type":"request","key":1,"user":"","action":"ping","data":{}}`,
		`{"type":"request","key":1,"user":"`+strings.Repeat("x", 300)+`","action":"ping","data":{}}`)
}

func TestThreat06WrongFields(t *testing.T) {
	r := newRig(t)
	r.invalid("1",
		request(`{}`), request(`{"map_id":1,"more":2}`), request(`[]`), request(`null`), request(`"x"`), request(`{"map_id":1e400}`), request(`{"map_id":NaN}`),
		`{"type":"request","key":1,"user":"mallory","action":"get_map"}`,
		`{"type":"request","key":1,"user":"mallory","action":"get_map","data":{"map_id":1},"more":1}`,
		`{"type":"request","key":1,"user":7,"action":"get_map","data":{"map_id":1}}`,
		`{"type":"request","key":1,"user":"mallory","action":"__class__","data":{}}`,
		`{"type":"request","key":1,"user":"mallory","action":"position","data":{}}`,
		`{"type":"update","key":1,"user":"mallory","action":"ping","data":{}}`,
		`{"type":"request","key":1,"user":"mallory","action":"move","data":{"direction":"up"}}`,
		`{"type":"request","key":1,"user":"mallory","action":"move","data":{"direction":1}}`,
		`{"type":"request","key":1,"user":"mallory","action":"watch","data":{"min_version":1.5,"max_version":2,"seen":0}}`)
	r.invalid("null",
		`{}`, `[]`, ``, `nonsense`, `{"type":"request"`, `null`,
		`{"type":"request","key":1.5,"user":"mallory","action":"ping","data":{}}`,
		`{"type":"request","key":1e400,"user":"mallory","action":"ping","data":{}}`,
		`{"type":"request","key":[1],"user":"mallory","action":"ping","data":{}}`,
		`{"type":"request","key":"x","user":"mallory","action":"ping","data":{}}`)
}

func TestThreat07KeyReuse(t *testing.T) {
	r := newRig(t)
	p := dial(t, r.addr, "mallory")
	p.askAs(epochKey(1), "move", `{"direction":"stop"}`)
	p.response(epochKey(1))
	r.healthy.position("User:mallory")
	for i := range 500 {
		p.askAs(epochKey(1), []string{"logout", "get_map"}[i%2], []string{`{}`, `{"map_id":1}`}[i%2])
		if m := p.response(epochKey(1)); m.status != "invalid" {
			t.Fatalf("reuse %d: %s", i, m.raw)
		}
	}
	// Had one of them been performed, she would have left and come back.
	p.must("move", `{"direction":"east"}`)
	r.healthy.position("User:mallory")
	witness := dial(t, r.addr, "witness")
	witness.must("watch", watchData)
	if e := entity(witness.update("snapshot"), "User:mallory"); e == nil || e["asleep"] == true {
		t.Errorf("after refused requests the hero is %v", e)
	}
	r.alive()
}

func TestThreat08KeyFlood(t *testing.T) {
	r := newRig(t)
	p := dial(t, r.addr, "mallory")
	for i := 1; i <= 2000; i++ {
		p.askAs(epochKey(i), "move", `{"direction":"stop"}`)
		p.response(epochKey(i))
	}
	p.askAs(epochKey(3), "move", `{"direction":"stop"}`)
	if m := p.response(epochKey(3)); m.status == "success" {
		t.Errorf("a key far below the window is performed again: %s", m.raw)
	}
	for i := range 40 {
		key := fmt.Sprintf(`"%016x-1"`, i)
		p.askAs(key, "move", `{"direction":"stop"}`)
		if m := p.response(key); i > 30 && m.status == "success" {
			t.Fatalf("epoch %d of one user is still accepted", i)
		}
	}
	r.alive()
}

func TestThreat09StaleResend(t *testing.T) {
	r := newRig(t)
	first := dial(t, r.addr, "mallory")
	first.askAs(epochKey(10), "move", `{"direction":"stop"}`)
	first.response(epochKey(10))
	first.close()
	second := dial(t, r.addr, "mallory")
	for i := 9; i > 0; i-- {
		second.askAs(epochKey(i), "move", `{"direction":"east"}`)
		if m := second.response(epochKey(i)); m.status != "illegal" {
			t.Fatalf("stale wish %d: %s", i, m.raw)
		}
	}
	r.alive()
}

func TestThreat10Batch(t *testing.T) {
	batch := func(items ...string) string {
		return `{"type":"request","key":1,"user":"mallory","action":"batch","data":{"actions":[` + strings.Join(items, ",") + `]}}`
	}
	ping := `{"action":"ping","data":{}}`
	many := make([]string, 33)
	for i := range many {
		many[i] = ping
	}
	r := newRig(t)
	r.invalid("1",
		batch(), batch(many...), batch(`{"action":"batch","data":{"actions":[`+ping+`]}}`),
		batch(ping, `{"action":"fly","data":{}}`), batch(ping, `{"action":"ping"}`), batch(ping, `{"action":"ping","data":{},"key":1}`),
		batch(`{"action":"watch","data":`+watchData+`}`),
		batch(`{"action":"get_map","data":{"map_id":1}}`, `{"action":"get_map","data":{"map_id":2}}`))
}
