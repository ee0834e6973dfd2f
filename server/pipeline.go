package server

import (
	"errors"
	"fmt"
	"runtime/debug"
	"strconv"

	"laneya/lang"
	"laneya/protocol"
	"laneya/rules"
	"laneya/rules/content"
)

// This file is the five steps of a request. An action that only sets an
// intent, or asks for what is already published, takes them on its
// connection's goroutine (handle); any other takes the middle ones in the next
// tick (settle). What an action does in them stands in its handler.
//
//	1. valid?     protocol.DecodeRequest answers what isn't; then the key
//	2. legal?     handler.legal
//	3. perform    handler.now, handler.perform
//	4. broadcast  turn.broadcast, once a tick, from what each user may know
//	5. respond    session.respond

// emptyData is the result of an action that has none.
var emptyData = []byte("{}")

func success(data []byte) protocol.Answer {
	return protocol.Answer{Status: protocol.Success, Data: data}
}

func failure(s protocol.Status, message string) protocol.Answer {
	return protocol.Answer{Status: s, Data: protocol.AppendFailure(nil, message)}
}

// refused is the answer to what is not allowed, for a reason that the content has
// a sentence for; the message is the English one.
func refused(say *lang.Language, reason, message string) protocol.Answer {
	d := denial{reason, message}
	f := protocol.Failure{Message: d.in(say), Reason: reason}
	return protocol.Answer{Status: protocol.Illegal, Data: protocol.AppendRefusal(nil, &f)}
}

// handle takes a decoded request through its steps, or as far as it goes
// without a tick. It runs on the session's reader goroutine.
func (ss *session) handle(r *protocol.Request) {
	if _, ok := r.Action.(protocol.About); ok {
		ss.respond(r.Key, ss.server.about())
		return
	}
	m := ss.member(r.User)
	if m == nil {
		ss.respond(r.Key, refused(nil, "too_many_users", fmt.Sprintf("One connection can speak for %d users at most.", maxUsers)))
		return
	}
	// 1. Valid: the key must not have named another request.
	l := m.ledgerOf(r.Key)
	verdict, remembered := l.ask(ss, r, ss.server.now())
	switch verdict {
	case protocol.Fresh:
	case protocol.Answered:
		ss.respond(r.Key, remembered)
		return
	case protocol.Pending:
		return // the answer goes out when the tick has it
	default:
		ss.respond(r.Key, refuseKey(m.language(), verdict))
		return
	}
	// 2. and 3. Legal, and perform, where that needs no tick.
	c := call{member: m, key: r.Key}
	if a, ok := ss.tryNow(c, r.Action); ok {
		ss.answer(l, r, a)
		return
	}
	if !ss.reserve(r.Action) {
		ss.answer(l, r, failure(protocol.Internal, "The server is stopping."))
		return
	}
	// The wait for a place may have brought about what makes a tick needless.
	if a, ok := ss.tryNow(c, r.Action); ok {
		ss.release(r.Action)
		ss.answer(l, r, a)
		return
	}
	kept := *r
	ss.server.inbox.add(order{kind: orderRequest, session: ss, user: m, request: &kept})
}

// reserve waits until one more request of the connection may wait for a tick;
// false means that no further tick comes.
func (ss *session) reserve(a protocol.Action) bool {
	if longAnswer(a) && !ss.take(ss.bulk) {
		return false
	}
	if isDear(a) && !ss.take(ss.dear) {
		return false
	}
	return ss.take(ss.slots)
}

// take puts a token into places when there is room; false means that no further
// tick comes.
func (ss *session) take(places chan struct{}) bool {
	select {
	case places <- struct{}{}:
		return true
	case <-ss.server.stopped:
		return false
	}
}

// release gives back what reserve took.
func (ss *session) release(a protocol.Action) {
	<-ss.slots
	if isDear(a) {
		<-ss.dear
	}
	if longAnswer(a) {
		<-ss.bulk
	}
}

// tryNow lets the action's handler do without a tick if it can.
func (ss *session) tryNow(c call, action protocol.Action) (a protocol.Answer, ok bool) {
	defer func() {
		if p := recover(); p != nil {
			a, ok = ss.server.fault(c.member, action, p), true
		}
	}()
	return handlerOf(action).now(ss.server, c, action)
}

