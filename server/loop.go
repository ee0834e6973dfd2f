package server

import (
	"runtime"
	"sync"
	"time"

	"laneya/rules"
)

// loop owns the world and everything that only a tick may touch. Its methods
// run on the loop goroutine.
type loop struct {
	server   *Server
	world    *rules.World
	sessions []*session // in the order they came
	orders   []order    // reused from tick to tick
	speaker  speaker
	nextTick time.Time // before then, no time passes
	// behind says that a connection had no room for its updates and must be
	// told anew.
	behind   bool
	saver    *saver
	lastSave time.Time
	unsaved  bool
	pruned   time.Time // when idle accounts were last looked for
	counts   uint64    // how often the players were counted
	// perLevel runs the levels of one step, on all cores if there are several.
	perLevel rules.Runner
	// log is told of each command that was performed, and of each step with nil.
	// There need not be one.
	log func(*rules.Command)
}

// turn is the permission to look at and change the world. It is valid only
// until the tick that it was made for ends.
type turn struct {
	*loop
	now     time.Time
	touched []*session // have an answer waiting to be sent
}

// run takes turns until the server stops. While time passes in the world, the
// turns come at a steady beat of one a tick. While it doesn't, the loop sleeps
// until something is asked for, and answers that soon.
func (l *loop) run() {
	timer := time.NewTimer(0)
	defer timer.Stop()
	due := l.server.now()
	wake := l.server.inbox.wake
	for {
		select {
		case <-l.server.stopped:
			l.takeTurn(l.server.now())
			return
		case <-timer.C:
		case <-wake:
			if wait := due.Sub(l.server.now()); wait > 0 {
				timer.Reset(wait)
				continue
			}
		}
		now := l.server.now()
		l.takeTurn(now)
		if l.world.Busy() {
			// All that comes until then waits for the next tick.
			wake, due = nil, l.nextTick
		} else {
			wake, due = l.server.inbox.wake, now.Add(idleTurn)
		}
		timer.Reset(l.pause(due, l.server.now()))
	}
}

// pause returns how long the loop may sleep after a turn if nothing is asked
// for.
func (l *loop) pause(due, now time.Time) time.Duration {
	switch {
	case l.world.Busy(), l.behind:
		return due.Sub(now)
	case l.unsaved:
		return max(l.lastSave.Add(l.server.cfg.SaveEvery).Sub(now), due.Sub(now))
	default:
		return idleAccount
	}
}

// takeTurn performs what was asked for since the last turn, lets time pass if a
// tick is due, and tells everybody what came of it.
func (l *loop) takeTurn(now time.Time) {
	t := &turn{loop: l, now: now}
	l.orders = l.server.inbox.take(l.orders)
	for i := range l.orders {
		t.carryOut(&l.orders[i])
	}
	ticked := l.tick(now)
	changed := ticked || len(l.orders) > 0
	l.unsaved = l.unsaved || changed
	if changed || l.behind {
		t.speaker.late = ticked
		t.broadcast()
		t.world.Forget()
		t.count()
	}
	for _, ss := range t.touched {
		ss.conn.Wake()
	}
	t.save()
	if now.Sub(l.pruned) > idleAccount/4 {
		l.pruned = now
		l.server.accounts.prune(now.Add(-idleAccount))
	}
}

// tick lets time pass in the world if it is time to, and reports whether it
// was.
func (l *loop) tick(now time.Time) bool {
	if now.Before(l.nextTick) || !l.world.Busy() {
		return false
	}
	l.step()
	// Stay in step with the clock, unless the world stood still meanwhile or
	// the machine can't keep up.
	if l.nextTick = l.nextTick.Add(tickLength); !l.nextTick.After(now) {
		l.nextTick = now.Add(tickLength)
	}
	return true
}

// step lets a tick pass, and notes it in the log.
func (l *loop) step() {
	l.world.Step(l.perLevel)
	if l.log != nil {
		l.log(nil)
	}
}

// command performs a command, and notes it in the log if it was not refused.
func (t *turn) command(c rules.Command) error {
	err := t.world.Perform(c)
	if err == nil && t.log != nil {
		t.log(&c)
	}
	return err
}

// carryOut does one order.
func (t *turn) carryOut(o *order) {
	switch o.kind {
	case orderRequest:
		t.settle(o)
	case orderAttach:
		if len(o.session.attached) == 0 {
			t.sessions = append(t.sessions, o.session)
		}
		o.session.attached = append(o.session.attached, o.user)
	case orderDetach:
		t.detach(o.session)
	case orderCommand:
		// The hero may have left since the command was noted; then there is
		// nothing to do and nobody to tell.
		if t.world.Check(o.command) == nil {
			if err := t.command(o.command); err != nil {
				t.server.cfg.Log.Error("command failed", "user", o.command.User, "error", err)
			}
		}
	}
}

// touch notes that the session has something to send at the end of the tick.
func (t *turn) touch(ss *session) {
	t.touched = append(t.touched, ss)
}

// left forgets what was published for a user whose hero left the world.
func (t *turn) left(acc *account) {
	acc.present.Store(false)
	acc.floor.Store(nil)
	acc.parked = nil
	for _, ss := range t.sessions {
		for _, m := range ss.attached {
			if m.account == acc {
				m.stream.fresh = true
			}
		}
	}
	t.server.cfg.Log.Info("hero left", "user", acc.name)
}

// detach forgets a session that has ended, and keeps its view stream for the
// user's next one.
func (t *turn) detach(ss *session) {
	for i, other := range t.sessions {
		if other == ss {
			t.sessions = append(t.sessions[:i], t.sessions[i+1:]...)
			break
		}
	}
	if m := ss.watching; m != nil && m.account.present.Load() {
		parked := m.stream
		m.account.parked = &parked
	}
	ss.attached, ss.watching = nil, nil
}

// parallel is a rules.Runner that uses all cores.
func parallel(n int, do func(i int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if workers < 2 {
		for i := range n {
			do(i)
		}
		return
	}
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				do(i)
			}
		})
	}
	wg.Wait()
}
