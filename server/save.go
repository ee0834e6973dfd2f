package server

import (
	"context"
	"fmt"
	"log/slog"

	"laneya/rules"
	"laneya/store"
)

// saver writes changed records into the store, on a goroutine of its own, so
// that no tick waits for the disk.
type saver struct {
	store store.Store
	log   *slog.Logger
	work  chan []store.Record // closed to stop
	done  chan struct{}
	err   error // of the last commit; read it after done is closed
}

func newSaver(st store.Store, log *slog.Logger) *saver {
	sv := &saver{store: st, log: log, work: make(chan []store.Record, 1), done: make(chan struct{})}
	go sv.run()
	return sv
}

// run commits what comes in. What could not be written is tried again together
// with what comes next.
func (sv *saver) run() {
	defer close(sv.done)
	var unwritten []store.Record
	for records := range sv.work {
		unwritten = merge(unwritten, records)
		sv.err = sv.store.Commit(unwritten)
		if sv.err != nil {
			sv.log.Error("the world could not be saved; trying again with the next save", "error", sv.err)
			continue
		}
		unwritten = nil
	}
}

// ready reports whether the saver can take records without making the caller
// wait.
func (sv *saver) ready() bool { return len(sv.work) == 0 }

// finish hands over the last records, waits until everything is written, and
// returns what the last attempt came to. It gives up when ctx ends; the saver
// then still has the store.
func (sv *saver) finish(ctx context.Context, last []store.Record) error {
	select {
	case sv.work <- last:
	case <-ctx.Done():
		return ctx.Err()
	}
	close(sv.work)
	select {
	case <-sv.done:
		return sv.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// merge returns old with the records of newer in the place of those with the
// same key.
func merge(old, newer []store.Record) []store.Record {
	if len(old) == 0 {
		return newer
	}
	at := make(map[string]int, len(old))
	for i, r := range old {
		at[r.Key] = i
	}
	for _, r := range newer {
		if i, ok := at[r.Key]; ok {
			old[i] = r
		} else {
			old = append(old, r)
		}
	}
	return old
}

// save hands the saver what changed, if it is time to.
func (t *turn) save() {
	if t.unsaved && t.saver.ready() && t.now.Sub(t.lastSave) >= t.server.cfg.SaveEvery {
		t.saver.work <- storeRecords(t.world.Changed())
		t.lastSave, t.unsaved = t.now, false
	}
}

func storeRecords(recs []rules.Record) []store.Record {
	out := make([]store.Record, len(recs))
	for i, r := range recs {
		out[i] = store.Record(r)
	}
	return out
}

// loadWorld reads the world from the store, or makes a new one there.
func loadWorld(st store.Store, o rules.Options) (*rules.World, error) {
	saved, err := st.Load()
	if err != nil {
		return nil, err
	}
	if len(saved) == 0 {
		w := rules.NewWorld(o)
		return w, st.Commit(storeRecords(w.Changed()))
	}
	recs := make([]rules.Record, len(saved))
	for i, r := range saved {
		recs[i] = rules.Record(r)
	}
	w, err := rules.Restore(recs, o)
	if err != nil {
		return nil, fmt.Errorf("the world can't be read: %w", err)
	}
	return w, nil
}
