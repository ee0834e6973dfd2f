package server

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"laneya/protocol"
	"laneya/rules"
)

// Table runs a world by hand, for bots and tests: no goroutine, no socket, no
// clock. What users do and are told takes the same way as on a Server, through the
// same handlers, the same views and the bytes of the protocol, and the same calls
// give the same results each time. It is not safe for concurrent use.
type Table struct {
	server *Server
	loop   *loop
	seats  map[string]*seat
	order  []*seat // as they came
	told   bool    // nothing was done since everybody was told
	buf    []byte
}

// seat is a user at a table.
type seat struct {
	member  *member
	count   uint64 // requests so far
	away    bool
	updates []protocol.Update
}

// maxKept bounds the updates that wait for a user of a Table. One who lets more
// come is told everything anew.
const maxKept = 1000

// NewTable makes a Table with a new world in memory. Of cfg, what decides the
// rules counts; World must be "", and a Seed of 0 is 1.
func NewTable(cfg Config) (*Table, error) {
	cfg = cfg.withDefaults()
	if cfg.World != "" {
		return nil, errors.New("a table keeps its world in memory")
	}
	options, err := cfg.options()
	if err != nil {
		return nil, err
	}
	options.Seed = max(options.Seed, 1)
	s := &Server{cfg: cfg, inbox: newInbox(), now: func() time.Time { return time.Time{} }}
	s.loop = &loop{server: s, world: rules.NewWorld(options)}
	if err := s.publish(0); err != nil {
		return nil, err
	}
	return &Table{server: s, loop: s.loop, seats: make(map[string]*seat), told: true}, nil
}

// World returns the world, to be looked at. Who changes it but by Do and Step
// breaks the log.
func (tb *Table) World() *rules.World { return tb.loop.world }

// Log has note called with each command that the world performs from now on, and
// with nil for each step, which is all that a replay needs besides the options.
// The command is only good until note returns.
func (tb *Table) Log(note func(*rules.Command)) { tb.loop.log = note }

// Do takes the user's action through the steps of a request and returns its
// answer. With her first one, or the first after Away, the user's hero appears or
// wakes. Any valid or invalid action may be given.
func (tb *Table) Do(user string, a protocol.Action) protocol.Answer {
	st := tb.seat(user)
	st.count++
	var err error
	tb.buf, err = protocol.AppendRequest(tb.buf[:0], &protocol.Request{Key: protocol.EpochKey(1, st.count), User: user, Action: a})
	if err != nil {
		return failure(protocol.Invalid, err.Error())
	}
	r, err := protocol.DecodeRequest(tb.buf)
	if err != nil {
		return failure(protocol.Invalid, err.Error())
	}
	t := &turn{loop: tb.loop}
	if wake := (rules.Command{User: user, Verb: rules.Wake}); st.away && t.world.Check(wake) == nil {
		_ = t.command(wake) // Check has just allowed it
	}
	st.away, tb.told = false, false
	return t.try(&call{member: st.member, key: r.Key, newest: true}, r.Action)
}

// Away puts the user's hero to sleep, as a lost connection does.
func (tb *Table) Away(user string) {
	st := tb.seat(user)
	t := &turn{loop: tb.loop}
	if sleep := (rules.Command{User: user, Verb: rules.Sleep}); !st.away && t.world.Check(sleep) == nil {
		_ = t.command(sleep) // Check has just allowed it
		tb.told = false
	}
	st.away, st.updates, st.member.stream.fresh = true, nil, true
}

// Busy reports whether time passes in the world.
func (tb *Table) Busy() bool { return tb.loop.world.Busy() }

// Step lets one tick pass if time passes, and reports whether it does.
func (tb *Table) Step() bool {
	if !tb.Busy() {
		return false
	}
	tb.loop.step()
	tb.tell(true)
	return true
}

// Updates returns what the user has been told since the last call, oldest first:
// a Snapshot at first, then Views. A user is told from her first Do on.
func (tb *Table) Updates(user string) []protocol.Update {
	if !tb.told {
		tb.tell(false)
	}
	st := tb.seat(user)
	updates := st.updates
	st.updates = nil
	return updates
}

func (tb *Table) seat(user string) *seat {
	st := tb.seats[user]
	if st == nil {
		ss := &session{server: tb.server}
		m := &member{account: tb.server.accounts.lookup(user), session: ss}
		m.stream = stream{watching: true, fresh: true}
		ss.attached, ss.watching = []*member{m}, m
		st = &seat{member: m}
		tb.seats[user] = st
		tb.order = append(tb.order, st)
		tb.loop.sessions = append(tb.loop.sessions, ss)
	}
	return st
}

// tell tells everybody who is there what changed.
func (tb *Table) tell(ticked bool) {
	t := &turn{loop: tb.loop}
	t.speaker.late = ticked
	t.speaker.begin(t.world.Tick())
	for _, st := range tb.order {
		if st.away {
			continue
		}
		v := t.viewOnce(st.member.account)
		if v == nil {
			continue
		}
		if len(st.updates) >= maxKept {
			st.updates, st.member.stream.fresh = nil, true
		}
		t.speaker.out = t.speaker.appendView(t.speaker.out[:0], &st.member.stream, v)
		if len(t.speaker.out) == 0 {
			continue
		}
		u, err := readUpdate(t.speaker.out)
		if err != nil {
			// What a client could not read, no test may pass over.
			tb.server.cfg.Log.Error("an update can't be read", "user", st.member.account.name, "error", err)
			st.member.stream.fresh = true
			u = protocol.Goodbye{Reason: err.Error()}
		}
		st.updates = append(st.updates, u)
	}
	tb.told = !t.speaker.held
	t.world.Forget()
}

// readUpdate reads one framed update as a client does.
func readUpdate(frame []byte) (protocol.Update, error) {
	payload, err := protocol.NewFrameReader(bytes.NewReader(frame), protocol.MaxFrameClient).Next()
	if err != nil {
		return nil, err
	}
	_, u, err := protocol.DecodeMessage(payload)
	if err == nil && u == nil {
		err = fmt.Errorf("%.80q is no update", payload)
	}
	return u, err
}
