package server_test

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"laneya/server"
)

// Sending every request twice, here and there on a second connection, has the
// same effect as sending it once.
func TestEverythingTwice(t *testing.T) {
	actions := []string{
		`"move","data":{"direction":"north"}`, `"move","data":{"direction":"east"}`,
		`"move","data":{"direction":"south"}`, `"move","data":{"direction":"west"}`,
		`"move","data":{"direction":"stop"}`, `"logout","data":{}`, `"get_map","data":{"map_id":0}`,
		`"batch","data":{"actions":[{"action":"move","data":{"direction":"east"}},{"action":"logout","data":{}}]}`,
	}
	rapid.Check(t, func(rt *rapid.T) {
		plan := rapid.SliceOfN(rapid.SampledFrom(actions), 1, 20).Draw(rt, "actions")
		pauses := rapid.SliceOfN(rapid.IntRange(0, 3), len(plan), len(plan)).Draw(rt, "ticks between them")
		var once, twice string
		synctest.Test(t, func(t *testing.T) { once = play(t, plan, pauses, 1) })
		synctest.Test(t, func(t *testing.T) { twice = play(t, plan, pauses, 2) })
		if once != twice {
			rt.Fatalf("once:\n%s\ntwice:\n%s", once, twice)
		}
	})
}

// play sends the requests so many times each and returns what a bystander who
// sees everything was told of it in the end.
func play(t *testing.T, plan []string, pauses []int, times int) string {
	s := start(t, server.Config{FogOff: true})
	witness := join(t, s, "witness")
	witness.must("watch", watchData)
	anna, again := join(t, s, "anna"), join(t, s, "anna")
	for _, p := range []*peer{anna, again} {
		p.must("ping", `{}`)
	}
	for i, action := range plan {
		key := epochKey(i + 1)
		raw := netstring(fmt.Sprintf(`{"type":"request","key":%s,"user":"anna","action":%s}`, key, action))
		anna.send(raw)
		answer := anna.response(key)
		for range times - 1 {
			again.send(raw)
			if other := again.response(key); string(other.raw) != string(answer.raw) {
				t.Errorf("%s is answered %s, then %s", action, answer.raw, other.raw)
			}
		}
		time.Sleep(time.Duration(pauses[i]) * 100 * time.Millisecond)
		synctest.Wait()
	}
	fresh := join(t, s, "witness")
	fresh.must("watch", watchData)
	m := fresh.update("snapshot")
	state := fmt.Sprint(m.data["tick"], m.data["entities"])
	for _, p := range []*peer{anna, again, witness, fresh} {
		p.close()
	}
	stop(t, s)
	return state
}
