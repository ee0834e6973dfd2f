package protocol

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var start = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func digestOf(body int) Digest {
	return digest([]byte{'"', byte(body), '"'}, nil, nil)
}

// naive remembers everything for ever. Answers may know less than it does, and
// then has to refuse; it must never say that something is fresh that isn't, nor
// return another answer.
type naive struct {
	bodies  map[Key]int
	answers map[Key]Answer
	intents map[uint64]uint64
	epochs  uint64
}

func (n *naive) check(t *rapid.T, key Key, body int, v Verdict, got Answer) {
	old, known := n.bodies[key]
	want, answered := n.answers[key]
	switch v {
	case Fresh:
		if known {
			t.Fatalf("%v is fresh a second time", key)
		}
	case Pending:
		if !known || answered || old != body {
			t.Fatalf("%v is pending; known %v, answered %v", key, known, answered)
		}
	case Answered:
		if !answered || old != body || got.Status != want.Status || string(got.Data) != string(want.Data) {
			t.Fatalf("%v is answered %v, want %v (body %d, was %d)", key, got, want, body, old)
		}
	case Mismatch:
		if !known || old == body {
			t.Fatalf("%v is a mismatch, with body %d and %d", key, old, body)
		}
	}
	if (v == Forgotten || v == Crowded) && len(n.bodies) < maxAnswers && n.epochs <= maxEpochs {
		t.Fatalf("%v is %v after %d requests", key, v, len(n.bodies))
	}
	if v != Answered && (got.Status != "" || got.Data != nil) {
		t.Fatalf("%v comes with an answer", v)
	}
}

func TestAnswersKnowNothingWrong(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		epochs := rapid.Uint64Range(1, 20).Draw(t, "epochs")
		counters := rapid.SampledFrom([]uint64{3, 40, 600}).Draw(t, "counters")
		var a Answers
		n := naive{map[Key]int{}, map[Key]Answer{}, map[uint64]uint64{}, epochs}
		now := start
		for range rapid.IntRange(1, 900).Draw(t, "steps") {
			epoch := rapid.Uint64Range(1, epochs).Draw(t, "epoch")
			counter := rapid.Uint64Range(1, counters).Draw(t, "counter")
			key, body := EpochKey(epoch, counter), rapid.IntRange(0, 9).Draw(t, "body")/9
			now = now.Add(time.Duration(rapid.IntRange(0, 100).Draw(t, "ms")) * time.Millisecond)
			v, got := a.Ask(key, digestOf(body), now)
			n.check(t, key, body, v, got)
			if v == Fresh {
				n.bodies[key] = body
				if newest := a.NewestIntent(key); newest != (counter >= n.intents[epoch]) {
					t.Fatalf("%v is the newest intent: %v; the newest was %d", key, newest, n.intents[epoch])
				}
				n.intents[epoch] = max(counter, n.intents[epoch])
			}
			if v == Fresh && rapid.IntRange(0, 9).Draw(t, "put") > 0 || v == Pending && rapid.Bool().Draw(t, "late") {
				ans := Answer{drawStatus.Draw(t, "status"), fmt.Appendf(nil, `{"n":%d}`, len(n.answers))}
				a.Put(key, ans)
				n.answers[key] = ans
			}
			checkBounds(t, &a)
		}
	})
}

// checkBounds holds what a counts against what it has.
func checkBounds(t interface{ Fatalf(string, ...any) }, a *Answers) {
	count, size := 0, 0
	for _, e := range a.epochs {
		pendings, bytes := 0, 0
		for i, it := range e.window.items[e.window.head:] {
			if i > 0 && it.counter <= e.window.items[e.window.head+i-1].counter {
				t.Fatalf("the counters do not ascend")
			}
			if it.state == pending {
				pendings++
			}
			bytes += len(it.data)
		}
		if pendings != e.window.pending || bytes != e.size {
			t.Fatalf("%d pending, counted %d; %d bytes, counted %d", pendings, e.window.pending, bytes, e.size)
		}
		count += e.window.len()
		size += bytes
	}
	if count != a.count || size != a.size {
		t.Fatalf("%d requests, counted %d; %d bytes, counted %d", count, a.count, size, a.size)
	}
	if count > maxAnswers || size > maxAnswerData || len(a.epochs) > maxEpochs {
		t.Fatalf("%d requests, %d bytes, %d epochs", count, size, len(a.epochs))
	}
}

