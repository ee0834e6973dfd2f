package motion

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"laneya/geom"
)

const pace = 100 * time.Millisecond

// event is a step that arrives at a time after the walk's begin.
type event struct {
	at  time.Duration
	dir geom.Dir
}

// arrivals draws a walk of steps a pace apart, each of them up to jitter late
// but never before an earlier one.
func arrivals(t *rapid.T, steps int, jitter time.Duration, turn bool) []event {
	dir := rapid.SampledFrom(geom.Dirs[:]).Draw(t, "dir")
	var out []event
	for i := range steps {
		if turn && rapid.IntRange(0, 4).Draw(t, "turn") == 0 {
			dir = rapid.SampledFrom(geom.Dirs[:]).Draw(t, "dir")
		}
		at := time.Duration(i)*pace + time.Duration(rapid.Int64Range(0, int64(jitter)).Draw(t, "late"))
		if i > 0 {
			at = max(at, out[i-1].at)
		}
		out = append(out, event{at, dir})
	}
	return out
}

func frame(t *rapid.T) time.Duration {
	return time.Duration(rapid.Int64Range(int64(3*time.Millisecond), int64(34*time.Millisecond)).Draw(t, "frame"))
}

// onWay reports whether x, y lies between two fields next to each other of the
// ones walked.
func onWay(fields []geom.Pos, x, y float64) bool {
	for i := range fields[1:] {
		a, b := fields[i], fields[i+1]
		if within(x, a.X, b.X) && within(y, a.Y, b.Y) {
			return true
		}
	}
	return x == float64(fields[0].X) && y == float64(fields[0].Y)
}

func within(v float64, a, b int) bool {
	const hair = 1e-9
	return v >= float64(min(a, b))-hair && v <= float64(max(a, b))+hair
}

func TestWalkIsContinuousBoundedAndArrives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := arrivals(t, rapid.IntRange(1, 30).Draw(t, "steps"), 120*time.Millisecond, true)
		var w Walker
		pos := geom.Pos{X: 5, Y: 7}
		w.Place(pos)
		fields := []geom.Pos{pos}
		now, steps := time.Duration(0), 0
		for len(events) > 0 || w.Moving() {
			dt := frame(t)
			now += dt
			for len(events) > 0 && events[0].at <= now {
				pos = pos.Step(events[0].dir)
				fields = append(fields, pos)
				if w.Confirm(pos, events[0].dir) {
					t.Fatalf("placed, although it never was far behind")
				}
				events = events[1:]
			}
			x0, y0 := w.Pos()
			steps += w.Advance(dt, pace)
			x, y := w.Pos()
			if d := math.Abs(x-x0) + math.Abs(y-y0); d > MaxSpeed*float64(dt)/float64(pace)+1e-9 {
				t.Fatalf("went %v fields in %v", d, dt)
			}
			if !onWay(fields, x, y) {
				t.Fatalf("at %v, %v, off the way %v", x, y, fields)
			}
			if now > time.Minute {
				t.Fatalf("never arrives: %v fields left", w.Remaining())
			}
		}
		if x, y := w.Pos(); x != float64(pos.X) || y != float64(pos.Y) || w.Goal() != pos {
			t.Fatalf("arrived at %v, %v instead of %v", x, y, pos)
		}
		if steps == 0 && w.Walked() > 0 || steps > len(fields)-1 {
			t.Fatalf("%d steps began on a way of %d", steps, len(fields)-1)
		}
	})
}

// A hero that walks straight on is drawn walking in every frame, at nearly the
// same speed, although its steps arrive up to 40 ms late.
func TestWalkIsEvenUnderJitter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := arrivals(t, 40, 40*time.Millisecond, false)
		last := events[len(events)-1].at
		var w Walker
		pos := geom.Pos{}
		w.Place(pos)
		dt := frame(t)
		for now := time.Duration(0); now < last; now += dt {
			for len(events) > 0 && events[0].at <= now {
				pos = pos.Step(events[0].dir)
				w.Confirm(pos, events[0].dir)
				events = events[1:]
			}
			before := w.Walked()
			w.Advance(dt, pace)
			if now < 4*pace {
				continue
			}
			speed := (w.Walked() - before) * float64(pace) / float64(dt)
			if speed < minSpeed || speed > 1.3 {
				t.Fatalf("speed %.2f after %v with frames of %v", speed, now, dt)
			}
			if w.Remaining() > 2.2 {
				t.Fatalf("%.2f fields behind after %v", w.Remaining(), now)
			}
		}
	})
}

func TestFarOffIsPlaced(t *testing.T) {
	var w Walker
	w.Place(geom.Pos{X: 3, Y: 3})
	if !w.Confirm(geom.Pos{X: 6, Y: 5}, geom.East) {
		t.Errorf("a jump of 5 fields was walked")
	}
	if x, y := w.Pos(); x != 6 || y != 5 || w.Moving() {
		t.Errorf("drawn at %v, %v", x, y)
	}
	if w.Confirm(geom.Pos{X: 8, Y: 5}, geom.East) || !w.Moving() {
		t.Errorf("two steps at once were not walked")
	}
}

func TestCornersAreWalkedAsFaced(t *testing.T) {
	for _, c := range []struct {
		facing geom.Dir
		first  geom.Dir
	}{{geom.East, geom.South}, {geom.South, geom.East}} {
		var w Walker
		w.Place(geom.Pos{})
		w.Confirm(geom.Pos{X: 1, Y: 1}, c.facing)
		if w.Heading() != c.first {
			t.Errorf("facing %v at the end, it walks %v first", c.facing, w.Heading())
		}
	}
}

func TestTurningBackNeedsNoDetour(t *testing.T) {
	var w Walker
	w.Place(geom.Pos{})
	w.Confirm(geom.Pos{X: 1}, geom.East)
	w.Advance(60*time.Millisecond, pace)
	x0, _ := w.Pos()
	w.Confirm(geom.Pos{}, geom.West)
	x1, _ := w.Pos()
	if math.Abs(x0-x1) > 1e-9 || w.Heading() != geom.West || w.Remaining() >= 1 {
		t.Errorf("turned at %v, now at %v with %v to go %v", x0, x1, w.Remaining(), w.Heading())
	}
}
