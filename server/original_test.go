package server_test

import (
	"testing"

	"laneya/server"
)

// An original client logs in by its first request, asks for the map, walks,
// sees another, and leaves.
func TestOriginalClientPlays(t *testing.T) {
	s := start(t, server.Config{FogOff: true})
	addr := listen(t, s)
	anna := dial(t, addr, "anna")
	floor := anna.floor()
	at := anna.position("User:anna")
	if !floor[at] {
		t.Fatalf("anna stands on %v, which is no floor", at)
	}
	way := openWay(t, floor, at, 2)
	anna.must("move", `{"direction":"`+way+`"}`)
	for range 2 {
		next := anna.position("User:anna")
		if want := [2]int{at[0] + steps[way][0], at[1] + steps[way][1]}; next != want {
			t.Fatalf("anna walks %s from %v to %v", way, at, next)
		}
		at = next
	}
	anna.must("move", `{"direction":"stop"}`)

	bert := dial(t, addr, "bert")
	bert.must("move", `{"direction":"stop"}`)
	first := anna.position("User:bert")
	if !floor[first] || first == at {
		t.Fatalf("bert appears on %v", first)
	}
	if got := bert.position("User:anna"); !floor[got] {
		t.Fatalf("bert sees anna on %v", got)
	}
	bert.must("logout", `{}`)
	anna.must("logout", `{}`)
}

// A connection that has not asked for more gets the four original words only.
func TestOriginalWordsOnly(t *testing.T) {
	s := start(t, server.Config{Clock: "realtime"})
	addr := listen(t, s)
	anna, bert := dial(t, addr, "anna"), dial(t, addr, "bert")
	anna.must("move", `{"direction":"east"}`)
	bert.must("watch", watchData)
	bert.update("snapshot")
	bert.must("move", `{"direction":"west"}`)
	for range 5 {
		anna.must("move", `{"direction":"east"}`)
		anna.must("move", `{"direction":"west"}`)
	}
	anna.must("logout", `{}`)
	stop(t, s)
	anna.closed() // the peer itself fails at any other word, to the last
}

// In the fog, get_map shows ground that was not seen as wall.
func TestMapInTheFog(t *testing.T) {
	clear := len(dial(t, listen(t, start(t, server.Config{FogOff: true})), "anna").floor())
	foggy := len(dial(t, listen(t, start(t, server.Config{})), "anna").floor())
	if foggy == 0 || foggy >= clear {
		t.Errorf("%d fields of floor known in the fog, %d without; want some, but fewer", foggy, clear)
	}
}

// A client that asks for the map many times before it reads gets it as often.
func TestManyMapsAtOnce(t *testing.T) {
	s := start(t, server.Config{FogOff: true, Clock: "realtime"})
	anna := dial(t, listen(t, s), "anna")
	keys := make([]string, 200)
	for i := range keys {
		keys[i] = anna.ask("get_map", `{"map_id":0}`)
	}
	for _, key := range keys {
		if m := anna.response(key); m.status != "success" {
			t.Fatalf("map %s: %.200s", key, m.raw)
		}
	}
}

// A lost connection keeps the hero in the world, standing still; logout takes
// her out, and the next one who asks finds her where new heroes enter.
func TestHeroStaysWithoutConnection(t *testing.T) {
	s := start(t, server.Config{FogOff: true})
	addr := listen(t, s)
	anna, bert := dial(t, addr, "anna"), dial(t, addr, "bert")
	floor := anna.floor()
	entrance := anna.position("User:anna")
	anna.must("move", `{"direction":"`+openWay(t, floor, entrance, 3)+`"}`)
	anna.position("User:anna")
	anna.close()

	bert.must("watch", watchData)
	asleep := func(m message) bool {
		e := entity(m, "User:anna")
		return e != nil && e["asleep"] == true
	}
	at := place(entity(bert.await("anna asleep", asleep), "User:anna"))
	if at == entrance {
		t.Fatalf("anna, who walked before her connection was lost, is back at %v", at)
	}
	again := dial(t, addr, "anna")
	again.floor()
	if got := again.position("User:anna"); got != at {
		t.Errorf("anna fell asleep on %v and wakes on %v", at, got)
	}
	again.must("logout", `{}`)
	bert.await("anna gone", func(m message) bool {
		gone, _ := m.data["gone"].([]any)
		return len(gone) == 1 && gone[0] == "User:anna"
	})
	again.floor()
	if got := again.position("User:anna"); !near(got, entrance) {
		t.Errorf("anna comes back on %v, want the entrance %v or next to it", got, entrance)
	}
}
