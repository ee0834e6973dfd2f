package rules

import (
	"slices"

	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// The rules by which an intent stops are all here. They look at what the party
// sees, so that what endangers one stops all of those who go by themselves.

// takeStock notes which enemies are in view as an intent begins: they are known
// and don't stop it.
func (l *level) takeStock(h *hero) {
	in := &h.Intent
	in.Alert, in.Drowsy, in.Ill = in.Alert[:0], in.Drowsy[:0], h.has(content.Poisoned)
	in.Frail = h.frail()
	for _, f := range l.Foes {
		if !l.foeInView(h, f) {
			continue
		}
		if f.asleep() {
			in.Drowsy = append(in.Drowsy, f.ID)
		} else {
			in.Alert = append(in.Alert, f.ID)
		}
	}
}

// frail reports whether h has less health than the share that her player set.
func (h *hero) frail() bool { return h.Health*100 < h.Prefs.StopHealth*h.MaxHealth }

// asleep reports whether f does nothing now.
func (f *foe) asleep() bool { return f.Asleep || f.has(content.Asleep) }

// foeInView reports whether h, or somebody of its party on the level, sees that
// f is an enemy.
func (l *level) foeInView(h *hero, f *foe) bool {
	if f.Hidden || l.attitude(h, &f.Actor) != Enemy {
		return false
	}
	if l.sees(h, &f.Actor) {
		return true
	}
	if l.opts.OwnSight {
		return false
	}
	for _, o := range l.heroes {
		if o != h && o.Party == h.Party && !o.Asleep && l.sees(o, &f.Actor) {
			return true
		}
	}
	return false
}

// interrupted ends h's intent if something has come up that the hero should
// know of before going on, and tells what.
func (l *level) interrupted(h *hero) bool {
	in := &h.Intent
	fights := in.Kind == Attacking
	if in.Jolt != "" {
		cause := in.Jolt
		in.Jolt = ""
		if !fights && in.Kind != Passing {
			h.halt(Event{Code: "stop_hit", Text: blamed(h.say, cause), Placed: true, At: h.Pos})
			return true
		}
	}
	if h.frail() && !h.Wisp && (fights || in.Kind == Exploring && !in.Frail) {
		h.halt(Event{Code: "stop_health", N: h.Prefs.StopHealth, Placed: true, At: h.Pos})
		return true
	}
	if fights || in.Kind == Passing || h.Wisp {
		return false
	}
	for _, f := range l.Foes {
		if f.asleep() && (in.Kind != Exploring || slices.Contains(in.Drowsy, f.ID)) ||
			slices.Contains(in.Alert, f.ID) || !l.foeInView(h, f) {
			continue
		}
		code := "stop_danger"
		if f.asleep() {
			code = "stop_asleep"
		}
		h.halt(Event{Code: code, Actor: l.nameFor(h, &f.Actor, h.caseOf(code, "actor")), Placed: true, At: f.Pos})
		return true
	}
	return false
}

// jolt notes what has hurt h, so that what it does by itself stops. Poison that
// was in it when it began is nothing new.
func (h *hero) jolt(w harm) {
	in := &h.Intent
	if in.Kind <= Walking || in.Ill && w.typed && w.status == content.Poisoned {
		return
	}
	h.Dared = nil
	in.Jolt = w.cause
	if w.cause == "" {
		in.Jolt = lang.Mark("something")
	}
}

// dangerNear ends h's intent if an enemy that is awake is in view.
func (l *level) dangerNear(h *hero) bool {
	for _, f := range l.Foes {
		if !f.asleep() && l.foeInView(h, f) {
			h.halt(Event{Code: "danger_near", Actor: l.nameFor(h, &f.Actor, h.caseOf("danger_near", "actor")), Placed: true, At: f.Pos})
			return true
		}
	}
	return false
}

// daunted ends h's intent if an enemy that is awake is in view and hasn't kept
// her from exploring before. Wanted again, she explores in spite of it, until it
// is out of view or something hurts her.
func (l *level) daunted(h *hero) bool {
	var fresh *foe
	var inView []uint64
	for _, f := range l.Foes {
		if f.asleep() || !l.foeInView(h, f) {
			continue
		}
		inView = append(inView, f.ID)
		if fresh == nil && !slices.Contains(h.Dared, f.ID) {
			fresh = f
		}
	}
	h.Dared = inView
	if fresh == nil {
		return false
	}
	h.halt(Event{Code: "danger_explore", Actor: l.nameFor(h, &fresh.Actor, h.caseOf("danger_explore", "actor")), Placed: true, At: fresh.Pos})
	return true
}

// refuseWay ends h's intent because no way leads to what fits, and tells what
// bars it, if something does that may go away. For air to clear, h waits.
func (l *level) refuseWay(h *hero, fits func(geom.Pos) bool, to geom.Pos) {
	b, ok := l.barrier(h, fits)
	switch {
	case ok && (!b.goes || !l.waitFor(h, b)):
		h.halt(Event{Code: "stop_blocked", Actor: b.what, Placed: true, At: b.at})
	case !ok && !l.warnOfWater(h, fits, to):
		h.halt(Event{Code: "stop_no_way", Placed: true, At: to})
	}
}

// warnOfWater ends h's travel if she would get to what fits by swimming, and
// tells her so. Wanted again, she swims.
func (l *level) warnOfWater(h *hero, fits func(geom.Pos) bool, to geom.Pos) bool {
	in := &h.Intent
	if in.Kind != Travelling || in.Swims {
		return false
	}
	in.Swims = true
	if _, _, ok := l.waysOf(h).nearest(fits); !ok {
		in.Swims = false
		return false
	}
	again := Intent{To: in.To, Level: in.Level, At: in.At, Swims: true}
	h.halt(Event{Code: "stop_water", Placed: true, At: to})
	h.Intent = again
	return true
}

// barrier is what bars a way for the time being.
type barrier struct {
	at   geom.Pos
	what string // for a person
	air  bool   // it is a cloud
	goes bool   // it goes away by itself: a cloud, or who only wanders
}

// barrier returns what bars the way of h to what fits; false means that there
// would be none without it either.
func (l *level) barrier(h *hero, fits func(geom.Pos) bool) (b barrier, ok bool) {
	w := l.waysOf(h)
	shut := w.shut
	w.shut = geom.CellSet{}
	_, way, ok := w.nearest(fits)
	if !ok {
		return barrier{}, false
	}
	p := h.Pos
	for i := range len(way) {
		if p = p.Step(geom.Dir(way[i] - '0')); shut.Has(p) {
			break
		}
	}
	if a := l.bodyAt(p); a != nil && a != &h.Actor && l.sees(h, a) {
		f := l.foeOf(a)
		return barrier{at: p, what: l.nameFor(h, a, h.caseOf("stop_blocked", "actor")), goes: f != nil && !f.asleep() && l.attitude(h, a) == Neutral}, true
	}
	if k, _ := l.air.at(p); k != content.NoCloud {
		return barrier{at: p, what: content.The(h.say, k.Row().Name, lang.Nominative), air: true, goes: true}, true
	}
	return barrier{}, false
}

// patienceWithBarriers is how often a hero looks whether what is in her way has
// gone before she gives up; she does twice in a tick.
const patienceWithBarriers = 400

// waitFor lets h wait for what bars her way to go, and reports whether she does.
func (l *level) waitFor(h *hero, b barrier) bool {
	in := &h.Intent
	if in.Kind == Attacking || in.Count >= patienceWithBarriers {
		return false
	}
	if in.Count == 0 {
		code := "waits_way"
		if b.air {
			code = "waits_air"
		}
		h.tell(Event{Code: code, Actor: b.what, Placed: true, At: b.at})
	}
	in.Count++
	in.Way, in.Found, in.Still = "", false, 0
	h.dirty = true
	return true
}
