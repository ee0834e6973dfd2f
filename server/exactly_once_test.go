package server_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"laneya/server"
)

const epoch = "0123456789abcdef"

// epochKey returns the JSON of a key that means the same on every connection.
func epochKey(n int) string { return fmt.Sprintf(`"%s-%d"`, epoch, n) }

// A request that is sent again, on the same connection or another, gets the
// same answer and has no second effect.
func TestRepeatedRequestIsAnsweredNotPerformed(t *testing.T) {
	s := start(t, server.Config{FogOff: true})
	addr := listen(t, s)
	anna, bert := dial(t, addr, "anna"), dial(t, addr, "bert")
	bert.floor()
	anna.floor()

	anna.askAs(epochKey(1), "logout", `{}`)
	first := anna.response(epochKey(1))
	anna.must("move", `{"direction":"stop"}`) // enters again
	anna.askAs(epochKey(1), "logout", `{}`)
	if second := anna.response(epochKey(1)); string(second.raw) != string(first.raw) {
		t.Errorf("repeated request is answered %s, first %s", second.raw, first.raw)
	}
	other := dial(t, addr, "anna")
	other.askAs(epochKey(1), "logout", `{}`)
	if third := other.response(epochKey(1)); string(third.raw) != string(first.raw) {
		t.Errorf("request repeated on another connection is answered %s, first %s", third.raw, first.raw)
	}
	// She is still there: bert hears of her when she is told to him anew.
	carl := dial(t, addr, "carl")
	carl.floor()
	carl.position("User:anna")
}

// A key that comes again with another body names two requests, so the second
// is not performed.
func TestKeyWithAnotherBodyIsInvalid(t *testing.T) {
	s := start(t, server.Config{})
	anna := dial(t, listen(t, s), "anna")
	for _, key := range []string{`1`, epochKey(1)} {
		anna.askAs(key, "move", `{"direction":"stop"}`)
		if m := anna.response(key); m.status != "success" {
			t.Fatalf("first use of %s: %s", key, m.raw)
		}
		anna.askAs(key, "logout", `{}`)
		if m := anna.response(key); m.status != "invalid" || m.data["message"] == "" {
			t.Errorf("second use of %s with another body: %s", key, m.raw)
		}
	}
}

// Integer keys begin at 1 in each process of an original client, so they mean
// nothing on another connection.
func TestIntegerKeysBelongToTheirConnection(t *testing.T) {
	s := start(t, server.Config{})
	addr := listen(t, s)
	anna := dial(t, addr, "anna")
	anna.must("move", `{"direction":"stop"}`)
	again := dial(t, addr, "anna")
	if m := again.do("get_map", `{"map_id":1}`); m.status != "success" {
		t.Errorf("key 1 on a new connection: %s", m.raw)
	}
}

// A wish that was overtaken by a newer one on the way must not undo it.
func TestOlderWishIsSuperseded(t *testing.T) {
	s := start(t, server.Config{})
	anna := dial(t, listen(t, s), "anna")
	anna.askAs(epochKey(2), "move", `{"direction":"stop"}`)
	anna.response(epochKey(2))
	anna.askAs(epochKey(1), "move", `{"direction":"east"}`)
	if m := anna.response(epochKey(1)); m.status != "illegal" {
		t.Errorf("older wish after a newer one: %s", m.raw)
	}
	anna.askAs(epochKey(4), "batch", `{"actions":[{"action":"move","data":{"direction":"stop"}}]}`)
	anna.response(epochKey(4))
	anna.askAs(epochKey(3), "batch", `{"actions":[{"action":"move","data":{"direction":"east"}},{"action":"ping","data":{}}]}`)
	m := anna.response(epochKey(3))
	results, _ := m.data["results"].([]any)
	if len(results) != 2 || !strings.Contains(fmt.Sprint(results[0]), "illegal") || !strings.Contains(fmt.Sprint(results[1]), "success") {
		t.Errorf("older wish in a batch: %s", m.raw)
	}
}

// The actions of a batch are all tried, and each has a status of its own.
func TestBatch(t *testing.T) {
	s := start(t, server.Config{})
	anna := dial(t, listen(t, s), "anna")
	m := anna.do("batch", `{"actions":[
		{"action":"move","data":{"direction":"stop"}},
		{"action":"logout","data":{}},
		{"action":"logout","data":{}},
		{"action":"get_map","data":{"map_id":null}}]}`)
	results, _ := m.data["results"].([]any)
	if m.status != "success" || len(results) != 4 {
		t.Fatalf("batch: %.300s", m.raw)
	}
	for i, r := range results {
		if fields, _ := r.(map[string]any); fields["status"] != "success" || len(fields) != 2 {
			t.Errorf("action %d of the batch: %.100v", i, r)
		}
	}
}

// A request that is repeated on another connection while it waits for its tick
// is performed once and answered on both.
func TestRepeatBeforeTheTick(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, server.Config{FogOff: true, Clock: "realtime"})
		witness, first, second := join(t, s, "witness"), join(t, s, "anna"), join(t, s, "anna")
		witness.must("watch", watchData)
		witness.update("snapshot")
		// A tick was just now, so the next is a while away.
		first.askAs(epochKey(1), "batch", `{"actions":[{"action":"move","data":{"direction":"stop"}}]}`)
		synctest.Wait()
		second.askAs(epochKey(1), "batch", `{"actions":[{"action":"move","data":{"direction":"stop"}}]}`)
		synctest.Wait()
		if len(first.responses)+len(second.responses) != 0 {
			t.Fatal("answered before the tick")
		}
		first.close()
		if m := second.response(epochKey(1)); m.status != "success" {
			t.Errorf("repeat on another connection: %s", m.raw)
		}
		second.close()
		witness.close()
		stop(t, s)
	})
}

// However requests of several connections overtake each other on the way, the
// wish with the newest key is the one that counts.
func TestNewestWishCountsAcrossConnections(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, server.Config{FogOff: true, Clock: "realtime"})
		slow, quick, witness := join(t, s, "anna"), join(t, s, "anna"), join(t, s, "witness")
		witness.must("watch", watchData)
		way := openWay(t, slow.floor(), slow.position("User:anna"), 2)
		// The second batch waits for the first one's map, so the stop is noted
		// before it.
		slow.askAs(epochKey(1), "batch", `{"actions":[{"action":"get_map","data":{"map_id":1}}]}`)
		slow.askAs(epochKey(2), "batch", `{"actions":[{"action":"get_map","data":{"map_id":1}},{"action":"move","data":{"direction":"`+way+`"}}]}`)
		quick.askAs(epochKey(3), "move", `{"direction":"stop"}`)
		quick.response(epochKey(3))
		slow.response(epochKey(1))
		slow.response(epochKey(2))
		stands(t, witness, "User:anna")
		for _, p := range []*peer{slow, quick, witness} {
			p.close()
		}
		stop(t, s)
	})
}

// stands checks that within ten ticks the hero makes no more than the one step
// that a wish overtaken later is still worth.
func stands(t *testing.T, witness *peer, name string) {
	t.Helper()
	for len(witness.messages) > 0 {
		<-witness.messages
	}
	moved := map[[2]int]bool{}
	for range 10 {
		witness.must("batch", `{"actions":[{"action":"ping","data":{}}]}`) // answered by a tick
	}
	for len(witness.messages) > 0 {
		if e := entity(<-witness.messages, name); e != nil {
			moved[place(e)] = true
		}
	}
	if len(moved) > 1 {
		t.Fatalf("%s walks on over %v", name, moved)
	}
}
