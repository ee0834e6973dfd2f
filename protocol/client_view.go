package protocol

// clientView follows the sequence of view updates.
type clientView struct {
	seq    uint64 // of the last one passed on; 0 before the first
	synced bool   // nothing was missed since the last snapshot of this connection
}

// receive goes on with what the connection's reader has handed over.
func (l *clientLoop) receive(m incoming) {
	if m.err != nil {
		l.lost("The connection was lost.", m.err)
		return
	}
	if m.update != nil {
		l.updated(m.update)
	} else {
		l.responded(m.response)
	}
	if l.conn != nil {
		l.conn.waiting = l.waitingNow()
	}
}

func (l *clientLoop) responded(r Response) {
	switch {
	case r.Key.IsZero():
		l.farewell = r.Message()
		l.cfg.Log.Warn("the server complains", "message", l.farewell)
	case r.Key == l.conn.ask.key:
		if !l.conn.ask.answered {
			l.asked(r)
		}
	case r.Key == l.conn.pingKey:
		l.conn.pingKey = Key{}
		l.measured(l.now.Sub(l.conn.pinged))
	default:
		if !l.answer(r) {
			l.cfg.Log.Debug("late response", "key", r.Key)
		}
	}
}

// updated passes on an update if it fits what was asked for and follows what
// was passed on before.
func (l *clientLoop) updated(u Update) {
	original := l.conn.original
	switch u := u.(type) {
	case Position:
		if original {
			l.cfg.OnUpdate(u)
		}
	case Snapshot:
		if !original {
			l.view = clientView{u.Seq, true}
			l.cfg.OnUpdate(u)
		}
	case View:
		if !original {
			l.viewed(u)
		}
	case Goodbye:
		l.farewell = u.Reason
		l.cfg.OnUpdate(u)
	}
}

// viewed passes on a View that follows the last one. After a gap, views are of
// no use until the server has been asked for a snapshot and has sent it.
func (l *clientLoop) viewed(u View) {
	switch {
	case l.view.seq > 0 && u.Seq == l.view.seq+1:
		l.view = clientView{u.Seq, true}
		l.cfg.OnUpdate(u)
	case l.view.synced:
		l.cfg.Log.Info("view updates are missing", "after", l.view.seq, "came", u.Seq)
		l.view.synced = false
		if l.conn.ask.answered {
			l.askAnew()
		}
	}
}
