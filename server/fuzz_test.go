package server_test

import (
	"bufio"
	"bytes"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"laneya/server"
)

// FuzzPipeline sends any bytes at all to a server. What are frames must each be
// answered once at most, and a client beside it must not notice.
func FuzzPipeline(f *testing.F) {
	ask := func(key int, action, data string) string {
		return netstring(fmt.Sprintf(`{"type":"request","key":%d,"user":"mallory","action":%q,"data":%s}`, key, action, data))
	}
	whole := ask(1, "get_map", `{"map_id":0}`) + ask(2, "move", `{"direction":"east"}`) + ask(3, "watch", watchData) +
		ask(4, "batch", `{"actions":[{"action":"move","data":{"direction":"stop"}},{"action":"logout","data":{}}]}`) +
		ask(4, "logout", `{}`) + ask(5, "ping", `{}`)
	f.Add([]byte(whole))
	f.Add([]byte(whole[:len(whole)/2]))
	f.Add([]byte(whole + "x" + whole))
	f.Add([]byte(netstring("") + netstring("[]") + netstring(`{"key":7}`) + "99999:"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		synctest.Test(t, func(t *testing.T) { feed(t, raw) })
	})
}

func feed(t *testing.T, raw []byte) {
	s := start(t, server.Config{})
	healthy := join(t, s, "healthy")
	healthy.must("move", `{"direction":"stop"}`)
	mallory, err := s.Dial(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	responses := make(chan int)
	go func() {
		n := 0
		defer func() { responses <- n }()
		for r := bufio.NewReader(mallory); ; {
			payload, err := readNetstring(r)
			if err != nil {
				return
			}
			m, err := parseMessage(payload)
			if err != nil {
				t.Errorf("the server sent %q: %v", payload, err)
				return
			}
			if m.kind == "response" {
				n++
			}
		}
	}()
	_, _ = mallory.Write(raw) // may end early when the server hangs up
	time.Sleep(time.Second)   // ten ticks
	synctest.Wait()
	_ = mallory.Close()
	if got, sent := <-responses, framesIn(raw); got > sent {
		t.Errorf("%d responses to %d frames", got, sent)
	}
	healthy.must("move", `{"direction":"stop"}`)
	healthy.close()
	stop(t, s)
}

// framesIn counts the netstrings that raw begins with.
func framesIn(raw []byte) (n int) {
	for r := bufio.NewReader(bytes.NewReader(raw)); ; n++ {
		if _, err := readNetstring(r); err != nil {
			return n
		}
	}
}
