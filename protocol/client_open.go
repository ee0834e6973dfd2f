package protocol

import (
	"cmp"
	"context"
	"errors"
	"math/rand/v2"
	"net"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

const (
	dialTimeout = 10 * time.Second
	askTimeout  = 4 * time.Second        // for the answer to the opening question, and for a snapshot
	firstPause  = 250 * time.Millisecond // the longest pause before the first try to reconnect
	settledTime = 5 * time.Second        // a connection that lived so long was no failure
)

// question is the request that a connection begins with: watch, or get_map for
// an original server. A watch may be asked again later, for a snapshot.
type question struct {
	key      Key
	frame    []byte
	language string // that a watch asks for
	began    time.Time
	sent     time.Time
	answered bool
}

type dialResult struct {
	nc  net.Conn
	err error
}

func (l *clientLoop) dial(ctx context.Context) {
	l.dialing = true
	l.link.Retry = 0
	go func() {
		ctx, cancel := context.WithTimeout(ctx, dialTimeout)
		defer cancel()
		nc, err := l.cfg.Dial(ctx)
		l.dialed <- dialResult{nc, err}
	}()
}

// connected goes on with what a dial came to.
func (l *clientLoop) connected(d dialResult) {
	l.dialing = false
	if d.err == nil && d.nc == nil {
		d.err = errors.New("no connection")
	}
	if d.err != nil {
		l.plain = false
		l.retry("The server can't be reached.", d.err)
		return
	}
	l.conn = newClientConn(d.nc, l.now, l.cfg.Log)
	l.conn.original = l.plain
	l.askAnew()
}

// askAnew puts the connection's question under a new key.
func (l *clientLoop) askAnew() {
	language := l.client.spoken()
	key, action := l.client.nextKey(), Action(Watch{MinVersion: MinVersion, MaxVersion: MaxVersion, Seen: l.view.seq, Language: language})
	if l.conn.original {
		key, action = l.nextNumber(), GetMap{MapID: jsontext.Value("0")}
	}
	frame, err := l.client.encode(key, action)
	if err != nil {
		l.refused = &RefusedError{err.Error()}
		return
	}
	l.conn.ask = question{key: key, frame: frame, language: language, began: l.now, sent: l.now}
	l.send(frame)
}

// pursue repeats the question while it is unanswered, and goes on without an
// answer when it has had its time.
func (l *clientLoop) pursue() {
	q := &l.conn.ask
	if q.answered && !l.conn.original && q.language != l.client.spoken() {
		l.askAnew()
		return
	}
	if q.answered && (l.conn.original || l.view.synced) {
		return
	}
	if !l.due(q.began.Add(askTimeout)) {
		if !q.answered && l.due(q.sent.Add(l.cfg.Resend)) && l.conn.idle() {
			q.sent = l.now
			l.send(q.frame)
		}
		l.due(q.sent.Add(l.cfg.Resend))
		return
	}
	if l.conn.ready {
		l.askAnew()
	} else {
		l.lost("The server doesn't answer.", ErrTimeout)
	}
}

// asked goes on with the answer to the connection's question.
func (l *clientLoop) asked(r Response) {
	q := &l.conn.ask
	q.answered = true
	ask := l.watching
	if l.conn.original {
		ask = l.charted
	}
	if err := ask(r); err != nil && l.refused == nil {
		l.lost(cmp.Or(r.Message(), "The server can't be understood."), err)
	}
}

// watching goes on with the answer to watch.
func (l *clientLoop) watching(r Response) error {
	var w WatchResult
	switch r.Status {
	case Success:
		if err := DecodeResult(r.Data, &w); err != nil {
			return err
		}
	case Illegal, Internal:
		l.modern = true // it knows the word
		if r.reason() == ReasonVersion {
			l.refused = &RefusedError{r.Message()}
			return l.refused
		}
		fallthrough
	default:
		return errors.New("watch failed: " + r.Message())
	}
	if w.Version < MinVersion || w.Version > MaxVersion {
		l.refused = &RefusedError{"The server has chosen a version of the protocol that this program doesn't speak."}
		return l.refused
	}
	l.modern = true
	l.online(time.Duration(w.TickMS) * time.Millisecond)
	return nil
}

// charted goes on with the answer to the get_map that an original server is
// greeted with.
func (l *clientLoop) charted(r Response) error {
	if r.Status != Success {
		return errors.New("get_map failed: " + r.Message())
	}
	var m MapResult
	if err := DecodeResult(r.Data, &m); err != nil {
		return err
	}
	l.online(0)
	l.cfg.OnMap(m)
	return nil
}

// online opens the connection to all requests.
func (l *clientLoop) online(tick time.Duration) {
	l.conn.ready = true
	l.farewell, l.tries = "", 0
	l.link = Link{Phase: Online, RTT: l.link.RTT, Original: l.conn.original, Tick: tick}
}

// lost gives up the connection. A server that has never answered watch may not
// know that word, so it is tried again without, and only then after a pause.
func (l *clientLoop) lost(message string, reason error) {
	c := l.conn
	l.conn = nil
	c.drop()
	for _, call := range l.calls {
		call.sent = time.Time{}
	}
	l.view.synced = false
	l.plain = !c.ready && !c.original && !l.modern
	if l.plain {
		l.cfg.Log.Debug("trying the original vocabulary", "reason", reason)
		l.retryAt = l.now
		return
	}
	if c.ready && l.now.Sub(c.born) >= settledTime {
		l.failures = 0
	}
	l.retry(message, reason)
}

// retry plans the next try to connect: after a pause of any length up to a
// bound that doubles each time, so that the clients of a server that was away
// don't come back all at once.
func (l *clientLoop) retry(message string, reason error) {
	bound := min(firstPause<<min(l.failures, 16), l.cfg.MaxBackoff)
	l.failures++
	pause := rand.N(bound) + 1
	l.retryAt = l.now.Add(pause)
	l.cfg.Log.Info("no connection", "reason", reason, "retry", pause)
	if l.farewell != "" {
		message = l.farewell
	}
	if l.link.Phase == Online {
		l.link.Phase = Reconnecting
	}
	l.tries++
	l.link.Retry, l.link.Message, l.link.Tries = pause, message, l.tries
}

// nextNumber returns an integer key that was not used before.
func (l *clientLoop) nextNumber() Key {
	l.numbers++
	return IntKey(l.numbers)
}

// request sends an action of the loop's own, or a call's to an original server.
func (l *clientLoop) request(key Key, a Action) error {
	frame, err := l.client.encode(key, a)
	if err != nil {
		return err
	}
	l.send(frame)
	return nil
}

// send queues the frame on the connection and notes that an answer is due.
func (l *clientLoop) send(frame []byte) {
	if l.conn.waiting.IsZero() {
		l.conn.waiting = l.now
	}
	l.conn.send(frame)
}
