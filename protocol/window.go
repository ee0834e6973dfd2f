package protocol

import "sort"

// window holds the remembered requests of an epoch by ascending counter. They
// arrive nearly in order and leave nearly in order, so adding and dropping one
// moves few others.
type window struct {
	items   []item // items[:head] are free
	head    int
	pending int
}

// item is one remembered request. Half of the digest tells two bodies apart as
// well as any user could wish to fool himself.
type item struct {
	counter int64
	data    []byte
	digest  [16]byte
	state   itemState
}

type itemState uint8

const (
	pending itemState = iota
	success
	invalid
	illegal
	internal
)

var stateStatus = [...]Status{pending: "", success: Success, invalid: Invalid, illegal: Illegal, internal: Internal}

// stateOf returns the state of an answer; a status that is none of the four is a
// failure of the server.
func stateOf(s Status) itemState {
	for i := success; i < internal; i++ {
		if stateStatus[i] == s {
			return i
		}
	}
	return internal
}

func (it *item) verdict(d Digest) (Verdict, Answer) {
	switch {
	case it.digest != [16]byte(d[:16]):
		return Mismatch, Answer{}
	case it.state == pending:
		return Pending, Answer{}
	}
	return Answered, Answer{stateStatus[it.state], it.data}
}

func (w *window) len() int { return len(w.items) - w.head }

func (w *window) anyPending() bool { return w.pending > 0 }

// find returns the index in w.items of the counter, or where it would stand.
func (w *window) find(counter int64) (i int, found bool) {
	n := len(w.items)
	if n == w.head || w.items[n-1].counter < counter {
		return n, false
	}
	i = w.head + sort.Search(n-w.head, func(i int) bool { return w.items[w.head+i].counter >= counter })
	return i, w.items[i].counter == counter
}

// add puts in a pending item whose counter is not there yet.
func (w *window) add(it item) {
	w.makeRoom()
	i, _ := w.find(it.counter)
	w.items = append(w.items, item{})
	copy(w.items[i+1:], w.items[i:])
	w.items[i] = it
	w.pending++
}

// makeRoom moves the items to the front once a quarter of their room is free
// there, rather than let append grow.
func (w *window) makeRoom() {
	if len(w.items) < cap(w.items) || w.head == 0 || w.head < len(w.items)/4 {
		return
	}
	n := copy(w.items, w.items[w.head:])
	clear(w.items[n:])
	w.items, w.head = w.items[:n], 0
}

// remove takes out the pending item at index i.
func (w *window) remove(i int) {
	copy(w.items[w.head+1:i+1], w.items[w.head:i])
	w.items[w.head] = item{}
	w.head++
	w.pending--
}

// dropAnswered takes out the item with the lowest counter that isn't pending.
// There must be one.
func (w *window) dropAnswered() item {
	i := w.head
	for w.items[i].state == pending {
		i++
	}
	it := w.items[i]
	copy(w.items[w.head+1:i+1], w.items[w.head:i])
	w.items[w.head] = item{}
	w.head++
	return it
}