// fault is the answer to an action that panicked.
func (s *Server) fault(m *member, action protocol.Action, p any) protocol.Answer {
	s.cfg.Log.Error("action failed", "action", action.Name(), "user", m.account.name, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
	return failedInside(m.language())
}

// answer is step 5: it remembers the answer and sends it, also to where the
// same request was repeated meanwhile. The long answers to the questions of the
// caves are not remembered: sent again, such a question is asked again.
func (ss *session) answer(l *ledger, r *protocol.Request, a protocol.Answer) {
	k, again := r.Key, []*session(nil)
	if e, _ := protocol.Lookup(r.Action.Name()); e.Long && !e.Original {
		again = l.drop(k)
	} else {
		again = l.put(k, a)
	}
	ss.respond(k, a)
	for _, other := range again {
		other.respond(k, a)
		other.conn.Wake()
	}
}

// ledgerOf returns where the answers to requests with such a key are
// remembered.
func (m *member) ledgerOf(k protocol.Key) *ledger {
	if _, ok := k.Int(); ok {
		return &m.ledger
	}
	return &m.account.ledger
}

var superseded = failure(protocol.Illegal, errSuperseded.Error())

// failedInside is the answer to what went wrong in the server.
func failedInside(say *lang.Language) protocol.Answer {
	return failure(protocol.Internal, say.Text("The server could not do that because of a fault of its own."))
}

// errSuperseded refuses an intent that was overtaken by a newer one.
var errSuperseded = &denial{"superseded", "A newer wish has taken the place of this one."}

// denial is the error of an action that the server itself does not allow now.
type denial struct{ reason, message string }

func (d *denial) Error() string { return d.message }

// in returns the denial in a language other than English by the content's sentence.
func (d *denial) in(say *lang.Language) string {
	if say == nil {
		return d.message
	}
	return content.Sentence(say, d.reason, content.Words{})
}

// refusalOf returns the answer to an action that the rules refuse. What original
// clients ask for is refused in words alone.
func refusalOf(action protocol.Action, r *rules.Refusal, say *lang.Language) protocol.Answer {
	if e, _ := protocol.Lookup(action.Name()); e.Original {
		return failure(protocol.Illegal, r.In(say))
	}
	f := protocol.Failure{Message: r.In(say), Reason: r.Code}
	name := func(param, text string) {
		if text == "" {
			return
		}
		if f.Params == nil {
			f.Params = make(map[string]string)
		}
		f.Params[param] = text
	}
	p := &r.Params
	name("actor", p.Actor)
	name("target", p.Target)
	name("item", p.Item)
	name("status", p.Status)
	name("user", p.User)
	name("text", p.Text)
	name("kind", p.Kind)
	if p.N != 0 {
		name("n", strconv.Itoa(p.N))
	}
	if r.Placed {
		f.At = &protocol.Place{X: r.At.X, Y: r.At.Y}
	}
	return protocol.Answer{Status: protocol.Illegal, Data: protocol.AppendRefusal(nil, &f)}
}

func refuseKey(say *lang.Language, v protocol.Verdict) protocol.Answer {
	switch v {
	case protocol.Mismatch:
		return failure(protocol.Invalid, "This key was already used for another request.")
	case protocol.Forgotten:
		return failure(protocol.Invalid, "This key is older than those the server remembers.")
	default:
		return refused(say, "too_many_programs", "Too many programs are asking for this user at once; try again in two minutes.")
	}
}

// settle takes a request through the steps that belong to the tick.
func (t *turn) settle(o *order) {
	c := call{member: o.user, key: o.request.Key, newest: o.newest}
	a := t.try(&c, o.request.Action)
	l := o.user.ledgerOf(o.request.Key)
	o.session.answer(l, o.request, a)
	t.touch(o.session)
	o.session.release(o.request.Action)
}

// try takes one action, of a request or of a batch, through steps 2 and 3.
func (t *turn) try(c *call, action protocol.Action) (a protocol.Answer) {
	defer func() {
		if p := recover(); p != nil {
			a = t.server.fault(c.member, action, p)
		}
	}()
	h := handlerOf(action)
	if err := h.legal(t, c, action); err != nil {
		return t.refuse(c, action, err)
	}
	t.listen(c, action)
	if err := t.appear(c, h); err != nil {
		return t.refuse(c, action, err)
	}
	data, err := h.perform(t, c, action)
	if err != nil {
		return t.refuse(c, action, err)
	}
	return success(data)
}

// appear brings a user into the world with her first request.
func (t *turn) appear(c *call, h handler) error {
	if !h.needsHero() || t.world.HasHero(c.name()) {
		return nil
	}
	t.world.Speak(c.name(), c.member.account.say.Load())
	if err := t.command(rules.Command{User: c.name(), Verb: rules.Join}); err != nil {
		t.world.Speak(c.name(), nil)
		return err
	}
	c.member.account.present.Store(true)
	t.server.cfg.Log.Info("hero appeared", "user", c.name())
	return nil
}

// refuse turns an error of a handler into an answer: the rules' own refusals
// are illegal, anything else is a fault of the server.
func (t *turn) refuse(c *call, action protocol.Action, err error) protocol.Answer {
	say := c.member.language()
	var denied *denial
	if errors.As(err, &denied) {
		if e, _ := protocol.Lookup(action.Name()); e.Original {
			return failure(protocol.Illegal, denied.in(say))
		}
		return protocol.Answer{Status: protocol.Illegal, Data: protocol.AppendRefusal(nil, &protocol.Failure{Message: denied.in(say), Reason: denied.reason})}
	}
	var refusal *rules.Refusal
	if errors.As(err, &refusal) {
		return refusalOf(action, refusal, say)
	}
	t.server.cfg.Log.Error("action failed", "action", action.Name(), "user", c.name(), "error", err)
	return failedInside(say)
}
