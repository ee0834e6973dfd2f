package input_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"laneya/geom"
	"laneya/input"
)

// A model of held keys: the key pressed last that is still held. Presses that
// last longer than a tick are all that it speaks of.
func TestHeldKeysFollowTheModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := input.Walker{Notice: worldTick}
		var model []int // keys held, by when they were pressed; key k means direction 1+k%4
		now := time.Duration(0)
		for range rapid.IntRange(1, 40).Draw(t, "events") {
			now += time.Duration(rapid.IntRange(100, 400).Draw(t, "ms")) * time.Millisecond
			w.Tick(now)
			k := rapid.IntRange(0, 7).Draw(t, "key")
			if i := slices.Index(model, k); i >= 0 {
				model = slices.Delete(model, i, i+1)
				w.Release(k)
			} else {
				model = append(model, k)
				w.Press(k, geom.Dirs[k%4])
			}
			want := geom.Stop
			if n := len(model); n > 0 {
				want = geom.Dirs[model[n-1]%4]
			}
			if got := w.Wish(); got != want {
				t.Fatalf("held %v: wish %v, want %v", model, got, want)
			}
		}
	})
}

const worldTick = 100 * time.Millisecond

// world is a server whose ticks the hero's steps keep, some milliseconds away.
type world struct {
	at       geom.Pos
	intent   geom.Dir
	lag      int  // ms each way
	frame    int  // ms from one frame of the client to the next
	heeds    bool // carries out every wish it is told, two at most in a queue
	owed     []geom.Dir
	toServer map[int]geom.Dir
	toClient map[int][]geom.Dir
	sent     geom.Dir
}

func (v *world) step(ms int) {
	d := v.intent
	if len(v.owed) > 0 {
		d, v.owed = v.owed[0], v.owed[1:]
	}
	if d != geom.Stop {
		v.at = v.at.Step(d)
		v.toClient[ms+v.lag] = append(v.toClient[ms+v.lag], d)
	}
}

// run plays frames from one moment to another, in ms; events are keys
// that go down (k) or up (-1-k) at a time.
func (v *world) run(w *input.Walker, phase, until int, events map[int][]int) {
	for ms := range until {
		if d, ok := v.toServer[ms]; ok {
			v.intent = d
			if v.heeds && d != geom.Stop && len(v.owed) < 2 {
				v.owed = append(v.owed, d)
			}
		}
		if ms%100 == phase {
			v.step(ms)
		}
		if ms%v.frame != 0 {
			continue
		}
		w.Tick(time.Duration(ms) * time.Millisecond)
		for past := ms - v.frame + 1; past <= ms; past++ {
			for _, d := range v.toClient[past] {
				w.Stepped(d)
			}
			for _, e := range events[past] {
				if e >= 0 {
					w.Press(e, geom.Dirs[e])
				} else {
					w.Release(-1 - e)
				}
			}
		}
		if d := w.Wish(); d != v.sent {
			v.sent = d
			v.toServer[ms+v.lag] = d
		}
	}
}

// However short a tap is, wherever in the world's tick it falls, it makes one
// step, and two taps of different keys make both.
func TestATapMakesOneStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := world{lag: rapid.IntRange(1, 30).Draw(t, "lag"), frame: 16}
		v.tap(t, &input.Walker{Notice: worldTick}, 60)
	})
}

// In a world that heeds every wish, neither a long way there nor slow frames
// make more of a tap.
func TestATapMakesOneStepFromAfar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := world{lag: rapid.IntRange(1, 400).Draw(t, "lag"), frame: rapid.IntRange(4, 60).Draw(t, "frame"), heeds: true}
		v.tap(t, &input.Walker{}, 25)
	})
}

// tap taps one key, or two one after another, for at most so many ms each.
func (v *world) tap(t *rapid.T, w *input.Walker, longest int) {
	v.toServer, v.toClient = map[int]geom.Dir{}, map[int][]geom.Dir{}
	k := rapid.IntRange(0, 3).Draw(t, "key")
	down := rapid.IntRange(70, 170).Draw(t, "down")
	up := down + rapid.IntRange(0, longest).Draw(t, "length")
	events := map[int][]int{}
	events[down] = append(events[down], k)
	events[up] = append(events[up], -1-k)
	want := geom.Pos{}.Step(geom.Dirs[k])
	if rapid.Bool().Draw(t, "another") {
		k2 := (k + 1) % 4
		at := down + rapid.IntRange(1, 80).Draw(t, "second")
		// As fingers roll from one key to the next: had the first one outlasted
		// the second, it would count once more, as a key still held does.
		end := max(at+10, up)
		events[at] = append(events[at], k2)
		events[end] = append(events[end], -1-k2)
		want = want.Step(geom.Dirs[k2])
	}
	v.run(w, rapid.IntRange(0, 99).Draw(t, "phase"), 1500, events)
	if v.at != want || w.Wish() != geom.Stop {
		t.Fatalf("at %v, want %v; wish %v", v.at, want, w.Wish())
	}
}

func TestATapAgainstAWallEnds(t *testing.T) {
	w := input.Walker{Notice: worldTick}
	w.Press(1, geom.East)
	w.Release(1)
	if w.Wish() != geom.East {
		t.Fatal("the tap is lost")
	}
	w.Tick(99 * time.Millisecond)
	if w.Wish() != geom.East {
		t.Fatal("the tap ended before a tick passed")
	}
	w.Tick(100 * time.Millisecond)
	if w.Wish() != geom.Stop {
		t.Fatal("the tap never ends")
	}
}

func TestResetStandsStill(t *testing.T) {
	w := input.Walker{Notice: worldTick}
	w.Press(1, geom.East)
	w.Press(2, geom.West)
	w.Reset()
	if w.Wish() != geom.Stop {
		t.Fatal("still walking")
	}
	w.Release(1) // the key comes up later
	if w.Wish() != geom.Stop {
		t.Fatal("a key that comes up walks")
	}
}

func TestMashingDoesNotWalkOn(t *testing.T) {
	w := input.Walker{Notice: worldTick}
	for i := range 20 {
		w.Press(i, geom.East)
		w.Release(i)
	}
	steps := 0
	for w.Wish() != geom.Stop {
		w.Stepped(geom.East)
		steps++
	}
	if steps > 2 {
		t.Errorf("%d steps wait", steps)
	}
}
