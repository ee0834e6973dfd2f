package client

import (
	"context"
	"log/slog"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"laneya/geom"
	"laneya/lang"
	"laneya/protocol"
)

// chartPause is the least time between two requests for the map of an original
// server.
const chartPause = time.Second

// Config says whom a Session plays, and where. Dial and User must be set.
type Config struct {
	Dial func(context.Context) (net.Conn, error) // must return when its context ends
	User string
	Log  *slog.Logger // nothing is logged if nil
	// Cache keeps the server's tables; nil asks for them each time.
	Cache Cache
	// Language is the tag of the language in which the server is asked to tell.
	Language string
}

// Session plays one hero on one server. It stays connected as well as it can,
// in goroutines of its own, until it is closed. All methods are safe for
// concurrent use, and none but Leave and Close waits for anything.
type Session struct {
	user   string
	net    *protocol.Client
	feed   *feed
	wishes *wishes
	chart  chan struct{} // holds one token when the map is out of date
	lookup chan struct{} // holds one token when the server's tables are to be asked for
	cache  Cache
	tongue atomic.Pointer[string] // the language's tag, as servers are told it
	cancel context.CancelFunc
	group  sync.WaitGroup // all of the Session's goroutines

	// Owned by the client's goroutine.
	phase protocol.Phase
	again bool // was online before
}

// Start begins to connect. The Session must be closed in the end.
func Start(cfg Config) *Session {
	ctx, cancel := context.WithCancel(context.Background())
	s := &Session{user: cfg.User, feed: newFeed(), cancel: cancel, chart: make(chan struct{}, 1),
		lookup: make(chan struct{}, 1), cache: cfg.Cache}
	tongue := tongueOf(cfg.Language)
	s.tongue.Store(&tongue)
	s.net = protocol.NewClient(protocol.ClientConfig{
		Dial: cfg.Dial, User: cfg.User, Log: cfg.Log, Language: tongue,
		OnLink:   s.onLink,
		OnUpdate: s.onUpdate,
		OnMap:    s.onMap,
	})
	s.wishes = newWishes(s.net)
	s.group.Go(func() {
		// The link says why it ended.
		_ = s.net.Run(ctx)
	})
	s.group.Go(func() { s.feed.run(ctx) })
	s.group.Go(func() { s.wishes.run(ctx) })
	s.group.Go(func() { s.keepCharted(ctx) })
	s.group.Go(func() { s.keepInformed(ctx) })
	return s
}

// Changes returns the channel of what is learnt, for one receiver that applies
// each to its State, in order. It is closed when the Session is. A receiver that
// doesn't keep up holds up nobody: it gets what it missed in one piece.
func (s *Session) Changes() <-chan Change { return s.feed.out }

// Walk sets the wish to walk that way, or to stand still. Only the newest wish
// counts; the server is told of it if it isn't the one before. After a lost
// connection, on which heroes stop, a wish to walk is told again.
func (s *Session) Walk(d geom.Dir) { s.wishes.walk(d) }

// Want sets the wish to do what the action says, which must be an intent other
// than Move. Like a wish to walk it replaces the one before.
func (s *Session) Want(intent protocol.Action) { s.wishes.want(intent) }

// Refusals returns the channel of wishes that the server refused, for one receiver.
// One that doesn't keep up misses some.
func (s *Session) Refusals() <-chan *Reply { return s.wishes.refused }

// Do asks the server for something that is no intent: a thing or a question.
// The answer comes through the Reply.
func (s *Session) Do(a protocol.Action) *Reply {
	r := &Reply{Action: a, done: make(chan struct{})}
	s.net.Go(a, func(resp protocol.Response, err error) {
		r.response, r.err = resp, err
		close(r.done)
	})
	return r
}

// Speak asks the server to tell everything in the language with that tag from now on.
// The names and texts that are known come anew.
func (s *Session) Speak(language string) {
	tongue := tongueOf(language)
	if *s.tongue.Swap(&tongue) == tongue {
		return
	}
	s.net.Speak(tongue)
	s.look()
}

// tongueOf returns what servers are told of a language: nothing of English, which
// they speak to who says nothing.
func tongueOf(language string) string {
	if language == (*lang.Language)(nil).Tag() {
		return ""
	}
	return language
}

// look has the server's tables asked for.
func (s *Session) look() {
	select {
	case s.lookup <- struct{}{}:
	default:
	}
}

// Retry makes the next try to connect now, while there is no connection.
func (s *Session) Retry() { s.net.Retry() }

// Wish returns what Walk set last, Stop at first.
func (s *Session) Wish() geom.Dir { return s.wishes.direction() }

// Leave takes the hero out of the world and closes the Session. The error says
// why the server may not have done so: it refused, or didn't answer before ctx
// ended; the Session is closed all the same.
func (s *Session) Leave(ctx context.Context) error {
	defer s.Close()
	return s.wishes.leave(ctx)
}

// Close ends the Session and waits for its goroutines. The hero stays in the
// world. Closing again does nothing.
func (s *Session) Close() {
	s.cancel()
	s.group.Wait()
}

func (s *Session) onLink(l protocol.Link) {
	if l.Phase == protocol.Online && s.phase != protocol.Online {
		if !l.Original {
			s.look()
		}
		if s.again {
			s.wishes.repeat()
		}
		s.again = true
	}
	s.phase = l.Phase
	s.feed.put(Change{Link: &l})
}

func (s *Session) onUpdate(u protocol.Update) {
	s.feed.put(Change{Update: u})
	if _, ok := u.(protocol.Position); ok && s.feed.heroOffFloor() {
		select {
		case s.chart <- struct{}{}:
		default:
		}
	}
}

func (s *Session) onMap(m protocol.MapResult) {
	s.feed.put(Change{Plan: &Plan{Hero: heroPrefix + s.user, FloorLayer: m.FloorLayer}})
}

// keepCharted asks an original server for its map anew when the hero has gone
// where the last one has no floor.
func (s *Session) keepCharted(ctx context.Context) {
	for {
		select {
		case <-s.chart:
		case <-ctx.Done():
			return
		}
		r, err := s.net.Do(ctx, protocol.GetMap{MapID: []byte("0")})
		var m protocol.MapResult
		if err == nil && r.Status == protocol.Success && protocol.DecodeResult(r.Data, &m) == nil {
			s.onMap(m)
		}
		select {
		case <-time.After(chartPause):
		case <-ctx.Done():
			return
		}
	}
}
