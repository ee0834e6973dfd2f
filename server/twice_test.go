package server_test

import (
	"fmt"
	"strconv"
	"strings"
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
		`"explore","data":{}`, `"rest","data":{}`, `"search","data":{}`, `"pass","data":{}`, `"attack","data":{"target":""}`,
		`"travel","data":{"to":"down","level":"","x":0,"y":0}`, `"follow","data":{"user":"witness"}`,
		`"take","data":{"thing":ITEM}`, `"drop","data":{"item":ITEM,"count":1}`, `"use","data":{"item":ITEM,"target":""}`,
		`"throw","data":{"item":ITEM,"x":20,"y":20}`, `"equip","data":{"item":ITEM,"slot":""}`, `"unequip","data":{"item":ITEM}`,
		`"give","data":{"item":ITEM,"count":1,"to":"witness"}`, `"junk","data":{"item":ITEM,"on":true}`,
		`"zap","data":{"item":ITEM,"x":20,"y":20}`, `"shoot","data":{"x":20,"y":20}`, `"put","data":{"item":ITEM,"count":1,"x":27,"y":20}`,
		`"sneak","data":{"on":true}`, `"climb","data":{"way":"down"}`, `"kit","data":{"kit":"rogue"}`, `"hold","data":{"on":true}`,
		`"prefer","data":{"pickup":true,"stop_health":20,"confirm":false}`, `"say","data":{"to":"all","text":"hello"}`,
		`"emote","data":{"emote":"wave"}`, `"mark_place","data":{"x":20,"y":20,"kind":"look"}`, `"colour","data":{"colour":"party_2"}`,
		`"write","data":{"text":"was here"}`, `"leave_party","data":{}`, `"invite","data":{"user":"witness"}`, `"new_run","data":{}`,
	}
	rapid.Check(t, func(rt *rapid.T) {
		plan := rapid.SliceOfN(rapid.SampledFrom(actions), 1, 20).Draw(rt, "actions")
		items := rapid.SliceOfN(rapid.IntRange(0, 7), len(plan), len(plan)).Draw(rt, "items")
		pauses := rapid.SliceOfN(rapid.IntRange(0, 3), len(plan), len(plan)).Draw(rt, "ticks between them")
		var once, twice string
		synctest.Test(t, func(t *testing.T) { once = play(t, plan, items, pauses, 1) })
		synctest.Test(t, func(t *testing.T) { twice = play(t, plan, items, pauses, 2) })
		if once != twice {
			rt.Fatalf("once:\n%s\ntwice:\n%s", once, twice)
		}
	})
}

// play sends the requests so many times each, about those of anna's items that
// have the given places in her pack, and returns what she and a bystander know in
// the end, and what the bystander was told to have happened.
func play(t *testing.T, plan []string, items, pauses []int, times int) string {
	s := start(t, server.Config{FogOff: true})
	witness := join(t, s, "witness")
	witness.must("watch", watchData)
	anna, again := join(t, s, "anna"), join(t, s, "anna")
	for _, p := range []*peer{anna, again} {
		p.must("ping", `{}`)
	}
	anna.must("watch", watchData)
	pack, _ := anna.update("snapshot").data["items"].([]any)
	for i, action := range plan {
		id := "1"
		if len(pack) > 0 {
			item, _ := pack[items[i]%len(pack)].(map[string]any)
			id = strconv.FormatFloat(item["id"].(float64), 'f', -1, 64)
		}
		key := epochKey(i + 1)
		raw := netstring(fmt.Sprintf(`{"type":"request","key":%s,"user":"anna","action":%s}`, key, strings.ReplaceAll(action, "ITEM", id)))
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
	var state strings.Builder
	for len(witness.messages) > 0 {
		m := <-witness.messages
		fmt.Fprintln(&state, m.data["events"])
	}
	for _, user := range []string{"witness", "anna"} {
		fresh := join(t, s, user)
		fresh.must("watch", watchData)
		m := fresh.update("snapshot")
		delete(m.data, "seq")
		fmt.Fprintln(&state, m.data)
		fresh.close()
	}
	for _, p := range []*peer{anna, again, witness} {
		p.close()
	}
	stop(t, s)
	return state.String()
}
