package protocol_test

import (
	"testing"
	"testing/synctest"
	"time"

	"laneya/protocol"
)

// seqs returns the sequence numbers of the view updates that were passed on,
// with a snapshot's negative.
func seqs(told *recorder) (seqs []int) {
	synctest.Wait()
	for len(told.updates) > 0 {
		switch u := (<-told.updates).(type) {
		case protocol.Snapshot:
			seqs = append(seqs, -int(u.Seq))
		case protocol.View:
			seqs = append(seqs, int(u.Seq))
		}
	}
	return seqs
}

func equal(a []int, b ...int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestClientAsksForASnapshotAfterAGap(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, _ *protocol.Client, told *recorder) {
		end, w := f.acceptWatch()
		if w.Seen != 0 || w.MinVersion != protocol.MinVersion || w.MaxVersion != protocol.MaxVersion {
			t.Errorf("began with %+v", w)
		}
		end.update(view(2))
		end.update(view(4))
		end.update(view(5))
		r := end.next()
		if w, ok := r.Action.(protocol.Watch); !ok || w.Seen != 2 {
			t.Errorf("after a gap came %+v", r.Action)
		}
		if got := seqs(told); !equal(got, -1, 2) {
			t.Errorf("passed on were %v", got)
		}
		end.success(r, `{"version":1,"tick_ms":100}`)
		end.update(view(6))
		end.update(snapshot(7))
		end.update(view(8))
		if got := seqs(told); !equal(got, -7, 8) {
			t.Errorf("passed on were %v", got)
		}
	})
}

func TestClientAsksAgainForASnapshotThatDoesNotCome(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, _ *protocol.Client, told *recorder) {
		end := f.accept()
		first := end.next()
		end.success(first, `{"version":1,"tick_ms":100}`)
		start := time.Now()
		again := end.next()
		if again.Action.Name() != "watch" || again.Key == first.Key {
			t.Errorf("asked for %s under %v", again.Action.Name(), again.Key)
		}
		if waited := since(start); waited != 4*time.Second {
			t.Errorf("asked again after %v", waited)
		}
		end.success(again, `{"version":1,"tick_ms":100}`)
		end.update(snapshot(3))
		if got := seqs(told); !equal(got, -3) {
			t.Errorf("passed on were %v", got)
		}
	})
}

func TestClientGoesOnFromWhatItHasSeen(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, _ *protocol.Client, told *recorder) {
		end, _ := f.acceptWatch()
		end.update(view(2))
		seqs(told)
		end.nc.Close()
		end = f.accept()
		r := end.next()
		if w, ok := r.Action.(protocol.Watch); !ok || w.Seen != 2 {
			t.Errorf("came back with %+v", r.Action)
		}
		end.success(r, `{"version":1,"tick_ms":100}`)
		end.update(view(3))
		if got := seqs(told); !equal(got, 3) {
			t.Errorf("passed on were %v", got)
		}
	})
}

// TestClientRepeatsAnUnansweredWatch loses the answer to the first one.
func TestClientRepeatsAnUnansweredWatch(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, _ *protocol.Client, told *recorder) {
		end := f.accept()
		first, second := end.next(), end.next()
		if first.Key != second.Key || first.Digest != second.Digest {
			t.Errorf("repeated %v as %v", first.Key, second.Key)
		}
		end.success(second, `{"version":1,"tick_ms":100}`)
		end.update(snapshot(1))
		if l := told.await(protocol.Online); l.Original {
			t.Errorf("the link is %+v", l)
		}
	})
}

// TestClientGoesOnAskingAServerThatAnsweredWatch closes without an answer after
// one was given once.
func TestClientGoesOnAskingAServerThatAnsweredWatch(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, _ *protocol.Client, _ *recorder) {
		end, _ := f.acceptWatch()
		for range 5 {
			end.nc.Close()
			end = f.accept()
			if r := end.next(); r.Action.Name() != "watch" {
				t.Fatalf("came back with %s", r.Action.Name())
			}
		}
	})
}

// TestClientTakesNoWatchWordsFromAnOriginalServer gets a snapshot unasked.
func TestClientTakesNoWatchWordsFromAnOriginalServer(t *testing.T) {
	withClient(t, func(t *testing.T, f *fakeServer, c *protocol.Client, told *recorder) {
		end := f.accept()
		end.respond(end.next(), protocol.Invalid, `{"message":"invalid action"}`)
		end = f.accept()
		r := end.next()
		if _, ok := r.Key.Int(); !ok || r.Action.Name() != "get_map" {
			t.Fatalf("came back with %s under %v", r.Action.Name(), r.Key)
		}
		end.success(r, `{"floor_layer":[["wall"]]}`)
		end.update(snapshot(1))
		end.update(protocol.Position{X: 1, Y: 2, Entity: "User:anna"})
		if u, ok := (<-told.updates).(protocol.Position); !ok {
			t.Errorf("passed on was %+v", u)
		}
		if _, err := c.Do(t.Context(), protocol.Ping{}); err != protocol.ErrUnknownWord {
			t.Errorf("an unknown word ended with %v", err)
		}
	})
}
