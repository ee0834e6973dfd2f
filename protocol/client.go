package protocol

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// maxOutstanding is how many requests of one Client may be without an answer
// at a time.
const maxOutstanding = 256

// Errors that end a request without a response.
var (
	ErrTimeout = errors.New("the server did not answer in time")
	ErrCrowded = errors.New("too many requests are without an answer")
	ErrClosed  = errors.New("the connection is closed")
	// ErrUnknownWord is for actions that an original server would hang up on.
	ErrUnknownWord = errors.New("the server is too old for this action")
)

// RefusedError is how Run ends when client and server share no version.
type RefusedError struct {
	Message string // the server's sentence for a person
}

// Error implements error.
func (e *RefusedError) Error() string { return "refused by the server: " + e.Message }

// ClientConfig says how a Client works. Dial and User must be set; a zero
// duration stands for its default.
//
// The functions are called from Run's goroutine, one at a time. They may call
// Client.Go, and must neither block nor call Client.Do.
type ClientConfig struct {
	Dial     func(ctx context.Context) (net.Conn, error) // must return when ctx ends
	User     string                                      // the name in every request
	Language string                                      // in which the server is asked to tell, see Watch

	OnUpdate func(Update)    // what the server told; views come without gaps
	OnMap    func(MapResult) // the map on coming to an original server
	OnLink   func(Link)      // each time that something in it is new; of a new connection before calls are sent on it

	Resend     time.Duration // to the first repetition of an unanswered request; then twice that, and so on; 2 s
	Deadline   time.Duration // from Go or Do to ErrTimeout; 30 s
	MaxBackoff time.Duration // the longest pause between two tries to connect; 10 s
	PingEvery  time.Duration // between two measurements of the round trip; 2 s
	Log        *slog.Logger  // nothing is logged if nil
}

func (cfg ClientConfig) withDefaults() ClientConfig {
	set := func(d *time.Duration, otherwise time.Duration) {
		if *d <= 0 {
			*d = otherwise
		}
	}
	set(&cfg.Resend, 2*time.Second)
	set(&cfg.Deadline, 30*time.Second)
	set(&cfg.MaxBackoff, 10*time.Second)
	set(&cfg.PingEvery, 2*time.Second)
	if cfg.OnUpdate == nil {
		cfg.OnUpdate = func(Update) {}
	}
	if cfg.OnMap == nil {
		cfg.OnMap = func(MapResult) {}
	}
	if cfg.OnLink == nil {
		cfg.OnLink = func(Link) {}
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	return cfg
}

// Client is the client's end of the wire. It keeps one connection to a server,
// renews it when it is lost, and carries requests over it until each is
// answered or out of time: a request is repeated under the same key, also on
// later connections, so the server performs it once.
//
// All methods are safe for concurrent use.
type Client struct {
	cfg   ClientConfig
	epoch uint64
	wake  chan struct{} // holds one token when the loop has to look at what follows

	hurry atomic.Bool // the next try to connect is to be made now

	mu          sync.Mutex // guards the following fields
	running     bool       // Run was called
	ended       error      // why Run has ended, nil before
	counter     uint64     // of the newest key
	outstanding int        // calls that aren't done
	inbox       []*Call    // calls that the loop hasn't taken yet
	language    string     // in which the server is asked to tell
}

// NewClient returns a Client that connects once Run is called.
func NewClient(cfg ClientConfig) *Client {
	return &Client{
		cfg:   cfg.withDefaults(),
		epoch: rand.Uint64(),
		wake:  make(chan struct{}, 1),

		language: cfg.Language,
	}
}

// Speak asks the server to tell everything in that language from now on.
func (c *Client) Speak(language string) {
	c.mu.Lock()
	c.language = language
	c.mu.Unlock()
	c.nudge()
}

func (c *Client) spoken() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.language
}

// Run connects and stays connected until ctx ends, which it then reports, or
// until the server turns out to speak no version in common, which is a
// *RefusedError. All goroutines have ended when it returns, and all requests
// have been answered with an error. A Client runs once.
func (c *Client) Run(ctx context.Context) error {
	c.mu.Lock()
	again := c.running
	c.running = true
	c.mu.Unlock()
	if again {
		return errors.New("protocol: a Client runs only once")
	}
	return newClientLoop(c).run(ctx)
}

// Do asks the server to perform a and waits for the response, which may have
// any Status. The error is ErrTimeout when none came by the deadline,
// ErrCrowded, ErrClosed or a *RefusedError when none can come, what
// a.Validate says, or why ctx has ended; then the request is not repeated any
// more, yet it may have been performed.
func (c *Client) Do(ctx context.Context, a Action) (Response, error) {
	type answer struct {
		response Response
		err      error
	}
	answers := make(chan answer, 1)
	call := c.Go(a, func(r Response, err error) { answers <- answer{r, err} })
	select {
	case got := <-answers:
		return got.response, got.err
	case <-ctx.Done():
		call.Cancel()
		return Response{}, context.Cause(ctx)
	}
}

// Go is Do without the wait. done, if it isn't nil, is called once, with what
// Do would return: from Run's goroutine, under the same rules as the functions
// of ClientConfig, or by Go itself when the request can't be taken.
func (c *Client) Go(a Action, done func(Response, error)) *Call {
	call := &Call{client: c, action: a, done: done, born: time.Now()}
	if err := c.take(call); err != nil {
		call.finish(Response{}, err)
		return call
	}
	c.nudge()
	return call
}

// take puts the call into the inbox, under a key of its own.
func (c *Client) take(call *Call) (err error) {
	call.key = c.nextKey()
	if call.frame, err = c.encode(call.key, call.action); err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.ended != nil:
		return c.ended
	case c.outstanding == maxOutstanding:
		return ErrCrowded
	}
	c.outstanding++
	c.inbox = append(c.inbox, call)
	return nil
}

// encode returns the framed request.
func (c *Client) encode(key Key, a Action) ([]byte, error) {
	if a == nil {
		return nil, errors.New("no action")
	}
	if err := a.Validate(); err != nil {
		return nil, fmt.Errorf("%s: %w", a.Name(), err)
	}
	payload, err := AppendRequest(nil, &Request{Key: key, User: c.cfg.User, Action: a})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.Name(), err)
	}
	if len(payload) > MaxFrameIn {
		return nil, fmt.Errorf("%s: more than %d bytes", a.Name(), MaxFrameIn)
	}
	return AppendFrame(nil, payload), nil
}

// nextKey returns a key that was not used before.
func (c *Client) nextKey() Key {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.counter++
	return EpochKey(c.epoch, c.counter)
}

// Retry makes the next try to connect now, if there is none to wait for.
func (c *Client) Retry() {
	c.hurry.Store(true)
	c.nudge()
}

// nudge makes the loop look at inbox and cancelled calls.
func (c *Client) nudge() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}
