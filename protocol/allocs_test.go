//go:build !race

// The race detector takes memory of its own, so these run without it.

package protocol

import (
	"fmt"
	"io"
	"net"
	"runtime"
	"testing"
	"testing/synctest"
	"time"
)

// What the server does for each request and each viewer takes no memory.
func TestNoMemoryIsTakenInTheSteadyState(t *testing.T) {
	var d requestDecoder
	room := make([]byte, 0, 64<<10)
	key := EpochKey(1, 12345)
	v, all := crowd()
	p := Position{1, 2, "User:anna"}
	var a Answers
	counter := uint64(0)
	for name, f := range map[string]func(){
		"decoding a move":     func() { _, _ = d.decode(moveRequest) },
		"encoding a response": func() { EndFrame(AppendResponse(BeginFrame(room), key, Success, nil), 0) },
		"encoding a position": func() { AppendPosition(room, &p) },
		"encoding a view":     func() { EndFrame(AppendView(BeginFrame(room), &v, all), 0) },
		"remembering an answer": func() {
			counter++
			k := EpochKey(1, counter)
			a.Ask(k, Digest{}, start)
			a.NewestIntent(k)
			a.Put(k, Answer{Status: Success})
		},
	} {
		for range 1000 {
			f()
		}
		if n := testing.AllocsPerRun(200, f); n != 0 {
			t.Errorf("%s takes memory %v times", name, n)
		}
	}
}

func TestAnsweringTakesNoMemory(t *testing.T) {
	w := dial(t, ServerConfig{}, agree)
	out, in := AppendFrame(nil, moveRequest), make([]byte, 1000)
	want := len(AppendFrame(nil, AppendResponse(nil, EpochKey(0x0123456789abcdef, 7), Success, nil)))
	trip := func() {
		if _, err := w.conn.Write(out); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(w.conn, in[:want]); err != nil {
			t.Fatal(err)
		}
	}
	if n := testing.AllocsPerRun(200, trip); n > 1 {
		t.Errorf("a request and its answer take memory %v times", n)
	}
	w.hangUp()
}

func TestAPeerThatNeverReadsHoldsLessThanAMegabyte(t *testing.T) {
	const peers = 20
	synctest.Test(t, func(t *testing.T) {
		before := heap()
		var all []*wire
		for range peers {
			w := dial(t, ServerConfig{}, func(c *ServerConn, r *Request) { c.Respond(r.Key, Success, make([]byte, 20<<10)) })
			all = append(all, w)
			go func() {
				for i := 0; ; i++ {
					if _, err := w.conn.Write(AppendFrame(nil, []byte(move(i)))); err != nil {
						return
					}
				}
			}()
		}
		view := AppendFrame(nil, make([]byte, 10<<10))
		for range 50 { // five seconds of ticks
			<-time.After(100 * time.Millisecond)
			for _, w := range all {
				w.server.QueueUpdates(view)
				w.server.Wake()
			}
		}
		if each := (heap() - before) / peers; each > 1<<20 {
			t.Errorf("each holds %d bytes", each)
		} else {
			t.Logf("each holds %d bytes", each)
		}
		for _, w := range all {
			w.hangUp()
		}
	})
}

func TestAnIdleConnectionIsSmall(t *testing.T) {
	const conns = 200
	before := heap()
	var all []*wire
	for range conns {
		w := dial(t, ServerConfig{}, agree)
		w.send(move(1))
		w.want(done(1))
		all = append(all, w)
	}
	// Both ends' readers are counted here, but not the goroutines' stacks.
	each := (heap() - before) / conns
	t.Logf("an idle connection takes %d bytes", each)
	if each > 12<<10 {
		t.Errorf("an idle connection takes %d bytes", each)
	}
	for _, w := range all {
		w.hangUp()
	}
}

func TestGoroutinesPerConnection(t *testing.T) {
	before := runtime.NumGoroutine()
	here, there := net.Pipe()
	w := serve(t, here, there, ServerConfig{}, agree)
	w.send(move(1))
	w.want(done(1))
	if n := runtime.NumGoroutine() - before; n > 2 {
		t.Error(fmt.Sprint(n, " goroutines"))
	}
	w.hangUp()
}