func TestAnswersRememberTheLast256(t *testing.T) {
	var a Answers
	for i := uint64(1); i <= 1000; i++ {
		key := EpochKey(7, i)
		if v, _ := a.Ask(key, digestOf(0), start); v != Fresh {
			t.Fatalf("%v: %v", key, v)
		}
		a.Put(key, Answer{Success, []byte("{}")})
		checkBounds(t, &a)
	}
	for i := uint64(1); i <= 1000; i++ {
		want := Forgotten
		if i > 1000-maxAnswers {
			want = Answered
		}
		if v, _ := a.Ask(EpochKey(7, i), digestOf(0), start); v != want {
			t.Fatalf("%d: %v, want %v", i, v, want)
		}
	}
}

func TestAnswersTakeKeysInAnyOrder(t *testing.T) {
	var a Answers
	for i := int64(200); i > -50; i-- {
		if v, _ := a.Ask(IntKey(i), digestOf(0), start); v != Fresh {
			t.Fatalf("%d: %v", i, v)
		}
		a.Put(IntKey(i), Answer{Status: Success})
	}
}

func TestIntegerAndEpochKeysAreApart(t *testing.T) {
	var a Answers
	a.Ask(EpochKey(0, 5), digestOf(0), start)
	if v, _ := a.Ask(IntKey(5), digestOf(1), start); v != Fresh {
		t.Errorf("the integer key is %v", v)
	}
	a.NewestIntent(IntKey(5))
	if !a.NewestIntent(IntKey(4)) {
		t.Error("an integer key is superseded")
	}
}

func TestUnansweredRequestsAreNeverForgotten(t *testing.T) {
	var a Answers
	for i := uint64(1); i <= maxAnswers; i++ {
		if v, _ := a.Ask(EpochKey(1, i), digestOf(0), start); v != Fresh {
			t.Fatalf("%d: %v", i, v)
		}
	}
	next := EpochKey(1, maxAnswers+1)
	if v, _ := a.Ask(next, digestOf(0), start); v != Crowded {
		t.Fatalf("with all pending: %v", v)
	}
	a.Put(EpochKey(1, 100), Answer{Status: Success})
	if v, _ := a.Ask(next, digestOf(0), start); v != Fresh {
		t.Fatalf("with one answered: %v", v)
	}
	for i, want := range map[uint64]Verdict{1: Pending, 99: Pending, 100: Forgotten, 101: Pending, maxAnswers: Pending} {
		if v, _ := a.Ask(EpochKey(1, i), digestOf(0), start); v != want {
			t.Errorf("%d: %v, want %v", i, v, want)
		}
	}
}

func TestEpochsAreLetGoWhenIdle(t *testing.T) {
	var a Answers
	now := start
	for i := uint64(1); i <= maxEpochs; i++ {
		a.Ask(EpochKey(i, 1), digestOf(0), now)
		a.Put(EpochKey(i, 1), Answer{Status: Success})
		now = now.Add(time.Second)
	}
	if v, _ := a.Ask(EpochKey(99, 1), digestOf(0), now); v != Crowded {
		t.Fatalf("one too many: %v", v)
	}
	now = start.Add(epochIdle)
	a.Ask(EpochKey(1, 2), digestOf(0), now) // 1 is in use, and 2 becomes the longest idle
	if v, _ := a.Ask(EpochKey(99, 1), digestOf(0), now); v != Crowded {
		t.Fatalf("when none is idle for long enough: %v", v)
	}
	now = now.Add(time.Second)
	if v, _ := a.Ask(EpochKey(99, 1), digestOf(0), now); v != Fresh {
		t.Fatalf("when one has been idle: %v", v)
	}
	if v, _ := a.Ask(EpochKey(1, 1), digestOf(0), now); v != Answered {
		t.Errorf("the epoch in use was let go: %v", v)
	}
	checkBounds(t, &a)
}

