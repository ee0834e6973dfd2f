package protocol

import (
	"slices"
	"time"
)

// Limits of what one Answers remembers.
const (
	maxAnswers    = 256             // requests
	maxAnswerData = 64 << 10        // bytes of their data
	maxEpochs     = 16              // client processes at once
	epochIdle     = 2 * time.Minute // before an epoch may be let go: far longer than a client resends
)

// Answer is what a request was answered with. Data is never changed after.
type Answer struct {
	Status Status
	Data   []byte
}

// Verdict says what is known of a request's key.
type Verdict uint8

// The verdicts.
const (
	Fresh     Verdict = iota // not seen: perform it and Put its answer
	Pending                  // this very request is being performed
	Answered                 // the remembered answer is returned
	Mismatch                 // the key was used for another request: invalid
	Forgotten                // older than what is remembered: invalid, and never performed again
	Crowded                  // too many client processes or unanswered requests of one user: illegal
)

// String returns a word for v.
func (v Verdict) String() string {
	words := [...]string{"fresh", "pending", "answered", "mismatch", "forgotten", "crowded"}
	if int(v) < len(words) {
		return words[v]
	}
	return "unknown"
}

// Answers remembers requests and their answers, so that a repeated request gets
// the same answer without being performed again. One holds the epoch keys of one
// user, or the integer keys of one connection. The zero value is empty and ready.
// It is not safe for concurrent use.
//
// Memory is bounded. The lowest counters are forgotten first, and whatever is
// below a forgotten counter is Forgotten too unless it is remembered, so nothing
// is performed twice while its epoch is known. An epoch is let go only when
// nobody resends under it any more.
type Answers struct {
	epochs []*epoch // the one used last is first
	count  int      // remembered requests
	size   int      // bytes of their data
}

// epoch is what is remembered of the keys of one client process.
type epoch struct {
	id     epochID
	used   time.Time
	window window
	size   int   // bytes of data in window
	floor  int64 // the highest forgotten counter
	intent int64 // the highest counter of an intent
	some   bool  // floor means something
}

// epochID is an epoch's number; the integer keys are an epoch of their own.
type epochID struct {
	number uint64
	form   keyForm
}

// Ask says what is known of a request with that key and digest. A Fresh request
// is from then on Pending, until Put or Drop, one of which must follow.
func (a *Answers) Ask(key Key, d Digest, now time.Time) (Verdict, Answer) {
	if !key.valid() {
		return Forgotten, Answer{}
	}
	e := a.epoch(key)
	if e == nil {
		if e = a.begin(key, now); e == nil {
			return Crowded, Answer{}
		}
	}
	e.used = now
	i, found := e.window.find(key.n)
	if found {
		return e.window.items[i].verdict(d)
	}
	if e.some && key.n <= e.floor {
		return Forgotten, Answer{}
	}
	if a.count >= maxAnswers && !a.forget(nil) {
		return Crowded, Answer{}
	}
	e.window.add(item{counter: key.n, digest: [16]byte(d[:16]), state: pending})
	a.count++
	return Fresh, Answer{}
}

// Put notes what the request with that key was answered with. It does nothing
// if the key is not Pending.
func (a *Answers) Put(key Key, ans Answer) {
	e := a.epoch(key)
	if e == nil {
		return
	}
	i, found := e.window.find(key.n)
	if !found || e.window.items[i].state != pending {
		return
	}
	it := &e.window.items[i]
	it.state, it.data = stateOf(ans.Status), ans.Data
	e.window.pending--
	e.size += len(ans.Data)
	a.size += len(ans.Data)
	for a.size > maxAnswerData && a.forget((*epoch).bytes) {
	}
}

// Drop forgets a Pending request as if it had never been asked, so that sent again
// it is asked again. That is for questions, which change nothing, with answers too
// long to be kept. It does nothing if the key is not Pending.
func (a *Answers) Drop(key Key) {
	e := a.epoch(key)
	if e == nil {
		return
	}
	if i, found := e.window.find(key.n); found && e.window.items[i].state == pending {
		e.window.remove(i)
		a.count--
	}
}

// NewestIntent notes that the request with that key sets an intent. It reports
// false if a later request of the same client process has already set one, which
// this one must then not undo. Integer keys are always the newest.
func (a *Answers) NewestIntent(key Key) bool {
	e := a.epoch(key)
	if e == nil || key.form != epochKey {
		return true
	}
	if key.n < e.intent {
		return false
	}
	e.intent = key.n
	return true
}

// epoch returns the epoch of key and makes it the one used last.
func (a *Answers) epoch(key Key) *epoch {
	id := epochID{key.epoch, key.form}
	for i, e := range a.epochs {
		if e.id == id {
			copy(a.epochs[1:i+1], a.epochs[:i])
			a.epochs[0] = e
			return e
		}
	}
	return nil
}

// begin starts the epoch of key, for which it lets go the one that has been idle
// longest if there are too many. It returns nil if none has been idle for long.
func (a *Answers) begin(key Key, now time.Time) *epoch {
	if len(a.epochs) >= maxEpochs && !a.letGo(now) {
		return nil
	}
	e := &epoch{id: epochID{key.epoch, key.form}}
	a.epochs = slices.Insert(a.epochs, 0, e)
	return e
}

func (a *Answers) letGo(now time.Time) bool {
	for i := len(a.epochs) - 1; i >= 0; i-- {
		e := a.epochs[i]
		if now.Sub(e.used) >= epochIdle && !e.window.anyPending() {
			a.count -= e.window.len()
			a.size -= e.size
			a.epochs = slices.Delete(a.epochs, i, i+1)
			return true
		}
	}
	return false
}

// forget drops the lowest answered request of the epoch that has the most, by
// weight, or by number if weight is nil; of equals, the one not used for longest.
// It reports false if nothing can be dropped.
func (a *Answers) forget(weight func(*epoch) int) bool {
	if weight == nil {
		weight = (*epoch).answered
	}
	var most *epoch
	for _, e := range a.epochs {
		if weight(e) > 0 && (most == nil || weight(e) >= weight(most)) {
			most = e
		}
	}
	if most == nil {
		return false
	}
	it := most.window.dropAnswered()
	most.size -= len(it.data)
	a.size -= len(it.data)
	a.count--
	if !most.some || it.counter > most.floor {
		most.some, most.floor = true, it.counter
	}
	return true
}

func (e *epoch) bytes() int { return e.size }

func (e *epoch) answered() int { return e.window.len() - e.window.pending }
