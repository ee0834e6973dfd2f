package protocol

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// wire is a peer of a ServerConn over a pipe. Its reads and writes are apart, as
// those of a pipe wait for each other.
type wire struct {
	t      testing.TB
	conn   net.Conn
	frames *FrameReader
	server *ServerConn
	ended  chan error
}

func dial(t testing.TB, cfg ServerConfig, handle func(*ServerConn, *Request)) *wire {
	here, there := net.Pipe()
	return serve(t, here, there, cfg, handle)
}

// serve makes there the server's end and here the peer's.
func serve(t testing.TB, here, there net.Conn, cfg ServerConfig, handle func(*ServerConn, *Request)) *wire {
	w := &wire{t: t, conn: here, frames: NewFrameReader(here, MaxFrameClient), ended: make(chan error, 1)}
	w.server = NewServerConn(there, cfg)
	go func() {
		w.ended <- w.server.Serve(func(r *Request) { handle(w.server, r) })
	}()
	return w
}

func (w *wire) send(bodies ...string) {
	w.t.Helper()
	var out []byte
	for _, b := range bodies {
		out = AppendFrame(out, []byte(b))
	}
	if _, err := w.conn.Write(out); err != nil {
		w.t.Fatal(err)
	}
}

func (w *wire) want(bodies ...string) {
	w.t.Helper()
	for _, want := range bodies {
		got, err := w.frames.Next()
		if err != nil || string(got) != want {
			w.t.Fatalf("got %s, %v; want %s", got, err, want)
		}
	}
}

// hangUp closes the peer's end and returns what Serve returned.
func (w *wire) hangUp() error {
	w.conn.Close()
	return <-w.ended
}

func move(key int) string {
	return fmt.Sprintf(`{"type":"request","key":%d,"user":"anna","action":"move","data":{"direction":"north"}}`, key)
}

func done(key int) string {
	return fmt.Sprintf(`{"type":"response","key":%d,"status":"success","data":{}}`, key)
}

func agree(c *ServerConn, r *Request) { c.Respond(r.Key, Success, nil) }

func TestServerConnAnswers(t *testing.T) {
	w := dial(t, ServerConfig{}, agree)
	for i := range 3 {
		w.send(move(i))
		w.want(done(i))
	}
	if err := w.hangUp(); err != nil {
		t.Errorf("Serve: %v", err)
	}
}

func TestServerConnAnswersWhatIsInvalid(t *testing.T) {
	w := dial(t, ServerConfig{}, func(_ *ServerConn, r *Request) { t.Errorf("%v was handled", r.Key) })
	w.send(`{"type":"request","key":7,"user":"anna","action":"fly","data":{}}`)
	w.want(`{"type":"response","key":7,"status":"invalid","data":{"message":"there is no action \"fly\""}}`)
	w.send(`nonsense`)
	w.want(`{"type":"response","key":null,"status":"invalid","data":{"message":"the text is not JSON"}}`)
	w.hangUp()
}

func TestServerConnClosesOnABadFrame(t *testing.T) {
	var out bytes.Buffer
	w := dial(t, ServerConfig{Log: slog.New(slog.NewTextHandler(&out, nil))}, agree)
	w.send(move(1))
	w.want(done(1))
	if _, err := w.conn.Write([]byte("\x1b[2Jx")); err != nil {
		t.Fatal(err)
	}
	if got, err := w.frames.Next(); err != io.EOF {
		t.Errorf("after a bad frame: %q, %v", got, err)
	}
	err := <-w.ended
	var bad *FrameError
	if !errors.As(err, &bad) {
		t.Errorf("Serve: %v", err)
	}
	if log := out.String(); !strings.Contains(log, "not a decimal number") || strings.Contains(log, "\x1b") {
		t.Errorf("logged: %q", log)
	}
}

func TestFirstFrameHasASmallerLimit(t *testing.T) {
	long := strings.Repeat(" ", MaxFirstFrame) + move(1)
	w := dial(t, ServerConfig{}, agree)
	fmt.Fprintf(w.conn, "%d:", len(long))
	if err := <-w.ended; err == nil || !strings.Contains(err.Error(), "longer than 4096") {
		t.Errorf("a long first frame: %v", err)
	}
	w = dial(t, ServerConfig{}, agree)
	w.send(move(1))
	w.want(done(1))
	w.send(long)
	w.want(done(1))
	w.hangUp()
}