func TestPendingEpochsAreNotLetGo(t *testing.T) {
	var a Answers
	for i := uint64(1); i <= maxEpochs; i++ {
		a.Ask(EpochKey(i, 1), digestOf(0), start)
	}
	if v, _ := a.Ask(EpochKey(99, 1), digestOf(0), start.Add(time.Hour)); v != Crowded {
		t.Errorf("%v", v)
	}
}

func TestLargeAnswersPushOutOthers(t *testing.T) {
	var a Answers
	big := make([]byte, 25<<10)
	for i := uint64(1); i <= 10; i++ {
		a.Ask(EpochKey(1, i), digestOf(0), start)
		a.Put(EpochKey(1, i), Answer{Success, big})
		checkBounds(t, &a)
	}
	for i, want := range map[uint64]Verdict{8: Forgotten, 9: Answered, 10: Answered} {
		if v, _ := a.Ask(EpochKey(1, i), digestOf(0), start); v != want {
			t.Errorf("%d: %v, want %v", i, v, want)
		}
	}
	a.Ask(EpochKey(1, 11), digestOf(0), start)
	a.Put(EpochKey(1, 11), Answer{Success, make([]byte, maxAnswerData+1)})
	if v, _ := a.Ask(EpochKey(1, 11), digestOf(0), start); v != Forgotten {
		t.Errorf("an answer larger than all may be: %v", v)
	}
}

func TestPutOfWhatIsNotPendingDoesNothing(t *testing.T) {
	var a Answers
	a.Put(EpochKey(1, 1), Answer{Success, []byte("{}")})
	a.Ask(EpochKey(1, 1), digestOf(0), start)
	a.Put(EpochKey(1, 1), Answer{Success, []byte(`{"a":1}`)})
	a.Put(EpochKey(1, 1), Answer{Illegal, []byte(`{}`)})
	if v, got := a.Ask(EpochKey(1, 1), digestOf(0), start); v != Answered || got.Status != Success {
		t.Errorf("%v, %v", v, got)
	}
	checkBounds(t, &a)
}

func TestAnswersOfOneUserAreSmall(t *testing.T) {
	const users = 100
	before := heap()
	all := make([]Answers, users)
	for u := range all {
		for i := uint64(1); i <= 10_000; i++ {
			key := EpochKey(uint64(u)+i%maxEpochs, i)
			all[u].Ask(key, Digest{}, start)
			all[u].Put(key, Answer{Status: Success})
		}
	}
	each := (heap() - before) / users
	runtime.KeepAlive(all)
	if each > 64<<10 {
		t.Errorf("a user's answers take %d bytes", each)
	}
}

func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// A question that was dropped is asked again, however often, and counts for
// nothing.
func TestDroppedRequestsAreAskedAgain(t *testing.T) {
	var a Answers
	for i := uint64(1); i <= 2*maxAnswers; i++ {
		k := EpochKey(1, i)
		if v, _ := a.Ask(k, digestOf(0), start); v != Fresh {
			t.Fatalf("%d: %v", i, v)
		}
		if i%2 == 0 {
			a.Put(k, Answer{Status: Success})
			a.Drop(k) // answered, so it stays
			continue
		}
		a.Drop(k)
		a.Put(k, Answer{Status: Success})
		if v, _ := a.Ask(k, digestOf(1), start); v != Fresh {
			t.Fatalf("%d again: %v", i, v)
		}
		a.Drop(k)
	}
	a.Drop(EpochKey(9, 1))
	checkBounds(t, &a)
	if a.count != maxAnswers {
		t.Errorf("%d are remembered, want %d", a.count, maxAnswers)
	}
	if v, _ := a.Ask(EpochKey(1, 2*maxAnswers), digestOf(0), start); v != Answered {
		t.Errorf("one that was answered is %v", v)
	}
}
