package server_test

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"laneya/server"
)

const watchData = `{"min_version":1,"max_version":1,"seen":0}`

func seq(m message) uint64 {
	n, _ := m.data["seq"].(float64)
	return uint64(n)
}

// entity returns what a view update says of an entity, nil if nothing.
func entity(m message, name string) map[string]any {
	list, _ := m.data["entities"].([]any)
	for _, e := range list {
		if fields, _ := e.(map[string]any); fields["entity"] == name {
			return fields
		}
	}
	return nil
}

// A client that watches gets one snapshot and then what changes, numbered
// without a gap.
func TestWatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, server.Config{FogOff: true})
		anna := join(t, s, "anna")
		m := anna.must("watch", watchData)
		if m.data["version"] != 1.0 || m.data["tick_ms"] != 100.0 {
			t.Errorf("answer to watch: %s", m.raw)
		}
		snapshot := anna.update("snapshot")
		me := entity(snapshot, "User:anna")
		if me == nil || snapshot.data["hero"] != "User:anna" || snapshot.data["level"] != "0:0:0" {
			t.Fatalf("snapshot: %.300s", snapshot.raw)
		}
		at, last := place(me), seq(snapshot)
		way := openWay(t, anna.floor(), at, 3)
		anna.must("move", fmt.Sprintf(`{"direction":%q}`, way))
		for range 3 {
			view := anna.update("view")
			if seq(view) != last+1 {
				t.Fatalf("update %d follows %d", seq(view), last)
			}
			last++
			me := entity(view, "User:anna")
			if me == nil {
				continue
			}
			next := place(me)
			if want := [2]int{at[0] + steps[way][0], at[1] + steps[way][1]}; next != want {
				t.Fatalf("walked %s from %v to %v", way, at, next)
			}
			at = next
		}
		anna.close()
		stop(t, s)
	})
}

// A client whose connection was cut and who has seen everything until then is
// told only what changed since; one who hasn't gets a snapshot.
func TestWatchGoesOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, server.Config{})
		anna := join(t, s, "anna")
		anna.must("watch", watchData)
		last := seq(anna.update("snapshot"))
		anna.close()
		synctest.Wait()

		bert := join(t, s, "bert") // something changes meanwhile
		bert.must("move", `{"direction":"stop"}`)

		again := join(t, s, "anna")
		again.must("watch", fmt.Sprintf(`{"min_version":1,"max_version":1,"seen":%d}`, last))
		m := again.await("an update", func(m message) bool { return m.kind == "update" })
		if m.action != "view" || seq(m) != last+1 || entity(m, "User:bert") == nil {
			t.Errorf("after seeing everything: %s", m.raw)
		}
		again.close()
		synctest.Wait()

		third := join(t, s, "anna")
		third.must("watch", fmt.Sprintf(`{"min_version":1,"max_version":1,"seen":%d}`, last))
		m = third.await("an update", func(m message) bool { return m.kind == "update" })
		if m.action != "snapshot" || seq(m) <= last+1 {
			t.Errorf("after missing some: %s", m.raw)
		}
		third.close()
		bert.close()
		stop(t, s)
	})
}

// Versions that don't overlap are told so in words.
func TestWatchOfAnotherVersion(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, server.Config{})
		anna := join(t, s, "anna")
		m := anna.do("watch", `{"min_version":900,"max_version":901,"seen":0}`)
		if text, _ := m.data["message"].(string); m.status != "illegal" || len(text) < 20 || m.data["reason"] != "version" {
			t.Errorf("watch of version 900: %s", m.raw)
		}
		bert := join(t, s, "bert")
		bert.must("watch", watchData)
		if e := entity(bert.update("snapshot"), "User:anna"); e != nil {
			t.Errorf("the refused watch left a hero behind: %v", e)
		}
		bert.close()
		anna.close()
		stop(t, s)
	})
}

// Time stands still for a hero who is alone until she wants something, and
// runs for two.
func TestAdaptiveClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, server.Config{FogOff: true})
		anna := join(t, s, "anna")
		anna.must("watch", watchData)
		anna.update("snapshot")
		time.Sleep(10 * time.Second)
		synctest.Wait()
		if n := len(anna.messages); n != 0 {
			t.Errorf("alone and without a wish, anna got %d messages", n)
		}
		bert := join(t, s, "bert")
		bert.must("move", `{"direction":"stop"}`)
		first, _ := anna.update("view").data["tick"].(float64)
		time.Sleep(5 * time.Second)
		bert.must("move", fmt.Sprintf(`{"direction":%q}`, openWay(t, bert.floor(), bert.position("User:bert"), 1)))
		tick := first
		for tick < first+45 {
			tick, _ = anna.update("view").data["tick"].(float64)
		}
		if tick > first+60 {
			t.Errorf("in five seconds, %v ticks passed for two", tick-first)
		}
		bert.close()
		anna.close()
		stop(t, s)
	})
}

// A thousand requests a second walk no faster than one.
func TestFloodWalksNoFaster(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, server.Config{FogOff: true})
		anna := join(t, s, "anna")
		anna.must("watch", watchData)
		at := place(entity(anna.update("snapshot"), "User:anna"))
		way := openWay(t, anna.floor(), at, 2)
		begin := time.Now()
		for range 100 {
			anna.must("move", fmt.Sprintf(`{"direction":%q}`, way))
			anna.must("move", `{"direction":"stop"}`)
		}
		synctest.Wait()
		// All of it took no time, so there was one tick at most for it.
		if took := time.Since(begin); took > 0 {
			t.Fatalf("the flood took %v", took)
		}
		moved := 0
		for len(anna.messages) > 0 {
			if m := <-anna.messages; entity(m, "User:anna") != nil {
				moved++
			}
		}
		if moved > 1 {
			t.Errorf("moved %d times in no time", moved)
		}
		anna.close()
		stop(t, s)
	})
}

// A client that comes back to a world in which nothing has changed is told so,
// and need not ask again.
func TestWatchIsAlwaysAnsweredByAnUpdate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, server.Config{})
		anna := join(t, s, "anna")
		anna.must("watch", watchData)
		last := seq(anna.update("snapshot"))
		for range 3 {
			anna.must("watch", fmt.Sprintf(`{"min_version":1,"max_version":1,"seen":%d}`, last))
			m := anna.update("view")
			if last++; seq(m) != last {
				t.Fatalf("update %d, want %d", seq(m), last)
			}
		}
		anna.close()
		stop(t, s)
	})
}