func TestPanicIsAnsweredInternal(t *testing.T) {
	var out bytes.Buffer
	w := dial(t, ServerConfig{Log: slog.New(slog.NewTextHandler(&out, nil))}, func(c *ServerConn, r *Request) {
		n, _ := r.Key.Int()
		if n == 3 {
			agree(c, r)
		}
		if n > 1 {
			panic("boom")
		}
		agree(c, r)
	})
	w.send(move(1), move(2), move(3), move(1))
	w.want(done(1),
		`{"type":"response","key":2,"status":"internal","data":{"message":"the server failed at this request"}}`,
		done(3), done(1))
	w.hangUp()
	if log := out.String(); strings.Count(log, "boom") < 2 || !strings.Contains(log, "serverconn_test.go") {
		t.Errorf("logged: %s", log)
	}
}

// counted counts the writes of a connection.
type counted struct {
	net.Conn
	mu     sync.Mutex
	writes int
}

func (c *counted) Write(b []byte) (int, error) {
	c.mu.Lock()
	c.writes++
	c.mu.Unlock()
	return c.Conn.Write(b)
}

func (c *counted) count() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.writes
}

func TestABurstIsAnsweredInOneWrite(t *testing.T) {
	here, there := net.Pipe()
	out := &counted{Conn: there}
	w := serve(t, here, out, ServerConfig{}, agree)
	w.send(move(1), move(2), move(3))
	w.want(done(1), done(2), done(3))
	if n := out.count(); n != 1 {
		t.Errorf("%d writes", n)
	}
	w.hangUp()
}

// A peer may wait for an answer before it sends the rest of the next request.
func TestHalfARequestDoesNotHoldAnAnswerBack(t *testing.T) {
	w := dial(t, ServerConfig{}, agree)
	two := AppendFrame(AppendFrame(nil, []byte(move(1))), []byte(move(2)))
	if _, err := w.conn.Write(two[:len(two)-9]); err != nil {
		t.Fatal(err)
	}
	w.want(done(1))
	if _, err := w.conn.Write(two[len(two)-9:]); err != nil {
		t.Fatal(err)
	}
	w.want(done(2))
	w.hangUp()
}

func TestATickIsOneWrite(t *testing.T) {
	here, there := net.Pipe()
	out := &counted{Conn: there}
	w := serve(t, here, out, ServerConfig{}, agree)
	for i := range 5 {
		w.server.QueueUpdates(AppendFrame(nil, fmt.Append(nil, i)))
	}
	w.server.Respond(IntKey(9), Success, nil)
	w.server.Wake()
	w.want("0", "1", "2", "3", "4", done(9))
	if n := out.count(); n != 1 {
		t.Errorf("%d writes", n)
	}
	w.hangUp()
}

func TestAFullQueue(t *testing.T) {
	const limit = 1000
	w := dial(t, ServerConfig{MaxQueue: limit}, agree)
	frame := AppendFrame(nil, make([]byte, 100))
	n := 0
	for w.server.QueueUpdates(frame) {
		n++
	}
	if n*len(frame) > limit*3/4 || (n+1)*len(frame) <= limit*3/4 {
		t.Errorf("%d updates of %d bytes fit", n, len(frame))
	}
	w.server.Respond(IntKey(1), Success, nil)
	for range limit {
		w.server.Respond(IntKey(1), Success, nil)
	}
	if err := <-w.ended; err != ErrOverflow {
		t.Errorf("Serve: %v", err)
	}
	if w.server.QueueUpdates(frame) {
		t.Error("a closed connection takes updates")
	}
	w.server.Respond(IntKey(1), Success, nil)
	w.server.Wake()
	w.server.Close(nil)
	w.server.Finish(time.Second)
}

func TestAPeerThatNeverReadsIsDropped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		handled := 0
		w := dial(t, ServerConfig{}, func(c *ServerConn, r *Request) {
			handled++
			c.Respond(r.Key, Success, make([]byte, 100))
		})
		began := time.Now()
		go func() { // sends until it is cut off
			for i := 0; ; i++ {
				if _, err := w.conn.Write(AppendFrame(nil, []byte(move(i)))); err != nil {
					return
				}
			}
		}()
		err := <-w.ended
		if took := time.Since(began); !errors.Is(err, os.ErrDeadlineExceeded) || took < 10*time.Second || took > 11*time.Second {
			t.Errorf("after %v: %v", took, err)
		}
		if handled > 1000 {
			t.Errorf("%d requests were handled", handled)
		}
		w.conn.Close()
	})
}

func TestTheQueueHoldsTheReaderBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const limit = 10_000
		handled := 0
		w := dial(t, ServerConfig{MaxQueue: limit}, func(c *ServerConn, r *Request) {
			handled++
			c.Respond(r.Key, Success, fmt.Appendf(nil, `{"a":"%0900d"}`, 0))
		})
		var burst []byte
		for i := range 100 {
			burst = AppendFrame(burst, []byte(move(i)))
		}
		go w.conn.Write(burst)
		synctest.Wait()
		if handled == 0 || handled > 20 {
			t.Errorf("%d requests were handled before any answer was read", handled)
		}
		for range 100 {
			if _, err := w.frames.Next(); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.hangUp(); err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
}

// A slow peer that does take bytes is not dropped, however long it takes.
func TestASlowPeerIsServed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := dial(t, ServerConfig{}, agree)
		frame := AppendFrame(nil, make([]byte, 200<<10))
		if !w.server.QueueUpdates(frame) {
			t.Fatal("the update does not fit")
		}
		w.server.Wake()
		w.frames.r = readFunc(func(b []byte) (int, error) {
			<-time.After(time.Second)
			return w.conn.Read(b[:min(len(b), 10<<10)])
		})
		if _, err := w.frames.Next(); err != nil {
			t.Fatal(err)
		}
		w.hangUp()
	})
}

func TestFinishWritesWhatIsQueued(t *testing.T) {
	w := dial(t, ServerConfig{}, agree)
	text, _ := AppendUpdate(nil, Goodbye{"the server stops"})
	w.server.QueueUpdates(AppendFrame(nil, text))
	go w.server.Finish(time.Minute)
	w.want(string(text))
	if _, err := w.frames.Next(); err != io.EOF {
		t.Errorf("after the last frame: %v", err)
	}
	if err := <-w.ended; err != ErrFinished {
		t.Errorf("Serve: %v", err)
	}
}

func TestFinishWaitsNoLongerThanItIsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := dial(t, ServerConfig{}, agree)
		w.server.QueueUpdates(AppendFrame(nil, []byte("x")))
		began := time.Now()
		w.server.Finish(3 * time.Second)
		<-w.ended
		if took := time.Since(began); took != 3*time.Second {
			t.Errorf("Finish took %v", took)
		}
	})
}

// tcp returns the two ends of a connection over the loopback interface.
func tcp(t testing.TB) (here, there net.Conn) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if here, err = net.Dial("tcp", l.Addr().String()); err != nil {
		t.Fatal(err)
	}
	if there, err = l.Accept(); err != nil {
		t.Fatal(err)
	}
	return here, there
}

// Requests that the server doesn't read any more must not cost the peer what the
// server has written.
func TestFinishOverTCPLosesNothing(t *testing.T) {
	for range 20 {
		here, there := tcp(t)
		w := serve(t, here, there, ServerConfig{}, agree)
		w.send(move(1))
		w.want(done(1))
		w.server.QueueUpdates(AppendFrame(nil, []byte("bye")))
		finished := make(chan struct{})
		go func() {
			w.server.Finish(time.Minute)
			close(finished)
		}()
		w.want("bye")
		w.conn.Write(AppendFrame(nil, []byte(move(2)))) // may fail: nobody promises that it is read
		if _, err := w.frames.Next(); err != io.EOF {
			t.Fatalf("after the last frame: %v", err)
		}
		w.hangUp()
		<-finished
	}
}

func TestManyMayCallAtOnce(t *testing.T) {
	here, there := tcp(t)
	w := serve(t, here, there, ServerConfig{}, agree)
	const each = 200
	var all sync.WaitGroup
	for n := range 4 {
		all.Go(func() {
			for i := range each {
				w.server.Respond(IntKey(int64(n*each+i)), Success, nil)
				w.server.Wake()
			}
		})
	}
	all.Go(func() {
		for i := range each {
			w.conn.Write(AppendFrame(nil, []byte(move(4*each+i))))
		}
	})
	seen := map[Key]bool{}
	for len(seen) < 5*each {
		payload, err := w.frames.Next()
		if err != nil {
			t.Fatal(err)
		}
		r, _, err := DecodeMessage(payload)
		if err != nil || seen[r.Key] {
			t.Fatalf("%s, %v", payload, err)
		}
		seen[r.Key] = true
	}
	all.Wait()
	w.server.Close(nil)
	<-w.ended
	w.conn.Close()
}
