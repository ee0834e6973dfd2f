package protocol

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"
)

// Defaults of ServerConfig.
const (
	DefaultMaxQueue     = 512 << 10
	DefaultWriteTimeout = 10 * time.Second
)

// ServerConfig holds what a ServerConn can be told. The zero value of each field
// stands for its default.
type ServerConfig struct {
	MaxQueue     int           // bytes that may wait to be written; DefaultMaxQueue
	WriteTimeout time.Duration // how long one write may take; DefaultWriteTimeout
	Log          *slog.Logger  // no logging
}

// Reasons for which a ServerConn ends.
var (
	// ErrOverflow is that of a connection whose peer reads its responses too
	// slowly.
	ErrOverflow = errors.New("the peer does not read its responses")
	// ErrFinished is that of a connection that Finish has ended.
	ErrFinished = errors.New("the server has finished with the connection")
)

// ServerConn is the server's end of one connection. Its methods may be called
// from any goroutine, and none but Serve and Finish ever waits for the peer.
//
// What is queued goes out in one write at the end of a burst of requests, and at
// every Wake. While more than half of MaxQueue is queued, no further request is
// read.
type ServerConn struct {
	nc    net.Conn
	log   *slog.Logger
	queue outQueue
	wake  chan struct{} // holds one call for the writer
	done  chan struct{} // closed by Close
	ended chan struct{} // closed when Serve has returned

	close     sync.Once
	finishing atomic.Bool

	mu       sync.Mutex // guards all below
	serving  bool
	current  Key  // of the request being handled
	answered bool // whether it has its response
}

