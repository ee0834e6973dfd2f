package protocol

import (
	"io"
	"log/slog"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// writeTimeout is how long the server may leave bytes unread before the client
// end takes the connection for dead.
const writeTimeout = 10 * time.Second

// incoming is what a connection's reader hands to the loop: a response, an
// update, or why there will be no more.
type incoming struct {
	response Response
	update   Update
	err      error
}

// clientConn is one connection with its two goroutines, a reader and a writer.
type clientConn struct {
	nc    net.Conn
	log   *slog.Logger
	in    chan incoming
	done  chan struct{} // closed by drop
	group sync.WaitGroup
	heard atomic.Int64  // nanoseconds from born to the last bytes read
	wake  chan struct{} // holds one token when there is something to write

	mu      sync.Mutex // guards the following fields
	out     []byte     // to be written
	writing bool       // bytes taken from out are on their way

	// Owned by the loop.

	original bool // spoken to in the original vocabulary
	ready    bool // the server has answered the opening question
	ask      question
	born     time.Time
	waiting  time.Time // since when something is unanswered and nothing came; zero if neither
	pingKey  Key       // of the unanswered ping, if any
	pinged   time.Time // when the last ping was sent
	measured bool      // a round trip was measured
}

func newClientConn(nc net.Conn, now time.Time, log *slog.Logger) *clientConn {
	c := &clientConn{
		nc: nc, log: log, born: now,
		in: make(chan incoming), done: make(chan struct{}), wake: make(chan struct{}, 1),
	}
	c.group.Go(c.read)
	c.group.Go(c.write)
	return c
}

// drop closes the connection and waits for its goroutines.
func (c *clientConn) drop() {
	close(c.done)
	c.nc.Close()
	c.group.Wait()
}

// Read implements io.Reader for the FrameReader, to know when the server was
// last heard of.
func (c *clientConn) Read(p []byte) (int, error) {
	n, err := c.nc.Read(p)
	if n > 0 {
		c.heard.Store(int64(time.Since(c.born)))
	}
	return n, err
}

// lastHeard returns when the last bytes were read, born if none were.
func (c *clientConn) lastHeard() time.Time {
	return c.born.Add(time.Duration(c.heard.Load()))
}

// read hands on what the server sends. A message that can't be understood is
// passed over: a lost response is asked for again, and a lost view leaves a gap
// that is noticed.
func (c *clientConn) read() {
	frames := NewFrameReader(c, MaxFrameClient)
	for {
		var m incoming
		payload, err := frames.Next()
		if err != nil {
			m.err = err
		} else if m.response, m.update, err = DecodeMessage(payload); err != nil {
			c.log.Debug("message passed over", "reason", err)
			continue
		}
		select {
		case c.in <- m:
		case <-c.done:
			return
		}
		if m.err != nil {
			return
		}
	}
}

// send queues bytes; it never blocks.
func (c *clientConn) send(frame []byte) {
	c.mu.Lock()
	c.out = append(c.out, frame...)
	c.mu.Unlock()
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// idle reports whether everything that was queued has been written.
func (c *clientConn) idle() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.out) == 0 && !c.writing
}

// write sends what is queued, until that fails or the connection is dropped.
// On failure it closes the connection, of which the reader tells.
func (c *clientConn) write() {
	var batch []byte
	for {
		select {
		case <-c.wake:
		case <-c.done:
			return
		}
		c.mu.Lock()
		batch, c.out = c.out, batch[:0]
		c.writing = len(batch) > 0
		c.mu.Unlock()
		if len(batch) == 0 {
			continue
		}
		err := c.nc.SetWriteDeadline(time.Now().Add(writeTimeout))
		if err == nil {
			_, err = c.nc.Write(batch)
		}
		if err != nil {
			c.log.Debug("write failed", "reason", err)
			c.nc.Close()
			return
		}
		c.mu.Lock()
		c.writing = false
		c.mu.Unlock()
	}
}

var _ io.Reader = (*clientConn)(nil)
