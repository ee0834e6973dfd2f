package protocol

import (
	"errors"
	"fmt"
	"net"
	"os"
	"sync"
	"time"
)

// Sizes of what goes out, in bytes.
const (
	writeChunk = 64 << 10  // one write, which has a deadline of its own
	keptBuffer = 128 << 10 // an empty buffer larger than this is let go
)

var errClosed = errors.New("the connection is closed")

// outQueue is the bytes that wait to be written to one connection. Whoever
// flushes writes, one at a time; nobody else ever waits for the socket.
type outQueue struct {
	nc      net.Conn
	limit   int
	timeout time.Duration

	mu       sync.Mutex // guards all below
	room     sync.Cond  // told when bytes have gone out, and when the queue ends
	pending  []byte     // whole frames, not yet being written
	box      *[]byte    // where pending's memory goes back to the pool in; nil while there is none
	inFlight int        // bytes being written
	writing  bool       // somebody is in flush
	ending   bool       // takes no more
	deadline time.Time  // the socket's
	err      error      // why it ended
}

func (q *outQueue) init(nc net.Conn, limit int, timeout time.Duration) {
	q.nc, q.limit, q.timeout = nc, limit, timeout
	q.room.L = &q.mu
}

// add queues what write appends if no more than limit bytes are queued then. It
// reports whether it did.
func (q *outQueue) add(limit int, write func(dst []byte) []byte) (ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.ending {
		return true
	}
	q.lend()
	before := len(q.pending)
	q.pending = write(q.pending)
	if len(q.pending)+q.inFlight > limit {
		q.pending = q.pending[:before]
		return false
	}
	return true
}

// addBytes is add for bytes that are there already.
func (q *outQueue) addBytes(limit int, frames []byte) (ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.ending || len(q.pending)+q.inFlight+len(frames) > limit {
		return false
	}
	q.lend()
	q.pending = append(q.pending, frames...)
	return true
}

// lent are buffers that no queue needs now. A busy connection has one all the
// time, an idle one none.
var lent = sync.Pool{New: func() any { return new([]byte) }}

// lend gives a queue without memory a buffer. It is called with mu locked.
func (q *outQueue) lend() {
	if q.box == nil {
		q.box = lent.Get().(*[]byte)
		q.pending = (*q.box)[:0]
	}
}

// flush writes until nothing is queued, unless somebody else does so already.
func (q *outQueue) flush() error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.writing {
		return nil
	}
	q.writing = true
	for len(q.pending) > 0 && q.err == nil {
		buf, box := q.pending, q.box
		q.pending, q.box = nil, nil
		q.inFlight = len(buf)
		q.writeOut(buf)
		q.inFlight = 0
		if cap(buf) <= keptBuffer {
			*box = buf[:0]
			lent.Put(box)
		}
	}
	q.writing = false
	q.room.Broadcast()
	return q.err
}

// writeOut writes buf chunk by chunk. It is called with mu locked and unlocks it
// while it writes.
func (q *outQueue) writeOut(buf []byte) {
	for len(buf) > 0 && q.err == nil {
		chunk := buf[:min(len(buf), writeChunk)]
		err := q.arm()
		if err == nil {
			q.mu.Unlock()
			_, err = q.nc.Write(chunk)
			q.mu.Lock()
		}
		if errors.Is(err, os.ErrDeadlineExceeded) {
			err = fmt.Errorf("the peer has stopped reading: %w", err)
		}
		if q.err == nil {
			q.err = err
		}
		buf = buf[len(chunk):]
		q.inFlight -= len(chunk)
		q.room.Broadcast()
	}
}

// arm sees to it that the socket's write deadline is at least timeout away, and
// at most a tenth more. Moving it only then spares a timer's change per write.
func (q *outQueue) arm() error {
	now := time.Now()
	if q.ending || q.deadline.Sub(now) >= q.timeout {
		return nil
	}
	q.deadline = now.Add(q.timeout + q.timeout/10)
	return q.nc.SetWriteDeadline(q.deadline)
}

// waitRoom waits, writing if nobody else does, until the queue is at most half
// full.
func (q *outQueue) waitRoom() error {
	if !q.crowded() {
		return nil
	}
	if err := q.flush(); err != nil {
		return err
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.err == nil && len(q.pending)+q.inFlight > q.limit/2 {
		q.room.Wait()
	}
	return q.err
}

func (q *outQueue) crowded() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.err != nil || len(q.pending)+q.inFlight > q.limit/2
}

// end makes the queue take no more, drops what is queued and makes every flush
// return. The first reason counts.
func (q *outQueue) end(err error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.err == nil {
		q.err = err
	}
	q.ending, q.pending, q.box = true, nil, nil
	q.room.Broadcast()
}

// reason returns why the queue ended.
func (q *outQueue) reason() error {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.err
}

// drain makes the queue take no more and waits until all is written or the
// deadline is over.
func (q *outQueue) drain(deadline time.Time) {
	q.mu.Lock()
	q.ending = true
	err := q.nc.SetWriteDeadline(deadline)
	q.mu.Unlock()
	if err != nil || q.flush() != nil {
		return
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.writing && q.err == nil {
		q.room.Wait()
	}
}
