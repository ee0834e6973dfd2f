package rules

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"laneya/geom"
)

// script is a log of random commands, some of which are refused.
type script struct {
	rng    *rand.Rand
	users  int
	levels []geom.LevelID
}

func newScript(seed uint64) *script {
	return &script{rand.New(rand.NewPCG(seed, 1)), 24, []geom.LevelID{{}, {X: 1}, {Y: -1}, {Z: 3}}}
}

func (s *script) next() Command {
	c := Command{User: fmt.Sprint("user", s.rng.IntN(s.users))}
	switch n := s.rng.IntN(100); {
	case n < 5:
		c.Verb = Leave
	case n < 25:
		c.Verb, c.Level = Join, s.levels[s.rng.IntN(len(s.levels))]
	case n < 31:
		c.Verb = Sleep
	case n < 40:
		c.Verb = Wake
	default:
		c.Verb, c.Dir = Walk, geom.Dir(s.rng.IntN(5))
	}
	return c
}

// play runs ticks of the script; after each, then may replace the world.
func (s *script) play(w *World, ticks int, run Runner, then func(*World) *World) *World {
	for range ticks {
		for range s.rng.IntN(4) {
			_ = w.Perform(s.next())
		}
		w.Step(run)
		if then != nil {
			w = then(w)
		}
	}
	return w
}

// inParallel starts a goroutine for each call, the last one first.
func inParallel(n int, do func(i int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { do(n - 1 - i) })
	}
	wg.Wait()
}

func TestSameLogSameWorld(t *testing.T) {
	for o, ticks := range map[Options]int{
		{Seed: 7, Clock: Adaptive, Fog: true}: 10_000,
		{Seed: 8, Clock: RealTime}:            2_000,
	} {
		want := newScript(1).play(NewWorld(o), ticks, nil, nil).Hash()
		again := newScript(1).play(NewWorld(o), ticks, nil, nil).Hash()
		if again != want {
			t.Errorf("%+v: played twice, it differs", o)
		}
		parallel := newScript(1).play(NewWorld(o), ticks, inParallel, nil).Hash()
		if parallel != want {
			t.Errorf("%+v: with levels in parallel, it differs", o)
		}
		tick := 0
		restored := newScript(1).play(NewWorld(o), ticks, nil, func(w *World) *World {
			if tick++; tick%1000 != 0 {
				return w
			}
			return reborn(t, w, o)
		}).Hash()
		if restored != want {
			t.Errorf("%+v: saved and restored on the way, it differs", o)
		}
		other := newScript(2).play(NewWorld(o), ticks, nil, nil).Hash()
		if other == want {
			t.Errorf("%+v: another log makes the same world", o)
		}
	}
}

// reborn returns the world restored from its records.
func reborn(t *testing.T, w *World, o Options) *World {
	t.Helper()
	hash := w.Hash()
	o.Seed = 0
	r, err := Restore(w.Records(), o)
	if err != nil {
		t.Fatal(err)
	}
	for i, rec := range r.Records() {
		if was := w.Records()[i]; was.Key != rec.Key || !bytes.Equal(was.Value, rec.Value) {
			t.Fatalf("restored, %s differs from %s", rec.Key, was.Key)
		}
	}
	if r.Hash() != hash || r.Seed() != w.Seed() || r.Tick() != w.Tick() {
		t.Fatal("the restored world differs")
	}
	if len(r.Changed()) != 0 {
		t.Fatal("a restored world has changes to save")
	}
	return r
}

func TestChangedTellsNoMore(t *testing.T) {
	w := NewWorld(Options{Seed: 3, Fog: true})
	do(t, w, join("anna"), join("bo"), Command{User: "cleo", Verb: Join, Level: geom.LevelID{Z: 1}})
	w.Step(nil)
	w.Changed()
	w.Step(nil)
	do(t, w, walk("bo", geom.Stop), Command{User: "anna", Verb: Wake})
	checkChanged(t, w, "level/0:0:0", "world")
	do(t, w, Command{User: "anna", Verb: Sleep})
	checkChanged(t, w, "hero/anna")
	do(t, w, Command{User: "bo", Verb: Leave})
	// The head counts that bo's kit went with bo.
	checkChanged(t, w, "hero/bo", "level/0:0:0", "party", "world")
	do(t, w, join("bo"), Command{User: "bo", Verb: Leave})
	checkChanged(t, w, "hero/bo", "level/0:0:0", "party", "world")
	do(t, w, Command{User: "anna", Verb: Leave}, join("anna"))
	checkChanged(t, w, "hero/anna", "level/0:0:0", "party", "world")
}

func checkChanged(t *testing.T, w *World, want ...string) {
	t.Helper()
	var keys []string
	for _, rec := range w.Changed() {
		if strings.HasPrefix(rec.Key, partyKeys) {
			rec.Key = "party"
		}
		keys = append(keys, rec.Key)
	}
	if !slices.Equal(keys, want) {
		t.Errorf("changed are %v, want %v", keys, want)
	}
}

// TestChangedAddUp keeps a world by its changes alone.
func TestChangedAddUp(t *testing.T) {
	kept := map[string][]byte{}
	w := NewWorld(Options{Seed: 3, Fog: true})
	tick := 0
	newScript(3).play(w, 500, nil, func(w *World) *World {
		if tick++; tick%7 != 0 {
			return w
		}
		changed := w.Changed()
		if len(w.Changed()) != 0 {
			t.Fatal("what was told as changed is told again")
		}
		for i, rec := range changed {
			if i > 0 && changed[i-1].Key >= rec.Key {
				t.Fatal("the changes are out of order")
			}
			if rec.Value == nil {
				delete(kept, rec.Key)
			} else {
				kept[rec.Key] = rec.Value
			}
		}
		recs := w.Records()
		if len(kept) != len(recs) {
			t.Fatalf("tick %d: %d records kept, the world has %d", tick, len(kept), len(recs))
		}
		for _, rec := range recs {
			if !bytes.Equal(kept[rec.Key], rec.Value) {
				t.Fatalf("tick %d: record %q is not as kept", tick, rec.Key)
			}
		}
		return w
	})
}