// NewServerConn returns the server's end of nc, which it will close. Serve makes
// it work.
func NewServerConn(nc net.Conn, cfg ServerConfig) *ServerConn {
	if cfg.MaxQueue <= 0 {
		cfg.MaxQueue = DefaultMaxQueue
	}
	if cfg.WriteTimeout <= 0 {
		cfg.WriteTimeout = DefaultWriteTimeout
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	c := &ServerConn{
		nc:    nc,
		log:   cfg.Log,
		wake:  make(chan struct{}, 1),
		done:  make(chan struct{}),
		ended: make(chan struct{}),
	}
	c.queue.init(nc, cfg.MaxQueue, cfg.WriteTimeout)
	return c
}

// RemoteAddr returns the peer's address.
func (c *ServerConn) RemoteAddr() net.Addr { return c.nc.RemoteAddr() }

// Serve reads requests and hands each to handle, one after another, until the
// connection ends; it then returns the reason, nil if the peer closed between
// two frames. It is called once. The connection is closed when it returns, and
// no goroutine of it is left.
//
// What is no valid request is answered so without handle. If handle panics, the
// request is answered Internal, unless it has been answered, and Serve goes on.
// The Request is valid only during handle; its Key, User and Action may be kept.
func (c *ServerConn) Serve(handle func(*Request)) error {
	c.mu.Lock()
	c.serving = true
	c.mu.Unlock()
	defer close(c.ended)
	var writer sync.WaitGroup
	writer.Go(c.write)
	c.Close(c.read(handle))
	writer.Wait()
	err := c.queue.reason()
	if errors.Is(err, io.EOF) {
		err = nil
	}
	c.logEnd(err)
	return err
}

func (c *ServerConn) logEnd(err error) {
	level, reason := slog.LevelDebug, "the peer closed it"
	if err != nil {
		reason = err.Error()
	}
	if frame := (*FrameError)(nil); errors.As(err, &frame) || errors.Is(err, ErrOverflow) {
		level = slog.LevelWarn
	}
	c.log.Log(context.Background(), level, "connection ended", "remote", c.remote(), "reason", reason)
}

func (c *ServerConn) remote() string {
	if a := c.nc.RemoteAddr(); a != nil {
		return a.String()
	}
	return ""
}

// write is the writer goroutine.
func (c *ServerConn) write() {
	for {
		select {
		case <-c.done:
			return
		case <-c.wake:
			if err := c.queue.flush(); err != nil {
				c.Close(err)
			}
		}
	}
}

// read is the loop of Serve; it returns why it ended.
func (c *ServerConn) read(handle func(*Request)) error {
	frames := NewFrameReader(c.nc, MaxFirstFrame)
	var decoder requestDecoder
	var request Request // the one place for all of them
	for {
		if !frames.Buffered() {
			if err := c.queue.flush(); err != nil {
				return err
			}
		}
		payload, err := frames.Next()
		if err != nil {
			// What was asked before the end is still answered, as far as it has
			// been; that nobody takes it any more says nothing new.
			_ = c.queue.flush()
			return err
		}
		frames.SetMax(MaxFrameIn)
		if c.finishing.Load() {
			continue // it would get no response
		}
		c.dispatch(&decoder, payload, &request, handle)
		if err := c.queue.waitRoom(); err != nil {
			return err
		}
	}
}

// dispatch decodes one request and has it handled.
func (c *ServerConn) dispatch(decoder *requestDecoder, payload []byte, r *Request, handle func(*Request)) {
	var err error
	if *r, err = decoder.decode(payload); err != nil {
		var bad *InvalidError
		errors.As(err, &bad)
		c.Respond(bad.Key, Invalid, AppendFailure(nil, bad.Message))
		return
	}
	c.begin(r.Key)
	defer c.recover(r.Key)
	handle(r)
}

func (c *ServerConn) begin(key Key) {
	c.mu.Lock()
	c.current, c.answered = key, false
	c.mu.Unlock()
}

// recover answers the request whose handling panicked.
func (c *ServerConn) recover(key Key) {
	p := recover()
	if p == nil {
		return
	}
	c.log.Error("request failed", "remote", c.remote(), "key", key.String(),
		"panic", fmt.Sprint(p), "stack", string(debug.Stack()))
	c.mu.Lock()
	answered := c.answered
	c.mu.Unlock()
	if !answered {
		c.Respond(key, Internal, AppendFailure(nil, "the server failed at this request"))
	}
}

// Respond queues a response; data is a JSON object and is copied. Called from
// handle it goes out at the end of the burst, otherwise at the next Wake. If the
// queue is full the connection is closed for ErrOverflow.
func (c *ServerConn) Respond(key Key, s Status, data []byte) {
	ok := c.queue.add(c.queue.limit, func(dst []byte) []byte {
		mark := len(dst)
		return EndFrame(AppendResponse(BeginFrame(dst), key, s, data), mark)
	})
	if !ok {
		c.Close(ErrOverflow)
		return
	}
	c.mu.Lock()
	c.answered = c.answered || key == c.current
	c.mu.Unlock()
}

// QueueUpdates queues bytes that are whole frames already, and copies them. It
// reports false, having queued nothing, if they don't fit: a quarter of the queue
// is kept for responses. They go out with the next response or Wake.
func (c *ServerConn) QueueUpdates(frames []byte) bool {
	return c.queue.addBytes(c.queue.limit/4*3, frames)
}

// Wake lets the writer send what is queued. Called once a tick, it makes all
// that a tick has for the connection one write.
func (c *ServerConn) Wake() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// Close drops the connection at once, with what is queued; Serve then returns
// the reason of the first Close.
func (c *ServerConn) Close(reason error) {
	if reason == nil {
		reason = errClosed
	}
	c.queue.end(reason)
	c.close.Do(func() { close(c.done) })
	c.nc.Close() // an error means that it is closed already
}

// Finish writes what is queued, lets the peer know that nothing follows, and
// closes the connection when the peer has, or after timeout.
func (c *ServerConn) Finish(timeout time.Duration) {
	deadline := time.Now().Add(timeout)
	c.finishing.Store(true)
	c.queue.drain(deadline)
	c.mu.Lock()
	serving := c.serving
	c.mu.Unlock()
	// Closing a TCP connection with unread requests would throw away what is
	// still on its way to the peer, so its end is waited for.
	half, ok := c.nc.(interface{ CloseWrite() error })
	if ok && serving && half.CloseWrite() == nil {
		timer := time.NewTimer(time.Until(deadline))
		defer timer.Stop()
		select {
		case <-c.ended:
		case <-timer.C:
		}
	}
	c.Close(ErrFinished)
}
